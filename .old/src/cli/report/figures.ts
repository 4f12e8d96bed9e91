import type { Temporal } from 'temporal-polyfill';
import { finishDate, type Instant } from '../../core/analysis/calendar';
import type { EarnedValue } from '../../core/analysis/cost/earnedValue';
import { majorUnits } from '../../core/analysis/cost/majorUnits';
import type { FinishForecast } from '../../core/analysis/forecast/finishForecast';
import type { WorkRollUp } from '../../core/analysis/rollUp/workSum';
import type { ReportedEarnedValue, ReportedForecast, ReportedWhole } from './reportedPlan';

/** A date as programs read it; null where there is none. */
export function isoDate(date: Temporal.PlainDate | undefined): string | null {
  return date ? date.toString() : null;
}

/** Work that is summed up. What finishes after work without dates is not known, as in the schedule of its parents. */
export function reportedWhole(id: string, { progress, items, latest, unscheduled }: WorkRollUp): ReportedWhole {
  return {
    id,
    progress: progress ?? null,
    open: items.open,
    done: items.done,
    finish: unscheduled > 0 ? null : isoDate(latest),
  };
}

/** @param currency undefined: there is no money, and so no figure is known */
export function reportedEarnedValue(
  earned: EarnedValue | undefined,
  currency: string | undefined,
): ReportedEarnedValue {
  const inMajor = (minor: number | undefined): number | null =>
    minor === undefined || currency === undefined ? null : majorUnits(minor, currency);
  return {
    currency: currency ?? null,
    bac: inMajor(earned?.bac),
    pv: inMajor(earned?.pv),
    ev: inMajor(earned?.ev),
    ac: inMajor(earned?.ac),
    cv: inMajor(earned?.cv),
    sv: inMajor(earned?.sv),
    cpi: earned?.cpi ?? null,
    spi: earned?.spi ?? null,
    eac: inMajor(earned?.eac),
    etc: inMajor(earned?.etc),
    vac: inMajor(earned?.vac),
    tcpi: earned?.tcpi ?? null,
  };
}

/** When it is finished with some certainty. Where work has no dates, no date of the whole is certain at all. */
export function reportedForecast(forecast: FinishForecast | undefined): ReportedForecast {
  const known = forecast?.leftOut === 0 ? forecast : undefined;
  return { p50: dateOf(known?.p50), p80: dateOf(known?.p80), p95: dateOf(known?.p95) };
}

/** The probability to be in time, under the same condition. */
export function shareInTime(forecast: FinishForecast | undefined): number | null {
  return forecast?.leftOut === 0 ? (forecast.meets ?? null) : null;
}

function dateOf(finish: Instant | undefined): string | null {
  return isoDate(finish === undefined ? undefined : finishDate(finish));
}
