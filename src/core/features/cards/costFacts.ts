import { differenceOf, type Figure } from '../../analysis/cost/figure';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { formatMoney } from '../../plan/scalars';
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

/** Budget, cost and earned value of a project, and what they say of its course. */
export function projectCostFacts(analysis: PlanAnalysis, file: ProjectFile): readonly (Fact | undefined)[] {
  const cost = analysis.cost(file);
  const { ev, ac, pv, cpi, spi, eac } = cost.earnedValue;
  const figure = (value: number | undefined): Pick<Figure, 'value'> => ({ value });
  const money = amounts(cost.currency, [
    ['planned', cost.bac],
    ['spent', figure(ac)],
    ['earned', figure(ev)],
    ['to be earned by now', figure(pv)],
  ]);
  const indices = [
    cpi === undefined ? undefined : `CPI ${indexText(cpi)}`,
    spi === undefined ? undefined : `SPI ${indexText(spi)}`,
    eac === undefined || cost.currency === undefined
      ? undefined
      : `${formatMoney({ minor: eac, currency: cost.currency })} at completion, if it goes on like this`,
  ].filter((part) => part !== undefined);
  return [money, fact('Course', indices.join('; '))];
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
    value === undefined ? [] : [`${formatMoney({ minor: value, currency })} ${name}`],
  );
  return fact('Cost', known.join(', '));
}
