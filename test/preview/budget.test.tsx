import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import type { BudgetView } from '../../src/core/views/budgetModel';
import { Budget, budgetEntries } from '../../src/preview/budget';
import { entryKey } from '../../src/preview/entries';
import { spreadLabels } from '../../src/preview/spreadLabels';
import { lanternBudget } from './harness/lanternBudget';

function draw(view: BudgetView, marked?: string): string {
  return renderToString(<Budget view={view} marked={marked} />);
}

describe('budget, drawn', () => {
  it('is a table of lines and sums, with one tab stop, and a list of figures', () => {
    const html = draw(lanternBudget);
    assert.equal(html.match(/<th scope="row"/g)?.length, 4);
    assert.equal(html.match(/tabindex="0"/g)?.length, 1);
    assert.match(html, /<span class="for-reader">2,500 EUR over<\/span>/);
    assert.match(html, /Each 1.00 spent has earned 0.91/);
    assert.match(html, /The lines add up to 102,000 EUR, the total says 120,000 EUR\./);
  });

  it('says its chart in figures, and hides it from a screen reader', () => {
    const html = draw(lanternBudget);
    assert.match(html, /<div class="value-chart" aria-hidden="true">/);
    for (const label of ['EV 52,800 EUR', 'AC 58,000 EUR', 'EAC 131,800 EUR', 'Budget 120,000 EUR'])
      assert.ok(html.includes(`>${label}</text>`), label);
    assert.match(html, /known of today alone/);
    assert.doesNotMatch(draw({ ...lanternBudget, chart: undefined }), /value-chart/);
  });

  it('draws whatever the amounts and dates are', () => {
    const { chart } = lanternBudget;
    assert.ok(chart);
    const planned = chart.planned.map(({ date }) => ({ date, value: 0 }));
    const bare = { ...chart, planned, earned: undefined, actual: undefined, budget: undefined, estimate: undefined };
    assert.doesNotMatch(draw({ ...lanternBudget, chart: bare }), /NaN|Infinity/);
    const dateless = { ...chart, planned: [{ date: 'never', value: 1 }], today: 'now' };
    assert.doesNotMatch(draw({ ...lanternBudget, chart: dateless }), /NaN|Infinity/);
  });

  it('marks the line of the cursor', () => {
    const [entry] = budgetEntries(lanternBudget);
    assert.ok(entry);
    assert.equal(draw(lanternBudget, entryKey(entry)).match(/aria-current="true"/g)?.length, 1);
  });

  it('says what to write while there is no money, and not where a filter leaves nothing', () => {
    const bare = { ...lanternBudget, chart: undefined, facts: [], lines: [], sums: [], figures: [], remarks: [] };
    assert.match(draw(bare), /No budget yet/);
    assert.doesNotMatch(draw({ ...bare, shown: { count: 0, total: 2 } }), /No budget yet/);
  });

  it('keeps the text of a plan text', () => {
    const text = '"><img src=x onerror=alert(1)>';
    const lines = lanternBudget.lines.map((line) => ({ ...line, title: text, category: text }));
    assert.doesNotMatch(draw({ ...lanternBudget, lines }), /<img|\sstyle=/);
  });
});

describe('labels beside points', () => {
  it('keep their order and their distance, and stay within the chart where there is room', () => {
    const heights = fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(heights, (all) => {
        const placed = spreadLabels(
          all.map((at, index) => ({ at, text: String(index) })),
          15,
          10,
          260,
        );
        assert.equal(placed.length, all.length);
        placed.forEach(({ at, text }, index) => {
          const above = placed[index - 1];
          assert.ok(at >= 10 - 1e-9 && at <= 260 + 1e-9);
          assert.ok(!above || at - above.at >= 15 - 1e-9);
          assert.ok(!above || (all[Number(above.text)] ?? 0) <= (all[Number(text)] ?? 0));
        });
      }),
    );
  });
});
