import type { BudgetView } from '../../../src/core/views/budgetModel';
import { lanternTimeline, projectUri } from './lantern';

/** The money of the design's project. */
export const lanternBudget: BudgetView = {
  view: 'budget',
  file: 'project',
  entry: { uri: projectUri, path: [] },
  title: lanternTimeline.title,
  goals: lanternTimeline.goals,
  facts: [
    { label: 'Budget', value: '120,000 EUR' },
    { label: 'Spent', value: '58,000 EUR', note: '48 % of the budget' },
    { label: 'Forecast', value: '131,800 EUR', note: '11,800 EUR over budget', state: 'off-track' },
  ],
  chart: {
    currency: 'EUR',
    window: { start: '2026-08-03', end: '2026-11-10' },
    today: '2026-09-16',
    planned: [
      { date: '2026-08-03', value: 0 },
      { date: '2026-09-16', value: 61_000 },
      { date: '2026-11-10', value: 120_000 },
    ],
    earned: { value: 52_800, text: '52,800 EUR' },
    actual: { value: 58_000, text: '58,000 EUR' },
    budget: { value: 120_000, text: '120,000 EUR' },
    estimate: { value: 131_800, text: '131,800 EUR', date: '2026-11-10' },
  },
  lines: [
    {
      entry: { uri: projectUri, path: ['budget', 'lines', 'development'] },
      title: 'Development',
      category: 'people',
      planned: '90,000 EUR',
      spent: '43,500 EUR',
      share: 0.48,
      rest: '46,500 EUR left',
    },
    {
      entry: { uri: projectUri, path: ['budget', 'lines', 'scanners'] },
      title: 'Scanners',
      planned: '12,000 EUR',
      spent: '14,500 EUR',
      share: 1.21,
      rest: '2,500 EUR over',
      isOver: true,
    },
  ],
  sums: [
    { title: 'All lines', planned: '102,000 EUR', spent: '58,000 EUR', share: 0.57, rest: '44,000 EUR left' },
    {
      entry: { uri: projectUri, path: ['budget', 'total'] },
      title: 'Total',
      planned: '120,000 EUR',
      spent: '58,000 EUR',
    },
  ],
  reconciliation: { text: 'The lines add up to 102,000 EUR, the total says 120,000 EUR', isWarning: true },
  figures: [
    { name: 'EV', title: 'Earned value', value: '52,800 EUR', meaning: 'What is done, at its planned price' },
    { name: 'CPI', title: 'Cost performance', value: '0.91', meaning: 'Each 1.00 spent has earned 0.91', isBad: true },
  ],
  remarks: ['2 efforts have no price, since nobody who does the work has a rate'],
};
