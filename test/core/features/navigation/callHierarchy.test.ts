import assert from 'node:assert/strict';
import type { CallHierarchyItem, Range } from 'vscode-languageserver-types';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../../src/core/features/callHierarchy';
import type { EntryPath } from '../../../../src/core/plan/entryPath';
import { planFrom, type TestPlan } from '../../planFrom';
import { assertWithin, shownPlace } from './shownPlaces';

const files = {
  'rewrite.project.yaml': `project: Rewrite
start: 2026-05-04
items:
  spike: { title: Spike, estimate: 2d }
  api:
    title: "API"
    sequential: true
    depends_on: [ spike SS+1d, "launch/ready" ]
    items:
      draft: { title: Draft, estimate: 3d, assignees: bob }
      gone: { title: Gone, status: dropped }
      build: { title: Build, estimate: 2d, milestone: launch/live, depends_on: draft }
  loose: { title: Loose, depends_on: [api, api SS, none] }
milestones:
  beta: { title: Beta, date: 2026-06-01 }
`,
  'launch.project.yaml': `project: Launch
items:
  ready: { title: Ready, estimate: 1d, milestone: live }
  fire: { title: Fire, depends_on: rewrite/beta, start: 2026-06-03, end: 2026-06-05 }
milestones:
  live: { title: Live, depends_on: rewrite/loose }
`,
  'shop.roadmap.yaml': `product: Shop
goals: { win: Win }
features:
  pay: { title: Pay, goal: win }
  gift: { title: Gift, depends_on: pay, status: in-progress }
`,
};

async function planWith(mark: string): Promise<TestPlan> {
  const word = mark.replace('<CURSOR>', '');
  const marked = Object.entries(files).map(([name, text]) => [name, text.replace(word, mark)]);
  return planFrom(Object.fromEntries(marked) as Record<string, string>, '2026-05-04');
}

function prepared(plan: TestPlan): CallHierarchyItem {
  const { uri, offset } = plan.cursor;
  const items = prepareCallHierarchy(plan.state(), uri, offset);
  assert.equal(items?.length, 1, 'one thing is named');
  return items[0]!;
}

/** Each thing by its name, with the places that say so. */
function shown(
  plan: TestPlan,
  calls: readonly (readonly [item: CallHierarchyItem, uri: string, ranges: readonly Range[]])[],
): readonly string[] {
  return calls.map(([item, uri, ranges]) => {
    assertWithin(item.selectionRange, item.range);
    return `${item.name} by ${ranges.map((range) => shownPlace(plan, uri, range).replace(/^[^:]*: /, '')).join(' and ')}`;
  });
}

async function waitsFor(mark: string): Promise<readonly string[]> {
  const plan = await planWith(mark);
  const item = prepared(plan);
  const calls = outgoingCalls(plan.state(), item.data as EntryPath);
  return shown(
    plan,
    calls!.map(({ to, fromRanges }) => [to, item.uri, fromRanges] as const),
  );
}

async function waitedForBy(mark: string): Promise<readonly string[]> {
  const plan = await planWith(mark);
  const calls = incomingCalls(plan.state(), prepared(plan).data as EntryPath);
  return shown(
    plan,
    calls!.map(({ from, fromRanges }) => [from, from.uri, fromRanges] as const),
  );
}

describe('the hierarchy of dependencies', () => {
  it('starts from what is named, with its project and its dates', async () => {
    const plan = await planWith('dra<CURSOR>ft: {');
    const item = prepared(plan);
    assert.equal(item.name, 'Draft');
    assert.equal(item.detail, '5 May 2026 to 7 May 2026 · Rewrite');
    assert.equal(
      shownPlace(plan, item.uri, item.selectionRange),
      'rewrite.project.yaml: «draft»: { title: Draft, estimate: 3d, assignees: bob }',
    );
    const fromOther = prepared(await planWith('rewrite/be<CURSOR>ta'));
    assert.equal(fromOther.name, 'Beta');
    assert.equal(fromOther.detail, '1 June 2026 · Rewrite');
    assert.equal(prepared(await planWith('pa<CURSOR>y: {')).detail, 'planned · Shop');
    const dropped = prepared(await planWith('gon<CURSOR>e: {'));
    assert.equal(dropped.detail, 'dropped · Rewrite');
    assert.deepEqual(dropped.tags, [1]);
  });

  it('starts from what holds the place, where nothing is named there', async () => {
    assert.equal(prepared(await planWith('2d, mile<CURSOR>stone')).name, 'Build');
    assert.equal(prepared(await planWith('title: "A<CURSOR>PI"')).name, 'API');
    for (const mark of ['Rew<CURSOR>rite', 'Wi<CURSOR>n', 'goal: wi<CURSOR>n', 'assignees: b<CURSOR>ob']) {
      const plan = await planWith(mark);
      assert.equal(prepareCallHierarchy(plan.state(), plan.cursor.uri, plan.cursor.offset), undefined, mark);
    }
  });

  it('goes to what it waits for, where it says so', async () => {
    assert.deepEqual(await waitsFor('<CURSOR>api:'), [
      'Spike by depends_on: [ «spike» SS+1d, "launch/ready" ]',
      'Ready by depends_on: [ spike SS+1d, "launch/«ready»" ]',
    ]);
    assert.deepEqual(await waitsFor('<CURSOR>loose:'), [
      'API by loose: { title: Loose, depends_on: [«api», api SS, none] } and loose: { title: Loose, depends_on: [api, «api» SS, none] }',
    ]);
    assert.deepEqual(await waitsFor('<CURSOR>spike: {'), []);
    assert.deepEqual(await waitsFor('<CURSOR>gift: {'), [
      'Pay by gift: { title: Gift, depends_on: «pay», status: in-progress }',
    ]);
  });

  it('goes to the items that name a milestone, from other files too', async () => {
    assert.deepEqual(await waitsFor('<CURSOR>live: {'), [
      'Loose by live: { title: Live, depends_on: rewrite/«loose» }',
      'Ready by ready: { title: Ready, estimate: 1d, milestone: «live» }',
      'Build by «live»: { title: Live, depends_on: rewrite/loose }',
    ]);
    assert.deepEqual(await waitedForBy('<CURSOR>build: {'), [
      'Live by «live»: { title: Live, depends_on: rewrite/loose }',
    ]);
  });

  it('goes along a sequence, past what was dropped', async () => {
    assert.deepEqual(await waitsFor('<CURSOR>build: {'), [
      'Draft by build: { title: Build, estimate: 2d, milestone: launch/live, depends_on: «draft» } and «sequential»: true',
    ]);
    assert.deepEqual(await waitsFor('<CURSOR>gone: {'), []);
  });

  it('goes back to what waits for it, over files', async () => {
    assert.deepEqual(await waitedForBy('<CURSOR>draft: {'), [
      'Build by build: { title: Build, estimate: 2d, milestone: launch/live, depends_on: «draft» } and «sequential»: true',
    ]);
    assert.deepEqual(await waitedForBy('<CURSOR>ready: {'), [
      'API by depends_on: [ spike SS+1d, "launch/«ready»" ]',
      'Live by ready: { title: Ready, estimate: 1d, milestone: «live» }',
    ]);
    assert.deepEqual(await waitedForBy('<CURSOR>beta: {'), [
      'Fire by fire: { title: Fire, depends_on: rewrite/«beta», start: 2026-06-03, end: 2026-06-05 }',
    ]);
  });

  it('is over where the entry is gone', async () => {
    const plan = await planWith('<CURSOR>api:');
    const { uri } = plan.cursor;
    for (const entry of [
      { uri, path: ['items', 'none'] },
      { uri, path: [] },
      { uri: plan.uri('gone.project.yaml'), path: ['items', 'api'] },
    ]) {
      assert.equal(incomingCalls(plan.state(), entry), undefined);
      assert.equal(outgoingCalls(plan.state(), entry), undefined);
    }
  });

  it('holds in a ring', async () => {
    const plan = await planFrom({
      'a.project.yaml':
        'project: A\nitems: { <CURSOR>a: { title: A, depends_on: b }, b: { title: B, depends_on: a } }\n',
    });
    const item = prepared(plan);
    assert.deepEqual(
      outgoingCalls(plan.state(), item.data as EntryPath)?.map(({ to }) => to.name),
      ['B'],
    );
    assert.deepEqual(
      incomingCalls(plan.state(), item.data as EntryPath)?.map(({ from }) => from.name),
      ['B'],
    );
  });
});
