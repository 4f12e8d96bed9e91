import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import type { BudgetView } from '../../../src/core/views/budgetModel';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { projectViewOf } from './viewOf';

const lines = `budget:
  total: 12000 EUR
  contingency: 2000 EUR
  lines:
    dev: { title: Development, planned: 8000 EUR, spent: 5000 EUR, category: people }
    gear: { title: Scanners, planned: 2000 EUR, spent: 2500 EUR }
`;
/** Half of the work is done, of which three quarters were to be. Today is a Friday. */
const half = `start: 2026-11-02
end: 2026-11-27
items:
  a: { title: A, status: done, started: 2026-11-02, finished: 2026-11-13, start: 2026-11-02, end: 2026-11-13 }
  b: { title: B, start: 2026-11-16, end: 2026-11-27 }
`;

async function budgetOf(project: string, settings?: ViewSettings): Promise<BudgetView> {
  return projectViewOf('budget', project, settings);
}

describe('budget of a project', () => {
  it('has its lines as they are written, with what is left of each', async () => {
    const { lines: rows, sums } = await budgetOf(lines);
    assert.deepEqual(
      [...rows, ...sums].map(({ title, planned = '–', spent = '–', rest = '–', isOver = false }) =>
        [title, planned, spent, rest, isOver].join(', '),
      ),
      [
        'Development, 8,000 EUR, 5,000 EUR, 3,000 EUR left, false',
        'Scanners, 2,000 EUR, 2,500 EUR, 500 EUR over, true',
        'All lines, 10,000 EUR, 7,500 EUR, 2,500 EUR left, false',
        'Contingency, 2,000 EUR, –, –, false',
        'Total, 12,000 EUR, 7,500 EUR, 4,500 EUR left, false',
      ],
    );
    assert.equal(rows[1]?.share, 1.25);
    assert.equal(rows[0]?.category, 'people');
    assert.deepEqual(rows[0].entry?.path, ['budget', 'lines', 'dev']);
  });

  it('says what the total has to do with the lines', async () => {
    assert.deepEqual((await budgetOf(lines)).reconciliation, {
      text: 'The total is the sum of the lines and the contingency',
    });
    assert.deepEqual((await budgetOf(lines.replace('12000', '13000'))).reconciliation, {
      text: 'The lines and the contingency add up to 12,000 EUR, the total says 13,000 EUR',
      isWarning: true,
    });
    assert.equal((await budgetOf('budget: { total: 5 EUR }\n')).reconciliation, undefined);
  });

  it('has the figures of earned value, and what each says', async () => {
    const { figures, facts } = await budgetOf(lines + half);
    const says = Object.fromEntries(figures.map(({ name, value, meaning, isBad }) => [name, [value, meaning, isBad]]));
    assert.deepEqual(says['BAC'], ['12,000 EUR', 'What all of it may cost', undefined]);
    assert.deepEqual(says['EV'], ['6,000 EUR', 'What is done, at its planned price', undefined]);
    assert.deepEqual(says['PV'], ['9,000 EUR', 'What was to be done by today', undefined]);
    assert.deepEqual(says['CPI'], ['0.80', 'Each 1.00 spent has earned 0.80', true]);
    assert.deepEqual(says['SPI'], ['0.67', 'Slower than planned', true]);
    assert.deepEqual(says['EAC'], ['15,000 EUR', 'If it goes on as it has gone', true]);
    assert.deepEqual(
      facts.map(({ label, value, note = '' }) => `${label}: ${value} ${note}`.trim()),
      [
        'Budget: 12,000 EUR',
        'Spent: 7,500 EUR 63 % of the budget',
        'Earned: 6,000 EUR 9,000 EUR planned by today',
        'Forecast: 15,000 EUR 3,000 EUR over budget',
      ],
    );
  });

  it('draws planned value from the first to the last day, and what is known of today', async () => {
    const { chart } = await budgetOf(lines + half);
    assert.ok(chart);
    assert.equal(chart.window.start, '2026-11-02');
    assert.deepEqual(chart.planned.at(-1)?.value, 12_000);
    assert.equal(chart.planned.at(-1)?.date, chart.window.end);
    chart.planned.forEach(({ date, value }, index) => {
      const before = chart.planned[index - 1];
      assert.ok(!before || (before.value <= value && before.date < date));
    });
    assert.deepEqual([chart.earned?.value, chart.actual?.value, chart.budget?.value], [6000, 7500, 12_000]);
    assert.equal(chart.estimate?.value, 15_000);
    assert.ok(Temporal.PlainDate.compare(chart.estimate.date, chart.today) > 0);
  });

  it('has no more points than a curve needs, however long the project is', async () => {
    const long = 'items: { a: { title: A, start: 2026-01-05, end: 2046-01-05 } }\n';
    assert.ok(((await budgetOf(lines + long)).chart?.planned.length ?? 0) <= 75);
  });

  it('says why figures are missing', async () => {
    const { remarks, chart } = await budgetOf('budget: { total: 5000 EUR }\n');
    assert.deepEqual(remarks, [
      'No planned value: the project has no work with planned dates',
      'No earned value: the project has no work that could earn any value',
      'No actual cost: the project records nothing that was spent',
    ]);
    assert.equal(chart, undefined);
  });

  it('is filtered by words, and by what has cost more than planned', async () => {
    const left = async (settings: ViewSettings): Promise<readonly string[]> =>
      (await budgetOf(lines, settings)).lines.map(({ title }) => title);
    assert.deepEqual(await left({ filter: { text: 'people' } }), ['Development']);
    assert.deepEqual(await left({ filter: { atRisk: true } }), ['Scanners']);
  });

  it('is empty without any money, and survives amounts that cannot be added', async () => {
    const none = await budgetOf('items: { a: A }\n');
    assert.deepEqual([none.facts, none.lines, none.sums, none.figures, none.remarks], [[], [], [], [], []]);
    const mixed = await budgetOf('budget: { total: 5 EUR, lines: { a: { planned: 5 USD, spent: 900 JPY } } }\n');
    assert.equal(mixed.lines[0]?.planned, undefined);
    assert.match(mixed.remarks.join(), /2 amounts in another currency/);
    const negative = await budgetOf(`budget: { total: -5 EUR }\n${half}`);
    assert.match(negative.remarks.join(), /has a budget below zero/);
  });
});
