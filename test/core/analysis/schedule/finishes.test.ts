import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noInstant } from '../../../../src/core/analysis/network/links';
import { atOnce } from '../../../../src/core/stepwise';
import { analysisOfRandom, plainPlan, randomPlan } from './randomPlans';

describe('the finishes of a lot of work', () => {
  it('are those of each piece of work, in whatever order it is asked for', () => {
    const options = { ...plainPlan, isDated: true, isCyclic: true, isAbsurd: true };
    fc.assert(
      fc.property(randomPlan(options), fc.boolean(), (random, isReversed) => {
        const { plan, schedule } = analysisOfRandom(random);
        for (const file of plan.files.values()) {
          const inOrder = schedule.in(file).map(({ work }) => work);
          const works = isReversed ? inOrder.reverse() : inOrder;
          const { instants, days } = atOnce(schedule.finishing(file, works));
          const found = works.map((_, at) => {
            const [instant, day] = [instants[at], days[at]];
            return instant === noInstant ? undefined : { instant, day };
          });
          const expected = works.map((work) => schedule.finish(work));
          assert.deepEqual(found, expected);
        }
      }),
    );
  });
});
