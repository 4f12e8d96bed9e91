import { startOf } from '../calendar';
import type { ForecastOptions } from './forecastProblem';
import type { ForecastSource } from './planForecast';
import { PlanSimulation } from './planSimulation';
import { planTargets, type Forecasted } from './planTargets';

/** The runs through a plan, with all that can be forecast as their targets. Nothing is run through yet. */
export function simulationOf(
  { plan, today, schedule, lineageTree }: ForecastSource,
  options: ForecastOptions,
): PlanSimulation<Forecasted> {
  return new PlanSimulation(planTargets(plan, schedule, lineageTree.goals), startOf(today) ?? 0, options);
}
