import assert from 'node:assert/strict';
import { renderToString } from 'preact-render-to-string';
import type { MoneyView } from '../../src/core/views/moneyModel';
import { entryKey } from '../../src/preview/entries';
import { Money, moneyEntries } from '../../src/preview/money';
import { lanternMoney } from './harness/lanternMoney';

function draw(view: MoneyView, marked?: string): string {
  return renderToString(<Money view={view} marked={marked} />);
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

describe('money', () => {
  it('is a statement with a head for each line and period, and one tab stop', () => {
    const html = draw(lanternMoney);
    assert.equal(count(html, '<th scope="row"'), 4);
    assert.equal(count(html, '<th scope="col" class="number period'), 2);
    assert.match(html, /2026-Q3<span class="basis">forecast, now<\/span>/);
    assert.equal(count(html, 'tabindex="0"'), 1);
  });

  it('says differences, which are for the worse, and losses not by colour alone', () => {
    const html = draw(lanternMoney);
    assert.match(html, /−10,000<span class="for-reader"> against the forecast, for the worse<\/span>/);
    assert.match(html, /<span class="amount"><svg class="shape hue-red"[^>]*>.*?<\/svg>−30,000/s);
    assert.match(html, /<span class="amount expected">450,000/);
    assert.match(html, /1 amount is not in EUR/);
  });

  it('has a chart with filled and outlined bars and the profit, which only the statement says aloud', () => {
    const html = draw(lanternMoney);
    const chart = html.slice(html.indexOf('class="money-bars"'), html.indexOf('class="legend"'));
    assert.match(chart, /^class="money-bars" aria-hidden="true"/);
    assert.equal(count(chart, 'money-bar revenue"'), 1);
    assert.equal(count(chart, 'expected"'), 5);
    assert.match(chart, />−30k</);
    assert.match(chart, />\+67k</);
  });

  it('has no chart where there is nothing to draw', () => {
    const periods = lanternMoney.periods.map(({ actual: _actual, forecast: _forecast, ...period }) => period);
    assert.doesNotMatch(draw({ ...lanternMoney, periods }), /money-bars/);
    const naught = lanternMoney.periods.map((period) => ({ ...period, actual: { revenue: 0 }, forecast: {} }));
    assert.doesNotMatch(draw({ ...lanternMoney, periods: naught }), /NaN|Infinity/);
    const below = lanternMoney.periods.map((period) => ({ ...period, actual: { revenue: 5, cost: -3 } }));
    assert.doesNotMatch(draw({ ...lanternMoney, periods: below }), /NaN|height="-/);
  });

  it('marks the column of the cursor’s period', () => {
    const [period] = moneyEntries(lanternMoney);
    assert.ok(period);
    const html = draw(lanternMoney, entryKey(period));
    assert.equal(count(html, 'aria-current="true"'), 2);
    assert.equal(count(html, 'class="number in-mark"'), 4);
  });

  it('says what to write while there is none', () => {
    assert.match(draw({ ...lanternMoney, periods: [], lines: [] }), /No profit and loss yet/);
  });

  it('survives lines that are shorter than they should be', () => {
    const lines = lanternMoney.lines.map((line) => ({ ...line, cells: [] }));
    assert.doesNotMatch(draw({ ...lanternMoney, lines }), /undefined/);
  });

  it('keeps the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const periods = lanternMoney.periods.map((period) => ({ ...period, title: text }));
    const lines = lanternMoney.lines.map((line) => ({ ...line, title: text, cells: [{ text }] }));
    assert.doesNotMatch(draw({ ...lanternMoney, currency: text, periods, lines }), /<img|\sstyle=/);
  });
});
