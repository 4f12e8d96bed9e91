import { assert } from 'chai';
import { describe, it } from 'mocha';
import { feasible, projectOf, scheduled } from './scheduleFrom';

describe('the length of an item', () => {
  it('is its effort in working days, over a weekend', () => {
    const analysis = projectOf('items: { a: { title: A, estimate: 1d }, b: { title: B, estimate: 7d } }');
    assert.deepEqual(feasible(analysis), { a: '05-04', b: '05-04..05-12' });
  });

  it('is the PERT mean of three points', () => {
    // (1 + 4 × 3 + 11) / 6 = 4 days
    const analysis = projectOf(
      'items: { a: { title: A, estimate: { optimistic: 1d, likely: 3d, pessimistic: 11d } } }',
    );
    assert.deepEqual(feasible(analysis), { a: '05-04..05-07' });
  });

  it('is that of its size, by the project where it says so', () => {
    const analysis = projectOf('sizes: { M: 4d }\nitems: { a: { title: A, size: M }, b: { title: B, size: S } }');
    assert.deepEqual(feasible(analysis), { a: '05-04..05-07', b: '05-04..05-05' });
  });

  it('is its effort divided by the shares of its assignees', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana }, ben: { name: Ben, capacity: 50% } }
items:
  half: { title: Half, estimate: 2d, assignees: { ana: 50% } }
  part-time: { title: Part-time, estimate: 2d, assignees: ben }`);
    assert.deepEqual(feasible(analysis), { half: '05-04..05-07', 'part-time': '05-04..05-07' });
  });

  it('is shorter when two work on it', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana }, ben: { name: Ben } }
items: { a: { title: A, estimate: 6d, assignees: [ana, ben] } }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-06' });
  });

  it('takes the share of the team window where the item has none', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana }, ben: { name: Ben } }
team: { ana: { allocation: 50% }, ben: { allocation: 50% } }
items:
  a: { title: A, estimate: 2d, assignees: ana }
  b: { title: B, estimate: 2d, assignees: { ben: 100% } }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-07', b: '05-04..05-05' });
  });

  it('is that of its owner where nobody is assigned', () => {
    const analysis = projectOf(`
people: { ben: { name: Ben, capacity: 50% } }
items: { a: { title: A, estimate: 2d, owner: ben } }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-07' });
  });

  it('is a written duration, whoever works on it', () => {
    const analysis = projectOf(`
people: { ben: { name: Ben, capacity: 50% } }
items: { a: { title: A, duration: 3d, estimate: 1d, assignees: ben } }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-06' });
  });

  it('passes on free days too where it is elapsed time', () => {
    const analysis = projectOf(`
items:
  pack: { title: Pack, estimate: 5d }
  ship: { title: Ship, duration: 3ed, depends_on: pack }
  unpack: { title: Unpack, estimate: 1d, depends_on: ship }`);
    assert.deepEqual(feasible(analysis), { pack: '05-04..05-08', ship: '05-09..05-11', unpack: '05-12' });
  });

  it('has no limit for teams, suppliers and clients', () => {
    const analysis = projectOf(`
people: { acme: { name: Acme, kind: supplier, capacity: 10% } }
items:
  a: { title: A, estimate: 2d, assignees: acme }
  b: { title: B, estimate: 2d, assignees: acme }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-05', b: '05-04..05-05' });
  });

  it('is unknown with nothing to go by, and so is what waits for it', () => {
    const analysis = projectOf(
      'items: { a: A, b: { title: B, estimate: 1d, depends_on: a }, c: { title: C, estimate: 1d } }',
    );
    assert.deepEqual(feasible(analysis), { a: 'no-length', b: 'waits-for-unknown', c: '05-04' });
    assert.equal(scheduled(analysis, 'a').unknown?.why, 'has neither an estimate, a duration nor dates');
    assert.equal(scheduled(analysis, 'b').unknown?.why, 'waits for A, whose dates are unknown');
  });

  it('is unknown where nobody has time for it', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana Ng, capacity: 0% } }
items: { a: { title: A, estimate: 1d, assignees: ana } }`);
    assert.deepEqual(feasible(analysis), { a: 'nobody-free' });
    assert.equal(scheduled(analysis, 'a').unknown?.why, 'is left to Ana Ng, who has no time for it');
  });

  it('is none for a size of nothing, on the day on which it can be', () => {
    const analysis = projectOf(`
items:
  a: { title: A, estimate: 2d }
  b: { title: B, estimate: 0d, depends_on: a }
  c: { title: C, estimate: 0d }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-05', b: '05-05', c: '05-04' });
  });
});
