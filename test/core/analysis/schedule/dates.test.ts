import { assert } from 'chai';
import { describe, it } from 'mocha';
import { analysisOf, drivers, feasible, floats, projectOf, scheduled } from './scheduleFrom';

/** A project that began on Monday 4 May, on Wednesday 13 May. */
const wednesday = '2026-05-13';

describe('stated and actual dates', () => {
  it('stand as they are written, and the other end follows from the length', () => {
    const analysis = projectOf(`
items:
  both: { title: Both, estimate: 1d, start: 2026-05-06, end: 2026-05-12 }
  starts: { title: Starts, estimate: 3d, start: 2026-05-07 }
  ends: { title: Ends, estimate: 3d, end: 2026-05-11 }`);
    assert.deepEqual(feasible(analysis), { both: '05-06..05-12', starts: '05-07..05-11', ends: '05-07..05-11' });
    assert.deepEqual(drivers(analysis), { both: 'stated', starts: 'stated', ends: 'stated' });
  });

  it('of an item with nothing but its end, let go on what waits for it', () => {
    const analysis = projectOf(
      'items: { a: { title: A, end: 2026-05-08 }, b: { title: B, estimate: 1d, depends_on: a } }',
    );
    assert.deepEqual(feasible(analysis), { a: 'no-length', b: '05-11' });
    assert.isUndefined(scheduled(analysis, 'a').start);
    assert.isDefined(scheduled(analysis, 'a').finish);
  });

  it('stand although the dependency allows less, which is told', () => {
    const analysis = projectOf(`
items:
  a: { title: A, estimate: 5d }
  b: { title: B, estimate: 1d, start: 2026-05-06, depends_on: a }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-08', b: '05-06' });
    const allowed = analysis.schedule.allowedStart(scheduled(analysis, 'b').work);
    assert.equal(allowed?.driver.why, 'waits for A until 8 May 2026');
  });

  it('are unknown where the end is before the start', () => {
    const analysis = projectOf('items: { a: { title: A, start: 2026-05-08, end: 2026-05-06 } }');
    assert.deepEqual(feasible(analysis), { a: 'finish-before-start' });
  });

  it('that are actual stand above the stated ones', () => {
    const yaml = `
items:
  a: { title: A, status: done, start: 2026-05-04, end: 2026-05-05, started: 2026-05-05, finished: 2026-05-07 }
  b: { title: B, status: done, estimate: 2d, finished: 2026-05-08 }
  c: { title: C, status: in-progress, estimate: 5d, start: 2026-05-04, started: 2026-05-11, end: 2026-05-08 }`;
    assert.deepEqual(feasible(projectOf(yaml, wednesday)), { a: '05-05..05-07', b: '05-07..05-08', c: '05-11..05-19' });
  });
});

describe('unfinished work', () => {
  it('is never placed before today', () => {
    const yaml = 'items: { a: { title: A, estimate: 2d }, b: { title: B, estimate: 1d, end: 2026-05-06 } }';
    const analysis = projectOf(yaml, wednesday);
    assert.deepEqual(feasible(analysis), { a: '05-13..05-14', b: '05-06' });
    assert.equal(drivers(analysis)['a'], 'today');
  });

  it('that has begun goes on from today with what is left of it', () => {
    const yaml = `
items:
  a: { title: A, estimate: 4d, progress: 50%, started: 2026-05-06, status: in-progress }
  b: { title: B, estimate: 4d, start: 2026-05-06 }
  c: { title: C, estimate: 4d, progress: 75% }`;
    assert.deepEqual(feasible(projectOf(yaml, wednesday)), { a: '05-06..05-14', b: '05-06..05-18', c: '05-13' });
  });

  it('that has begun no longer waits for what should have come first', () => {
    const yaml = `
items:
  a: { title: A, estimate: 10d }
  b: { title: B, estimate: 2d, status: in-progress, started: 2026-05-12, depends_on: a }
  c: { title: C, estimate: 2d, status: in-progress, started: 2026-05-12, depends_on: a FF+1d }`;
    assert.deepEqual(feasible(projectOf(yaml, wednesday)), { a: '05-13..05-26', b: '05-12..05-14', c: '05-12..05-27' });
  });

  it('of which nothing is left, and which nobody calls done, ends today', () => {
    const yaml = `
items:
  a: { title: A, estimate: 4d, progress: 100%, started: 2026-05-06, status: in-progress }
  b: { title: B, estimate: 1d, depends_on: a }`;
    assert.deepEqual(feasible(projectOf(yaml, wednesday)), { a: '05-06..05-13', b: '05-13' });
  });

  it('on a day that nobody works goes on when work is taken up again', () => {
    const yaml =
      'items: { a: { title: A, estimate: 1d }, b: { title: B, progress: 50%, estimate: 2d, started: 2026-05-14 } }';
    assert.deepEqual(feasible(projectOf(yaml, '2026-05-16')), { a: '05-18', b: '05-14..05-18' });
  });
});

describe('finished work without a written finish', () => {
  it('was finished on its stated end, else early, else today', () => {
    const yaml = `
items:
  stated: { title: Stated, status: done, estimate: 1d, end: 2026-05-08 }
  early: { title: Early, status: done, estimate: 2d }
  today: { title: Today, status: done, estimate: 20d }
  bare: { title: Bare, status: done }
  next: { title: Next, estimate: 1d, depends_on: [early, bare] }`;
    assert.deepEqual(feasible(projectOf(yaml, wednesday)), {
      stated: '05-08',
      early: '05-04..05-05',
      today: '04-16..05-13',
      bare: '05-04',
      next: '05-13',
    });
  });
});

describe('dropped work', () => {
  it('takes no time and holds nobody up', () => {
    const yaml = `
items:
  a: { title: A, estimate: 5d, status: dropped }
  b: { title: B, estimate: 1d, depends_on: a }
  c: { title: C, items: { d: { title: D, status: dropped } } }
  e: { title: E, estimate: 1d, depends_on: c }`;
    assert.deepEqual(feasible(projectOf(yaml)), { a: 'dropped', b: '05-04', c: 'dropped', d: 'dropped', e: '05-04' });
  });
});

describe('where work begins', () => {
  it('is never before the start of its project, nor before a day that it states', () => {
    const yaml = 'items: { a: { title: A, estimate: 1d }, b: { title: B, estimate: 1d, not_before: 2026-05-09 } }';
    const analysis = projectOf(yaml, '2026-04-01');
    assert.deepEqual(feasible(analysis), { a: '05-04', b: '05-11' });
    assert.deepEqual(drivers(analysis), { a: 'project-start', b: 'not-before' });
  });

  it('is today in a project without a start', () => {
    const analysis = analysisOf(
      { 'p.project.yaml': 'project: P\nitems: { a: { title: A, estimate: 1d } }' },
      wednesday,
    );
    assert.deepEqual(feasible(analysis), { a: '05-13' });
  });
});

describe('dates at the edges of days', () => {
  it('are working days at the latest too, where what waits for the work starts after a weekend', () => {
    const analysis = projectOf(`
items:
  a: { title: A, estimate: 1d }
  b: { title: B, estimate: 1d, start: 2026-05-18, depends_on: [a, m] }
milestones: { m: { title: M, date: 2026-05-07 } }`);
    assert.deepEqual(floats(analysis), {
      a: '05-04 05-15 9 9',
      b: '05-18 05-18 0 0 critical',
      m: '05-07 05-15 6 6',
    });
  });

  it('are those of free days where elapsed time ends on them', () => {
    const analysis = projectOf(`
items:
  ship: { title: Ship, duration: 6ed }
  b: { title: B, estimate: 1d, depends_on: ship }`);
    assert.deepEqual(floats(analysis), {
      ship: '05-04..05-09 05-05..05-10 0 0',
      b: '05-11 05-11 0 0 critical',
    });
  });

  it('say of what takes no time on which day it is', () => {
    const analysis = projectOf(`
items:
  go: { title: Go, duration: 0d }
  a: { title: A, estimate: 1d, depends_on: go }
  b: { title: B, estimate: 1d, depends_on: m }
milestones: { m: { title: M, date: 2026-05-07 } }`);
    const why = (id: string): string | undefined => scheduled(analysis, id).driver?.why;
    assert.equal(why('a'), 'waits for Go until 4 May 2026');
    assert.equal(why('b'), 'waits for M until 7 May 2026');
  });
});
