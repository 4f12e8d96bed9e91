import type { EarnedValue, EarnedValueFigure } from '../analysis/cost/earnedValue';
import type { ValueFigure } from './budgetModel';
import { known } from './known';
import { roundMoney } from './texts';

interface Described {
  readonly key: EarnedValueFigure;
  readonly title: string;
  readonly kind: 'money' | 'index';
  /** What the figure says; `isBad` where somebody should look at it. */
  readonly says: (value: number, all: EarnedValue) => { readonly meaning: string; readonly isBad?: boolean };
}

const stands = (meaning: string): Described['says'] => {
  return () => ({ meaning });
};

/** Above or below what it is compared with, by less than nobody can tell apart on paper. */
function compared(value: number, to: number, below: string, equal: string, above: string): string {
  if (Math.abs(value - to) < 0.005) return equal;
  return value < to ? below : above;
}

const described: readonly Described[] = [
  { key: 'bac', title: 'Budget at completion', kind: 'money', says: stands('What all of it may cost') },
  { key: 'pv', title: 'Planned value', kind: 'money', says: stands('What was to be done by today') },
  { key: 'ev', title: 'Earned value', kind: 'money', says: stands('What is done, at its planned price') },
  { key: 'ac', title: 'Actual cost', kind: 'money', says: stands('What it has cost so far') },
  {
    key: 'sv',
    title: 'Schedule variance',
    kind: 'money',
    says: (value) => ({
      meaning: compared(
        value,
        0,
        'Less is done than planned',
        'As much is done as planned',
        'More is done than planned',
      ),
      isBad: value < 0,
    }),
  },
  {
    key: 'cv',
    title: 'Cost variance',
    kind: 'money',
    says: (value) => ({
      meaning: compared(value, 0, 'It cost more than planned', 'It cost what was planned', 'It cost less than planned'),
      isBad: value < 0,
    }),
  },
  {
    key: 'spi',
    title: 'Schedule performance',
    kind: 'index',
    says: (value) => ({
      meaning: compared(value, 1, 'Slower than planned', 'As fast as planned', 'Faster than planned'),
      isBad: value < 0.995,
    }),
  },
  {
    key: 'cpi',
    title: 'Cost performance',
    kind: 'index',
    says: (value) => ({
      meaning: `Each 1.00 spent has earned ${value.toFixed(2)}`,
      isBad: value < 0.995,
    }),
  },
  {
    key: 'eac',
    title: 'Estimate at completion',
    kind: 'money',
    says: (_value, { vac }) => ({ meaning: 'If it goes on as it has gone', isBad: vac !== undefined && vac < 0 }),
  },
  { key: 'etc', title: 'Estimate to complete', kind: 'money', says: stands('Of that, what is still to come') },
  {
    key: 'vac',
    title: 'Variance at completion',
    kind: 'money',
    says: (value) => ({
      meaning: compared(value, 0, 'More than the budget', 'What the budget allows', 'Less than the budget'),
      isBad: value < 0,
    }),
  },
  {
    key: 'tcpi',
    title: 'To-complete performance',
    kind: 'index',
    says: (_value, { tcpiTo }) => ({
      meaning: tcpiTo === 'eac' ? 'Needed to end at the estimate' : 'Needed to end within the budget',
    }),
  },
];

/** The figures that are known, in the order in which they build on each other. */
export function earnedValueFigures(earned: EarnedValue, currency: string): readonly ValueFigure[] {
  return described.flatMap(({ key, title, kind, says }) => {
    const value = earned[key];
    if (value === undefined) return [];
    const { meaning, isBad } = says(value, earned);
    return [
      known({
        name: key.toUpperCase(),
        title,
        value: kind === 'money' ? roundMoney(value, currency) : value.toFixed(2),
        meaning,
        isBad: isBad === true ? isBad : undefined,
      }),
    ];
  });
}

/** Why figures are not known, each reason once, with the first figure that it holds back. */
export function missingFigures({ unknown }: EarnedValue): readonly string[] {
  const reasons = new Map<string, string>();
  for (const { key, title } of described) {
    const why = unknown[key]?.why;
    if (why !== undefined && !reasons.has(why)) reasons.set(why, `No ${title.toLowerCase()}: the project ${why}`);
  }
  return [...reasons.values()];
}
