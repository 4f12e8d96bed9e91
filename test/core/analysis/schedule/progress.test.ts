import { assert } from 'chai';
import { describe, it } from 'mocha';
import { drivers, feasible, floats, projectOf, scheduled } from './scheduleFrom';

/** A project that began on Monday 4 May, on Wednesday 13 May. */
const wednesday = '2026-05-13';

describe('work that has begun', () => {
  it('lets go on what waits for its start from the day on which it began, also where its end is stated', () => {
    const yaml = `
items:
  a: { title: A, estimate: 8d, started: 2026-05-04, progress: 50%, end: 2026-05-20 }
  b: { title: B, estimate: 1d, depends_on: a SS+9d }`;
    const analysis = projectOf(yaml, wednesday);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-20', b: '05-15' });
    assert.equal(scheduled(analysis, 'b').driver?.why, 'waits for the start of A on 4 May 2026, plus 9 days');
  });

  it('began when it did, whoever is busy with something else now', () => {
    const yaml = `
people: { ana: { name: Ana } }
items:
  a: { title: A, start: 2026-05-13, end: 2026-05-14, assignees: ana }
  b: { title: B, estimate: 2d, started: 2026-05-12, assignees: ana }`;
    const analysis = projectOf(yaml, wednesday);
    assert.deepEqual(feasible(analysis), { a: '05-13..05-14', b: '05-12..05-18' });
    assert.equal(scheduled(analysis, 'b').driver?.why, 'started on 12 May 2026');
  });

  it('waits for nothing through its parent either', () => {
    const yaml = `
items:
  a: { title: A, estimate: 8d }
  p: { title: P, depends_on: a, items: { b: { title: B, estimate: 2d, status: in-progress } } }`;
    assert.deepEqual(feasible(projectOf(yaml, wednesday)), { a: '05-13..05-22', p: '05-13..05-14', b: '05-13..05-14' });
  });
});

describe('finished work', () => {
  it('took all of its length, whatever its progress says', () => {
    const yaml = `
items:
  a: { title: A, estimate: 3d, status: done, progress: 100%, finished: 2026-05-08 }
  b: { title: B, estimate: 2d, status: done, progress: 50% }`;
    assert.deepEqual(feasible(projectOf(yaml, wednesday)), { a: '05-06..05-08', b: '05-04..05-05' });
  });

  it('without a length was on the day that is written', () => {
    const yaml = `
items:
  a: { title: A, finished: 2026-05-08 }
  b: { title: B, started: 2026-05-06, status: done }`;
    assert.deepEqual(feasible(projectOf(yaml, wednesday)), { a: '05-08', b: '05-06' });
  });

  it('evidently did not wait for what is open, nor did its parent', () => {
    const yaml = `
items:
  a: A
  b: { title: B, estimate: 20d }
  p: { title: P, depends_on: a, items: { c: { title: C, estimate: 1d, status: done }, d: { title: D, estimate: 1d } } }
  q: { title: Q, depends_on: b, start: 2026-05-06, items: { e: { title: E, estimate: 2d, status: done } } }
  f: { title: F, estimate: 1d, status: done, depends_on: a }`;
    assert.deepEqual(feasible(projectOf(yaml, wednesday)), {
      a: 'no-length',
      b: '05-13..06-09',
      p: 'waits-for-unknown',
      c: '05-04',
      d: 'waits-for-unknown',
      q: '05-06..05-07',
      e: '05-06..05-07',
      f: '05-04',
    });
  });

  it('was finished by today although it was not to start before another day', () => {
    const yaml = 'items: { a: { title: A, estimate: 2d, status: done, not_before: 2026-06-01 } }';
    const analysis = projectOf(yaml, wednesday);
    assert.deepEqual(feasible(analysis), { a: '05-12..05-13' });
    assert.equal(scheduled(analysis, 'a').driver?.why, 'is done, and so was finished by 13 May 2026');
  });

  it('is never critical, nor is a milestone that was reached', () => {
    const yaml = `
milestones: { m: { title: M, reached: 2026-05-29 } }
items:
  a: { title: A, estimate: 2d, start: 2026-05-04, finished: 2026-05-29 }
  b: { title: B, estimate: 1d }`;
    assert.deepEqual(floats(projectOf(yaml, wednesday)), {
      a: '05-04..05-29 05-04..05-29 0 0',
      b: '05-13 05-29 12 12',
      m: '05-29 05-29 0 0',
    });
  });
});

describe('what is written and changes nothing', () => {
  it('is a deadline, an end that is past, and what a parent says of its own progress', () => {
    const yaml = `
items:
  a: { title: A, estimate: 10d, deadline: 2026-05-14 }
  b: { title: B, estimate: 3d, end: 2026-05-08 }
  c: { title: C, estimate: 1d, depends_on: b }
  p: { title: P, status: done, finished: 2026-05-06, items: { d: { title: D, estimate: 3d } } }
  e: { title: E, estimate: 1d, depends_on: p }`;
    const analysis = projectOf(yaml, wednesday);
    assert.deepEqual(feasible(analysis), {
      a: '05-13..05-26',
      b: '05-06..05-08',
      c: '05-13',
      p: '05-13..05-15',
      d: '05-13..05-15',
      e: '05-18',
    });
    assert.equal(drivers(analysis)['c'], 'today');
  });
});

describe('what was planned', () => {
  it('of a parent with an estimate of its own is all of that, also when its children are done', () => {
    const yaml = 'items: { p: { title: P, estimate: 4d, items: { a: { title: A, status: done } } } }';
    const analysis = projectOf(yaml, wednesday);
    const planned = analysis.schedule.planned(scheduled(analysis, 'p').work);
    assert.ok(planned);
    assert.equal(scheduled(analysis, 'p').calendar.between(planned.start, planned.finish), 4 * 480);
  });
});
