import type { BudgetLine } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import type { Field } from '../../plan/entity';
import type { Money } from '../../plan/scalars';
import type { Exchange } from './exchange';
import type { AmountSource } from './writtenAmount';
import { AmountSum, differenceOf, sumOf, unknownFigure, type Figure } from './figure';

export interface BudgetLineFigures {
  readonly line: BudgetLine;
  readonly planned: Figure;
  readonly spent: Figure;
}

/** Which sum the total of a budget is. */
export type Reconciliation = 'lines' | 'lines-and-contingency' | 'neither';

/** What a project's budget states, in minor units of its currency. */
export interface BudgetFigures {
  /** The approved budget of the baseline. */
  readonly baseline: Figure;
  readonly total: Figure;
  readonly contingency: Figure;
  readonly lines: readonly BudgetLineFigures[];
  /** The sums of the lines. Lines that do not state the amount add nothing; not stated where none does. */
  readonly planned: Figure;
  readonly spent: Figure;
  /**
   * Undefined where there is nothing to compare: no total, no lines, a line without its planned amount, or amounts that
   * cannot be added. Each converted amount may be off by half a minor unit, and so the sum by that much.
   */
  readonly reconciles: Reconciliation | undefined;
}

export function budgetFigures({ root }: ProjectFile, exchange: Exchange): BudgetFigures {
  const { baseline, budget } = root?.fields ?? {};
  const fields = budget?.value.fields ?? {};
  const stated = (field: Field<Money> | undefined, source: AmountSource, why: string): Figure =>
    field ? exchange.amount(field, source) : unknownFigure('not-stated', why);
  const lines = (fields.lines?.value ?? []).map((line) => ({
    line,
    planned: stated(line.fields.planned, 'line', 'has no planned amount'),
    spent: stated(line.fields.spent, 'line', 'has nothing spent'),
  }));
  const figures = {
    baseline: stated(baseline?.value.fields.budget, 'baseline', 'has no budget in its baseline'),
    total: stated(fields.total, 'total', 'has no total budget'),
    contingency: stated(fields.contingency, 'contingency', 'has no contingency'),
    lines,
    planned: sumOfStated(lines, 'planned', 'has no budget line with a planned amount'),
    spent: sumOfStated(lines, 'spent', 'has no budget line with anything spent'),
  };
  const amounts = [fields.total, fields.contingency, ...lines.map(({ line }) => line.fields.planned)];
  const converted = amounts.filter((field) => field && field.value.currency !== exchange.currency).length;
  return { ...figures, reconciles: reconciliation(figures, converted / 2) };
}

function sumOfStated(lines: readonly BudgetLineFigures[], of: 'planned' | 'spent', otherwise: string): Figure {
  const sum = new AmountSum();
  for (const line of lines) if (line.line.fields[of]) sum.add(line[of]);
  return sum.total(otherwise);
}

/** @param tolerance by how much a sum may be off, in minor units */
function reconciliation(
  { total, contingency, lines, planned }: Omit<BudgetFigures, 'reconciles'>,
  tolerance: number,
): Reconciliation | undefined {
  const isUnclear = contingency.unknown !== undefined && contingency.unknown.kind !== 'not-stated';
  if (isUnclear || lines.some((line) => line.planned.unknown)) return undefined;
  const beyondLines = differenceOf(total, planned);
  if (beyondLines.unknown) return undefined;
  if (Math.abs(beyondLines.value) <= tolerance) return 'lines';
  const beyondAll = differenceOf(total, sumOf(planned, contingency));
  return Math.abs(beyondAll.value ?? Infinity) <= tolerance ? 'lines-and-contingency' : 'neither';
}
