import type { Located } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { ProjectFile } from '../../plan/planFile';
import type { Rate } from '../../plan/scalars';
import { itemTree, topItems } from '../lineage';
import { isDropped } from '../openWork';
import type { Assignees } from '../schedule/assignees';
import { baseAmount, Exchange } from './exchange';
import { writtenIn, writtenMoney, type WrittenAmount } from './writtenAmount';

/**
 * All the money that counts for a project, in the order in which it decides on the currency: the baseline, the total,
 * the lines, the contingency, then the costs of items and the rates of whoever does them, each person once.
 */
export function projectAmounts(
  plan: Plan,
  file: ProjectFile,
  assignees: Pick<Assignees, 'of'>,
): readonly WrittenAmount[] {
  const { baseline, budget } = file.root?.fields ?? {};
  const { total, lines, contingency } = budget?.value.fields ?? {};
  return [
    ...writtenIn([baseline?.value.fields.budget], 'baseline'),
    ...writtenIn([total], 'total'),
    ...(lines?.value ?? []).flatMap(({ fields }) => writtenIn([fields.planned, fields.spent], 'line')),
    ...writtenIn([contingency], 'contingency'),
    ...amountsOfItems(plan, file, assignees),
  ];
}

/** The rates between currencies that the budget of a project states. */
export function projectExchange(file: ProjectFile, amounts: readonly WrittenAmount[]): Exchange {
  const rates = new Map<string, number>();
  for (const { key, value } of file.root?.fields.budget?.value.fields.exchange_rates?.value ?? [])
    if (value !== undefined) rates.set(key.value, value);
  return new Exchange(baseAmount(amounts, rates), rates);
}

function amountsOfItems(plan: Plan, file: ProjectFile, assignees: Pick<Assignees, 'of'>): readonly WrittenAmount[] {
  const seen = new Set<string>();
  const amounts: WrittenAmount[] = [];
  for (const item of itemTree(topItems(file))) {
    const { cost, spent, status } = item.fields;
    const isLeftOut = status?.value !== 'done' && isDropped(item);
    if (cost && !isLeftOut) amounts.push(writtenMoney(cost, 'item'));
    if (isLeftOut && !spent) continue;
    for (const { id } of assignees.of(item)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const rate = plan.people.fields(id).rate;
      if (rate) amounts.push(writtenRate(rate));
    }
  }
  return amounts;
}

export function writtenRate({ value: { money, per }, at }: Located<Rate>): WrittenAmount {
  return { text: `${money.text}/${per}`, currency: money.currency, at, source: 'rate' };
}
