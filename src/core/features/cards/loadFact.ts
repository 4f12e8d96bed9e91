import { monthLoad, type MonthLoad } from '../../analysis/capacity/monthLoad';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { monthName } from '../../plan/scalars/calendar';
import { percentText } from '../../plan/texts';
import { fact, type Fact } from './card';

/** What is asked of somebody this month, against what they can give; of nobody whom the plan does not know. */
export function loadFact({ capacity, today }: PlanAnalysis, person: string): Fact | undefined {
  const load = capacity.of(person);
  if (!load) return undefined;
  const month = monthLoad(load, today);
  const name = `Load in ${monthName(month.month.month)}`;
  return fact(name, monthText(month, load.minutesPerDay, 'working days'));
}

/** `12 of 18 d, 67 %`; of a team, a supplier or a client `12 d`; `nothing planned`. */
export function monthText({ demand, capacity }: MonthLoad, minutesPerDay: number, unit: string): string {
  const days = (minutes: number): string => daysFigure(minutes / minutesPerDay);
  if (demand === 0) return 'nothing planned';
  if (capacity === undefined) return `${days(demand)} ${unit}`;
  const share = capacity === 0 ? '' : `, ${percentText(demand / capacity)}`;
  return `${days(demand)} of ${days(capacity)} ${unit}${share}`;
}

/** Days with at most one decimal: `12`, `0.5`. */
export function daysFigure(days: number): string {
  return String(Math.round(days * 10) / 10);
}
