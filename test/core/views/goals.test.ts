import assert from 'node:assert/strict';
import type { GoalRow, GoalsView } from '../../../src/core/views/goalsModel';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { viewOf } from './viewOf';

type Files = Readonly<Record<string, string>>;

async function goalsOf(files: Files, settings?: ViewSettings): Promise<GoalsView> {
  const data = await viewOf(files, 'goals', settings);
  assert.ok(data.view === 'goals');
  return data;
}

function titled(view: GoalsView, title: string): GoalRow {
  const row = view.rows.find((each) => each.title === title);
  assert.ok(row, `no row ${title}`);
  return row;
}

/** `1 goal Fix it`, indented by nothing: depth, kind and title of each row. */
function outline({ rows }: GoalsView): readonly string[] {
  return rows.map(({ depth, kind, title }) => `${String(depth)} ${kind} ${title}`);
}

const lantern: Files = {
  'lantern.roadmap.yaml': `product: Lantern
vision: The lift runs again
goals:
  fix:
    title: Fix it at once
    owner: alice
    target: 2027-Q1
    key_results:
      rate: { title: Fix rate, baseline: 62%, target: 80%, current: 71% }
      visits: { title: Repeat visits, baseline: 900 visits, target: 300 visits }
  part: { title: A part of it, parent: fix }
  solo: { title: Work alone, target: 2027-Q2, key_results: { days: { title: Days, baseline: 19 d, target: 7 d } } }
  paper: { title: No paper, status: achieved }
  soon: { title: Find faults early, status: proposed }
  old: { title: Not any more, status: dropped }
features:
  sheet: { title: Job sheet, goal: fix, release: two }
  dark: Dark mode
releases: { two: { title: 'Two', date: 2027-01-29 } }
people: { alice: Alice Ng, ben: Ben Ortiz }
`,
  'van.project.yaml': `project: Parts on the van
goal: part
manager: ben
start: 2026-11-02
end: 2026-12-18
health: at-risk
items:
  a: { title: Job sheet offline, feature: sheet, estimate: 4d, status: done, finished: 2026-11-06 }
  b: { title: Price feed, estimate: 6d, items: { c: Ask for prices, d: { title: Import them, progress: 50% } } }
`,
  'upkeep.project.yaml': 'project: Upkeep\nitems: { u: { title: New racks, estimate: 2d } }\n',
};

describe('goals of a roadmap', () => {
  it('are a tree of measures, parts, features, projects and items, achieved ones last and without dropped ones', async () => {
    assert.deepEqual(outline(await goalsOf(lantern)), [
      '1 goal Fix it at once',
      '2 measure Fix rate',
      '2 measure Repeat visits',
      '2 goal A part of it',
      '3 project Parts on the van',
      '4 item Price feed',
      '5 item Ask for prices',
      '5 item Import them',
      '2 feature Job sheet',
      '3 project Parts on the van',
      '4 item Job sheet offline',
      '1 goal Work alone',
      '2 measure Days',
      '2 gap No project or feature names this goal',
      '1 goal Find faults early',
      '1 goal No paper',
      '1 unlinked No goal',
      '2 project Upkeep',
      '3 item New racks',
      '2 feature Dark mode',
    ]);
  });

  it('say how far each is: a goal by its measures, the rest by its work', async () => {
    const view = await goalsOf(lantern);
    assert.equal(titled(view, 'Fix it at once').progress, 0.5);
    assert.equal(titled(view, 'Fix rate').progress, 0.5);
    assert.equal(titled(view, 'Repeat visits').progress, undefined);
    assert.equal(titled(view, 'A part of it').progress, 0.25);
    assert.equal(titled(view, 'Job sheet').progress, 1);
  });

  it('say of a measure where it comes from, where it goes to and where it is', async () => {
    const view = await goalsOf(lantern);
    const { reach, note } = titled(view, 'Fix rate');
    assert.deepEqual([reach, note], ['62 % to 80 %', 'now 71 %']);
    const visits = titled(view, 'Repeat visits');
    assert.deepEqual([visits.reach, visits.note], ['900 to 300 visits', 'not measured']);
  });

  it('say how everything stands, and when it comes', async () => {
    const view = await goalsOf(lantern);
    assert.deepEqual(titled(view, 'Parts on the van').state, { kind: 'at-risk', text: 'At risk' });
    assert.equal(titled(view, 'Parts on the van').when, '18 Dec');
    assert.deepEqual(titled(view, 'Job sheet').state, { kind: 'done', text: 'Released' });
    assert.deepEqual([titled(view, 'Job sheet').when, titled(view, 'Job sheet').whenOf], ['29 Jan', 'Two']);
    assert.deepEqual(titled(view, 'No paper').state, { kind: 'done', text: 'Achieved' });
    assert.deepEqual(titled(view, 'Find faults early').state, { kind: 'todo', text: 'Proposed' });
    assert.equal(titled(view, 'Fix it at once').when, '2027-Q1');
  });

  it('mark broken lines: a goal that nothing serves, and work without a goal', async () => {
    const view = await goalsOf(lantern);
    assert.deepEqual(
      view.rows.filter(({ broken }) => broken).map(({ title }) => title),
      ['Work alone', 'Days', 'No project or feature names this goal', 'No goal', 'Upkeep', 'New racks', 'Dark mode'],
    );
    assert.deepEqual(titled(view, 'Work alone').state, { kind: 'at-risk', text: 'No work' });
    assert.deepEqual(titled(view, 'No goal').state, { kind: 'at-risk', text: '2 d unlinked' });
    assert.equal(titled(view, 'Upkeep').note, '2 d');
    assert.equal(titled(view, 'No goal').entry, undefined);
  });

  it('have no branch without a goal while all work has one', async () => {
    const { 'upkeep.project.yaml': _gone, ...others } = lantern;
    const text = others['lantern.roadmap.yaml']?.replace('  dark: Dark mode\n', '') ?? '';
    const view = await goalsOf({ ...others, 'lantern.roadmap.yaml': text });
    assert.ok(!view.rows.some(({ kind }) => kind === 'unlinked'));
    assert.deepEqual(view.facts.at(-1), { label: 'Broken lines', value: '1', state: 'at-risk' });
  });

  it('tell of how much of the effort leads to them', async () => {
    const { facts } = await goalsOf(lantern);
    assert.deepEqual(
      facts.map(({ label, value, note = '' }) => `${label}: ${value} ${note}`.trim()),
      ['Linked effort: 83 % 10 of 12 d', 'Goals with work: 2 of 4', 'Goals with measures: 2 of 4', 'Broken lines: 3'],
    );
  });

  it('leave to a filter what it finds, and what leads there', async () => {
    const view = await goalsOf(lantern, { filter: { text: 'import' } });
    assert.deepEqual(outline(view), [
      '1 goal Fix it at once',
      '2 goal A part of it',
      '3 project Parts on the van',
      '4 item Price feed',
      '5 item Import them',
    ]);
    assert.deepEqual(view.shown, { count: 1, total: 18 });
    const broken = await goalsOf(lantern, { filter: { unlinked: true } });
    assert.deepEqual(outline(broken), [
      '1 goal Work alone',
      '2 measure Days',
      '1 unlinked No goal',
      '2 project Upkeep',
      '3 item New racks',
      '2 feature Dark mode',
    ]);
    const hidden = await goalsOf(lantern, { hidesDone: true });
    assert.ok(!hidden.rows.some(({ title }) => title === 'No paper' || title === 'Job sheet offline'));
    assert.equal((await goalsOf(lantern, { filter: { text: 'nothing like it' } })).rows.length, 0);
  });

  it('offer to filter by who owns or does something, and by what is critical', async () => {
    const { options } = await goalsOf(lantern);
    assert.deepEqual(options?.owners, [
      { value: 'alice', title: 'Alice Ng' },
      { value: 'ben', title: 'Ben Ortiz' },
    ]);
    assert.equal(options.unlinked, true);
    const view = await goalsOf(lantern, { filter: { owner: 'ben' } });
    assert.deepEqual(
      view.rows.map(({ title }) => title),
      ['Fix it at once', 'A part of it', 'Parts on the van', 'Job sheet', 'Parts on the van'],
    );
  });

  it('have a row of its own for each, however often it stands there and whatever it is called', async () => {
    const view = await goalsOf({
      'p.roadmap.yaml': 'product: P\ngoals: { a: { title: A, parent: b }, b: { title: B, parent: a } }\n',
      'a.project.yaml': 'project: A\ngoal: [a, b]\nitems: { a: One, a: Two }\n',
    });
    const ids = view.rows.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(view.rows.some(({ title }) => title === 'Two' || title === 'One'));
  });

  it('are empty for a roadmap without goals', async () => {
    const view = await goalsOf({ 'p.roadmap.yaml': 'product: P\n' });
    assert.deepEqual([view.rows, view.facts, view.title], [[], [], 'P']);
  });
});
