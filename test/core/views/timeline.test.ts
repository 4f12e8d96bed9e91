import assert from 'node:assert/strict';
import type { TimelineRow, TimelineView } from '../../../src/core/views/model';
import { projectTimeline as timeline, rowOf, timelineOf } from './viewOf';

const uri = (name: string): string => `file:///plan/${name}`;

/** `  title` for each row, indented by its depth. */
function outline(view: TimelineView): readonly string[] {
  return view.rows.map(
    ({ title, depth, kind }) => `${' '.repeat(depth - 1)}${title}${kind === 'item' ? '' : ` (${kind})`}`,
  );
}

function datesOf({ start, end }: TimelineRow): string {
  return `${start ?? ''}..${end ?? ''}`;
}

/** `from TYPE to lag`. */
function linksOf(view: TimelineView): readonly string[] {
  return view.links.map(({ from, to, type, lag }) => `${from} ${type} ${to}${lag === undefined ? '' : ` ${lag}`}`);
}

describe('rows of a timeline', () => {
  it('are the tree of items, each parent before its children', async () => {
    const view = await timeline(
      'items: { a: { title: A1, items: { b: B, c: { title: C, items: { d: D } } } }, e: E }\n',
    );
    assert.deepEqual(outline(view), ['A1 (group)', ' B', ' C (group)', '  D', 'E']);
    assert.deepEqual(rowOf(view, 'd').entry, {
      uri: uri('a.project.yaml'),
      path: ['items', 'a', 'items', 'c', 'items', 'd'],
    });
  });

  it('begin with the project where it has dates, with its promise and its approved plan', async () => {
    const view = await timeline(`start: 2026-10-01
end: 2026-12-18
health: on-track
baseline: { start: 2026-10-01, end: 2026-12-04 }
items: { a: { title: A, status: done }, b: B }
`);
    assert.deepEqual(view.rows[0], {
      entry: { uri: uri('a.project.yaml'), path: [] },
      id: '',
      kind: 'project',
      depth: 1,
      title: 'A',
      state: { kind: 'on-track', text: 'On track' },
      progress: 0.5,
      start: '2026-10-01',
      end: '2026-12-18',
      label: '50 %',
      baseline: { start: '2026-10-01', end: '2026-12-04' },
      deadline: '2026-12-18',
    });
  });

  it('are none in a project without work', async () => {
    const view = await timeline('start: 2026-10-01\nend: 2026-12-18\n');
    assert.deepEqual(view.rows, []);
    assert.equal(view.window, undefined);
  });

  it('have actual dates before stated ones, with the stated ones as the plan, and else computed ones', async () => {
    const view = await timeline(`items:
  stated: { title: S, start: 2026-11-02, end: 2026-11-06 }
  actual: { title: A, start: 2026-11-02, end: 2026-11-06, started: 2026-11-03, finished: 2026-11-10, status: done }
  begun: { title: B, started: 2026-11-03, end: 2026-11-27 }
  open: { title: O, start: 2026-12-01 }
  until: { title: U, end: 2026-12-01 }
  none: { title: N, duration: 5d }
  reversed: { title: R, start: 2026-12-10, end: 2026-12-01 }
`);
    const dates = view.rows.map((row) => `${row.id} ${datesOf(row)}`);
    assert.deepEqual(dates, [
      'stated 2026-11-02..2026-11-06',
      'actual 2026-11-03..2026-11-10',
      'begun 2026-11-03..2026-11-27',
      'open 2026-12-01..',
      'until ..2026-12-01',
      // The project begins today, on Friday.
      'none 2026-11-20..2026-11-26',
      'reversed 2026-12-10..',
    ]);
    assert.deepEqual(rowOf(view, 'actual').baseline, { start: '2026-11-02', end: '2026-11-06' });
    assert.equal(rowOf(view, 'stated').baseline, undefined);
  });

  it('say what is critical, how far the rest may slip, and which dependency drives it', async () => {
    const view = await timeline(`start: 2026-11-23
items:
  a: { title: A, estimate: 2d, milestone: m }
  b: { title: B, estimate: 3d, depends_on: a, milestone: late }
  c: { title: C, estimate: 1d, depends_on: a }
milestones:
  m: { title: M }
  late: { title: Late, date: 2026-11-26 }
`);
    assert.deepEqual(
      view.rows
        .filter(({ kind }) => kind !== 'project')
        .map((row) => [row.id, datesOf(row), row.critical, row.floatEnd]),
      [
        ['a', '2026-11-23..2026-11-24', true, undefined],
        ['m', '..2026-11-24', false, undefined],
        ['b', '2026-11-25..2026-11-27', true, undefined],
        ['late', '..2026-11-27', true, undefined],
        ['c', '2026-11-25..2026-11-25', false, '2026-11-27'],
      ],
    );
    assert.equal(rowOf(view, 'late').label, '27 Nov, 1 d late');
    assert.deepEqual(rowOf(view, 'late').baseline, { start: '2026-11-26', end: '2026-11-26' });
    assert.deepEqual(
      view.links.map(({ from, to, critical }) => [from, to, critical]),
      [
        ['a', 'm', undefined],
        ['a', 'b', true],
        ['b', 'late', true],
        ['a', 'c', undefined],
      ],
    );
  });

  it('give a parent the span of its children', async () => {
    const view = await timeline(`items:
  whole: { title: W, items: { a: { title: A, start: 2026-11-02, end: 2026-11-06 }, b: { title: B, start: 2026-11-09, end: 2026-11-13 }, x: { title: X, end: 2027-11-13, status: dropped } } }
  own: { title: O, start: 2026-11-01, items: { c: { title: C, start: 2026-11-09, end: 2026-11-13 } } }
  starts: { title: S, items: { d: { title: D, start: 2026-11-09 }, e: { title: E, start: 2026-11-16 } } }
  deep: { title: D, items: { f: { title: F, items: { g: { title: G, start: 2026-11-09, end: 2026-11-13 } } } } }
`);
    assert.equal(datesOf(rowOf(view, 'whole')), '2026-11-02..2026-11-13');
    assert.equal(datesOf(rowOf(view, 'own')), '2026-11-09..2026-11-13');
    assert.equal(datesOf(rowOf(view, 'starts')), '2026-11-09..');
    assert.equal(datesOf(rowOf(view, 'deep')), '2026-11-09..2026-11-13');
  });

  it('say state, progress and whose it is', async () => {
    const view = await timeline(`people:
  dana: Dana Weiss
  kinto: { name: Kinto Parts AG, kind: supplier }
items:
  a: { title: A, owner: dana, status: in-progress, progress: 45% }
  b: { title: B, assignees: { kinto: 50% } }
  c: { title: C, assignees: [dana, kinto, dana], status: blocked }
  d: { title: D, owner: nobody }
  e: E
`);
    const { state, progress } = rowOf(view, 'a');
    assert.deepEqual([state, progress], [{ kind: 'in-progress', text: 'In progress' }, 0.45]);
    assert.deepEqual(rowOf(view, 'c').state, { kind: 'blocked', text: 'Blocked' });
    const owners = view.rows.map(({ id, owner, ownerShort }) => [id, owner, ownerShort]);
    assert.deepEqual(owners, [
      ['a', 'Dana Weiss', 'Dana'],
      ['b', 'Kinto Parts AG', 'Kinto Parts AG'],
      ['c', 'Dana Weiss, Kinto Parts AG', 'Dana +1'],
      ['d', 'nobody', 'nobody'],
      ['e', undefined, undefined],
    ]);
  });

  it('say beside the bar what stands out', async () => {
    const view = await timelineOf({
      'a.project.yaml': `project: A
items:
  group: { title: G, goal: g, items: { a: { title: A, status: done }, b: { title: B } } }
  late: { title: L, goal: g, end: 2026-11-17 }
  done: { title: D, goal: g, end: 2026-11-17, status: done }
  nailed: { title: N, goal: g, end: 2026-12-10, deadline: 2026-12-08 }
  loose: { title: U, items: { under: V } }
  plain: { title: P, goal: g, end: 2026-12-10 }
`,
      'p.roadmap.yaml': 'product: P\ngoals: { g: G }\n',
    });
    const label = (id: string): string | undefined => rowOf(view, id).label;
    assert.equal(label('group'), '50 %');
    assert.equal(label('late'), '17 Nov, 3 d overdue');
    assert.equal(label('done'), undefined);
    assert.equal(label('nailed'), '10 Dec, 2 d after the deadline');
    assert.equal(rowOf(view, 'nailed').deadline, '2026-12-08');
    assert.equal(label('loose'), '0 %, no goal');
    assert.equal(label('under'), 'no goal');
    assert.equal(label('plain'), undefined);
    assert.deepEqual(
      view.rows.filter(({ unlinked }) => unlinked).map(({ id }) => id),
      ['loose', 'under'],
    );
  });

  it('say once, on the project, that all of it is without a goal', async () => {
    const view = await timelineOf({ 'a.project.yaml': 'project: A\nend: 2026-12-18\nitems: { a: A, b: B }\n' });
    assert.deepEqual(view.goals, []);
    assert.deepEqual(
      view.rows.map(({ unlinked }) => unlinked),
      [true, undefined, undefined],
    );
  });

  it('say which of their dates a move would write: stated ones of what is still to come about', async () => {
    const { rows } = await timeline(`items:
  both: { title: A, start: 2026-12-01, end: 2026-12-04 }
  start: { title: B, start: 2026-12-01, estimate: 2d }
  computed: { title: C, estimate: 2d, depends_on: both }
  begun: { title: D, started: 2026-11-02, end: 2026-12-04 }
  done: { title: E, status: done, start: 2026-11-02, end: 2026-11-04 }
milestones:
  live: { title: Live, date: 2026-12-01, depends_on: both }
  soon: { title: Soon, depends_on: both }
`);
    assert.deepEqual(Object.fromEntries(rows.map(({ id, stated }) => [id, stated])), {
      both: { start: '2026-12-01', end: '2026-12-04' },
      start: { start: '2026-12-01' },
      computed: undefined,
      begun: undefined,
      done: undefined,
      // Where the work that it waits for puts it.
      live: { end: '2026-12-04' },
      soon: undefined,
    });
  });
});

describe('milestones of a timeline', () => {
  it('stand after the last work that they wait for, where all of that is together', async () => {
    const view = await timeline(`milestones:
  end: End
  inside: Inside
  between: Between
  own: { title: Own, depends_on: second }
items:
  first: { title: First, items: { a: { title: A, milestone: inside }, b: { title: B, milestone: between }, c: C } }
  second: { title: Second, milestone: between }
  third: Third
`);
    assert.deepEqual(outline(view), [
      'First (group)',
      ' A',
      ' Inside (milestone)',
      ' B',
      ' C',
      'Second',
      'Between (milestone)',
      'Own (milestone)',
      'Third',
      'End (milestone)',
    ]);
    assert.deepEqual(rowOf(view, 'inside').entry.path, ['milestones', 'inside']);
  });

  it('have their date, and where they were reached on another day both', async () => {
    const view = await timeline(`milestones:
  planned: { title: P, date: 2026-12-01 }
  reached: { title: R, date: 2026-11-02, reached: 2026-11-04 }
  early: { title: E, date: 2026-11-04, reached: 2026-11-02 }
  exact: { title: X, date: 2026-11-02, reached: 2026-11-02 }
  overdue: { title: O, date: 2026-11-18 }
  some-day: { title: S }
`);
    const { end, label, baseline, state } = rowOf(view, 'reached');
    assert.deepEqual(
      [end, label, baseline],
      ['2026-11-04', '4 Nov, 2 d after the plan', { start: '2026-11-02', end: '2026-11-02' }],
    );
    assert.deepEqual(state, { kind: 'done', text: 'Reached' });
    assert.equal(rowOf(view, 'early').label, '2 Nov');
    assert.equal(rowOf(view, 'exact').baseline, undefined);
    assert.equal(rowOf(view, 'planned').label, '1 Dec');
    assert.deepEqual(rowOf(view, 'planned').state, { kind: 'todo', text: 'Not reached yet' });
    assert.equal(rowOf(view, 'overdue').label, '18 Nov, 2 d overdue');
    assert.deepEqual(rowOf(view, 'overdue').state, { kind: 'off-track', text: 'Overdue' });
    assert.equal(rowOf(view, 'some-day').end, undefined);
  });
});

describe('links of a timeline', () => {
  it('are the dependencies between its rows, with type and lag', async () => {
    const view = await timelineOf({
      'a.project.yaml': `project: A
milestones: { m: { title: M, depends_on: [b FF, other/x] } }
items:
  a: A
  b: { title: B, depends_on: [a, m SS+2d], milestone: m }
  c: { title: C, depends_on: [a/b FS-1w, other/x, nowhere, c, a, a], items: { d: D } }
  e: { title: E, depends_on: c SF }
`,
      'other.project.yaml': 'project: Other\nitems: { x: X }\n',
    });
    assert.deepEqual(linksOf(view), ['a FS b', 'm SS b +2d', 'b FS m', 'b FS c -1w', 'a FS c', 'c SF e', 'b FF m']);
  });

  it('join children that follow one another, dropped ones left out', async () => {
    const view = await timeline(
      'items: { p: { title: P, sequential: true, items: { a: A, x: { title: X, status: dropped }, b: B, c: { title: C, depends_on: b } } } }\n',
    );
    assert.deepEqual(linksOf(view), ['a FS b', 'b FS c']);
  });

  it('survive rings', async () => {
    const view = await timeline('items: { a: { title: A, depends_on: b }, b: { title: B, depends_on: a } }\n');
    assert.deepEqual(linksOf(view), ['b FS a', 'a FS b']);
  });
});

describe('days of a timeline', () => {
  it('reach from the first to the last date of anything that is shown', async () => {
    const view = await timeline(`end: 2026-12-18
baseline: { start: 2026-09-28, end: 2026-12-04 }
items: { a: { title: A, start: 2026-10-05, end: 2026-10-09, deadline: 2027-01-08 } }
`);
    assert.deepEqual(view.window, { start: '2026-09-28', end: '2027-01-08' });
    assert.equal(view.today, '2026-11-20');
  });

  it('are absent while nothing has a date', async () => {
    const view = await timeline('items: { a: A }\nmilestones: { m: M }\n');
    assert.equal(view.window, undefined);
    assert.equal(view.rows.length, 2);
  });

  it('hold the free days of the calendar and the holidays within', async () => {
    const view = await timeline(
      'items: { a: { title: A, start: 2026-12-28, end: 2027-01-08 } }\n',
      'calendar: { workdays: [sun, mon, tue, wed, thu], holidays: [2026-12-24..2026-12-29, 2026-12-30, 2027-01-06, 2027-02-01, 2026-02-30] }\n',
    );
    assert.deepEqual(view.daysOff, [5, 6]);
    assert.deepEqual(view.holidays, [
      { start: '2026-12-28', end: '2026-12-30' },
      { start: '2027-01-06', end: '2027-01-06' },
    ]);
  });

  it('may be three centuries apart', async () => {
    const view = await timeline(
      'items: { a: { title: A, start: 1900-01-01, end: 2199-12-31 }, b: { title: B, end: 9999-12-31 } }\n',
    );
    assert.deepEqual(view.window, { start: '1900-01-01', end: '2199-12-31' });
    assert.equal(datesOf(rowOf(view, 'b')), '..');
  });
});
