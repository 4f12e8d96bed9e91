import type { MoneyCell, MoneyView } from '../../../src/core/views/moneyModel';
import { roadmapUri } from './lantern';

const entry = (id: string): MoneyView['entry'] => ({ uri: roadmapUri, path: ['profit_and_loss', id] });
const came = (text: string, difference?: Pick<MoneyCell, 'difference' | 'worse'>): MoneyCell => ({
  text,
  basis: 'actual',
  ...difference,
});
const expected = (text: string): MoneyCell => ({ text, basis: 'forecast' });

/** The money of the design's product. */
export const lanternMoney: MoneyView = {
  view: 'money',
  file: 'roadmap',
  entry: { uri: roadmapUri, path: [] },
  title: 'Lantern',
  purpose: 'The lift runs again on the first visit, and the customer knows it.',
  facts: [{ label: 'Loss, 2026-Q2', value: '−30,000 EUR', state: 'off-track', entry: entry('2026-Q2') }],
  currency: 'EUR',
  hint: '1 amount is not in EUR, and nothing says what they are worth in it: what they belong to is left out.',
  periods: [
    {
      entry: entry('2026-Q2'),
      title: '2026-Q2',
      actual: { revenue: 290_000, cost: 320_000, profit: -30_000 },
      forecast: { revenue: 300_000, cost: 310_000, profit: -10_000 },
    },
    {
      entry: entry('2026-Q3'),
      title: '2026-Q3',
      isNow: true,
      forecast: { revenue: 450_000, cost: 383_000, profit: 67_000 },
    },
  ],
  lines: [
    {
      kind: 'revenue',
      title: 'Revenue',
      cells: [came('290,000', { difference: '−10,000', worse: true }), expected('450,000')],
    },
    { kind: 'part', title: 'People', cells: [{ text: '' }, expected('310,000')] },
    {
      kind: 'cost',
      title: 'Cost',
      cells: [came('320,000', { difference: '+10,000', worse: true }), expected('383,000')],
    },
    { kind: 'profit', title: 'Profit', cells: [{ ...came('−30,000'), loss: true }, expected('67,000')] },
  ],
};
