import assert from 'node:assert/strict';
import type { ItemColumn } from '../../../src/core/views/projectBoardModel';
import { projectViewOf, viewOf } from './viewOf';

const people = 'people: { ana: Ana Lima, ben: Ben Ortiz }\n';

/** `To do: A, B` */
function titled(columns: readonly ItemColumn[]): readonly string[] {
  return columns.map(({ title, items }) => `${title}: ${items.map((item) => item.title).join(', ')}`);
}

describe('board of a project', () => {
  it('has items without children by their status, what comes first on top and what was done last on top', async () => {
    const { columns } = await projectViewOf(
      'board',
      `items:
  late: { title: Late, start: 2026-12-14, end: 2026-12-18 }
  early: { title: Early, start: 2026-12-07, end: 2026-12-11 }
  whole:
    title: Whole
    items:
      part: { title: Part, status: in-progress, started: 2026-11-16, end: 2026-11-27, progress: 40% }
      old: { title: Old, status: done, started: 2026-11-02, finished: 2026-11-06 }
      new: { title: New, status: done, started: 2026-11-09, finished: 2026-11-13 }
  gone: { title: Gone, status: dropped }
`,
    );
    assert.deepEqual(titled(columns), ['To do: Early, Late', 'In progress: Part', 'Done: New, Old']);
    const [part] = columns[1]?.items ?? [];
    assert.equal(part?.within, 'Whole');
    assert.equal(part.progress, 0.4);
    assert.equal(part.when, '16–27 Nov');
    assert.equal(columns[2]?.items[0]?.when, '13 Nov');
    assert.equal(columns[2].items[0].progress, undefined);
  });

  it('has a column of what is blocked only while something is', async () => {
    const blocked = await projectViewOf('board', 'items: { a: { title: A, status: blocked } }\n');
    assert.deepEqual(titled(blocked.columns), ['To do: ', 'In progress: ', 'Blocked: A', 'Done: ']);
    const filtered = await projectViewOf('board', 'items: { a: { title: A, status: blocked }, b: B }\n', {
      filter: { text: 'b' },
    });
    assert.deepEqual(titled(filtered.columns), ['To do: B', 'In progress: ', 'Blocked: ', 'Done: ']);
    assert.deepEqual(filtered.shown, { count: 1, total: 2 });
  });

  it('says who, how much, and what holds it up', async () => {
    const { columns } = await projectViewOf(
      'board',
      `${people}items:
  first: { title: First, assignees: ana, estimate: 4d, status: in-progress, started: 2026-11-20 }
  second: { title: Second, assignees: [ana, ben], estimate: 3d, depends_on: first }
`,
    );
    const [second] = columns[0]?.items ?? [];
    assert.equal(second?.owner, 'Ana Lima, Ben Ortiz');
    assert.equal(second.effort, '3 d');
    assert.match(second.waits ?? '', /^Waits for First until \d+ November 2026$/);
    assert.equal(columns[0]?.summary, '1 item, 3 d');
  });

  it('says how late work is for its deadline, else for its end, and nothing of what is done', async () => {
    const { columns } = await projectViewOf(
      'board',
      `items:
  a: { title: A, estimate: 5d, start: 2026-11-23, deadline: 2026-11-25 }
  b: { title: B, status: done, started: 2026-11-02, finished: 2026-11-13, deadline: 2026-11-06 }
  c: { title: C, start: 2026-11-23, end: 2026-11-27 }
`,
    );
    const late = Object.fromEntries(columns.flatMap(({ items }) => items.map((item) => [item.title, item.late])));
    assert.deepEqual(late, { A: '2 d late', B: undefined, C: undefined });
  });

  it('marks what no goal asks for, and what has no float', async () => {
    const view = await viewOf({ 'a.project.yaml': 'project: A\nitems: { a: { title: A, estimate: 2d } }\n' }, 'board');
    assert.ok(view.view === 'board' && view.file === 'project');
    const [item] = view.columns[0]?.items ?? [];
    assert.equal(item?.unlinked, true);
    assert.equal(item.critical, true);
    assert.deepEqual([view.options?.unlinked, view.options?.critical], [true, true]);
  });

  it('puts items into lanes of people or goals, in the lane of each', async () => {
    const items = `${people}items:
  both: { title: Both, assignees: [ana, ben] }
  one: { title: One, assignees: ben }
  none: { title: None }
`;
    const { lanes, options } = await projectViewOf('board', items, { groupBy: 'person' });
    assert.deepEqual(
      lanes?.map(({ title, columns }) => `${title} ${titled(columns).join(' ')}`),
      [
        'Ana Lima To do: Both In progress:  Done: ',
        'Ben Ortiz To do: Both, One In progress:  Done: ',
        'Nobody To do: None In progress:  Done: ',
      ],
    );
    assert.deepEqual(
      lanes.map(({ entry }) => entry?.path.at(-1)),
      ['ana', 'ben', undefined],
    );
    assert.deepEqual(
      options?.groups?.map(({ value }) => value),
      ['none', 'person', 'goal'],
    );
    const byGoal = await projectViewOf('board', items, { groupBy: 'goal' });
    assert.deepEqual(
      byGoal.lanes?.map(({ title }) => title),
      ['The goal'],
    );
    assert.equal((await projectViewOf('board', items, { groupBy: 'rice' })).lanes, undefined);
  });

  it('is filtered by people, by what is done, and by what is critical', async () => {
    const items = `${people}items:
  a: { title: A, assignees: ana, status: done }
  b: { title: B, assignees: ben, estimate: 1d }
  c: { title: C, assignees: ana, estimate: 9d }
`;
    const left = async (settings: Parameters<typeof projectViewOf>[2]): Promise<readonly string[]> =>
      (await projectViewOf('board', items, settings)).columns.flatMap((column) =>
        column.items.map(({ title }) => title),
      );
    assert.deepEqual(await left({ filter: { owner: 'ana' } }), ['C', 'A']);
    assert.deepEqual(await left({ hidesDone: true }), ['B', 'C']);
    assert.deepEqual(await left({ filter: { critical: true } }), ['C']);
  });

  it('has columns without items for a project that has none', async () => {
    assert.deepEqual(titled((await projectViewOf('board', '')).columns), ['To do: ', 'In progress: ', 'Done: ']);
  });
});
