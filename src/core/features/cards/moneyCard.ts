import { wholeAmount } from '../../analysis/cost/figure';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { PlanFile } from '../../plan/planFile';
import { formatMoney, formatRate, type Money, type Rate } from '../../plan/scalars';
import { cardMarkdown, fact, type Fact } from './card';

/** An amount as people write it, and what it is worth in the currency that its project counts in. */
export function moneyCard(analysis: PlanAnalysis, file: PlanFile, money: Money): string {
  return cardMarkdown({ title: formatMoney(money), kind: [], facts: [conversion(analysis, file, money, '')] });
}

/** The same of a rate. */
export function rateCard(analysis: PlanAnalysis, file: PlanFile, { money, per }: Rate): string {
  const title = formatRate({ money, per });
  const unit = title.slice(formatMoney(money).length);
  return cardMarkdown({ title, kind: [], facts: [conversion(analysis, file, money, unit)] });
}

/** By the `exchange_rates` of the project; undefined where there is nothing to convert, or no rate for it. */
function conversion(analysis: PlanAnalysis, file: PlanFile, money: Money, unit: string): Fact | undefined {
  if (file.kind !== 'project') return undefined;
  const cost = analysis.cost(file);
  const { currency } = cost;
  if (currency === undefined || currency === money.currency) return undefined;
  const converted = cost.minorOf(money);
  const minor = converted === undefined ? undefined : wholeAmount(converted).value;
  if (minor === undefined)
    return fact(`In ${currency}`, `not known, as the budget has no exchange rate for ${money.currency}`);
  return fact(`In ${currency}`, `${formatMoney({ minor, currency })}${unit}, by the exchange rates of the budget`);
}
