import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Figure } from '../../../../src/core/analysis/cost/figure';
import type { ProjectCost } from '../../../../src/core/analysis/cost/projectCost';
import { itemTree, topItems } from '../../../../src/core/analysis/lineage';
import { costOf } from './costFrom';

const money = fc
  .tuple(fc.integer({ min: -500, max: 100_000 }), fc.constantFrom('EUR', 'EUR', 'EUR', 'USD', 'JPY', 'CHF'))
  .map(([amount, currency]) => `${String(amount)} ${currency}`);
const date = fc
  .integer({ min: 0, max: 60 })
  .map((days) => Temporal.PlainDate.from('2026-04-01').add({ days }).toString());

const properties = fc.record(
  {
    estimate: fc.constantFrom('0d', '1d', '3d', '7h', '{ optimistic: 1d, likely: 2d, pessimistic: 9d }'),
    duration: fc.constantFrom('0d', '2d', '5ed'),
    assignees: fc.constantFrom('ann', 'ben', '[ann, ben]', '{ ann: 0%, cy: 30% }'),
    status: fc.constantFrom('todo', 'in-progress', 'done', 'dropped'),
    progress: fc.constantFrom('0%', '33%', '50%', '100%'),
    spent: fc.constantFrom('0h', '1d', '400h'),
    cost: money,
    start: date,
    end: date,
  },
  { requiredKeys: [] },
);

type Properties = typeof properties extends fc.Arbitrary<infer T> ? T : never;

const tree = fc.array(fc.tuple(properties, fc.array(properties, { maxLength: 3 })), { maxLength: 5 });

const budget = fc.record(
  { total: money, contingency: money, planned: money, spent: money, baseline: money },
  { requiredKeys: [] },
);

/** A project of any such items and budget, most of them with gaps and contradictions. */
const project = fc
  .tuple(tree, budget, fc.boolean())
  .map(([items, { total, contingency, planned, spent, baseline }, hasRates]) => {
    const stated = { total, contingency, ...(hasRates ? { exchange_rates: '{ USD: 0.9, JPY: 0.006 }' } : {}) };
    const line = flow({ title: 'L', planned, spent });
    return [
      'start: 2026-04-06',
      `baseline: ${flow({ budget: baseline })}`,
      `budget: ${flow({ ...stated, lines: (planned ?? spent) ? `{ l: ${line} }` : undefined })}`,
      'items:',
      ...items.flatMap(([own, children], index) => {
        const under = children.map((child, place) => `i${String(index)}-${String(place)}: ${entry(child)}`);
        return `  i${String(index)}: ${entry(own, under)}`;
      }),
    ].join('\n');
  });

const people = `people:
  ann: { name: Ann, rate: 640 EUR/d }
  ben: { name: Ben, rate: 99 USD/h }
  cy: { name: Cy, capacity: 0% }
`;

function entry(own: Properties, children: readonly string[] = []): string {
  return flow({ title: 'T', ...own, items: children.length > 0 ? `{ ${children.join(', ')} }` : undefined });
}

function flow(values: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${value}`));
  return `{ ${pairs.join(', ')} }`;
}

function holdsFor(check: (cost: ProjectCost) => void): void {
  fc.assert(
    fc.property(project, date, (yaml, today) => {
      check(costOf(yaml, today, people));
    }),
    { numRuns: 300 },
  );
}

function isAmountOrReason(figure: Figure): void {
  if (figure.unknown) assert.notEqual(figure.unknown.why, '');
  else assert.ok(Number.isSafeInteger(figure.value) && !Object.is(figure.value, -0), String(figure.value));
}

describe('the money of any project', () => {
  it('has whole amounts and finite indices, or a reason', () => {
    holdsFor((cost) => {
      const { eacBy, tcpiTo, unknown, ...figures } = cost.earnedValue;
      for (const [name, value] of Object.entries(figures)) {
        const isIndex = ['cpi', 'spi', 'tcpi'].includes(name);
        if (value === undefined) assert.ok(name in unknown && unknown[name as 'bac']?.why, name);
        else assert.ok(isIndex ? Number.isFinite(value) : Number.isSafeInteger(value), `${name} ${String(value)}`);
      }
      for (const value of Object.values(eacBy)) assert.ok(value === undefined || Number.isSafeInteger(value));
      assert.equal(tcpiTo === undefined, figures.tcpi === undefined);
      for (const item of itemTree(topItems(cost.file))) {
        const of = cost.of(item);
        assert.ok(of);
        for (const figure of [of.planned, of.left, of.actual]) isAmountOrReason(figure);
      }
      const { baseline, total, contingency, planned, spent } = cost.budget;
      for (const figure of [baseline, total, contingency, planned, spent]) isAmountOrReason(figure);
    });
  });

  it('never earns more than the budget, nor was to', () => {
    let known = 0;
    holdsFor((cost) => {
      const { bac, ev, pv } = cost.earnedValue;
      if (bac === undefined) return;
      known++;
      for (const value of [ev, pv]) assert.ok(value === undefined || (value >= 0 && value <= bac));
      assert.equal(cost.progress === 1 ? ev : bac, bac);
    });
    assert.ok(known > 50, `only ${String(known)} projects have a budget`);
  });

  it('was to be earned in days that never take anything back, and in the end all of it', () => {
    let known = 0;
    holdsFor((cost) => {
      const { value: bac } = cost.bac;
      let before = 0;
      for (let day = 0; day < 120; day += 3) {
        const { value } = cost.plannedValueOn(Temporal.PlainDate.from('2026-03-20').add({ days: day }));
        assert.ok(value === undefined || value >= before);
        before = value ?? 0;
      }
      const last = cost.plannedValueOn(Temporal.PlainDate.from('2199-01-01'));
      if (last.unknown || cost.unplanned > 0) return;
      known++;
      assert.equal(last.value, bac);
    });
    assert.ok(known > 20, `only ${String(known)} projects have a planned value`);
  });

  it('says which amounts are to blame for what cannot be added', () => {
    let clashes = 0;
    holdsFor((cost) => {
      for (const { amount, base } of cost.clashes) assert.notEqual(amount.currency, base.currency);
      for (const { kind, why, clash } of Object.values(cost.earnedValue.unknown)) {
        if (kind !== 'cannot-be-added') continue;
        clashes++;
        assert.ok(
          cost.clashes.some(({ amount }) => amount.text === clash?.amount.text),
          why,
        );
      }
    });
    assert.ok(clashes > 30, `only ${String(clashes)} figures cannot be added`);
  });

  it('adds up from the bottom to the top', () => {
    let known = 0;
    holdsFor((cost) => {
      const top = topItems(cost.file).map((item) => cost.of(item)?.planned);
      const { planned } = cost.work;
      if (planned.unknown) return;
      known++;
      assert.equal(
        top.reduce((sum, figure) => sum + (figure?.value ?? 0), 0),
        planned.value,
      );
    });
    assert.ok(known > 30, `only ${String(known)} projects have a cost`);
  });
});
