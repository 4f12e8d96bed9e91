import assert from 'node:assert/strict';
import type { Figure } from '../../../../src/core/analysis/cost/figure';
import { productMoney, type ProductMoney } from '../../../../src/core/analysis/cost/productMoney';
import { analysisOf } from '../schedule/scheduleFrom';

function money(yaml: string): ProductMoney {
  const [roadmap] = analysisOf({ 'p.roadmap.yaml': `product: P\n${yaml}` }, '2026-05-04').plan.roadmaps;
  assert.ok(roadmap);
  return productMoney(roadmap);
}

function value({ value: known, unknown }: Figure): number | string {
  return unknown ? unknown.why : known;
}

describe('profit and loss of a product', () => {
  it('has revenue, cost, profit and margin of each period, forecast and actual', () => {
    const { currency, periods, clashes } = money(`profit_and_loss:
  2026-Q1:
    forecast: { revenue: 1000 EUR, cost: { Staff: 500 EUR, Servers: 100.50 EUR }, units: 40 }
    actual: { revenue: 800 EUR, cost: 1000 EUR, units: 32 }
  2026-Q2: { forecast: { revenue: 1200 EUR, cost: 300 EUR } }
`);
    assert.equal(currency, 'EUR');
    assert.deepEqual(clashes, []);
    assert.deepEqual(
      periods.map(({ period, actual }) => [period?.text, period?.last.toString(), actual !== undefined]),
      [
        ['2026-Q1', '2026-03-31', true],
        ['2026-Q2', '2026-06-30', false],
      ],
    );
    const [forecast, actual] = [periods[0]?.forecast, periods[0]?.actual];
    assert.ok(forecast && actual);
    assert.deepEqual(
      [forecast.revenue, forecast.cost, forecast.profit, forecast.margin].map(value),
      [100_000, 60_050, 39_950, 0.3995],
    );
    assert.equal(forecast.units, 40);
    assert.deepEqual(
      forecast.costs.map(({ title, amount }) => [title, value(amount)]),
      [
        ['Staff', 50_000],
        ['Servers', 10_050],
      ],
    );
    assert.deepEqual([actual.profit, actual.margin].map(value), [-20_000, -0.25]);
    assert.deepEqual(
      actual.costs.map(({ title, amount }) => [title, value(amount)]),
      [[undefined, 100_000]],
    );
  });

  it('has no profit without a revenue or a cost, and no margin without a revenue', () => {
    const { periods } = money(`profit_and_loss:
  2026-01: { forecast: { revenue: 5 EUR } }
  2026-02: { forecast: { cost: 5 EUR } }
  2026-03: { forecast: { revenue: 0 EUR, cost: 5 EUR } }
  2026-04: { forecast: { units: 3 } }
  soon: { forecast: { revenue: lots, cost: {} } }
`);
    const read = periods.map(({ forecast }) => forecast && [value(forecast.profit), value(forecast.margin)]);
    assert.deepEqual(read, [
      ['has no cost', 'has no cost'],
      ['has no revenue', 'has no revenue'],
      [-500, 'has no revenue'],
      ['has no revenue', 'has no revenue'],
      ['has no revenue', 'has no revenue'],
    ]);
    assert.equal(periods[4]?.period, undefined);
  });

  it('does not add amounts in other currencies than its first', () => {
    const { currency, periods, clashes } = money(`profit_and_loss:
  2026-01: { forecast: { revenue: 500 JPY, cost: { Staff: 100 JPY, Servers: 3 USD } } }
  2026-02: { forecast: { revenue: 600 JPY, cost: 100 JPY } }
`);
    assert.equal(currency, 'JPY');
    assert.deepEqual(
      clashes.map(({ why }) => why),
      ['has amounts that cannot be added: 3 USD and 500 JPY'],
    );
    const [january, february] = periods.map(({ forecast }) => forecast);
    assert.ok(january && february);
    assert.deepEqual(january.profit.unknown?.clash, clashes[0]);
    assert.deepEqual([value(january.revenue), value(february.profit)], [500, 500]);
  });

  it('is empty where a roadmap has none', () => {
    assert.deepEqual(money(''), { currency: undefined, periods: [], clashes: [] });
  });
});
