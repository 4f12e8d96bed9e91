import assert from 'node:assert/strict';
import { endsWaitingFor } from '../../../src/core/analysis/waitingFor';
import { Waits } from '../../../src/core/analysis/waits';
import { projectOf } from './schedule/scheduleFrom';

describe('what waits for work', () => {
  /** The ends that wait for the start of an item, in the order of their ids. */
  function waitingFor(id: string, items: string): readonly string[] {
    const waits = new Waits(projectOf(`items:\n${items}`).plan);
    const start = waits.ends.find(({ work, end }) => work.id === id && end === 'start');
    assert.ok(start);
    return [...endsWaitingFor(waits, start)].map(({ work, end }) => `${work.id} ${end}`).sort();
  }

  it('is all that does so by way of others, and itself', () => {
    const items = '  a: A\n  b: { title: B, depends_on: a }\n  c: { title: C, depends_on: b }\n  d: D\n';
    assert.deepEqual(waitingFor('a', items), ['a finish', 'a start', 'b finish', 'b start', 'c finish', 'c start']);
    assert.deepEqual(waitingFor('d', items), ['d finish', 'd start']);
  });

  it('is also the parent of a child, and the children of a parent', () => {
    const items = '  p: { title: P, items: { a: A, b: B } }\n  c: { title: C, depends_on: p }\n';
    assert.deepEqual(waitingFor('a', items), ['a finish', 'a start', 'c finish', 'c start', 'p finish']);
    assert.deepEqual(waitingFor('p', items).slice(0, 4), ['a finish', 'a start', 'b finish', 'b start']);
  });

  it('ends where work waits for itself', () => {
    const items = '  a: { title: A, depends_on: b }\n  b: { title: B, depends_on: a }\n';
    assert.deepEqual(waitingFor('a', items), ['a finish', 'a start', 'b finish', 'b start']);
  });
});
