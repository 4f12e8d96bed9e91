import { finishDate } from '../../analysis/calendar';
import type { FinishForecast } from '../../analysis/forecast/finishForecast';
import type { Forecasted } from '../../analysis/forecast/planTargets';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { formatDate } from '../../plan/scalars';
import { countText, percentText } from '../../plan/texts';
import { cheapForecast } from '../cheapForecast';
import { fact, type Fact } from './card';

/** By when a thing is finished with 80 % probability, where that is known or quickly found. */
export function forecastFact({ forecast }: PlanAnalysis, thing: Forecasted, limit: string): Fact | undefined {
  const found = cheapForecast(forecast, thing);
  return found && fact('P80', forecastText(found, limit));
}

/**
 * `15 May 2026; the deadline is kept in 62 % of 10,000 simulated runs`.
 *
 * @param limit what the day is called that it should be finished by: `the deadline`
 * @returns undefined where so many runs have no finish
 */
export function forecastText({ p80, meets, runs, leftOut }: FinishForecast, limit: string): string | undefined {
  const day = p80 === undefined ? undefined : finishDate(p80);
  if (!day) return undefined;
  const kept =
    meets === undefined ? '' : `; ${limit} is kept in ${percentText(meets)} of ${counted(runs)} simulated runs`;
  const without = leftOut === 0 ? '' : `; without ${countText(leftOut, 'item')} that cannot be scheduled`;
  return `${formatDate(day)}${kept}${without}`;
}

/** `10,000` */
function counted(runs: number): string {
  return String(runs).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
