import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentSymbol, Location, LocationLink } from 'vscode-languageserver-types';
import { applyEdits } from '../../../../src/core/edit/applyEdits';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../../src/core/features/callHierarchy';
import { definition } from '../../../../src/core/features/definition';
import { documentHighlights } from '../../../../src/core/features/documentHighlights';
import { documentSymbols } from '../../../../src/core/features/documentSymbols';
import { implementation } from '../../../../src/core/features/implementation';
import { references } from '../../../../src/core/features/references';
import { prepareRename, Refusal, rename } from '../../../../src/core/features/rename';
import { mostSymbols, workspaceSymbols } from '../../../../src/core/features/workspaceSymbols';
import type { EntryPath } from '../../../../src/core/plan/entryPath';
import type { PlanState } from '../../../../src/core/service';
import { planFrom } from '../../planFrom';
import { assertInside, samplePlans, sourceOf, woundedPlans } from '../samplePlans';
import { assertWithin } from './shownPlaces';

const today = '2026-11-23';
const client = { version: () => 1, documentChanges: true, createFiles: true };

function checkLocations(state: PlanState, locations: readonly Location[] | undefined): void {
  const seen = new Set<string>();
  for (const location of locations ?? []) {
    const { start, end } = assertInside(sourceOf(state, location.uri), location.range);
    assert.ok(end > start, 'a name is something');
    const key = JSON.stringify(location);
    assert.ok(!seen.has(key), 'each place is given once');
    seen.add(key);
  }
}

function checkLinks(state: PlanState, uri: string, offset: number, links: readonly LocationLink[] | undefined): void {
  for (const { originSelectionRange, targetUri, targetRange, targetSelectionRange } of links ?? []) {
    assert.ok(originSelectionRange);
    const { start, end } = assertInside(sourceOf(state, uri), originSelectionRange);
    // Between its quotes and the cursor nothing but these can stand.
    assert.ok(start - 1 <= offset && offset <= end + 1);
    assertInside(sourceOf(state, targetUri), targetRange);
    assertInside(sourceOf(state, targetUri), targetSelectionRange);
    assertWithin(targetSelectionRange, targetRange);
  }
}

function checkNavigation(state: PlanState, uri: string, offset: number): void {
  const source = sourceOf(state, uri);
  checkLinks(state, uri, offset, definition(state, uri, offset));
  checkLinks(state, uri, offset, implementation(state, uri, offset));
  const all = references(state, uri, offset, { includeDeclaration: true });
  checkLocations(state, all);
  const highlights = documentHighlights(state, uri, offset);
  assert.deepEqual(
    highlights?.map(({ range }) => range),
    all?.flatMap((location) => (location.uri === uri ? [location.range] : [])),
  );
  const place = prepareRename(state, uri, offset);
  if (!(place instanceof Refusal)) {
    const { start, end } = assertInside(source, place.range);
    assert.ok(start - 1 <= offset && offset <= end + 1);
    assert.ok(all, 'what can be renamed can be found');
    // Once for each name: at its beginning.
    if (offset === start) checkRename(state, uri, offset);
  }
}

function checkRename(state: PlanState, uri: string, offset: number): void {
  const edit = rename(state, uri, offset, 'brand-new', client);
  if (edit instanceof Refusal) return;
  for (const change of edit.documentChanges ?? []) {
    assert.ok('edits' in change);
    const source = sourceOf(state, change.textDocument.uri);
    const edits = change.edits.map((each) => {
      assert.ok('newText' in each);
      return { span: assertInside(source, each.range), newText: each.newText };
    });
    assert.ok(applyEdits(source.toString(), edits) !== undefined, 'edits do not overlap');
  }
}

function checkHierarchy(state: PlanState, uri: string, offset: number): void {
  for (const item of prepareCallHierarchy(state, uri, offset) ?? []) {
    assertWithin(item.selectionRange, item.range);
    const entry = item.data as EntryPath;
    for (const { from, fromRanges } of incomingCalls(state, entry) ?? assert.fail('it is still there')) {
      assert.ok(fromRanges.length > 0);
      for (const range of fromRanges) assertInside(sourceOf(state, from.uri), range);
    }
    for (const { to, fromRanges } of outgoingCalls(state, entry) ?? assert.fail('it is still there')) {
      assert.ok(fromRanges.length > 0);
      for (const range of fromRanges) assertInside(sourceOf(state, item.uri), range);
      const back = incomingCalls(state, to.data as EntryPath)?.some(({ from }) => from.name === item.name);
      assert.ok(back, `${item.name} waits for ${to.name}, and that is waited for by it`);
    }
  }
}

function checkSymbols(state: PlanState, uri: string): void {
  const source = sourceOf(state, uri);
  const check = (symbols: readonly DocumentSymbol[]): void => {
    for (const { name, range, selectionRange, children = [] } of symbols) {
      assert.notEqual(name.trim(), '');
      assertInside(source, range);
      assertInside(source, selectionRange);
      assertWithin(selectionRange, range);
      for (const child of children) assertWithin(child.range, range);
      check(children);
    }
  };
  check(documentSymbols(state, uri) ?? assert.fail('every file has an outline'));
  const found = workspaceSymbols([state], '');
  assert.ok(found.length <= mostSymbols);
  for (const { name, location } of found) {
    assert.notEqual(name.trim(), '');
    assertInside(sourceOf(state, location.uri), location.range);
  }
}

describe('navigation', () => {
  for (const [name, files] of Object.entries(samplePlans)) {
    it(`answers at every offset of ${name}`, async () => {
      const plan = await planFrom(files, today);
      const state = plan.state();
      for (const [uri, text] of plan.texts) {
        for (let offset = 0; offset <= text.length; offset++) {
          if (offset % 7 === 0) checkNavigation(state, uri, offset);
          if (offset % 17 === 0) checkHierarchy(state, uri, offset);
        }
        checkSymbols(state, uri);
      }
    }).timeout(120_000);
  }

  it('answers at every offset of mutilated files', async () => {
    await fc.assert(
      fc.asyncProperty(woundedPlans, async ({ files, name, at }) => {
        const plan = await planFrom(files, today);
        const uri = plan.uri(name);
        const state = plan.service.state(uri);
        assert.ok(state);
        for (let offset = 0; offset <= sourceOf(state, uri).length; offset++) {
          // Near the wound everywhere, elsewhere now and then.
          if (Math.abs(offset - at) < 60 || offset % 71 === 0) checkNavigation(state, uri, offset);
          if (offset % 101 === 0) checkHierarchy(state, uri, offset);
        }
        checkSymbols(state, uri);
      }),
      { numRuns: 25 },
    );
  }).timeout(120_000);
});
