import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Plan } from '../../../src/core/plan/plan';
import { Waits, type WorkEnd } from '../../../src/core/analysis/waits';
import { WaitingWork } from '../../../src/core/analysis/waitingWork';
import { analysisOfRandom, plainPlan, randomPlan } from './schedule/randomPlans';

/** The ends from which a way of waits leads to an end, by trying all of them. */
function leadingTo({ ends, of }: Pick<Waits, 'ends' | 'of'>, target: WorkEnd): ReadonlySet<WorkEnd> {
  const found = new Set<WorkEnd>([target]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const end of ends) if (of(end).some(({ to }) => found.has(to))) found.add(end);
  }
  return found;
}

function compare(plan: Plan): void {
  const waits = new Waits(plan);
  const all = { ends: waits.ends, of: (end: WorkEnd) => waits.of(end) };
  for (const target of waits.ends) {
    const expected = leadingTo(all, target);
    const waiting = new WaitingWork(plan, target);
    for (const end of waits.ends) {
      assert.equal(waiting.has(end.work, end.end), expected.has(end), `${end.work.id} ${end.end} to ${target.work.id}`);
    }
  }
}

describe('What waits for a piece of work', () => {
  it('is what the waits of the whole plan lead from, in any plan', () => {
    fc.assert(
      fc.property(randomPlan({ ...plainPlan, isCyclic: true, isDated: true }), (plan) => {
        compare(analysisOfRandom(plan).plan);
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);
});
