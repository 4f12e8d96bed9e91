import { Temporal } from 'temporal-polyfill';
import { criticalPath } from '../../src/core/analysis/network/criticalPath';
import { serialSchedule } from '../../src/core/analysis/placement/serialSchedule';
import { PlanAnalysis } from '../../src/core/analysis/planAnalysis';
import { bookingsOf } from '../../src/core/analysis/schedule/bookings';
import { feasibleProblem } from '../../src/core/analysis/schedule/feasibleProblem';
import { fileNetworks } from '../../src/core/analysis/schedule/fileNetwork';
import { planNetwork } from '../../src/core/analysis/schedule/planNetwork';
import type { Measure } from '../measure';
import { datesRead } from './datesRead';
import { planOf } from './editedPlan';
import { longestPath } from './longestPath';

const today = new Temporal.PlainDate(2026, 6, 1);

/** The schedule of a large organisation: each step on the way from its plan to its dates, and the whole way. */
export function scheduleMeasure(): Measure {
  const plan = planOf({ projects: 1000, items: 100_000, dependencies: 200_000, people: 1000 });
  const analysis = new PlanAnalysis(plan, today);
  const [part, ...others] = analysis.schedule.parts;
  if (!part || others.length > 0) throw new Error('The plan is not connected.');
  const { numbers } = part;
  const { network, dates, feasible } = numbers;
  const { count, links } = network.activities;
  return {
    title: `1,000 projects, 100,000 items, 1,000 people: ${count} activities, ${links.to.length} links`,
    rounds: 7,
    cases: [
      { name: 'bare longest path', run: () => longestPath(network.activities) },
      { name: 'files to networks', run: () => fileNetworks(analysis, 'today') },
      { name: 'networks to one', run: () => planNetwork(part.files, numbers.today) },
      { name: 'both passes', run: () => criticalPath(network.activities) },
      { name: 'network to placement problem', run: () => feasibleProblem(network, dates, numbers.today) },
      { name: 'placement', run: () => serialSchedule(feasible.problem) },
      {
        name: 'bookings',
        run: () => part.files.map((file) => bookingsOf(file, numbers, part.placed(file.frame.file)?.offset ?? 0)),
      },
      { name: 'all of it, and dates and floats read', run: () => datesRead(new PlanAnalysis(plan, today)) },
    ],
  };
}
