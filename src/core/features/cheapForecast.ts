import type { FinishForecast } from '../analysis/forecast/finishForecast';
import type { PlanForecast } from '../analysis/forecast/planForecast';
import type { Forecasted } from '../analysis/forecast/planTargets';

export type { ForecastOf } from '../analysis/forecast/planForecast';

/** A plan of more activities than this is not even looked at for a forecast while somebody edits it. */
const largestPlan = 2_000;

/** What is run through while somebody waits: some 15 activities, which takes well below a tenth of a second. */
const mostAtOnce = 150_000;

/** What is run through, bit by bit, while nobody waits: some 500 activities, a second of work or two. */
const mostInBackground = 5_000_000;

/** The forecast of a thing where it is known, or takes no longer than a reader notices. */
export function cheapForecast(forecast: PlanForecast, thing: Forecasted): FinishForecast | undefined {
  return forecast.known(thing) ?? (isWithin(forecast, thing, mostAtOnce) ? forecast.of(thing) : undefined);
}

/** Whether the forecast of a thing is not known yet, and small enough to be worked out while nobody waits for it. */
export function isForecastInReach(forecast: PlanForecast, thing: Forecasted): boolean {
  return forecast.known(thing) === undefined && isWithin(forecast, thing, mostInBackground);
}

function isWithin(forecast: PlanForecast, thing: Forecasted, limit: number): boolean {
  if (forecast.size > largestPlan) return false;
  const runs = forecast.activityRuns(thing);
  return runs > 0 && runs <= limit;
}
