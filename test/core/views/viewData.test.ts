import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { contentStamp } from '../../../src/core/views';
import type { TimelineView, ViewData } from '../../../src/core/views/model';
import type { RoadmapTimelineView } from '../../../src/core/views/roadmapTimelineModel';
import { type ViewName, viewsOf } from '../../../src/core/views/viewNames';
import type { ViewResult } from '../../../src/protocol';
import { planFrom, type TestPlan } from '../planFrom';
import { changedExamples, examples, viewed } from './changedExamples';
import { rowOf, timelineOf } from './viewOf';

/** What every view holds to, whatever the plan says. */
function assertSound(data: ViewData): void {
  assert.deepEqual(JSON.parse(JSON.stringify(data)), data);
  assert.doesNotMatch(JSON.stringify(data), /NaN|Infinity|\[object|undefined/);
  if (data.view === 'board' && data.file === 'roadmap') {
    assert.deepEqual(
      data.columns.slice(0, 3).map(({ kind }) => kind),
      ['now', 'next', 'later'],
    );
  }
  if (data.view === 'timeline' && data.file === 'project') assertSoundTimeline(data);
  if (data.view === 'timeline' && data.file === 'roadmap') assertSoundRoadmap(data);
  if (data.view === 'goals') assertSoundTree(data.rows);
}

function assertSoundTimeline(data: TimelineView): void {
  const ids = data.rows.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'ids of rows are unique');
  assert.ok(data.facts.length <= 5);
  data.rows.forEach(({ depth, start, end }, index) => {
    assert.ok(depth >= 1 && depth <= (data.rows[index - 1]?.depth ?? 0) + 1, 'a row is at most one below its parent');
    assert.ok(start === undefined || end === undefined || start <= end);
    for (const date of [start, end]) if (date !== undefined) Temporal.PlainDate.from(date);
    for (const date of [start, end]) {
      assert.ok(date === undefined || (data.window && data.window.start <= date && date <= data.window.end));
    }
  });
  const links = data.links.map(({ from, to, type }) => JSON.stringify([from, type, to]));
  assert.equal(new Set(links).size, links.length);
  for (const { from, to } of data.links) assert.ok(ids.includes(from) && ids.includes(to));
}

function assertSoundTree(rows: readonly { readonly id: string; readonly depth: number }[]): void {
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'ids of rows are unique');
  rows.forEach(({ depth }, index) => {
    assert.ok(depth >= 1 && depth <= (rows[index - 1]?.depth ?? 0) + 1, 'a row is at most one below its parent');
  });
}

function assertSoundRoadmap({ rows, links, window, facts }: RoadmapTimelineView): void {
  assertSoundTree(rows);
  assert.ok(facts.length <= 5);
  for (const { kind, start, end, state } of rows) {
    assert.ok(start === undefined || end === undefined || start <= end);
    if (kind === 'release' && state?.kind === 'done') continue;
    for (const date of [start, end])
      assert.ok(date === undefined || (window && window.start <= date && date <= window.end));
  }
  const ids = rows.map(({ id }) => id);
  for (const { from, to } of links) assert.ok(from !== to && ids.includes(from) && ids.includes(to));
}

function viewOf(plan: TestPlan, name: string, view?: ViewName): ViewResult {
  const result = plan.service.view(plan.uri(name), view);
  assert.ok(result, `no view of ${name}`);
  return result;
}

/** Every view of a file. */
function viewsOfFile(plan: TestPlan, name: string): readonly ViewResult[] {
  return viewsOf(name.includes('.roadmap.') ? 'roadmap' : 'project').map((view) => {
    const result = viewOf(plan, name, view.name);
    assert.equal(result.data.view, view.name, name);
    return result;
  });
}

describe('views of a file', () => {
  it('are a board for a roadmap, a timeline for a project, and none for settings or a file of no plan', async () => {
    const plan = await planFrom({
      'a.roadmap.yaml': 'product: A\n',
      'b.project.yml': 'project: B\n',
      '.throughline.yaml': '',
    });
    assert.equal(viewOf(plan, 'a.roadmap.yaml').data.view, 'board');
    assert.equal(viewOf(plan, 'b.project.yml').data.view, 'timeline');
    assert.equal(plan.service.view(plan.uri('a.roadmap.yaml'), 'board')?.data.view, 'board');
    assert.equal(plan.service.view(plan.uri('.throughline.yaml')), undefined);
    assert.equal(plan.service.view(plan.uri('gone.roadmap.yaml')), undefined);
  });

  it('are the default where the kind has no view of the name', async () => {
    const plan = await planFrom({ 'a.project.yaml': 'project: A\n' });
    assert.equal(plan.service.view(plan.uri('a.project.yaml'), 'priorities')?.data.view, 'timeline');
  });

  it('have the version of an open document, and a stamp of the content of any other', async () => {
    const plan = await planFrom({
      'a.roadmap.yaml': 'product: A\n',
      'b.roadmap.yaml': 'product: A\n',
      'c.roadmap.yaml': 'product: C\n',
    });
    const stamp = (name: string): number => viewOf(plan, name).version;
    assert.equal(stamp('a.roadmap.yaml'), stamp('b.roadmap.yaml'));
    assert.notEqual(stamp('a.roadmap.yaml'), stamp('c.roadmap.yaml'));
    const file = plan.service.file(plan.uri('a.roadmap.yaml'));
    assert.equal(stamp('a.roadmap.yaml'), file && contentStamp(file));
    plan.service.didOpen(plan.uri('a.roadmap.yaml'), 7, 'product: A\n');
    assert.equal(stamp('a.roadmap.yaml'), 7);
  });

  it('follow the edits of an open document', async () => {
    const plan = await planFrom({ 'a.roadmap.yaml': 'product: A\n' });
    const uri = plan.uri('a.roadmap.yaml');
    plan.service.didOpen(uri, 1, 'product: A\n');
    plan.service.didChange(uri, 2, [
      { range: { start: { line: 0, character: 9 }, end: { line: 0, character: 10 } }, text: 'Lantern' },
    ]);
    assert.equal(viewOf(plan, 'a.roadmap.yaml').data.title, 'Lantern');
    assert.equal(viewOf(plan, 'a.roadmap.yaml').version, 2);
  });
});

describe('views of a source that is not as it should be', () => {
  it('are empty for an empty file, one of comments, one of the other kind, and one that holds no map', async () => {
    for (const text of ['', '# soon\n', '- a\n- b\n', 'just words\n', '~\n', '\ufeff']) {
      const plan = await planFrom({ 'a.roadmap.yaml': text, 'b.project.yaml': text });
      for (const name of ['a.roadmap.yaml', 'b.project.yaml']) {
        for (const { data } of viewsOfFile(plan, name)) {
          assert.equal(data.title, '', `${name}, ${data.view}: ${text}`);
          assertSound(data);
        }
      }
    }
    const plan = await planFrom({
      'a.roadmap.yaml': 'project: A\nitems: { a: A }\n',
      'b.project.yaml': 'product: B\ngoals: { g: G }\n',
    });
    assert.equal(viewOf(plan, 'a.roadmap.yaml').data.title, '');
    assert.equal(viewOf(plan, 'b.project.yaml').data.title, '');
  });

  it('say the first line that cannot be read, and show what can', async () => {
    const text = 'project: A\nitems:\n  a: { title: A\n  b: B\n  c: "open\n';
    const plan = await planFrom({ 'a.project.yaml': text });
    const { broken, data } = viewOf(plan, 'a.project.yaml');
    assert.ok(broken);
    assert.ok(broken.line >= 2 && broken.line <= 3, String(broken.line));
    assert.notEqual(broken.message, '');
    assert.equal(data.title, 'A');
    assertSound(data);
  });

  it('say nothing broken of a source that can be read, whatever it says', async () => {
    const plan = await planFrom({ 'a.project.yaml': 'project: A\nstart: 2026-02-31\ntypo: 1\n' });
    assert.equal(viewOf(plan, 'a.project.yaml').broken, undefined);
    assert.equal('broken' in viewOf(plan, 'a.project.yaml'), false);
  });

  it('name by position the first of several such lines', async () => {
    const text = 'product: A\ngoals:\n  a: "x" y\nfeatures:\n  b: [1, 2\n';
    const plan = await planFrom({ 'a.roadmap.yaml': text });
    assert.equal(viewOf(plan, 'a.roadmap.yaml').broken?.line, 2);
  });

  it('leave out values of the wrong form', async () => {
    const view = await timelineOf({
      'a.project.yaml': `project: [A]
start: tomorrow
end: 2026-02-31
health: green
manager: { a: b }
baseline: yes
budget: 5
calendar: [mon]
milestones: [a, b]
items:
  a: { title: { b: c }, start: 2026-13-01, status: wip, progress: lots, depends_on: { x: y }, assignees: 5, items: none }
  b: [1, 2]
  c: 5
  '': { title: '' }
`,
    });
    assert.equal(view.title, '');
    assert.deepEqual(
      view.facts.map(({ label }) => label),
      ['Status', 'Progress'],
    );
    assert.deepEqual(
      view.rows.map(({ id, title, kind }) => [id, title, kind]),
      [
        ['a', 'a', 'item'],
        ['b', 'b', 'item'],
        ['c', '5', 'item'],
        [' (2)', '', 'item'],
      ],
    );
    assertSound(view);
  });

  it('tell rows apart that share an id', async () => {
    const view = await timelineOf({
      'a.project.yaml': `project: A
milestones: { a: Milestone }
items: { a: { title: One, items: { a: Two } }, b: { title: B, depends_on: a }, 'a (2)': Three }
`,
    });
    assert.deepEqual(
      view.rows.map(({ id, title }) => [id, title]),
      [
        ['a', 'One'],
        ['a (2)', 'Two'],
        ['b', 'B'],
        ['a (2) (2)', 'Three'],
        ['a (3)', 'Milestone'],
      ],
    );
    assertSound(view);
  });

  it('show what aliases and merge keys stand for, and end where they end', async () => {
    const view = await timelineOf({
      'a.project.yaml': `project: A
x-common: &common { status: done, estimate: 2d }
items:
  a: &a { <<: *common, title: Shared }
  b: *a
  c: { title: C, items: *loop }
  d: &loop { x: { title: X, items: *loop } }
`,
    });
    assert.equal(rowOf(view, 'b').title, 'Shared');
    assert.deepEqual(rowOf(view, 'b').state, { kind: 'done', text: 'Done' });
    assertSound(view);
  });

  it('keep emoji and other letters whole', async () => {
    const view = await timelineOf({ 'a.project.yaml': 'project: 🚀 Über\nmanager: 👩‍💻 Zoë\nitems: { a: 日本 }\n' });
    assert.equal(view.title, '🚀 Über');
    assert.equal(rowOf(view, 'a').title, '日本');
    assertSound(view);
  });
});

describe('views of the examples', () => {
  it('are sound, not broken, and the same each time', async () => {
    const [first, second] = [await planFrom(examples, '2026-11-23'), await planFrom(examples, '2026-11-23')];
    for (const name of viewed) {
      for (const view of viewsOfFile(first, name)) {
        assert.equal(view.broken, undefined, name);
        assertSound(view.data);
        assert.deepEqual(viewOf(first, name, view.data.view), view);
        assert.deepEqual(viewOf(second, name, view.data.view), view);
      }
    }
  });

  it('stay sound whatever is cut out of their files, put in, or repeated', async () => {
    const plan = await planFrom(examples, '2026-11-23');
    for (const name of viewed) plan.service.didOpen(plan.uri(name), 1, examples[name] ?? '');
    fc.assert(
      fc.property(changedExamples, (texts) => {
        for (const [name, text] of texts) plan.service.didChange(plan.uri(name), 2, [{ text }]);
        for (const name of viewed) for (const { data } of viewsOfFile(plan, name)) assertSound(data);
        for (const name of viewed) plan.service.didChange(plan.uri(name), 1, [{ text: examples[name] ?? '' }]);
      }),
      { numRuns: 60 },
    );
    // All views of all files, each time.
  }).timeout(60_000);
});
