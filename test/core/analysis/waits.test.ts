import assert from 'node:assert/strict';
import { Waits } from '../../../src/core/analysis/waits';
import { projectOf } from './schedule/scheduleFrom';

describe('the waits of a plan', () => {
  const items = `items:
  p: { title: P, sequential: true, milestone: m, items: { a: A, b: { title: B, depends_on: [c, d] } } }
  c: { title: C, depends_on: p }
  d: { title: D, status: dropped }
milestones:
  m: M
`;

  it('are the same in numbers', () => {
    const waits = new Waits(projectOf(items).plan);
    const { ends } = waits;
    const { first, target } = waits.graph();
    assert.equal(first.length, ends.length + 1);
    for (const [place, end] of ends.entries()) {
      const targets = [...target.subarray(first[place], first[place + 1])];
      assert.deepEqual(
        targets.map((at) => ends[at]),
        waits.of(end).map(({ to }) => to),
      );
    }
    assert.equal(first.at(-1), target.length);
  });

  it('leave out what was dropped, and hold no wait of something else', () => {
    const waits = new Waits(projectOf(items).plan);
    assert.ok(waits.ends.every(({ work }) => work.id !== 'd'));
    for (const end of waits.ends) for (const { from } of waits.of(end)) assert.equal(from, end);
  });
});
