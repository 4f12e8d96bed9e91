import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TimelineView } from '../../../src/core/views/model';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { planFrom } from '../planFrom';
import { rowOf, today, viewOf } from './viewOf';

const project = `project: Parts on the van
start: 2026-11-23
end: 2026-12-18
people: { dana: Dana Weiss, erik: Erik Lund }
items:
  model:
    title: Stock model
    items:
      rules: { title: Rules, goal: fix, owner: dana, status: done, started: 2026-11-16, finished: 2026-11-18 }
      forecast: { title: Forecast, goal: fix, owner: dana, status: in-progress, estimate: 8d }
      feed: { title: Price feed, goal: save, assignees: [erik, dana], estimate: 2d }
  app:
    title: Van app
    goal: fix
    items:
      scan: { title: Scan parts, owner: erik, estimate: 5d, depends_on: forecast, milestone: stocked }
  rename: { title: Rename states, estimate: 1d }
milestones:
  stocked: { title: All vans stocked, date: 2026-12-04 }
`;
const roadmap = 'product: P\ngoals: { fix: Fix it at once, save: Save money }\n';
const files = { 'a.project.yaml': project, 'p.roadmap.yaml': roadmap };

async function timelineBy(settings?: ViewSettings): Promise<TimelineView> {
  const data = await viewOf(files, 'timeline', settings);
  assert.ok(data.view === 'timeline' && data.file === 'project');
  return data;
}

/** Titles, indented by their depth; in brackets those that are shown for what is below them. */
function outline({ rows }: TimelineView): readonly string[] {
  return rows.map(({ title, depth, context }) => `${' '.repeat(depth - 1)}${context ? `(${title})` : title}`);
}

describe('a timeline by the settings of its reader', () => {
  it('has what a filter finds below all that holds it, and the project', async () => {
    const view = await timelineBy({ filter: { text: 'scan' } });
    assert.deepEqual(outline(view), ['Parts on the van', '(Van app)', ' Scan parts']);
    assert.deepEqual(view.shown, { count: 1, total: 8 });
    assert.deepEqual(view.links, []);
  });

  it('is found by owner, status, goal, the critical path, and what has no goal', async () => {
    const found = async (filter: ViewSettings['filter']): Promise<readonly string[]> =>
      (await timelineBy(filter && { filter })).rows
        .filter(({ kind, context }) => kind !== 'project' && !context)
        .map(({ id }) => id);
    assert.deepEqual(await found({ owner: 'dana' }), ['rules', 'forecast', 'feed']);
    assert.deepEqual(await found({ status: 'in-progress' }), ['model', 'forecast']);
    assert.deepEqual(await found({ goal: 'fix' }), ['rules', 'forecast', 'app', 'scan']);
    assert.deepEqual(await found({ goal: 'fix', owner: 'erik' }), ['scan']);
    assert.deepEqual(await found({ critical: true }), ['forecast', 'app', 'scan', 'stocked']);
    assert.deepEqual(await found({ unlinked: true }), ['rename']);
    assert.deepEqual(await found({ atRisk: true }), ['stocked']);
    assert.deepEqual(await found({ text: 'nobody' }), []);
  });

  it('leaves out what is done, with the links to it', async () => {
    const view = await timelineBy({ hidesDone: true });
    assert.deepEqual(outline(view), [
      'Parts on the van',
      'Stock model',
      ' Forecast',
      ' Price feed',
      'Van app',
      ' Scan parts',
      ' All vans stocked',
      'Rename states',
    ]);
  });

  it('keeps its days while it is filtered', async () => {
    assert.deepEqual((await timelineBy({ filter: { text: 'rules' } })).window, (await timelineBy()).window);
  });

  it('is grouped by people, each entry below all of its own, and last by what has none', async () => {
    const view = await timelineBy({ groupBy: 'owner' });
    assert.deepEqual(outline(view), [
      'Parts on the van',
      'Dana Weiss',
      ' Rules',
      ' Forecast',
      ' Price feed',
      'Erik Lund',
      ' Price feed',
      ' Scan parts',
      'No owner',
      ' All vans stocked',
      ' Rename states',
    ]);
    const lane = view.rows.find(({ title }) => title === 'Dana Weiss');
    assert.equal(lane?.kind, 'lane');
    assert.deepEqual(lane.entry.path, ['people', 'dana']);
    assert.deepEqual([lane.start, lane.label], ['2026-11-16', '3 entries']);
    assert.deepEqual(
      view.links.map(({ from, to }) => `${from} ${to}`),
      ['forecast scan', 'scan stocked'],
    );
  });

  it('is grouped by status and by goal, as far as the filter leaves something', async () => {
    assert.deepEqual(outline(await timelineBy({ groupBy: 'status', filter: { owner: 'dana' } })), [
      'Parts on the van',
      'In progress',
      ' Forecast',
      'To do',
      ' Price feed',
      'Done',
      ' Rules',
    ]);
    const byGoal = await timelineBy({ groupBy: 'goal', hidesDone: true });
    assert.deepEqual(
      byGoal.rows.filter(({ kind }) => kind === 'lane').map(({ title, entry }) => [title, entry.path.join('/')]),
      [
        ['Fix it at once', 'goals/fix'],
        ['Save money', 'goals/save'],
        ['No goal', ''],
      ],
    );
    assert.deepEqual(outline(await timelineBy({ groupBy: 'colour' })), outline(await timelineBy()));
  });

  it('says what it can be asked for', async () => {
    const { options } = await timelineBy();
    assert.deepEqual(
      options?.groups?.map(({ value }) => value),
      ['none', 'owner', 'status', 'goal'],
    );
    assert.deepEqual(options.owners, [
      { value: 'dana', title: 'Dana Weiss' },
      { value: 'erik', title: 'Erik Lund' },
    ]);
    assert.deepEqual(
      options.goals?.map(({ title }) => title),
      ['Fix it at once', 'Save money'],
    );
    assert.deepEqual([options.zooms, options.critical, options.unlinked], [true, true, true]);
    const bare = await viewOf({ 'a.project.yaml': 'project: A\nitems: { a: A }\n' }, 'timeline');
    assert.equal(bare.options?.zooms, undefined);
    assert.deepEqual((await viewOf({ 'a.project.yaml': 'project: A\n' }, 'timeline')).options, {});
  });

  it('has unique rows, and links between rows that are there, whatever is asked for', async () => {
    const plan = await planFrom(files, today);
    const settings = fc.record(
      {
        groupBy: fc.constantFrom('none', 'owner', 'status', 'goal', 'x'),
        hidesDone: fc.boolean(),
        filter: fc.record(
          {
            text: fc.constantFrom('a', 'st', 'scan', 'zzz'),
            owner: fc.constantFrom('dana', 'erik', 'nobody'),
            goal: fc.constantFrom('fix', 'save', 'gone'),
            critical: fc.boolean(),
            unlinked: fc.boolean(),
            status: fc.constantFrom('todo', 'done', 'off-track'),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(settings as fc.Arbitrary<ViewSettings>, (asked) => {
        const data = plan.service.view(plan.uri('a.project.yaml'), 'timeline', asked)?.data;
        assert.ok(data?.view === 'timeline' && data.file === 'project');
        const ids = data.rows.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        for (const { from, to } of data.links) assert.ok(ids.includes(from) && ids.includes(to));
        data.rows.forEach(({ depth }, index) => assert.ok(depth <= (data.rows[index - 1]?.depth ?? 0) + 1));
        assert.ok(!data.shown || data.shown.count <= data.shown.total);
      }),
    );
  });
});

describe('what a timeline says of the future', () => {
  it('is how far an item may slip, where nothing more pressing stands there', async () => {
    const view = await timelineBy();
    assert.match(rowOf(view, 'feed').label ?? '', /^\d+ d float$/);
    assert.equal(rowOf(view, 'rename').label, 'no goal');
    assert.equal(rowOf(view, 'forecast').label, undefined);
  });

  it('is what is critical, and how far the plan should be', async () => {
    const { facts } = await timelineBy();
    assert.ok(facts.length <= 5);
    const critical = facts.find(({ label }) => label === 'Critical path');
    assert.deepEqual([critical?.value, critical?.note], ['2 items', '0 d float']);
    assert.deepEqual(critical?.entry?.path, ['items', 'model', 'items', 'forecast']);
    assert.match(facts.find(({ label }) => label === 'Progress')?.note ?? '', /^plan \d+ %$/);
  });

  it('is when it is finished with 80 % probability, once that has been worked out', async () => {
    const plan = await planFrom(files, today);
    const uri = plan.uri('a.project.yaml');
    const timeline = (): TimelineView => {
      const data = plan.service.view(uri, 'timeline')?.data;
      assert.ok(data?.view === 'timeline' && data.file === 'project');
      return data;
    };
    assert.ok(timeline().rows.every(({ p80 }) => p80 === undefined));
    assert.equal(await plan.service.prepareView(uri, () => true), true);
    const view = timeline();
    const stocked = rowOf(view, 'stocked');
    assert.ok(stocked.p80 !== undefined && stocked.end !== undefined && stocked.p80 > stocked.end);
    assert.match(stocked.label ?? '', /, P80 \d+ (?:Dec|Jan)$/);
    assert.match(view.facts.find(({ label }) => label === 'P80 finish')?.note ?? '', /^\d+ % in time$/);
    assert.ok(view.window && view.window.end >= stocked.p80, 'the chart has room for it');
    assert.equal(await plan.service.prepareView(uri, () => true), false, 'it is known');
    const changed = project.replace('title: Rules', 'title: Rule');
    plan.service.didOpen(uri, 2, changed);
    assert.equal(rowOf(timeline(), 'stocked').p80, stocked.p80, 'what was known stays while somebody types');
    assert.equal(await plan.service.prepareView(uri, () => true), false, 'nothing changed of it');
    assert.equal(await plan.service.prepareView('file:///plan/none.project.yaml', () => true), false);
  });
});
