import { assert } from 'chai';
import { describe, it } from 'mocha';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import { analysisOf, monday, projectOf, scheduledById } from './scheduleFrom';

/** Why everything starts when it does, or is unknown. */
function reasons(analysis: PlanAnalysis): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries([...scheduledById(analysis)].map(([id, one]) => [id, (one.driver ?? one.unknown)?.why]));
}

describe('why something starts when it does', () => {
  it('is said in a phrase of its own for every cause', () => {
    const analysis = projectOf(
      `
people: { ana: { name: Ana Ng }, ben: { name: Ben Ito, away: 2026-05-13 } }
milestones:
  past: { title: Past, date: 2026-05-05 }
  open: { title: Open, date: 2026-06-01 }
  reached: { title: Reached, reached: 2026-05-06 }
  after: { title: After, depends_on: today }
items:
  today: { title: Now, estimate: 2d, assignees: ana }
  after-now: { title: After now, estimate: 1d, depends_on: today }
  person: { title: Person, estimate: 3d, assignees: ana }
  away: { title: Away, estimate: 1d, assignees: ben }
  later: { title: Later, estimate: 1d, not_before: 2026-05-18 }
  stated: { title: Stated, estimate: 1d, start: 2026-05-19 }
  ended: { title: Ended, estimate: 1d, end: 2026-05-19 }
  started: { title: Started, estimate: 3d, started: 2026-05-12 }
  finished: { title: Finished, estimate: 1d, finished: 2026-05-06 }
  done: { title: Done, estimate: 30d, status: done }
  first: { title: First, estimate: 1d, status: done }
  steps: { title: Steps, sequential: true, start: 2026-05-20, items: { one: { title: One, estimate: 1d }, two: { title: Two, estimate: 1d } } }
  held: { title: Held, not_before: 2026-05-21, items: { in: { title: In, estimate: 1d } } }`,
      '2026-05-13',
    );
    assert.deepEqual(reasons(analysis), {
      today: 'is not finished, and what is left goes from today, 13 May 2026',
      'after-now': 'waits for Now until 14 May 2026',
      person: 'waits for Ana Ng, who is on Now until 14 May 2026',
      away: 'waits for Ben Ito, who is not there before 14 May 2026',
      later: 'may not start before 18 May 2026',
      stated: 'has 19 May 2026 as its start',
      ended: 'has 19 May 2026 as its end',
      started: 'started on 12 May 2026',
      finished: 'was finished on 6 May 2026',
      done: 'is done, and so was finished by 13 May 2026',
      first: 'starts with its project on 4 May 2026',
      steps: 'starts with One',
      one: 'is part of Steps, which starts on 20 May 2026',
      two: 'follows One, which ends on 20 May 2026',
      held: 'starts with In',
      in: 'is part of Held, which may not start before 21 May 2026',
      past: 'is not reached yet, and so not before today, 13 May 2026',
      open: 'is planned for 1 June 2026',
      reached: 'was reached on 6 May 2026',
      after: 'waits for Now until 14 May 2026',
    });
  });

  it('names the lag of a dependency', () => {
    const { a: _, ...others } = reasons(
      projectOf(`
items:
  a: { title: A, estimate: 5d }
  later: { title: Later, estimate: 1d, depends_on: a +1d }
  earlier: { title: Earlier, estimate: 1d, depends_on: a -0.5d }
  elapsed: { title: Elapsed, estimate: 1d, depends_on: a SS+2ed }`),
    );
    assert.deepEqual(others, {
      later: 'waits for A until 8 May 2026, plus 1 day',
      earlier: 'waits for A until 8 May 2026, less 0.5 days',
      elapsed: 'waits for the start of A on 4 May 2026, plus 2 elapsed days',
    });
  });

  it('is today for a milestone of a program that is late', () => {
    const programs = 'programs: { s: { title: S, milestones: { m: { title: M, date: 2026-05-01 } } } }';
    const analysis = analysisOf({ '.throughline.yaml': programs, 'p.project.yaml': 'project: P' }, monday);
    assert.deepEqual(reasons(analysis), { 's/m': 'is not reached yet, and so not before today, 4 May 2026' });
  });
});

describe('why something is unknown', () => {
  it('is said in a phrase of its own for every cause', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana Ng, capacity: 0% }, ben: { name: Ben Ito } }
team: { ben: { to: 2026-05-05 } }
milestones: { m: { title: M } }
items:
  ring: { title: Ring, estimate: 1d, depends_on: ring }
  after: { title: After, estimate: 1d, depends_on: ring }
  bare: Bare
  started: { title: Started, start: 2026-05-06 }
  ends: { title: Ends, end: 2026-05-06 }
  whole: { title: Whole, items: { part: { title: Part, end: 2026-05-06 } } }
  with: { title: With, estimate: 1d, depends_on: ends SS }
  turned: { title: Turned, start: 2026-05-06, end: 2026-05-05 }
  ana: { title: For Ana, estimate: 1d, assignees: ana }
  ben: { title: For Ben, estimate: 3d, assignees: ben }
  long: { title: Long, duration: 25000d }
  longer: { title: Longer, duration: 25000d, depends_on: long }`);
    assert.deepEqual(reasons(analysis), {
      ring: 'waits for itself, through what it waits for',
      after: 'waits for Ring, whose dates are unknown',
      bare: 'has neither an estimate, a duration nor dates',
      started: 'has a start, but neither an end, an estimate nor a duration',
      ends: 'has an end, but neither a start, an estimate nor a duration',
      whole: 'waits for Part, whose dates are unknown',
      part: 'has an end, but neither a start, an estimate nor a duration',
      with: 'waits for Ends, whose dates are unknown',
      turned: 'would end before it starts',
      ana: 'is left to Ana Ng, who has no time for it',
      ben: 'is left to Ben Ito, who has no time for it any more',
      long: 'starts with its project on 4 May 2026',
      longer: 'leads beyond the years of a plan',
      m: 'has no date, and nothing is known that it waits for',
    });
  });

  it('is a calendar in which nobody works', () => {
    const analysis = projectOf('calendar: { workdays: [] }\nitems: { a: { title: A, estimate: 1d } }');
    assert.deepEqual(reasons(analysis), { a: 'finds no working day in its calendar' });
  });
});
