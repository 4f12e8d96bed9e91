import type { Field, Located } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { ProjectFile } from '../../plan/planFile';
import type { Money, Rate } from '../../plan/scalars';
import { byEntry, withItemsBelow } from '../entries';
import { isDropped } from '../openWork';
import { namedFor } from '../schedule/assignees';
import { baseAmount, Exchange } from './exchange';
import { writtenIn, writtenMoney, type WrittenAmount } from './writtenAmount';

/**
 * All the money that counts for a project, in the order in which it decides on the currency: the baseline, the total,
 * the lines, the contingency, then the costs of items and the rates of whoever does them, each person once.
 */
export function projectAmounts(plan: Plan, file: ProjectFile): readonly WrittenAmount[] {
  const { baseline, budget } = file.root?.fields ?? {};
  const { total, lines, contingency } = budget?.value.fields ?? {};
  return [
    ...writtenIn([baseline?.value.fields.budget], 'baseline'),
    ...writtenIn([total], 'total'),
    ...(lines?.value ?? []).flatMap(({ fields }) => writtenIn([fields.planned, fields.spent], 'line')),
    ...writtenIn([contingency], 'contingency'),
    ...amountsOfItems(plan, file),
  ];
}

/** The rates between currencies that the budget of a project states. */
export function projectExchange(file: ProjectFile, amounts: readonly WrittenAmount[]): Exchange {
  const rates = new Map<string, number>();
  for (const { key, value } of file.root?.fields.budget?.value.fields.exchange_rates?.value ?? [])
    if (value !== undefined) rates.set(key.value, value);
  return new Exchange(baseAmount(amounts, rates), rates);
}

function amountsOfItems(plan: Plan, file: ProjectFile): readonly WrittenAmount[] {
  const seen = new Set<string>();
  const amounts: WrittenAmount[] = [];
  for (const paid of paidIn(file)) {
    if (typeof paid !== 'string') amounts.push(writtenMoney(paid, 'item'));
    else if (!seen.has(paid)) {
      seen.add(paid);
      const rate = plan.people.fields(paid).rate;
      if (rate) amounts.push(writtenRate(rate));
    }
  }
  return amounts;
}

/** What is paid for by the items of a project in source order: costs of their own, and people by their ids. */
const paidIn = byEntry((entry): readonly (Field<Money> | string)[] => {
  const paid = new Set<Field<Money> | string>();
  for (const item of withItemsBelow(entry)) {
    const { cost, spent, status } = item.fields;
    const isLeftOut = status?.value !== 'done' && isDropped(item);
    if (cost && !isLeftOut) paid.add(cost);
    if (!isLeftOut || spent) for (const id of namedFor(item).keys()) paid.add(id);
  }
  return [...paid];
});

export function writtenRate({ value: { money, per }, at }: Located<Rate>): WrittenAmount {
  return { text: `${money.text}/${per}`, currency: money.currency, at, source: 'rate' };
}
