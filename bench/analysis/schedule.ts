import { Temporal } from 'temporal-polyfill';
import { criticalPath } from '../../src/core/analysis/network/criticalPath';
import { serialSchedule } from '../../src/core/analysis/placement/serialSchedule';
import { PlanAnalysis } from '../../src/core/analysis/planAnalysis';
import { bookingsOf } from '../../src/core/analysis/schedule/bookings';
import { feasibleProblem } from '../../src/core/analysis/schedule/feasibleProblem';
import { planNetwork } from '../../src/core/analysis/schedule/planNetwork';
import type { Plan } from '../../src/core/plan/plan';
import { PlanSet } from '../../src/core/plan/planSet';
import type { Measure } from '../measure';
import { planTexts } from '../plans';
import { longestPath } from './longestPath';

const today = new Temporal.PlainDate(2026, 6, 1);

/** The schedule of a large organisation: each step on the way from its plan to its dates, and the whole way. */
export function scheduleMeasure(): Measure {
  const plan = largePlan();
  const analysis = new PlanAnalysis(plan, today);
  const { numbers } = analysis.schedule;
  const { network, dates, feasible } = numbers;
  const { count, links } = network.activities;
  return {
    title: `1,000 projects, 100,000 items, 1,000 people: ${count} activities, ${links.to.length} links`,
    rounds: 7,
    cases: [
      { name: 'bare longest path', run: () => longestPath(network.activities) },
      { name: 'plan to network', run: () => planNetwork(analysis, 'today') },
      { name: 'both passes', run: () => criticalPath(network.activities) },
      { name: 'network to placement problem', run: () => feasibleProblem(network, dates, numbers.today) },
      { name: 'placement', run: () => serialSchedule(feasible.problem) },
      { name: 'bookings', run: () => bookingsOf(numbers) },
      { name: 'all of it, and dates and floats read', run: () => datesRead(new PlanAnalysis(plan, today)) },
    ],
  };
}

function largePlan(): Plan {
  const set = new PlanSet();
  set.setFolders(['file:///plan']);
  const texts = planTexts({ projects: 1000, items: 100_000, dependencies: 200_000, people: 1000 });
  for (const [name, text] of texts) set.setText(`file:///plan/${name}`, text);
  const [plan] = set.plans;
  if (!plan) throw new Error('There is no plan.');
  return plan;
}

function datesRead({ plan, schedule }: PlanAnalysis): number {
  let sum = schedule.bookings.length;
  for (const file of plan.files.values()) {
    for (const { start = 0, finish = 0, totalFloat = 0 } of schedule.in(file)) sum += finish - start + totalFloat;
  }
  return sum;
}
