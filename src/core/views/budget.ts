import type { EarnedValue } from '../analysis/cost/earnedValue';
import { differenceOf, sumOf, type Figure } from '../analysis/cost/figure';
import type { ProjectCost } from '../analysis/cost/projectCost';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ProjectFile } from '../plan/planFile';
import { formatMoney } from '../plan/scalars';
import type { BudgetLineRow, BudgetView, Remark } from './budgetModel';
import { earnedValueFigures, missingFigures } from './earnedValueFigures';
import { entryFilter } from './entryFilter';
import { known } from './known';
import type { EntryPath, Fact } from './model';
import { entryOf, textOf, titleOf } from './naming';
import { projectHeading } from './projectHeading';
import { countText, percentText, roundMoney } from './texts';
import { valueChart } from './valueChart';
import type { ViewSettings } from './viewSettings';

/** What a project was to cost, has cost and is going to cost. */
export function budgetView(analysis: PlanAnalysis, file: ProjectFile, settings: ViewSettings = {}): BudgetView {
  const cost = analysis.cost(file);
  const { currency } = cost;
  const rows = currency === undefined ? [] : lineRows(cost, currency);
  const filter = entryFilter(settings);
  const left = filter
    ? rows.filter(({ title, category, isOver, entry }) =>
        filter({ texts: [entry?.path.at(-1), title, category], late: isOver }),
      )
    : rows;
  return known({
    ...projectHeading(analysis, file),
    view: 'budget' as const,
    facts: currency === undefined ? [] : budgetFacts(cost, file, currency),
    chart: valueChart(analysis, file),
    lines: left,
    sums: currency === undefined ? [] : sumRows(cost, file, currency),
    reconciliation: currency === undefined ? undefined : reconciliationOf(cost, currency),
    figures: currency === undefined ? [] : earnedValueFigures(cost.earnedValue, currency),
    remarks: currency === undefined ? [] : remarksOf(cost),
    shown: filter && { count: left.length, total: rows.length },
    options: known({
      filters: rows.length > 0 || undefined,
      atRisk: rows.some(({ isOver }) => isOver) || undefined,
    }),
  });
}

function lineRows({ budget }: ProjectCost, currency: string): readonly BudgetLineRow[] {
  return budget.lines.map(({ line, planned, spent }) =>
    known({
      entry: entryOf(line),
      title: titleOf(line),
      category: textOf(line.fields.category),
      ...amounts(planned, spent, currency),
    }),
  );
}

/** The lines together, the contingency and the total, as far as they are stated. */
function sumRows(cost: ProjectCost, file: ProjectFile, currency: string): readonly BudgetLineRow[] {
  const { planned, spent, contingency, total, lines } = cost.budget;
  const at = (key: string): EntryPath => ({ uri: file.uri, path: ['budget', key] });
  const rows: BudgetLineRow[] = [];
  if (lines.length > 1) rows.push(known({ title: 'All lines', ...amounts(planned, spent, currency) }));
  if (contingency.value !== undefined)
    rows.push({ title: 'Contingency', entry: at('contingency'), planned: money(contingency.value, currency) });
  if (total.value !== undefined)
    rows.push(known({ title: 'Total', entry: at('total'), ...amounts(total, spent, currency) }));
  return rows;
}

function amounts(
  planned: Figure,
  spent: Figure,
  currency: string,
): Pick<BudgetLineRow, 'planned' | 'spent' | 'share' | 'rest' | 'isOver'> {
  const rest = differenceOf(planned, spent).value;
  const isOver = rest !== undefined && rest < 0;
  const share = planned.value !== undefined && planned.value > 0 ? (spent.value ?? 0) / planned.value : undefined;
  return {
    planned: planned.value === undefined ? undefined : money(planned.value, currency),
    spent: spent.value === undefined ? undefined : money(spent.value, currency),
    share: spent.value === undefined || share === undefined ? undefined : Math.max(0, share),
    rest: rest === undefined ? undefined : `${money(Math.abs(rest), currency)} ${isOver ? 'over' : 'left'}`,
    isOver: isOver || undefined,
  };
}

function money(minor: number, currency: string): string {
  return formatMoney({ minor, currency });
}

function reconciliationOf({ budget }: ProjectCost, currency: string): Remark | undefined {
  const { reconciles, planned, contingency, total } = budget;
  if (reconciles === 'lines') return { text: 'The total is the sum of the lines' };
  if (reconciles === 'lines-and-contingency') return { text: 'The total is the sum of the lines and the contingency' };
  if (reconciles !== 'neither' || planned.value === undefined || total.value === undefined) return undefined;
  const all = sumOf(planned, contingency).value ?? planned.value;
  const beside = contingency.value === undefined ? '' : ' and the contingency';
  const text = `The lines${beside} add up to ${money(all, currency)}, the total says ${money(total.value, currency)}`;
  return { text, isWarning: true };
}

function budgetFacts(cost: ProjectCost, file: ProjectFile, currency: string): readonly Fact[] {
  const { earnedValue, bac } = cost;
  const facts = [
    bac.value === undefined
      ? undefined
      : { label: 'Budget', value: roundMoney(bac.value, currency), entry: { uri: file.uri, path: ['budget'] } },
    spentFact(earnedValue, currency),
    earnedFact(earnedValue, currency),
    forecastFact(earnedValue, currency),
  ];
  return facts.filter((fact) => fact !== undefined);
}

function spentFact({ ac, bac }: EarnedValue, currency: string): Fact | undefined {
  if (ac === undefined) return undefined;
  const share = bac !== undefined && bac > 0 ? ac / bac : undefined;
  return known({
    label: 'Spent',
    value: roundMoney(ac, currency),
    note: share === undefined ? undefined : `${percentText(share)} of the budget`,
    state: share !== undefined && share > 1 ? ('off-track' as const) : undefined,
  });
}

function earnedFact({ ev, pv }: EarnedValue, currency: string): Fact | undefined {
  if (ev === undefined) return undefined;
  const note = pv === undefined ? undefined : `${roundMoney(pv, currency)} planned by today`;
  return known({ label: 'Earned', value: roundMoney(ev, currency), note });
}

function forecastFact({ eac, vac }: EarnedValue, currency: string): Fact | undefined {
  if (eac === undefined) return undefined;
  const isOver = vac !== undefined && vac < 0;
  const note =
    vac === undefined ? undefined : `${roundMoney(Math.abs(vac), currency)} ${isOver ? 'over' : 'below'} budget`;
  const state = vac === undefined ? undefined : isOver ? ('off-track' as const) : ('on-track' as const);
  return known({ label: 'Forecast', value: roundMoney(eac, currency), note, state });
}

/** Why figures are missing, and what those that are there leave out. */
function remarksOf(cost: ProjectCost): readonly string[] {
  const remarks = [...missingFigures(cost.earnedValue)];
  const { unpriced, unplanned, clashes } = cost;
  if (unpriced > 0) {
    const efforts = unpriced === 1 ? '1 effort has' : `${String(unpriced)} efforts have`;
    remarks.push(`${efforts} no price, since nobody who does the work has a rate`);
  }
  if (unplanned > 0)
    remarks.push(`${countText(unplanned, 'item')} without planned dates: the planned value leaves them out`);
  if (clashes.length > 0)
    remarks.push(
      `${countText(clashes.length, 'amount')} in another currency, and no rate that says what they are worth`,
    );
  return remarks;
}
