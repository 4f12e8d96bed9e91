import assert from 'node:assert/strict';
import type { PersonLoad } from '../../../../src/core/analysis/capacity/personLoad';
import type { WeekLoad } from '../../../../src/core/analysis/capacity/weekLoad';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';

export function loadOf({ capacity }: PlanAnalysis, person: string): PersonLoad {
  const load = capacity.of(person);
  assert.ok(load, `nobody is called ${person}`);
  return load;
}

/** The booked weeks of a person, each as demand and capacity: `1440/2400`. */
export function weeksOf(analysis: PlanAnalysis, person: string): Readonly<Record<string, string>> {
  return table(loadOf(analysis, person).weeks);
}

/** Weeks as demand and capacity by their names, rounded to minutes. */
export function table(weeks: readonly WeekLoad[]): Readonly<Record<string, string>> {
  const text = (minutes: number | undefined): string => (minutes === undefined ? '-' : String(Math.round(minutes)));
  return Object.fromEntries(weeks.map(({ week, demand, capacity }) => [week, `${text(demand)}/${text(capacity)}`]));
}

/** What is behind a week: `p/design 864 stated`. */
export function cellsOf(week: WeekLoad | undefined): readonly string[] {
  return (week?.bookings ?? []).map(
    ({ booking: { item, file, basis }, minutes }) => `${file.id}/${item.id} ${Math.round(minutes)} ${basis}`,
  );
}
