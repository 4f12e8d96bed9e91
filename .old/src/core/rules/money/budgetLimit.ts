import type { BudgetFigures } from '../../analysis/cost/budgetFigures';
import type { ProjectCost } from '../../analysis/cost/projectCost';
import type { Figure } from '../../analysis/cost/figure';
import type { ProjectFile } from '../../plan/planFile';
import { states } from '../links/written';
import type { Place } from '../../text/sourceText';

/** The money that a project may spend, in minor units of its currency. */
export interface BudgetLimit {
  readonly minor: number;
  /** Where that is stated. */
  readonly at: Place;
}

/**
 * The budget's total, else the sum of its lines, which the total is, else the budget of the baseline. A contingency that
 * the total leaves out is there to be spent as well. A total that its lines contradict may be the mistake: then the
 * larger of the two holds.
 *
 * @returns undefined where the project states none, or none above 0, or amounts cannot be added or read
 */
export function budgetLimit(file: ProjectFile, { budget }: ProjectCost): BudgetLimit | undefined {
  const { planned, baseline, lines } = budget;
  const { baseline: approved, budget: written } = file.root?.fields ?? {};
  const limit = (minor: number | undefined, at: Place | undefined): BudgetLimit | undefined =>
    minor !== undefined && minor > 0 && at ? { minor, at } : undefined;
  if (written?.value.fields.total) return limit(totalLimit(budget), written.value.fields.total.at);
  if (states(file, ['budget'], 'budget', 'total')) return undefined;
  if (planned.unknown?.kind === 'not-stated') return limit(baseline.value, approved?.value.fields.budget?.at);
  const isWhole = lines.every((line) => line.planned.value !== undefined);
  return isWhole ? limit(withReserve(planned, budget), written?.value.fields.lines?.key) : undefined;
}

function totalLimit(budget: BudgetFigures): number | undefined {
  const { total, planned, reconciles } = budget;
  if (total.value === undefined) return undefined;
  if (reconciles === 'lines') return withReserve(total, budget);
  return reconciles === 'neither' ? Math.max(total.value, withReserve(planned, budget) ?? 0) : total.value;
}

function withReserve({ value }: Figure, { contingency }: BudgetFigures): number | undefined {
  return value === undefined ? undefined : value + Math.max(0, contingency.value ?? 0);
}
