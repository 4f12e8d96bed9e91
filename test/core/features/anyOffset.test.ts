import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Range } from 'vscode-languageserver-types';
import { applyEdits } from '../../../src/core/edit/applyEdits';
import { codeActions, fixAllKind } from '../../../src/core/features/codeActions';
import { entryAt, locateEntry } from '../../../src/core/features/entries';
import { codeLenses, type LensTarget } from '../../../src/core/features/codeLens/codeLenses';
import { resolvedLens } from '../../../src/core/features/codeLens/resolvedLens';
import { hover } from '../../../src/core/features/hover';
import { inlayHints } from '../../../src/core/features/inlayHints/inlayHints';
import { semanticTokens } from '../../../src/core/features/semanticTokens';
import { rules } from '../../../src/core/rules/registry';
import type { PlanState } from '../../../src/core/service';
import type { SourceText } from '../../../src/core/text/sourceText';
import { planFrom } from '../planFrom';

/** A settings file has one name only, which would make a fixture's folder a plan. */
function planName(name: string): string {
  return name.endsWith('.throughline.yaml') ? '.throughline.yaml' : name;
}

function filesIn(folder: string): Record<string, string> {
  const url = new URL(`../../../${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(names.map((name) => [planName(name), readFileSync(new URL(name, url), 'utf8')]));
}

const plans = {
  examples: filesIn('examples'),
  minimal: filesIn('examples/minimal'),
  all: filesIn('test/fixtures/format'),
};
const today = '2026-11-23';
const client = { diagnostics: [], version: () => 1, documentChanges: true, createFiles: true };

function sourceOf(state: PlanState, uri: string): SourceText {
  const source = state.plan.files.get(uri)?.document.source;
  assert.ok(source, uri);
  return source;
}

/** Fails for a range that is not of the text: one that reading it as offsets and back does not give again. */
function assertInside(source: SourceText, range: Range): { start: number; end: number } {
  const span = { start: source.offsetAt(range.start), end: source.offsetAt(range.end) };
  assert.ok(span.start <= span.end);
  assert.deepEqual(source.rangeAt(span), range);
  return span;
}

function checkOffset(state: PlanState, uri: string, offset: number): void {
  const source = sourceOf(state, uri);
  const found = hover(state, uri, offset);
  if (found) {
    assert.ok(found.range);
    const span = assertInside(source, found.range);
    assert.ok(span.start <= offset && offset <= span.end, 'the hover is on the word at the offset');
    assert.ok(typeof found.contents === 'object' && 'value' in found.contents);
    assert.ok(found.contents.value.trim() !== '');
    assert.doesNotMatch(found.contents.value, /undefined|\[object|NaN/);
  }
  const entry = entryAt(state, uri, offset);
  const place = entry && locateEntry(state, entry);
  assert.ok(place, `the entry ${entry?.path.join('/') ?? ''} at ${String(offset)} is found again`);
  const range = assertInside(source, place.range);
  const selection = assertInside(source, place.selection);
  assert.ok(range.start <= selection.start && selection.end <= range.end);
}

function checkTokens(state: PlanState, uri: string): void {
  const source = sourceOf(state, uri);
  const data = semanticTokens(state, uri)?.data ?? [];
  let line = 0;
  let column = 0;
  let end = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lineStep = 0, columnStep = 0, length = 0] = data.slice(at, at + 3);
    column = lineStep > 0 ? columnStep : column + columnStep;
    line += lineStep;
    const position = { line, character: column };
    const span = assertInside(source, { start: position, end: { line, character: column + length } });
    assert.ok(span.start >= end && span.end > span.start, 'tokens follow one another');
    end = span.end;
  }
}

const allLenses = { goals: true, releases: true, projects: true, people: true };
const allHints = { dates: true, titles: true, forecast: true };
const forecast = { p50: 29_712_960, p80: 29_712_960, meets: 0.5, leftOut: 0, runs: 10_000 };

function assertReadable(text: string | undefined): void {
  assert.ok(text !== undefined && text.trim() !== '');
  assert.doesNotMatch(text, /undefined|\[object|NaN|Infinity|\n/);
}

function checkAnnotations(state: PlanState, uri: string): void {
  const source = sourceOf(state, uri);
  for (const { range, data } of codeLenses(state, uri, allLenses)) {
    assertInside(source, range);
    const lens = resolvedLens(state, data as LensTarget, () => forecast);
    assertReadable(lens?.title);
    if (lens?.opens?.kind !== 'peek') continue;
    for (const location of lens.opens.locations) assertInside(sourceOf(state, location.uri), location.range);
  }
  const whole = { start: 0, end: source.length };
  const hints = inlayHints(state, uri, whole, allHints, () => forecast);
  let last = -1;
  for (const { position, label, tooltip } of hints) {
    const { start } = assertInside(source, { start: position, end: position });
    assert.ok(start > last, 'hints follow one another');
    last = start;
    assertReadable(typeof label === 'string' ? label : label.map(({ value }) => value).join(''));
    if (typeof tooltip === 'object') assert.doesNotMatch(tooltip.value, /undefined|\[object|NaN/);
  }
}

function checkActions(state: PlanState, uri: string): void {
  const text = sourceOf(state, uri).toString();
  for (const only of [undefined, [fixAllKind]]) {
    for (const { title, edit } of codeActions(state, uri, { start: 0, end: text.length }, { ...client, only })) {
      for (const change of edit?.documentChanges ?? []) {
        if (!('edits' in change) || !state.plan.files.has(change.textDocument.uri)) continue;
        const source = sourceOf(state, change.textDocument.uri);
        const edits = change.edits.map((each) => {
          assert.ok('newText' in each);
          return { span: assertInside(source, each.range), newText: each.newText };
        });
        assert.ok(applyEdits(source.toString(), edits) !== undefined, `${title}: its edits do not overlap`);
      }
    }
  }
}

describe('every feature', () => {
  for (const [name, files] of Object.entries(plans)) {
    it(`answers at every offset of ${name}`, async () => {
      const plan = await planFrom(files, today);
      for (const [uri, text] of plan.texts) {
        const state = plan.service.state(uri);
        assert.ok(state);
        for (let offset = 0; offset <= text.length; offset++) checkOffset(state, uri, offset);
        checkTokens(state, uri);
        checkAnnotations(state, uri);
        checkActions(state, uri);
      }
    }).timeout(60_000);
  }

  it('answers at every offset of mutilated files', async () => {
    const sources = Object.values(plans).flatMap((files) => Object.keys(files).map((name) => [files, name] as const));
    const garbage = fc.constantFrom(
      ...[
        '',
        '"',
        "'",
        '{',
        '[',
        '}',
        ': ',
        '- ',
        '\n',
        '\r\n',
        '\t',
        '#',
        ' # ',
        '&a ',
        '*a',
        '<<: *a',
        '|',
        '>-',
        '!!x ',
        '? ',
      ],
      ...[
        '\ufeff',
        '🚀',
        '\ud83d',
        '---\n',
        '%YAML',
        '  ',
        'goal: [',
        'items:\n  a: {',
        '\u0000',
        '@',
        '`',
        'x'.repeat(300),
      ],
    );
    const wound = fc.record({
      source: fc.nat(sources.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.oneof(fc.constant(0), fc.nat(40), fc.constant(Infinity)),
      insert: garbage,
    });
    await fc.assert(
      fc.asyncProperty(wound, async ({ source, at, cut, insert }) => {
        const [files = {}, name = ''] = sources[source] ?? [];
        const text = files[name] ?? '';
        const start = Math.floor(at * text.length);
        const broken = `${text.slice(0, start)}${insert}${text.slice(Math.min(text.length, start + cut))}`;
        const plan = await planFrom({ ...files, [name]: broken }, today);
        const uri = plan.uri(name);
        const state = plan.service.state(uri);
        assert.ok(state);
        for (let offset = 0; offset <= broken.length; offset++) {
          // Near the wound everywhere, elsewhere now and then.
          if (Math.abs(offset - start) < 300 || offset % 13 === 0) checkOffset(state, uri, offset);
        }
        checkTokens(state, uri);
        checkAnnotations(state, uri);
        checkActions(state, uri);
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('answers on the examples of every rule', async () => {
    for (const { docs } of rules) {
      for (const example of [docs.bad, docs.good]) {
        const parts = example.split(/^(?=# \S+\.ya?ml$)/m).filter((part) => part.startsWith('# '));
        const files = Object.fromEntries(parts.map((part) => [/^# (\S+)/.exec(part)?.[1] ?? '', part]));
        const plan = await planFrom(files, today);
        for (const [uri, text] of plan.texts) {
          const state = plan.service.state(uri);
          if (!state) continue;
          for (let offset = 0; offset <= text.length; offset++) checkOffset(state, uri, offset);
          checkTokens(state, uri);
          checkAnnotations(state, uri);
          checkActions(state, uri);
        }
      }
    }
  }).timeout(60_000);
});
