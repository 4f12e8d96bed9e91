import { assert } from 'chai';
import { describe, it } from 'mocha';
import { feasible, floats, projectOf } from './scheduleFrom';

describe('what a parent waits for and states', () => {
  it('does not hold its end when its children have begun or state their own dates', () => {
    const analysis = projectOf(
      `
items:
  a: { title: A, estimate: 8d }
  p: { title: P, depends_on: a, items: { b: { title: B, estimate: 3d, started: 2026-05-12, progress: 50% } } }
  q: { title: Q, start: 2026-05-25, items: { c: { title: C, estimate: 2d, start: 2026-05-14 } } }
  d: { title: D, estimate: 1d, depends_on: p }
  e: { title: E, estimate: 1d, depends_on: q }`,
      '2026-05-13',
    );
    assert.deepEqual(feasible(analysis), {
      a: '05-13..05-22',
      p: '05-12..05-14',
      b: '05-12..05-14',
      q: '05-14..05-15',
      c: '05-14..05-15',
      d: '05-14..05-15',
      e: '05-18',
    });
  });

  it('is not the end of the project where nothing takes place then', () => {
    const analysis = projectOf(`
items:
  a: { title: A, estimate: 2d }
  dropped: { title: Dropped, start: 2026-07-01, items: { x: { title: X, status: dropped } } }
  unknown: { title: Unknown, start: 2026-07-01, items: { y: Y } }`);
    assert.equal(floats(analysis)['a'], '05-04..05-05 05-04..05-05 0 0 critical');
  });
});
