import assert from 'node:assert/strict';
import type { MoneyCell, MoneyView } from '../../../src/core/views/moneyModel';
import { viewOf } from './viewOf';

/** On 20 November 2026. */
async function moneyOf(text: string): Promise<MoneyView> {
  const data = await viewOf({ 'p.roadmap.yaml': `product: P\n${text}` }, 'money');
  assert.ok(data.view === 'money');
  return data;
}

const statement = `profit_and_loss:
  2026-Q4: { forecast: { revenue: 450000 EUR, cost: { people: 310000 EUR, hosting: 28000.50 EUR }, units: 1480 } }
  2026-Q2:
    forecast: { revenue: 300000 EUR, cost: 310000 EUR }
    actual: { revenue: 290000 EUR, cost: 320000 EUR }
  2026-Q3:
    forecast: { revenue: 410000 EUR, cost: 365000 EUR, units: 1350 }
    actual: { revenue: 428000 EUR, cost: { people: 300000 EUR, hosting: 71000 EUR }, units: 1402.5 }
`;

function cells(view: MoneyView, title: string): readonly MoneyCell[] {
  const line = view.lines.find((each) => each.title === title);
  assert.ok(line, `no line ${title}`);
  return line.cells;
}

function texts(view: MoneyView, title: string): readonly string[] {
  return cells(view, title).map(({ text, difference = '' }) => `${text} ${difference}`.trim());
}

describe('the money of a product', () => {
  it('is a statement with its periods by time', async () => {
    const view = await moneyOf(statement);
    assert.deepEqual(
      view.periods.map(({ title, isNow = false }) => [title, isNow]),
      [
        ['2026-Q2', false],
        ['2026-Q3', false],
        ['2026-Q4', true],
      ],
    );
    assert.deepEqual(
      view.lines.map(({ title, kind }) => `${kind} ${title}`),
      ['revenue Revenue', 'part People', 'part Hosting', 'cost Cost', 'profit Profit', 'margin Margin', 'units Units'],
    );
    assert.equal(view.currency, 'EUR');
  });

  it('has what it came to with its difference from the forecast, else the forecast', async () => {
    const view = await moneyOf(statement);
    assert.deepEqual(texts(view, 'Revenue'), ['290,000 −10,000', '428,000 +18,000', '450,000']);
    assert.deepEqual(texts(view, 'People'), ['', '300,000', '310,000']);
    assert.deepEqual(texts(view, 'Cost'), ['320,000 +10,000', '371,000 +6,000', '338,000.50']);
    assert.deepEqual(texts(view, 'Profit'), ['−30,000 −20,000', '57,000 +12,000', '111,999.50']);
    assert.deepEqual(texts(view, 'Margin'), ['−10 % −7 pt', '13 % +2 pt', '25 %']);
    assert.deepEqual(texts(view, 'Units'), ['', '1,402.5 +52.5', '1,480']);
    assert.deepEqual(
      cells(view, 'Revenue').map(({ basis }) => basis),
      ['actual', 'actual', 'forecast'],
    );
  });

  it('says which differences are for the worse, and what is a loss', async () => {
    const view = await moneyOf(statement);
    const flags = (title: string): readonly string[] =>
      cells(view, title).map(({ worse, loss }) => [worse && 'worse', loss && 'loss'].filter(Boolean).join(' '));
    assert.deepEqual(flags('Revenue'), ['worse', '', '']);
    assert.deepEqual(flags('Cost'), ['worse', 'worse', '']);
    assert.deepEqual(flags('Profit'), ['worse loss', '', '']);
  });

  it('gives amounts to draw in major units', async () => {
    const view = await moneyOf(statement);
    assert.deepEqual(view.periods[2]?.forecast, { revenue: 450000, cost: 338000.5, profit: 111999.5 });
    assert.equal(view.periods[2].actual, undefined);
    const yen = await moneyOf('profit_and_loss: { 2026: { actual: { revenue: 5000 JPY } } }\n');
    assert.deepEqual(yen.periods[0]?.actual, { revenue: 5000 });
    assert.deepEqual(texts(yen, 'Revenue'), ['5,000']);
  });

  it('tells of the last period and of the one that it is now', async () => {
    const { facts } = await moneyOf(statement);
    assert.deepEqual(
      facts.map(({ label, value, note = '' }) => `${label}: ${value} ${note}`.trim()),
      [
        'Profit, 2026-Q3: 57,000 EUR +12,000 against the forecast',
        'Margin, 2026-Q3: 13 %',
        'Profit, 2026-Q4: 111,999.50 EUR expected',
        'Margin, 2026-Q4: 25 % expected',
      ],
    );
    const loss = await moneyOf('profit_and_loss: { 2026-Q3: { actual: { revenue: 1 EUR, cost: 3 EUR } } }\n');
    assert.deepEqual([loss.facts[0]?.label, loss.facts[0]?.state], ['Loss, 2026-Q3', 'off-track']);
  });

  it('leaves out what cannot be added, and says so', async () => {
    const view = await moneyOf(
      'profit_and_loss: { 2026-Q3: { actual: { revenue: 9 EUR, cost: 3 USD } }, soon: { forecast: { cost: 1 EUR } } }\n',
    );
    assert.match(view.hint ?? '', /^1 amount is not in EUR/);
    assert.deepEqual(
      view.lines.map(({ title }) => title),
      ['Revenue', 'Cost'],
    );
    assert.deepEqual(texts(view, 'Cost'), ['', '1']);
    assert.equal((await moneyOf(statement)).hint, undefined);
  });

  it('is empty for a roadmap without any', async () => {
    const { periods, lines, facts, currency } = await moneyOf('');
    assert.deepEqual([periods, lines, facts, currency], [[], [], [], undefined]);
  });
});
