import { Temporal } from 'temporal-polyfill';
import { finishDate, startDate } from '../analysis/calendar';
import { majorUnits } from '../analysis/cost/majorUnits';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { projectFinish } from '../analysis/projectFinish';
import type { ProjectFile } from '../plan/planFile';
import { writeDate } from '../plan/scalars';
import type { ValueChart, ValueNow, ValuePoint } from './budgetModel';
import { known } from './known';
import { roundMoney } from './texts';

/** A curve of so many points looks round on any screen. */
const mostPoints = 72;

/**
 * Planned value day by day, and where earned value and actual cost stand today. Undefined where no work has planned
 * dates, or nothing has a price.
 */
export function valueChart(analysis: PlanAnalysis, file: ProjectFile): ValueChart | undefined {
  const cost = analysis.cost(file);
  const { currency } = cost;
  const days = chartDays(analysis, file);
  if (currency === undefined || !days) return undefined;
  const planned = plannedCurve(analysis, file, days, currency);
  if (planned.length < 2) return undefined;
  const { ev, ac, bac, eac } = cost.earnedValue;
  const finish = projectFinish(analysis, file);
  const isOpen = finish !== undefined && Temporal.PlainDate.compare(finish.day, analysis.today) > 0;
  const estimate = valueNow(eac, currency);
  return known({
    currency,
    window: { start: writeDate(days.first), end: writeDate(days.last) },
    today: writeDate(analysis.today),
    planned,
    earned: valueNow(ev, currency),
    actual: valueNow(ac, currency),
    budget: valueNow(bac, currency),
    estimate: estimate && isOpen ? { ...estimate, date: writeDate(finish.day) } : undefined,
  });
}

function valueNow(minor: number | undefined, currency: string): ValueNow | undefined {
  return minor === undefined ? undefined : { value: majorUnits(minor, currency), text: roundMoney(minor, currency) };
}

interface Days {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** From the first to the last day of a project and of its work, and as far as today while it is under way. */
function chartDays(analysis: PlanAnalysis, file: ProjectFile): Days | undefined {
  const { start, end } = file.root?.fields ?? {};
  const span = analysis.schedule.span(file);
  const days = [
    start?.value,
    end?.value,
    span && startDate(span.start),
    span && finishDate(span.finish),
    projectFinish(analysis, file)?.day,
  ]
    .filter((day) => day !== undefined)
    .sort((one, other) => Temporal.PlainDate.compare(one, other));
  const [first] = days;
  const last = days.at(-1);
  return first && last && Temporal.PlainDate.compare(first, last) < 0 ? { first, last } : undefined;
}

function plannedCurve(
  analysis: PlanAnalysis,
  file: ProjectFile,
  { first, last }: Days,
  currency: string,
): readonly ValuePoint[] {
  const cost = analysis.cost(file);
  const length = first.until(last).days;
  const step = Math.max(1, Math.ceil(length / mostPoints));
  const points: ValuePoint[] = [];
  const add = (day: Temporal.PlainDate): void => {
    const { value } = cost.plannedValueOn(day);
    if (value !== undefined) points.push({ date: writeDate(day), value: majorUnits(value, currency) });
  };
  for (let passed = 0; passed < length; passed += step) add(first.add({ days: passed }));
  add(last);
  return points;
}
