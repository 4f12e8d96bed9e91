import assert from 'node:assert/strict';
import type { RoadmapRow, RoadmapTimelineView } from '../../../src/core/views/roadmapTimelineModel';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { viewOf } from './viewOf';

type Files = Readonly<Record<string, string>>;

/** On Friday, 20 November 2026. */
async function timelineOf(files: Files, settings?: ViewSettings): Promise<RoadmapTimelineView> {
  const data = await viewOf(files, 'timeline', settings);
  assert.ok(data.view === 'timeline' && data.file === 'roadmap');
  return data;
}

function titled(view: RoadmapTimelineView, title: string): RoadmapRow {
  const row = view.rows.find((each) => each.title === title);
  assert.ok(row, `no row ${title}`);
  return row;
}

function outline({ rows }: RoadmapTimelineView): readonly string[] {
  return rows.map(({ depth, kind, title }) => `${String(depth)} ${kind} ${title}`);
}

const lantern: Files = {
  'lantern.roadmap.yaml': `product: Lantern
vision: The lift runs again
people: { alice: Alice Ng, ben: Ben Ortiz, kinto: { name: Kinto AG, kind: supplier } }
goals:
  paper: { title: No paper, status: achieved, target: 2026-Q3 }
  fix:
    title: Fix it at once
    owner: alice
    target: 2027-Q1
    key_results: { rate: { title: Fix rate, baseline: 62%, target: 80%, current: 71% } }
  solo: { title: Work alone, owner: kinto, target: 2027-Q2 }
  soon: { title: Find faults early, status: proposed }
  old: { title: Not any more, status: dropped }
releases:
  later: { title: '3.0', date: 2027-03 }
  next: { title: '2.5', date: 2026-12-11, owner: alice }
  out: { title: '2.4', date: 2026-10-15, status: released }
  gone: { title: '2.9', date: 2026-12-01, status: cancelled }
  undated: Some day
`,
  'van.project.yaml': `project: Parts on the van
goal: fix
manager: ben
start: 2026-11-02
end: 2026-12-04
baseline: { start: 2026-11-02, end: 2026-11-27 }
health: off-track
items:
  a: { title: Stock list, release: next, start: 2026-11-09, end: 2026-12-18, progress: 50% }
`,
  'app.project.yaml': `project: Van app
goal: fix
items:
  b: { title: Scan parts, depends_on: van/a, estimate: 5d }
`,
  'upkeep.project.yaml': `project: Upkeep
start: 2026-11-02
end: 2026-12-11
items: { u: { title: New racks, estimate: 2d } }
`,
};

describe('the timeline of a roadmap', () => {
  it('has releases by date, goals with what serves them, achieved ones last, and then what is not linked', async () => {
    assert.deepEqual(outline(await timelineOf(lantern)), [
      '1 releases Releases',
      '2 release 2.4',
      '2 release 2.5',
      '2 release 3.0',
      '1 goal Fix it at once',
      '2 project Van app',
      '2 project Parts on the van',
      '1 goal Work alone',
      '2 gap No project yet',
      '1 goal Find faults early',
      '1 goal No paper',
      '1 unlinked Unlinked work',
      '2 project Upkeep',
    ]);
  });

  it('has a goal from its first work to its target, as far as its measures are', async () => {
    const view = await timelineOf(lantern);
    const { start, end, progress, label, ownerShort } = titled(view, 'Fix it at once');
    assert.deepEqual([start, end], ['2026-11-09', '2027-03-31']);
    assert.deepEqual([progress, label, ownerShort], [0.5, '50 %', 'Alice']);
    const alone = titled(view, 'Work alone');
    assert.deepEqual([alone.start, alone.end, alone.ownerShort], ['2027-04-01', '2027-06-30', 'Kinto AG']);
    assert.equal(titled(view, 'Find faults early').end, undefined);
  });

  it('has a project from its start to its last work, with what it promised and what was approved', async () => {
    const view = await timelineOf(lantern);
    const { start, end, deadline, baseline, label, state, progress } = titled(view, 'Parts on the van');
    assert.deepEqual([start, end, deadline], ['2026-11-02', '2026-12-18', '2026-12-04']);
    assert.deepEqual(baseline, { start: '2026-11-02', end: '2026-11-27' });
    assert.deepEqual([label, state?.kind, progress], ['18 Dec, 10 d late', 'off-track', 0.5]);
  });

  it('says how late a release is by the work that it waits for', async () => {
    const view = await timelineOf(lantern);
    const { end, label, state } = titled(view, '2.5');
    assert.deepEqual([end, label, state?.kind], ['2026-12-11', '5 d late', 'at-risk']);
    assert.deepEqual([titled(view, '3.0').end, titled(view, '3.0').label], ['2027-03-31', undefined]);
    assert.deepEqual(titled(view, '2.4').state, { kind: 'done', text: 'Released' });
  });

  it('links projects on the days of the work that waits, and says which one pushes another', async () => {
    const view = await timelineOf(lantern);
    assert.deepEqual(view.links, [
      {
        from: titled(view, 'Parts on the van').id,
        to: titled(view, 'Van app').id,
        leaves: '2026-12-18',
        arrives: '2026-12-21',
        pushes: true,
      },
    ]);
    assert.deepEqual(view.facts.at(-1), { label: 'Slips', value: '1 pushes another project', state: 'off-track' });
  });

  it('links what is in time without a push', async () => {
    const text = lantern['van.project.yaml']?.replace('end: 2026-12-04', 'end: 2026-12-18') ?? '';
    const view = await timelineOf({ ...lantern, 'van.project.yaml': text });
    assert.equal(view.links.length, 1);
    assert.equal(view.links[0]?.pushes, undefined);
    assert.ok(!view.facts.some(({ label }) => label === 'Slips'));
  });

  it('marks what is not linked: work without a goal, and a goal without work', async () => {
    const view = await timelineOf(lantern);
    assert.deepEqual(
      view.rows.filter(({ unlinked }) => unlinked).map(({ title, label }) => `${title}: ${label ?? ''}`),
      ['No project yet: No project serves this goal', 'Upkeep: 11 Dec, 2 d without a goal'],
    );
  });

  it('holds what it shows, but for what is out long ago', async () => {
    const { window, today } = await timelineOf(lantern);
    assert.deepEqual([window, today], [{ start: '2026-07-01', end: '2027-06-30' }, '2026-11-20']);
    const text = lantern['lantern.roadmap.yaml']?.replace('2026-10-15', '2019-10-15') ?? '';
    assert.equal((await timelineOf({ ...lantern, 'lantern.roadmap.yaml': text })).window?.start, '2026-07-01');
    const alone = 'product: P\nreleases: { a: { title: A, date: 2024-05-06, status: released } }\n';
    const view = await timelineOf({ 'p.roadmap.yaml': alone });
    assert.deepEqual(view.window, { start: '2024-05-06', end: '2024-05-06' });
    assert.equal((await timelineOf({ 'p.roadmap.yaml': 'product: P\ngoals: { g: G }\n' })).window, undefined);
  });

  it('tells of goals, projects and the next release', async () => {
    const { facts } = await timelineOf(lantern);
    assert.deepEqual(
      facts.slice(0, 3).map(({ label, value, note = '' }) => `${label}: ${value} ${note}`),
      ['Goals: 3 1 measured', 'Projects: 2 of 3 on track or not begun', 'Next release: 2.5 in 3 weeks'],
    );
  });

  it('leaves to a filter what it finds, below the goal that it serves', async () => {
    const view = await timelineOf(lantern, { filter: { text: 'van app' } });
    assert.deepEqual(outline(view), ['1 goal Fix it at once', '2 project Van app']);
    assert.deepEqual([view.shown, view.links], [{ count: 1, total: 10 }, []]);
    const risky = await timelineOf(lantern, { filter: { atRisk: true } });
    assert.deepEqual(outline(risky), [
      '1 releases Releases',
      '2 release 2.5',
      '1 goal Fix it at once',
      '2 project Parts on the van',
      '1 goal Work alone',
    ]);
    const hidden = await timelineOf(lantern, { hidesDone: true });
    assert.ok(!hidden.rows.some(({ title }) => title === 'No paper' || title === '2.4'));
  });

  it('is empty for a roadmap that says nothing', async () => {
    const view = await timelineOf({ 'p.roadmap.yaml': 'product: P\n' });
    assert.deepEqual([view.rows, view.links, view.facts, view.window], [[], [], [], undefined]);
  });
});
