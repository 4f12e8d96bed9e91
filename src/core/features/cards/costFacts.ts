import { differenceOf, type Figure } from '../../analysis/cost/figure';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { BudgetLine, Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { percentText, roundMoney } from '../../plan/texts';
import { fact, type Fact } from './card';

/** What an item with all that is under it is planned to cost, has cost and has earned; nothing where nobody has a price. */
export function itemCostFact(analysis: PlanAnalysis, file: ProjectFile, item: Item): Fact | undefined {
  const cost = analysis.cost(file);
  const own = cost.of(item);
  if (!own) return undefined;
  const hasBegun = (analysis.progress(file).of(item)?.progress ?? 0) > 0;
  return amounts(cost.currency, [
    ['planned', own.planned],
    ['spent', own.actual],
    // What the part that is done was planned to cost.
    ...(hasBegun ? [['earned', differenceOf(own.planned, own.left)] as const] : []),
  ]);
}

/** What a line of a budget was to cost and has cost so far, in the currency of its project. */
export function budgetLineFact(analysis: PlanAnalysis, file: ProjectFile, line: BudgetLine): Fact | undefined {
  const cost = analysis.cost(file);
  const figures = cost.budget.lines.find((each) => each.line === line);
  if (!figures) return undefined;
  const { planned, spent } = figures;
  const share = planned.value && spent.value !== undefined ? ` (${percentText(spent.value / planned.value)})` : '';
  return amounts(cost.currency, [
    ['planned', planned],
    [`spent${share}`, spent],
  ]);
}

/** Budget, cost and earned value of a project, and what they say of its course. */
export function projectCostFacts(analysis: PlanAnalysis, file: ProjectFile): readonly (Fact | undefined)[] {
  const cost = analysis.cost(file);
  const { ev, ac, pv, cpi, spi, eac } = cost.earnedValue;
  const figure = (value: number | undefined): Pick<Figure, 'value'> => ({ value });
  const money = amounts(cost.currency, [
    ['planned', cost.bac],
    ['spent', figure(ac)],
    ['earned', figure(ev)],
    ['planned by today', figure(pv)],
  ]);
  const indices = [
    cpi === undefined ? undefined : `CPI ${indexText(cpi)}`,
    spi === undefined ? undefined : `SPI ${indexText(spi)}`,
    eac === undefined || cost.currency === undefined ? undefined : `EAC ${roundMoney(eac, cost.currency)}`,
  ].filter((part) => part !== undefined);
  return [money, fact('Earned value', indices.join(', '))];
}

/** An index of earned value: `0.93`. */
export function indexText(index: number): string {
  return index.toFixed(2);
}

function amounts(
  currency: string | undefined,
  parts: readonly (readonly [name: string, figure: Pick<Figure, 'value'>])[],
): Fact | undefined {
  if (currency === undefined) return undefined;
  const known = parts.flatMap(([name, { value }]) =>
    value === undefined ? [] : [`${roundMoney(value, currency)} ${name}`],
  );
  return fact('Cost', known.join(', '));
}
