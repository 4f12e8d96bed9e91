import assert from 'node:assert/strict';
import { assignmentPlace } from '../../../../src/core/analysis/capacity/assignment';
import type { OverAllocationOptions } from '../../../../src/core/analysis/capacity/overAllocation';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import { day } from '../calendar/days';
import { analysisOf, monday, projectOf } from '../schedule/scheduleFrom';

/** Each run as who, its weeks with what is stated and the capacity, and the assignment that starts it. */
function runsOf({ capacity }: PlanAnalysis, options?: OverAllocationOptions): unknown {
  return capacity
    .overAllocations(options)
    .map(({ person, weeks, assignment }) => [
      person.id,
      weeks.map(({ week, stated, capacity: most }) => `${week} ${Math.round(stated)}/${Math.round(most ?? NaN)}`),
      `${assignment.file.id}/${assignment.item.id}`,
    ]);
}

const ana = 'people: { ana: { name: Ana } }\n';

describe('over-allocations', () => {
  it('are runs of weeks with too much stated work, over all projects', () => {
    const analysis = analysisOf(
      {
        '.throughline.yaml': ana,
        'p.project.yaml': `
project: P
items:
  long: { title: Long, start: 2026-05-04, end: 2026-06-12, assignees: { ana: 60% } }`,
        'q.project.yaml': `
project: Q
items:
  first: { title: First, start: 2026-05-13, end: 2026-05-22, assignees: { ana: 80% } }
  other: { title: Other, start: 2026-06-01, end: 2026-06-05, assignees: { ana: 100% } }`,
      },
      monday,
    );
    // Long takes 1440 of 2400 a week. First adds 3 × 384 in the week of 11 May and 5 × 384 in the next.
    assert.deepEqual(runsOf(analysis), [
      ['ana', ['2026-W21 3360/2400'], 'q/first'],
      ['ana', ['2026-W23 3840/2400'], 'q/other'],
    ]);
    // 2592 is 108 % of 2400.
    assert.deepEqual(runsOf(analysis, { limit: 1 }), [
      ['ana', ['2026-W20 2592/2400', '2026-W21 3360/2400'], 'q/first'],
      ['ana', ['2026-W23 3840/2400'], 'q/other'],
    ]);
    const [run] = analysis.capacity.overAllocations({ limit: 1 });
    assert.deepEqual(
      run?.items.map(({ item, file, minutes }) => [file.id, item.id, Math.round(minutes)]),
      [
        ['p', 'long', 2880],
        ['q', 'first', 3072],
      ],
    );
    assert.deepEqual(
      [run.stated, run.capacity].map((minutes) => Math.round(minutes)),
      [5952, 4800],
    );
  });

  it('do not begin at exactly the limit', () => {
    const items = (other: number): string => `
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-08, assignees: { ana: 70% } }
  b: { title: B, start: 2026-05-04, end: 2026-05-08, assignees: { ana: ${other}% } }`;
    assert.deepEqual(runsOf(projectOf(ana + items(40))), []);
    assert.deepEqual(runsOf(projectOf(ana + items(41))), [['ana', ['2026-W19 2664/2400'], 'p/b']]);
  });

  it('count what is left of work in progress, and leave out what is placed around it', () => {
    const plan = (rest: string): PlanAnalysis =>
      projectOf(
        `${ana}
items:
  a: { title: A, start: 2026-05-11, end: 2026-05-15, assignees: ana }
  b: { title: B, estimate: 10d, progress: 50%, assignees: ana, ${rest} }`,
        '2026-05-11',
      );
    assert.deepEqual(runsOf(plan('started: 2026-05-04, end: 2026-05-15')), [['ana', ['2026-W20 4800/2400'], 'p/b']]);
    assert.deepEqual(runsOf(plan('started: 2026-05-04')), []);
    assert.deepEqual(runsOf(plan('not_before: 2026-05-04')), []);
  });

  it('leave out what is said not to count, of the weeks and of the sums', () => {
    const analysis = projectOf(
      `${ana}
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-15, assignees: ana }
  b: { title: B, start: 2026-05-04, end: 2026-05-15, assignees: { ana: 60% } }
  c: { title: C, start: 2026-05-04, end: 2026-05-08, assignees: { ana: 20% } }`,
    );
    const without = (...ids: readonly string[]): OverAllocationOptions => ({
      counts: ({ item }) => !ids.includes(item.id),
    });
    assert.deepEqual(runsOf(analysis, without('a')), []);
    const [run, ...others] = analysis.capacity.overAllocations(without('b'));
    assert.deepEqual(others, []);
    assert.deepEqual(
      [run?.weeks.map(({ week }) => week), Math.round(run?.stated ?? 0), run?.assignment.item.id],
      [['2026-W19'], 2880, 'a'],
    );
    assert.deepEqual(
      run?.items.map(({ item }) => item.id),
      ['c', 'a'],
    );
  });

  it('go on over a week in which the person works on no day', () => {
    const plan = (away: string): PlanAnalysis =>
      projectOf(`
people: { ana: { name: Ana, away: ${away} } }
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-22, assignees: ana }
  b: { title: B, start: 2026-05-04, end: 2026-05-22, assignees: ana }`);
    assert.deepEqual(runsOf(plan('2026-05-11..2026-05-15')), [
      ['ana', ['2026-W19 4800/2400', '2026-W21 4800/2400'], 'p/b'],
    ]);
    assert.deepEqual(runsOf(plan('2026-05-11..2026-05-14')), [
      ['ana', ['2026-W19 4800/2400', '2026-W20 960/480', '2026-W21 4800/2400'], 'p/b'],
    ]);
  });

  it('are found in a single item whose dates leave too little time for its effort', () => {
    const plan = (rest: string): PlanAnalysis =>
      projectOf(`${ana}
items: { a: { title: A, estimate: 8d, assignees: ana, ${rest} } }`);
    assert.deepEqual(runsOf(plan('start: 2026-05-04, end: 2026-05-08')), [['ana', ['2026-W19 3840/2400'], 'p/a']]);
    assert.deepEqual(runsOf(plan('start: 2026-05-04, duration: 5d')), [['ana', ['2026-W19 3840/2400'], 'p/a']]);
    // Without a date there is none that could be wrong.
    assert.deepEqual(runsOf(plan('duration: 5d')), []);
  });

  it('leave out weeks that are over, unless they are asked for', () => {
    const analysis = projectOf(
      `${ana}
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-15, assignees: ana }
  b: { title: B, start: 2026-05-04, end: 2026-05-15, assignees: ana }`,
      '2026-05-10',
    );
    // Sunday still belongs to the first week.
    assert.deepEqual(runsOf(analysis), [['ana', ['2026-W19 4800/2400', '2026-W20 4800/2400'], 'p/b']]);
    assert.deepEqual(runsOf(analysis, { from: day('2026-05-11') }), [['ana', ['2026-W20 4800/2400'], 'p/b']]);
    assert.deepEqual(runsOf(analysis, { from: day('2026-05-18') }), []);
  });

  it('are nothing that a team, a supplier or a client can have', () => {
    for (const kind of ['team', 'supplier', 'client']) {
      const analysis = projectOf(`
people: { kit: { name: Kit, kind: ${kind} } }
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-08, assignees: kit }
  b: { title: B, start: 2026-05-04, end: 2026-05-08, assignees: kit }`);
      assert.deepEqual(runsOf(analysis), [], kind);
    }
  });

  it('are found against half a capacity', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana, capacity: 50% } }
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-08, assignees: ana }
  b: { title: B, start: 2026-05-07, end: 2026-05-08, assignees: ana }`);
    // 2.5 days of A and one of B.
    assert.deepEqual(runsOf(analysis), [['ana', ['2026-W19 1680/1200'], 'p/b']]);
  });

  it('start with an assignment that stands among the assignees, or as the owner', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana }, ben: { name: Ben } }
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-08, assignees: [ben, ana] }
  b: { title: B, start: 2026-05-05, end: 2026-05-08, owner: ben }
  c: { title: C, start: 2026-05-05, end: 2026-05-08, assignees: ana }`);
    const places = analysis.capacity.overAllocations().map(({ assignment }) => {
      const { piece, start, end } = assignmentPlace(assignment);
      return [assignment.item.id, piece.text.slice(start, end), piece.text.slice(0, start).split('\n').at(-1)];
    });
    assert.deepEqual(
      places.map(([item, text, before]) => [item, text, before?.slice(before.lastIndexOf(',') + 2)]),
      [
        ['c', 'ana', 'assignees: '],
        ['b', 'ben', 'owner: '],
      ],
    );
  });
});
