import assert from 'node:assert/strict';
import { ProjectCost } from '../../../../src/core/analysis/cost/projectCost';
import { amount, basisOf, costOf, figures, itemCost } from './costFrom';

const work = `items:
  a: { title: A, status: done, start: 2026-05-04, end: 2026-05-08 }
  b: { title: B, start: 2026-05-11, end: 2026-05-15 }
`;

describe('budget at completion', () => {
  it('is that of the baseline, else the total, else the sum of the lines, else the planned cost of the work', () => {
    const priced = `people: { ann: { name: Ann, rate: 100 EUR/d } }
items: { a: { title: A, assignees: ann, estimate: 5d, cost: 20 EUR } }
`;
    const baseline = 'baseline: { date: 2026-01-01, budget: 900 EUR }\n';
    const budget = 'budget: { total: 1000 EUR, lines: { a: { title: A, planned: 300 EUR } } }\n';
    assert.equal(figures(costOf(baseline + budget + priced)).bac, 900);
    assert.equal(figures(costOf(budget + priced)).bac, 1_000);
    assert.equal(figures(costOf(budget.replace('total: 1000 EUR, ', '') + priced)).bac, 300);
    assert.equal(figures(costOf(budget.replace(/total.*planned/, 'lines: { a: { title: A, spent') + priced)).bac, 520);
    assert.equal(figures(costOf(priced)).bac, 520);
  });

  it('is not known where there is neither a budget nor a cost, or one below zero', () => {
    const none = costOf(work).earnedValue;
    assert.equal(none.bac, undefined);
    assert.equal(none.unknown.bac?.why, 'has neither a budget nor work that costs anything');
    assert.deepEqual(none.unknown.ev, none.unknown.bac);
    const negative = costOf(`budget: { total: -500 EUR }\n${work}`).earnedValue;
    assert.deepEqual(negative.unknown.bac, { kind: 'negative', why: 'has a budget below zero' });
    assert.deepEqual([negative.bac, negative.ev, negative.pv], [undefined, undefined, undefined]);
  });

  it('may be nothing', () => {
    const { bac, pv, ev, cv, cpi, eac } = figures(
      costOf(`budget: { total: 0 EUR, lines: { a: { title: A, spent: 50 EUR } } }\n${work}`),
    );
    assert.deepEqual({ bac, pv, ev, cv, cpi, eac }, { bac: 0, pv: 0, ev: 0, cv: -50, cpi: 0, eac: undefined });
  });
});

describe('cost performance', () => {
  it('is the part of earned value that needs no planned dates', () => {
    const cost = costOf(`budget: { total: 1000 EUR, lines: { a: { title: A, spent: 600 EUR } } }\n${work}`);
    const { bac, ev, ac, cv, cpi, eac, etc, vac, tcpi, tcpiTo } = cost.costPerformance;
    const all = cost.earnedValue;
    assert.ok(eac !== undefined && all.pv !== undefined);
    for (const [name, value] of Object.entries({ bac, ev, ac, cv, cpi, eac, etc, vac, tcpi, tcpiTo }))
      assert.equal(value, all[name as 'bac'], name);
  });

  it('does not wait for the schedule', () => {
    const { basis, file } = basisOf(`budget: { total: 1000 EUR }\n${work}`);
    const unasked = { planned: () => assert.fail('the planned dates were asked for') };
    const cost = new ProjectCost({ ...basis, schedule: unasked }, file);
    assert.equal(cost.costPerformance.ev, 500_00);
    assert.equal(cost.budget.reconciles, undefined);
    assert.throws(() => cost.earnedValue);
  });
});

describe('actual cost', () => {
  const items = `people: { ann: { name: Ann, rate: 100 EUR/d } }
items: { a: { title: A, assignees: ann, estimate: 5d, spent: 2d } }
`;

  it('is what the lines say, where any of them does, whatever the items do', () => {
    const lines = (spent: string): string =>
      `budget: { lines: { a: { title: A, planned: 300 EUR${spent} }, b: { title: B, planned: 5 EUR } } }\n${items}`;
    assert.equal(figures(costOf(lines(', spent: 40 EUR'))).ac, 40);
    assert.equal(figures(costOf(lines(', spent: 0 EUR'))).ac, 0);
    assert.equal(figures(costOf(lines(', spent: -40 EUR'))).ac, -40);
    assert.equal(figures(costOf(lines(''))).ac, 200);
  });
});

describe('currency of a project', () => {
  const currency = (yaml: string): string | undefined => costOf(yaml).currency;
  const item = 'items: { a: { title: A, cost: 10 GBP } }\n';

  it('is that of the baseline, else of the total, else of the first line, else of the first cost or rate', () => {
    const lines = 'lines: { a: { title: A, spent: 2 SEK }, b: { title: B, planned: 1 NOK } }';
    assert.equal(
      currency(`baseline: { budget: 1 CHF }\nbudget: { total: 1 USD, contingency: 1 DKK, ${lines} }\n${item}`),
      'CHF',
    );
    assert.equal(currency(`budget: { contingency: 1 DKK, total: 1 USD, ${lines} }\n${item}`), 'USD');
    assert.equal(currency(`budget: { contingency: 1 DKK, ${lines} }\n${item}`), 'SEK');
    assert.equal(currency(`budget: { contingency: 1 DKK }\n${item}`), 'DKK');
    assert.equal(currency(item), 'GBP');
    const people = 'people: { ann: { name: Ann, rate: 100 JPY/d } }\n';
    assert.equal(currency(`${people}items: { b: { title: B, owner: ann }, a: { title: A, cost: 10 GBP } }\n`), 'JPY');
    assert.equal(currency(`${people}${item}`), 'GBP');
    assert.equal(currency(people), undefined);
  });

  it('is none that an exchange rate calls another one', () => {
    const rates = 'exchange_rates: { USD: 0.5 }';
    const cost = costOf(`baseline: { budget: 1000 USD }\nbudget: { total: 600 EUR, ${rates} }\n`);
    assert.equal(cost.currency, 'EUR');
    assert.equal(figures(cost).bac, 500);
    assert.equal(currency('budget: { total: 1000 USD, exchange_rates: { USD: 1, EUR: 1.1 } }\n'), 'USD');
    // Nothing else is there that the rate could be of.
    assert.equal(currency(`budget: { total: 1000 USD, ${rates} }\n`), 'USD');
  });
});

describe('amounts in several currencies', () => {
  it('are converted by the exchange rates of the budget', () => {
    const cost = costOf(`
people: { ann: { name: Ann, rate: 110 USD/d } }
budget:
  total: 10000 EUR
  lines: { a: { title: A, planned: 1000 USD, spent: 100 GBP }, b: { title: B, planned: 80 EUR, spent: 10 EUR } }
  exchange_rates: { USD: 0.92, GBP: 1.175 }
items: { a: { title: A, assignees: ann, estimate: 2d, cost: 0.99 GBP } }
`);
    assert.deepEqual(cost.clashes, []);
    assert.equal(amount(cost, cost.budget.lines[0]?.planned), 920);
    assert.equal(amount(cost, cost.budget.planned), 1_000);
    assert.equal(figures(cost).ac, 127.5);
    // 1.16325 pounds' worth is rounded by itself: 202.40 and 1.16.
    assert.equal(itemCost(cost, 'a')[0], 203.56);
  });

  it('keep to the digits of each currency', () => {
    const yen = costOf(`
budget: { total: 1000000 JPY, lines: { a: { title: A, planned: 99.99 USD } }, exchange_rates: { USD: 150 } }
items: { a: { title: A, cost: 1.5 KWD } }
`);
    // 14,998.5 yen; there is no half of one.
    assert.equal(amount(yen, yen.budget.planned), 14_999);
    assert.equal(yen.budget.total.value, 1_000_000);
    const dinars = costOf(`
budget: { total: 1 KWD, lines: { a: { title: A, planned: 1000 JPY, spent: -1 JPY } }, exchange_rates: { JPY: 0.0025 } }
`);
    assert.equal(amount(dinars, dinars.budget.planned), 2.5);
    assert.equal(amount(dinars, dinars.budget.spent), -0.003);
  });

  it('round a half away from zero as it stands on paper', () => {
    const line = (planned: string, rate: number): unknown => {
      const cost = costOf(
        `budget: { total: 1 EUR, lines: { a: { title: A, planned: ${planned} } }, exchange_rates: { USD: ${String(rate)} } }`,
      );
      return amount(cost, cost.budget.planned);
    };
    // 100 × 1.005 is a little less than 100.5 in binary.
    assert.equal(line('1 USD', 1.005), 1.01);
    assert.equal(line('-1 USD', 1.005), -1.01);
    assert.equal(line('1 USD', 1.0049), 1);
    assert.equal(line('0.01 USD', 0.001), 0);
  });

  it('cannot be added without a rate, and say which and where', () => {
    const yaml = `people: { ann: { name: Ann, rate: 80 USD/h } }
budget:
  total: 1000 EUR
  lines: { a: { title: A, planned: 700 EUR }, b: { title: B, planned: 500 CHF } }
items:
  a: { title: A, assignees: ann, estimate: 5d, status: done, start: 2026-05-04, end: 2026-05-04 }
  b: { title: B, cost: 20 EUR }
`;
    const cost = costOf(yaml);
    assert.deepEqual(
      cost.clashes.map(({ amount: one, base, why }) => [one.source, one.text, base.source, base.text, why]),
      [
        ['line', '500 CHF', 'total', '1000 EUR', 'has amounts that cannot be added: 500 CHF and 1000 EUR'],
        ['rate', '80 USD/h', 'total', '1000 EUR', 'has amounts that cannot be added: 80 USD/h and 1000 EUR'],
      ],
    );
    for (const { amount: one, base } of cost.clashes) {
      for (const { at, text } of [one, base]) assert.equal(at.piece.text.slice(at.start, at.end), text);
    }
    const { planned, reconciles } = cost.budget;
    assert.deepEqual([planned.unknown?.clash, reconciles], [cost.clashes[0], undefined]);
    assert.equal(
      cost.of(cost.file.root?.fields.items?.value[0] as never)?.planned.unknown?.clash?.amount.text,
      '80 USD/h',
    );
    assert.equal(itemCost(cost, 'b')[0], 20);
    // What has no part in it is known all the same.
    assert.deepEqual([figures(cost).bac, figures(cost).pv], [1_000, 500]);
  });

  it('leave unknown what follows from them alone', () => {
    const cost = costOf(`budget: { lines: { a: { title: A, spent: 5 USD } } }
items: { a: { title: A, cost: 100 EUR }, b: { title: B, cost: 7 USD } }
`);
    assert.equal(cost.earnedValue.unknown.bac?.kind, 'cannot-be-added');
    assert.deepEqual([figures(cost).ac, figures(cost).bac], [5, undefined]);
    assert.deepEqual([itemCost(cost, 'b')[0]], [7]);
  });

  it('do not count a rate that is no rate', () => {
    for (const rate of ['0', '-1', 'much', '.inf'])
      assert.equal(
        costOf(`budget: { total: 5 EUR, contingency: 1 USD, exchange_rates: { USD: ${rate} } }`).clashes.length,
        1,
      );
  });

  it('are not looked for in dropped work or among people who have no part in it', () => {
    const cost = costOf(`
people: { ann: { name: Ann, rate: 80 USD/h }, ben: { name: Ben, rate: 80 CHF/h } }
budget: { total: 1000 EUR }
items:
  a: { title: A, assignees: ann, estimate: 5d, cost: 5 SEK, status: dropped }
  b: { title: B, cost: 20 EUR }
`);
    assert.deepEqual(cost.clashes, []);
  });
});

describe('budget', () => {
  const reconciles = (budget: string): unknown => costOf(`budget: { ${budget} }`).budget.reconciles;
  const lines = 'lines: { a: { title: A, planned: 600 EUR }, b: { title: B, planned: 300 EUR } }';

  it('is the sum of its lines, with or without the contingency, or neither', () => {
    assert.equal(reconciles(`total: 900 EUR, ${lines}`), 'lines');
    assert.equal(reconciles(`total: 900 EUR, contingency: 100 EUR, ${lines}`), 'lines');
    assert.equal(reconciles(`total: 1000 EUR, contingency: 100 EUR, ${lines}`), 'lines-and-contingency');
    assert.equal(reconciles(`total: 1000 EUR, ${lines}`), 'neither');
    assert.equal(reconciles(`total: 899.99 EUR, ${lines}`), 'neither');
  });

  it('is compared with nothing where an amount is missing', () => {
    assert.equal(reconciles('total: 1000 EUR'), undefined);
    assert.equal(reconciles(lines), undefined);
    assert.equal(
      reconciles('total: 1000 EUR, lines: { a: { title: A, planned: 600 EUR }, b: { title: B } }'),
      undefined,
    );
    assert.equal(reconciles(`total: 1000 EUR, contingency: 100 USD, ${lines}`), undefined);
  });

  it('may be off by what the rounding of converted amounts takes', () => {
    // Three times 0.335 are 1.005; each for itself is 0.34.
    const three = ['a', 'b', 'c'].map((id) => `${id}: { title: L, planned: 0.67 USD }`).join(', ');
    assert.equal(reconciles(`total: 1.01 EUR, exchange_rates: { USD: 0.5 }, lines: { ${three} }`), 'lines');
    assert.equal(reconciles(`total: 1.04 EUR, exchange_rates: { USD: 0.5 }, lines: { ${three} }`), 'neither');
  });

  it('has the sums of what its lines state', () => {
    const cost = costOf(
      'baseline: { budget: 950 EUR }\nbudget: { total: 1000 EUR, lines: { a: { title: A, planned: 600 EUR, spent: 50 EUR }, b: { title: B, spent: -20 EUR } } }',
    );
    const { baseline, total, contingency, planned, spent } = cost.budget;
    assert.deepEqual(
      [baseline, total, planned, spent].map((figure) => amount(cost, figure)),
      [950, 1_000, 600, 30],
    );
    assert.equal(contingency.unknown?.why, 'has no contingency');
    assert.deepEqual(
      cost.budget.lines.map(({ line, planned: of }) => [line.id, amount(cost, of)]),
      [
        ['a', 600],
        ['b', 'has no planned amount'],
      ],
    );
    const none = costOf('').budget;
    assert.deepEqual(
      [none.total, none.planned, none.spent].map(({ unknown }) => unknown?.kind),
      ['not-stated', 'not-stated', 'not-stated'],
    );
  });
});

describe('cost of a project with nothing in it', () => {
  it('has no figures, and a reason for each', () => {
    for (const yaml of [
      '',
      'budget:\n',
      'budget: { lines: {} }\n',
      'budget: [1]\n',
      'budget: { total: lots }\nitems: 5\n',
    ]) {
      assert.deepEqual(figures(costOf(yaml)), {});
    }
    const unearned = costOf('budget: { total: 5 EUR }\n').earnedValue.unknown;
    assert.equal(unearned.ev?.why, 'has no work that could earn any value');
    assert.equal(unearned.pv?.why, 'has no work with planned dates');
    assert.equal(unearned.ac?.why, 'records nothing that was spent');
  });
});
