import { Temporal } from 'temporal-polyfill';
import { Capacity } from '../../src/core/analysis/capacity/capacity';
import { PlanAnalysis } from '../../src/core/analysis/planAnalysis';
import { PlanSet } from '../../src/core/plan/planSet';
import type { Measure } from '../measure';
import { planTexts } from '../plans';

const today = new Temporal.PlainDate(2026, 5, 4);
const goal = { milliseconds: 300 };

/** Demand and capacity of a large organisation, once it is known who works on what when. */
export function capacityMeasure(): Measure {
  const analysis = largePlan();
  const { bookings, statedBookings } = analysis.schedule;
  const capacity = (): Capacity => new Capacity(analysis, { bookings, statedBookings });
  const weeks = capacity().people.reduce((sum, person) => sum + person.weeks.length, 0);
  return {
    title: `100,000 items, 1,000 people, ${bookings.length} bookings: ${weeks} weeks of people`,
    cases: [
      { name: 'demand and capacity of each week', run: () => demand(capacity()), goal },
      { name: 'the same with the bookings of each week', run: () => booked(capacity()), goal },
      { name: 'what rules ask for', run: () => forRules(capacity()), goal },
    ],
  };
}

function largePlan(): PlanAnalysis {
  const set = new PlanSet();
  set.setFolders(['file:///plan']);
  const texts = planTexts({ projects: 100, items: 100_000, dependencies: 200_000, people: 1000 });
  for (const [name, text] of texts) set.setText(`file:///plan/${name}`, text);
  const [plan] = set.plans;
  if (!plan) throw new Error('There is no plan.');
  return new PlanAnalysis(plan, today);
}

function demand({ people }: Capacity): number {
  let sum = 0;
  for (const person of people) for (const week of person.weeks) sum += week.ratio ?? 0;
  return sum;
}

function booked({ people }: Capacity): number {
  let sum = 0;
  for (const person of people) for (const week of person.weeks) sum += week.bookings.length;
  return sum;
}

function forRules(capacity: Capacity): unknown {
  return [capacity.overAllocations(), capacity.timeAway];
}
