import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/edit/applyEdits';
import { type Move, readMove } from '../../../../src/core/features/moves/model';
import { plannedMove } from '../../../../src/core/features/moves/plannedMove';
import { planFrom } from '../../planFrom';

/** The day that it is in these tests, a Monday. */
const today = '2026-05-04';

/** The text of a file after a move of an entry of it, or why it is refused. */
async function moved(name: string, text: string, path: readonly string[], move: Move): Promise<string> {
  const plan = await planFrom({ [name]: text }, today);
  const planned = plannedMove(plan.state(), { uri: plan.uri(name), path }, move);
  if ('refused' in planned) return `refused: ${planned.refused}`;
  assert.ok(planned.edit.edits.every(({ uri }) => uri === plan.uri(name)));
  return applyEdits(text, planned.edit.edits) ?? 'the edits overlap';
}

const inProject = (text: string, path: readonly string[], move: Move): Promise<string> =>
  moved('p.project.yaml', text, path, move);
const days = (count: number): Move => ({ kind: 'days', days: count });

describe('moving a goal to another horizon', () => {
  const later: Move = { kind: 'horizon', horizon: 'later' };
  const inRoadmap = (text: string): Promise<string> => moved('a.roadmap.yaml', text, ['goals', 'fast'], later);

  it('writes the horizon, and leaves comments, quotes and braces as they are', async () => {
    assert.equal(
      await inRoadmap('goals:\n  fast:\n    title: Fast # soon\n    horizon: "now" # said Ann\n    target: 2026-Q4\n'),
      'goals:\n  fast:\n    title: Fast # soon\n    horizon: "later" # said Ann\n    target: 2026-Q4\n',
    );
    assert.equal(
      await inRoadmap("goals: { fast: { title: 'Fast', horizon: next } }\n"),
      "goals: { fast: { title: 'Fast', horizon: later } }\n",
    );
  });

  it('adds the key where it is missing, also to a bare title', async () => {
    assert.equal(
      await inRoadmap('goals:\n  fast: { title: Fast }\n'),
      'goals:\n  fast: { title: Fast, horizon: later }\n',
    );
    assert.equal(
      await inRoadmap('goals:\n  fast: Fast # soon\n'),
      'goals:\n  fast:\n    title: Fast # soon\n    horizon: later\n',
    );
  });

  it('is refused for what is gone, written in several places, or no goal', async () => {
    assert.equal(await inRoadmap('goals:\n  slow: Slow\n'), 'refused: This is not in the plan any more.');
    assert.match(
      await inRoadmap('goals:\n  fast: &g { title: Fast }\n  other: *g\n'),
      /^refused: “Fast” is written for more than one place/,
    );
    assert.equal(
      await moved('a.roadmap.yaml', 'features:\n  pay: Pay\n', ['features', 'pay'], later),
      'refused: “Pay” cannot be put there.',
    );
  });
});

describe('moving an item to another status', () => {
  const to = (status: 'todo' | 'in-progress' | 'blocked' | 'done', text: string): Promise<string> =>
    inProject(text, ['items', 'api'], { kind: 'status', status });

  it('writes the status', async () => {
    assert.equal(
      await to('blocked', 'items:\n  api:\n    title: API\n    status: todo # yet\n'),
      'items:\n  api:\n    title: API\n    status: blocked # yet\n',
    );
    assert.equal(
      await to('in-progress', 'items:\n  api: { title: API }\n'),
      'items:\n  api: { title: API, status: in-progress }\n',
    );
  });

  it('says when it was done, as setting it to done in the source does', async () => {
    assert.equal(
      await to('done', 'items:\n  api: { title: API, status: in-progress, progress: 60% }\n'),
      'items:\n  api: { title: API, status: done, progress: 100%, finished: 2026-05-04 }\n',
    );
  });

  it('takes the finish back where it is opened again', async () => {
    assert.equal(
      await to('in-progress', 'items:\n  api:\n    title: API\n    status: done\n    finished: 2026-05-01\n'),
      'items:\n  api:\n    title: API\n    status: in-progress\n',
    );
  });

  it('changes nothing where it has the status', async () => {
    const text = 'items:\n  api: { title: API }\n';
    assert.equal(await to('todo', text), text);
  });

  it('is refused for a parent, for what has begun, and for what starts later', async () => {
    assert.equal(
      await to('done', 'items:\n  api: { title: API, items: { a: A } }\n'),
      'refused: “API” takes its status from the items in it. Move those.',
    );
    assert.match(
      await to('todo', 'items:\n  api: { title: API, status: in-progress, started: 2026-05-01 }\n'),
      /^refused: “API” has begun: it started on 1 May 2026\. .* remove that day in the source/,
    );
    assert.match(
      await to('todo', 'items:\n  api: { title: API, status: in-progress, progress: 20% }\n'),
      /^refused: “API” has begun: .* remove its progress in the source/,
    );
    assert.match(
      await to('done', 'items:\n  api: { title: API, started: 2026-06-01 }\n'),
      /^refused: “API” cannot be done: it starts on 1 June 2026/,
    );
  });
});

describe('moving dates', () => {
  it('moves the start and the end that an item states, and nothing else', async () => {
    assert.equal(
      await inProject(
        'items:\n  api:\n    title: API\n    start: "2026-05-25" # a Monday\n    end: 2026-05-29\n',
        ['items', 'api'],
        days(7),
      ),
      'items:\n  api:\n    title: API\n    start: "2026-06-01" # a Monday\n    end: 2026-06-05\n',
    );
    assert.equal(
      await inProject('items: { api: { start: 2026-06-03, duration: 3d } }\n', ['items', 'api'], days(-2)),
      'items: { api: { start: 2026-06-01, duration: 3d } }\n',
    );
    assert.equal(
      await inProject('items:\n  api: { end: 2028-02-28, estimate: 3d }\n', ['items', 'api'], days(1)),
      'items:\n  api: { end: 2028-02-29, estimate: 3d }\n',
    );
  });

  it('moves the date of a milestone', async () => {
    assert.equal(
      await inProject(
        "milestones:\n  live: { title: Live, date: '2026-06-30' } # at last\n",
        ['milestones', 'live'],
        days(1),
      ),
      "milestones:\n  live: { title: Live, date: '2026-07-01' } # at last\n",
    );
  });

  it('goes from the day that a milestone is shown on where work holds it up, and not before that', async () => {
    const text =
      'start: 2026-05-04\nitems:\n  api: { title: API, start: 2026-06-01, end: 2026-06-05 }\nmilestones:\n  live: { title: Live, date: 2026-06-02, depends_on: api }\n';
    assert.equal(
      await inProject(text, ['milestones', 'live'], days(3)),
      text.replace('date: 2026-06-02', 'date: 2026-06-08'),
    );
    assert.match(
      await inProject(text, ['milestones', 'live'], days(-1)),
      /^refused: “Live” cannot be moved, because its dates are computed: it waits for “?API”? until 5 June 2026/,
    );
  });

  it('is refused where dates are computed, with what drives them and what to do', async () => {
    const text =
      'start: 2026-05-04\nitems:\n  spec: { title: Spec, estimate: 5d }\n  api: { title: API, estimate: 2d, depends_on: spec }\n  all: { title: All, items: { part: { title: Part, start: 2026-06-01, end: 2026-06-02 } } }\nmilestones:\n  live: { title: Live, depends_on: api }\n';
    assert.match(
      await inProject(text, ['items', 'api'], days(1)),
      /^refused: “API” cannot be moved, because its dates are computed: it waits for “?Spec”? until 8 May 2026\. State its start in the source/,
    );
    assert.match(
      await inProject(text, ['milestones', 'live'], days(1)),
      /^refused: “Live” .* State its date in the source/,
    );
    assert.equal(
      await inProject(text, ['items', 'all'], days(1)),
      'refused: “All” takes its dates from the items in it. Move those.',
    );
    assert.match(
      await inProject('items: { api: API }\n', ['items', 'api'], days(1)),
      /^refused: “API” cannot be moved/,
    );
  });

  it('is refused for what has happened', async () => {
    const happened = {
      'started: 2026-05-01, start: 2026-05-01': 'started on 1 May 2026',
      'finished: 2026-05-01, start: 2026-04-20': 'was finished on 1 May 2026',
      'status: done, start: 2026-04-20': 'is done',
    };
    for (const [fields, what] of Object.entries(happened)) {
      const text = `items:\n  api: { title: API, ${fields} }\n`;
      assert.match(await inProject(text, ['items', 'api'], days(1)), new RegExp(`^refused: “API” ${what}`));
    }
    assert.match(
      await inProject(
        'milestones: { live: { title: Live, date: 2026-05-01, reached: 2026-05-02 } }\n',
        ['milestones', 'live'],
        days(1),
      ),
      /^refused: “Live” was reached on 2 May 2026/,
    );
  });

  it('is refused beyond the years that a date can have', async () => {
    assert.match(
      await inProject('items: { api: { title: API, start: 9999-12-01 } }\n', ['items', 'api'], days(36_600)),
      /^refused: “API”/,
    );
  });
});

describe('moving targets and releases', () => {
  const byPeriods = (path: readonly string[], text: string, periods: number): Promise<string> =>
    moved('a.roadmap.yaml', text, path, { kind: 'periods', periods });
  const target = (period: string, periods: number): Promise<string> =>
    byPeriods(['goals', 'fast'], `goals:\n  fast: { title: Fast, target: ${period} }\n`, periods);
  const after = (period: string): string => `goals:\n  fast: { title: Fast, target: ${period} }\n`;

  it('goes by periods of the kind that is written', async () => {
    assert.equal(await target('2026-Q4', 1), after('2027-Q1'));
    assert.equal(await target('2026-Q1', -2), after('2025-Q3'));
    assert.equal(await target('2026-12', 2), after('2027-02'));
    assert.equal(await target('2026-H2', 1), after('2027-H1'));
    assert.equal(await target('2026', 3), after('2029'));
    assert.equal(await target('2026-W53', 1), after('2027-W01'));
    assert.equal(await target('2028-02-28', 1), after('2028-02-29'));
  });

  it('keeps comments and quotes', async () => {
    assert.equal(
      await byPeriods(['releases', 'one'], 'releases:\n  one:\n    title: One\n    date: "2026-09" # said Ann\n', 1),
      'releases:\n  one:\n    title: One\n    date: "2026-10" # said Ann\n',
    );
  });

  it('is refused for what has ended, states no period, or would leave the years of a plan', async () => {
    assert.match(await target('2026-Q4, status: achieved', 1), /^refused: “Fast” is achieved\. What has happened/);
    assert.match(
      await byPeriods(['releases', 'one'], 'releases: { one: { title: One, date: 2026-01, status: released } }\n', 1),
      /^refused: “One” is released/,
    );
    assert.match(
      await byPeriods(['goals', 'fast'], 'goals: { fast: Fast }\n', 1),
      /^refused: “Fast” states no target\. State one/,
    );
    assert.match(await target('2026', 30_000), /^refused: “Fast” cannot be moved so far/);
  });
});

describe('changing the order of a board', () => {
  const goals =
    'goals:\n  a: A # first\n\n  # about b\n  b:\n    title: B\n    horizon: now\n  c: C\n  won: { title: Won, status: achieved }\n';
  const beside = (
    name: string,
    text: string,
    path: readonly string[],
    other: readonly string[],
    side: 'before' | 'after',
  ) => moved(name, text, path, { kind: 'order', neighbour: { uri: `file:///plan/${name}`, path: other }, side });
  const ofGoals = (id: string, other: string, side: 'before' | 'after', text = goals): Promise<string> =>
    beside('a.roadmap.yaml', text, ['goals', id], ['goals', other], side);

  it('moves a whole entry with its comments, before or after another one', async () => {
    const moved =
      'goals:\n  a: A # first\n\n  c: C\n  # about b\n  b:\n    title: B\n    horizon: now\n  won: { title: Won, status: achieved }\n';
    assert.equal(await ofGoals('c', 'b', 'before'), moved);
    assert.equal(await ofGoals('b', 'c', 'after'), moved);
    assert.equal(await ofGoals('a', 'b', 'before'), goals, 'where it stands already');
  });

  it('works for items that no date sorts, among those of their list', async () => {
    const text = 'items:\n  x:\n    title: X\n    items:\n      a: A\n      b: B\n  y: Y\n';
    const ofItems = (path: readonly string[], other: readonly string[]): Promise<string> =>
      beside('p.project.yaml', text, path, other, 'before');
    assert.match(
      await ofItems(['items', 'x', 'items', 'b'], ['items', 'x', 'items', 'a']),
      / {6}b: B\n {6}a: A\n {2}y: Y/,
    );
    assert.equal(
      await ofItems(['items', 'x', 'items', 'b'], ['items', 'y']),
      'refused: “B” and “Y” stand in different lists. Move it in the source.',
    );
  });

  it('is refused where something else than the file says what stands first', async () => {
    assert.match(await ofGoals('a', 'won', 'after'), /^refused: “A” .*achieved goals stand last/);
    assert.match(
      await beside(
        'p.project.yaml',
        'items:\n  a: A\n  b: { title: B, start: 2026-06-01 }\n',
        ['items', 'a'],
        ['items', 'b'],
        'after',
      ),
      /^refused: “A” .*in the order of their dates/,
    );
  });

  it('is refused where the entries cannot be told apart, or one is gone', async () => {
    assert.match(
      await ofGoals('b', 'a', 'before', 'goals: { a: A, b: B }\n'),
      /^refused: “B” cannot be changed as it is written/,
    );
    assert.match(await ofGoals('a', 'gone', 'before'), /^refused: This is not in the plan any more/);
  });
});

describe('a move out of a message', () => {
  it('is read as it is meant, and is none where it is anything else', () => {
    const moves: readonly Move[] = [
      { kind: 'horizon', horizon: 'next' },
      { kind: 'status', status: 'done' },
      { kind: 'days', days: -3 },
      { kind: 'periods', periods: 2 },
      { kind: 'order', neighbour: { uri: 'file:///a', path: ['goals', 'a'] }, side: 'after' },
    ];
    for (const move of moves) assert.deepEqual(readMove(move), move);
    const others: readonly unknown[] = [
      null,
      'days',
      {},
      { kind: 'days' },
      { kind: 'days', days: 0.5 },
      { kind: 'days', days: 1e12 },
      { kind: 'periods', periods: '2' },
      { kind: 'horizon', horizon: 'none' },
      { kind: 'status', status: 'dropped' },
      { kind: 'order', neighbour: { uri: 'file:///a', path: [1] }, side: 'after' },
      { kind: 'order', neighbour: { uri: 'file:///a', path: [] }, side: 'beside' },
    ];
    for (const other of others) assert.equal(readMove(other), undefined);
  });
});
