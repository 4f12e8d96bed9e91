import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import type { PlanOnDay } from '../../../../src/core/analysis/planOnDay';
import { filesOf, plainPlan, randomPlan } from './randomPlans';
import { scheduleReading } from './readings';
import { planFrom } from '../../planFrom';

function fresh({ plan, today, publicHolidays }: PlanOnDay): PlanAnalysis {
  return new PlanAnalysis(plan, today, publicHolidays);
}

function stepsOf(work: Iterator<unknown>): number {
  let steps = 1;
  while (work.next().done !== true) steps++;
  return steps;
}

describe('a schedule that is worked out bit by bit', () => {
  it('is the same as at once, wherever somebody asks for it', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomPlan({ ...plainPlan, isDated: true, isCyclic: true }),
        fc.nat({ max: 60 }),
        async (plan, asked) => {
          const { analysis } = (await planFrom(filesOf(plan), plan.today)).state();
          const atOnce = scheduleReading(fresh(analysis));
          const stepwise = fresh(analysis);
          const work = stepwise.preparing('schedule');
          for (let step = 0; step < asked; step++) work.next();
          assert.deepEqual(scheduleReading(stepwise), atOnce);
          // Whoever was at it finds it done.
          stepsOf(work);
          assert.deepEqual(scheduleReading(stepwise), atOnce);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('takes many steps for much work, which all share who ask for it', async () => {
    const items = Array.from(
      { length: 500 },
      (_, at) => `  i${at}: { title: Item ${at}, estimate: 2d, assignees: ana }`,
    );
    const text = ['project: P', 'team: { ana: 100% }', 'items:', ...items, ''].join('\n');
    const { analysis } = (await planFrom({ 'p.project.yaml': text })).state();
    const alone = stepsOf(fresh(analysis).preparing('schedule'));
    assert.ok(alone > 50, `${alone} steps`);
    const shared = fresh(analysis);
    const [one, other] = [shared.preparing('schedule'), shared.preparing('schedule')];
    for (let step = 0; step < alone / 4; step++)
      assert.equal(
        [one.next(), other.next()].some(({ done }) => done),
        false,
      );
    assert.ok(stepsOf(one) < (alone * 3) / 4);
    assert.equal(stepsOf(other), 1);
    assert.deepEqual(scheduleReading(shared), scheduleReading(fresh(analysis)));
  });
});
