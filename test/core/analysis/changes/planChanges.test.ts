import assert from 'node:assert/strict';
import { changedFiles, changesBetween } from './changesBetween';

const roadmap = `product: Lantern
owner: ana
goals:
  fix: { title: Fix it, owner: ana, horizon: next, target: 2026-Q4 }
releases:
  spring: { title: Spring, date: 2027-03-02 }
features:
  scan: { title: Scan parts, goal: fix, release: spring }
`;
const project = `project: Van
goal: fix
start: 2026-11-02
end: 2027-03-02
budget: { total: 10000 EUR }
items:
  stock: { title: Stock list, owner: ana, start: 2026-12-07, end: 2026-12-18 }
  pilot: { title: Pilot, estimate: 4d, status: in-progress }
milestones:
  go: { title: Go live, date: 2027-02-26 }
risks:
  parts: { title: Parts run out, probability: low }
`;
const settings = 'people: { ana: { name: Ana Ng }, ben: { name: Ben Ode } }\n';
const files = { 'p.roadmap.yaml': roadmap, 'van.project.yaml': project, '.throughline.yaml': settings };

type Edit = readonly [from: string | RegExp, to: string];

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    assert.notEqual(after, before, `nothing to edit: ${String(from)}`);
    return after;
  }, text);
}

const afterProject = (...edits: readonly Edit[]): Promise<readonly string[]> =>
  changesBetween(files, { ...files, 'van.project.yaml': edited(project, edits) });
const afterRoadmap = (...edits: readonly Edit[]): Promise<readonly string[]> =>
  changesBetween(files, { ...files, 'p.roadmap.yaml': edited(roadmap, edits) });

describe('changes of a plan', () => {
  it('are dates that moved, by working days, or by days where only free days lie between', async () => {
    assert.deepEqual(await afterProject(['2027-03-02', '2027-03-09']), [
      'project Van: Committed finish moved from 2 Mar to 9 Mar, 5 working days later',
    ]);
    assert.deepEqual(await afterProject(['2027-02-26', '2027-02-28']), [
      'milestone Go live: Date moved from 26 Feb to 28 Feb, 2 days later',
    ]);
    assert.deepEqual(await afterRoadmap(['2026-Q4', '2026-11-30']), [
      'goal Fix it: Target moved from 2026-Q4 to 30 Nov, 23 working days earlier',
    ]);
    assert.deepEqual(await afterRoadmap([', target: 2026-Q4', '']), ['goal Fix it: Target taken out, it was 2026-Q4']);
    assert.deepEqual(await afterProject(['estimate: 4d', 'estimate: 4d, deadline: 2027-01-15']), [
      'item Pilot: Deadline set to 15 Jan',
    ]);
  });

  it('are days that follow from others, told once', async () => {
    assert.deepEqual(await afterProject(['end: 2027-03-02\n', ''], ['date: 2027-02-26', 'date: 2027-03-05']), [
      'project Van: Finish moved from 2 Mar to 5 Mar, 3 working days later',
      'project Van: Committed finish taken out, it was 2 Mar',
      'milestone Go live: Date moved from 26 Feb to 5 Mar, 5 working days later',
    ]);
  });

  it('are no computed days beside a stated one that has moved', async () => {
    assert.deepEqual(await afterProject(['2027-02-26', '2027-03-01']), [
      'milestone Go live: Date moved from 26 Feb to 1 Mar, 1 working day later',
    ]);
    assert.deepEqual(await afterProject(['date: 2027-02-26', 'depends_on: pilot']), [
      'goal Fix it: Health changed from off track to on track',
      'milestone Go live: Date taken out, it was 26 Feb',
      'milestone Go live: Expected date moved from 26 Feb to 25 Nov, 67 working days earlier',
      'milestone Go live: Waits for: added Pilot',
    ]);
  });

  it('are what nobody has worked on since then, where that moves the finish', async () => {
    const slipping = { 'a.project.yaml': 'project: A\nitems: { do: { title: Do it, estimate: 3d } }\n' };
    assert.deepEqual(await changesBetween(slipping, slipping, '2026-11-13'), [
      'project A: Finish moved from 17 Nov to 24 Nov, 5 working days later',
    ]);
    assert.deepEqual(await changesBetween(slipping, slipping), []);
  });

  it('are status, health, horizon and phase', async () => {
    assert.deepEqual(await afterProject(['status: in-progress', 'status: done']), [
      'project Van: Progress changed from 0 % to 29 %',
      'item Pilot: Status changed from in progress to done',
    ]);
    assert.deepEqual(await afterProject(['start: 2026-11-02', 'start: 2026-11-02\nhealth: off-track']), [
      'project Van: Health changed from on track to off track',
    ]);
    assert.deepEqual(await afterRoadmap(['horizon: next', 'horizon: now, status: achieved']), [
      'goal Fix it: Horizon changed from next to now',
      'goal Fix it: Status changed from active to achieved',
    ]);
  });

  it('are people, by their names', async () => {
    assert.deepEqual(await afterRoadmap(['owner: ana, horizon', 'owner: ben, horizon']), [
      'goal Fix it: Owner changed from Ana Ng to Ben Ode',
    ]);
    assert.deepEqual(await afterProject(['estimate: 4d', 'estimate: 4d, assignees: { ana: 50%, ben: 100% }']), [
      'item Pilot: Assignees: added Ana Ng (50 %), Ben Ode',
    ]);
  });

  it('are scope, estimates and money', async () => {
    assert.deepEqual(await afterProject(['10000 EUR', '12500 EUR'], ['estimate: 4d', 'estimate: 6d']), [
      'project Van: Budget changed from 10,000 EUR to 12,500 EUR',
      'item Pilot: Estimate changed from 4 days to 6 days',
    ]);
    assert.deepEqual(await afterProject(['budget:', 'scope: { in: [Scanning], out: [Repairs] }\nbudget:']), [
      'project Van: In scope: added Scanning',
      'project Van: Out of scope: added Repairs',
    ]);
  });

  it('are what serves which goal', async () => {
    const goals: Edit = ['releases:', '  sell: Sell more\nreleases:'];
    const before = { ...files, 'p.roadmap.yaml': edited(roadmap, [goals]) };
    const moved = edited(roadmap, [goals, ['goal: fix,', 'goal: sell,']]);
    assert.deepEqual(await changesBetween(before, { ...before, 'p.roadmap.yaml': moved }), [
      'feature Scan parts: Goal changed from Fix it to Sell more',
    ]);
  });

  it('are what came and went, once with all that is in it', async () => {
    const more = edited(project, [
      ['  pilot:', '  train: { title: Training, items: { one: Depot one, two: Depot two } }\n  pilot:'],
    ]);
    const after = { ...files, 'van.project.yaml': more };
    assert.deepEqual(await changesBetween(files, after), ['item Training: Added, with 2 entries']);
    const [gone] = await changedFiles(after, files);
    assert.equal(gone?.isGone, false);
    assert.deepEqual(
      gone.changes.map(({ topic, title, at }) => [topic, title, at?.kind]),
      [['removed', 'Training', 'project']],
    );
    const { 'van.project.yaml': _, ...without } = files;
    const [lost] = await changedFiles(files, without);
    assert.equal(lost?.isGone, true);
    assert.deepEqual(await changesBetween(files, without), ['project Van: Removed, with 4 entries']);
  });

  it('are none where a name leads to what was not there yet', async () => {
    const { 'p.roadmap.yaml': _, ...before } = files;
    assert.deepEqual(await changesBetween(before, files), ['product Lantern: Added, with 3 entries']);
  });

  it('are none where something is only called otherwise by what refers to it', async () => {
    const renamed = {
      ...files,
      'p.roadmap.yaml': roadmap.replace('fix: {', 'repair: {').replace('goal: fix', 'goal: repair'),
      'van.project.yaml': project.replace('goal: fix', 'goal: repair'),
    };
    assert.deepEqual(await changesBetween(files, renamed), ['goal Fix it: Id changed from fix to repair']);
    assert.deepEqual(await afterRoadmap(['title: Fix it', 'title: Mend it']), [
      'goal Mend it: Renamed, it was “Fix it”',
    ]);
  });

  it('follow a thing below another one, and into another file', async () => {
    const below = edited(project, [
      [/ {2}pilot:.*\n/, ''],
      ['2026-12-18 }', '2026-12-18, items: { pilot: { title: Pilot, estimate: 4d, status: in-progress } } }'],
    ]);
    assert.ok(
      (await changesBetween(files, { ...files, 'van.project.yaml': below })).includes(
        'item Pilot: Part of changed from Van to Stock list',
      ),
    );
    const elsewhere = {
      ...files,
      'van.project.yaml': edited(project, [[/ {2}pilot:.*\n/, '']]),
      'app.project.yaml':
        'project: App\ngoal: fix\nitems:\n  pilot: { title: Pilot, estimate: 4d, status: in-progress }\n',
    };
    const changes = await changesBetween(files, elsewhere);
    assert.ok(changes.includes('project App: Added'));
    assert.ok(changes.includes('item Pilot: File changed from Van to App'));
  });

  it('follow a file to another place, by its id', async () => {
    const { 'van.project.yaml': text, ...others } = files;
    assert.deepEqual(await changesBetween(files, { ...others, 'sub/van.project.yaml': text }), []);
  });

  it('stand in the order of what matters: projects and goals before items, for the worse before the better', async () => {
    const after = {
      ...files,
      'van.project.yaml': edited(project, [
        ['estimate: 4d', 'estimate: 5d'],
        ['end: 2027-03-02', 'end: 2027-03-12'],
        ['probability: low', 'probability: high'],
      ]),
      'p.roadmap.yaml': edited(roadmap, [['owner: ana, horizon', 'owner: ben, horizon']]),
    };
    assert.deepEqual(await changesBetween(files, after), [
      'project Van: Committed finish moved from 2 Mar to 12 Mar, 8 working days later',
      'risk Parts run out: Probability changed from 10 % to 70 %',
      'item Pilot: Estimate changed from 4 days to 5 days',
      'goal Fix it: Owner changed from Ana Ng to Ben Ode',
    ]);
  });

  it('hold what cannot be read to be gone, and never throw', async () => {
    for (const broken of ['', '{', '- a\n', 'project: [', 'product: P\n', '\u0000'])
      assert.ok(Array.isArray(await changesBetween(files, { ...files, 'van.project.yaml': broken })));
  });
});
