import assert from 'node:assert/strict';
import type { ProjectCost } from '../../../../src/core/analysis/cost/projectCost';
import { amount, costOf, itemCost, parts } from './costFrom';

/** A day of Ann costs 800, of Ben 400 (50 an hour); Cy has no rate. */
const people = `people:
  ann: { name: Ann, rate: 800 EUR/d }
  ben: { name: Ben, rate: 50 EUR/h }
  cy: { name: Cy }
  half: { name: Half, capacity: 50%, rate: 800 EUR/d }
  never: { name: Never, capacity: 0%, rate: 800 EUR/d }
  agency: { name: Agency, kind: supplier, rate: 4000 EUR/w }
  monthly: { name: Monthly, rate: 10000 EUR/mo }
`;

function cost(items: string, rest = ''): ProjectCost {
  return costOf(`${rest}items:\n${items}`, '2026-05-04', people);
}

function planned(item: string, rest = ''): unknown {
  return itemCost(cost(`  a: { title: A, ${item} }\n`, rest), 'a')[0];
}

const nothing = 'has neither efforts of people with a rate nor costs of items';

describe('planned cost of an item', () => {
  it('is its effort at the rate of whoever does it', () => {
    assert.equal(planned('assignees: ann, estimate: 5d'), 4_000);
    assert.equal(planned('assignees: ben, estimate: 5d'), 2_000);
    assert.equal(planned('owner: ann, size: M'), 4_000);
    assert.equal(planned('assignees: agency, estimate: 2w'), 8_000);
    assert.equal(planned('assignees: monthly, estimate: 10d'), 5_000);
    assert.equal(planned('assignees: ann, estimate: { optimistic: 3d, likely: 5d, pessimistic: 13d }'), 4_800);
  });

  it('counts days and weeks by the calendar of the project', () => {
    const calendar = 'calendar: { hours_per_day: 6, workdays: [mon, tue, wed, thu] }\n';
    assert.equal(planned('assignees: ann, estimate: 12h', calendar), 1_600);
    assert.equal(planned('assignees: ben, estimate: 5d', calendar), 1_500);
    assert.equal(planned('assignees: agency, estimate: 8d', calendar), 8_000);
  });

  it('is split in proportion to the time that each one gives', () => {
    assert.equal(planned('assignees: [ann, ben], estimate: 4d'), 2_400);
    assert.equal(planned('assignees: { ann: 75%, ben: 25% }, estimate: 4d'), 3 * 800 + 400);
    // Half gives half of a week to the project, and so a third of all.
    assert.equal(planned('assignees: [half, ben], estimate: 3d'), 800 + 2 * 400);
    const team = 'team: { ann: { allocation: 20% }, ben: { allocation: 60% } }\n';
    assert.equal(planned('assignees: [ann, ben], estimate: 4d', team), 800 + 3 * 400);
  });

  it('leaves out the part of people without a rate', () => {
    assert.equal(planned('assignees: [ann, cy], estimate: 4d'), 1_600);
    assert.equal(planned('assignees: cy, estimate: 4d'), nothing);
    assert.equal(planned('estimate: 4d'), nothing);
    assert.equal(planned('assignees: cy, estimate: 4d, cost: 120 EUR'), 120);
    assert.equal(
      cost('  a: { title: A, estimate: 4d }\n  b: { title: B, assignees: ann, estimate: 1d }\n').unpriced,
      1,
    );
  });

  it('is split evenly where nobody has any time', () => {
    assert.equal(planned('assignees: { ann: 0%, ben: 0% }, estimate: 4d'), 2_400);
    assert.equal(planned('assignees: never, estimate: 1d'), 800);
  });

  it('is, without an estimate, the time between its dates or its duration, for whoever is named', () => {
    assert.equal(planned('assignees: { ann: 50% }, start: 2026-05-04, end: 2026-05-15'), 4_000);
    assert.equal(planned('assignees: [ann, ben], duration: 3d'), 3 * 1_200);
    assert.equal(planned('owner: ann, started: 2026-05-04, finished: 2026-05-05'), 1_600);
    assert.equal(planned('assignees: ann, estimate: 1d, duration: 3d'), 800);
    assert.equal(planned('assignees: ann, duration: 14ed'), nothing);
    assert.equal(planned('assignees: ann, start: 2026-05-09, end: 2026-05-10'), nothing);
    assert.equal(planned('assignees: ann, start: 2026-05-15, end: 2026-05-04'), nothing);
    assert.equal(planned('assignees: ann, start: 2026-05-15'), nothing);
    assert.equal(planned('duration: 3d'), nothing);
  });

  it('has its own cost besides, also below zero', () => {
    assert.equal(planned('assignees: ann, estimate: 5d, cost: 250.50 EUR'), 4_250.5);
    assert.equal(planned('assignees: ann, estimate: 1d, cost: -1000 EUR'), -200);
    assert.equal(planned('cost: 0 EUR'), 0);
  });

  it('is rounded once, half away from zero', () => {
    const rate = (per: string): string => `people: { x: { name: X, rate: ${per} } }\n`;
    // 1.5 cents; three thirds of a cent are one.
    assert.equal(planned('assignees: x, estimate: 1.5h', rate('0.01 EUR/h')), 0.02);
    const thirds = `people: { x: { name: X, rate: 0.01 EUR/d }, y: { name: Y, rate: 0.01 EUR/d }, z: { name: Z, rate: 0.01 EUR/d } }\n`;
    assert.equal(planned('assignees: [x, y, z], estimate: 1d', thirds), 0.01);
  });

  it('is not known where it is more than can be counted exactly', () => {
    const rate = 'people: { x: { name: X, rate: 90000000000000 EUR/h } }\n';
    const tooMuch = 'has amounts that are too large to be counted exactly';
    assert.equal(planned('assignees: x, estimate: 10000h', rate), tooMuch);
    const twice = cost(
      '  a: { title: A, cost: 90000000000000 EUR }\n  b: { title: B, cost: 90000000000000 EUR }\n  c: { title: C, cost: 1 EUR }\n',
    );
    assert.equal(amount(twice, twice.work.planned), tooMuch);
    assert.equal(itemCost(twice, 'c')[0], 1);
  });
});

describe('cost of items under a parent', () => {
  it('is their sum, with the cost of the parent itself', () => {
    const epic = cost(`  epic:
    title: Epic
    assignees: ann
    estimate: 50d
    cost: 70 EUR
    items:
      a: { title: A, assignees: ann, estimate: 2d, cost: 10 EUR }
      b: { title: B, assignees: ben, duration: 1d }
  other: { title: O, assignees: ben, estimate: 1d }
`);
    assert.equal(itemCost(epic, 'epic')[0], 1_600 + 10 + 400 + 70);
    assert.equal(amount(epic, epic.work.planned), 2_080 + 400);
  });

  it('goes by the estimate of the parent where none of them has one', () => {
    const epic = (child: string): string => `  epic:
    title: Epic
    assignees: ann
    estimate: 10d
    items:
      a: { title: A, assignees: ben, duration: 3d, status: done }
      b: { title: B, assignees: ben${child} }
`;
    assert.deepEqual(itemCost(cost(epic(', duration: 3d')), 'epic').slice(0, 2), [8_000, 4_000]);
    assert.deepEqual(itemCost(cost(epic(', estimate: 1d')), 'epic').slice(0, 2), [1_600, 400]);
    // What is dropped states nothing.
    assert.deepEqual(itemCost(cost(epic(', estimate: 1d, status: dropped')), 'epic').slice(0, 2), [8_000, 0]);
    assert.equal(cost(epic('').replace('assignees: ann', 'owner: cy')).unpriced, 1);
  });
});

describe('cost of what is left', () => {
  it('is that of the part of the effort that is not done, and of costs until then', () => {
    const left = (item: string): unknown => itemCost(cost(`  a: { title: A, ${item} }\n`), 'a')[1];
    assert.equal(left('assignees: ann, estimate: 5d, cost: 100 EUR'), 4_100);
    assert.equal(left('assignees: ann, estimate: 5d, cost: 100 EUR, progress: 60%'), 1_700);
    assert.equal(left('assignees: ann, estimate: 5d, cost: 100 EUR, status: done'), 0);
    assert.equal(left('cost: 100 EUR, status: done'), 0);
    assert.equal(left('assignees: cy, estimate: 5d'), nothing);
  });
});

describe('actual cost of items', () => {
  const actual = (items: string): unknown => {
    const all = cost(items);
    return amount(all, all.actualCost);
  };

  it('is what was spent at the rates of whoever does them, and the cost of what is done', () => {
    assert.equal(
      actual(`  a: { title: A, assignees: ann, estimate: 5d, spent: 6d, cost: 100 EUR, status: done }
  b: { title: B, assignees: [ann, ben], estimate: 5d, spent: 2d, cost: 100 EUR, progress: 50% }
  c: { title: C, assignees: cy, spent: 2d }
`),
      4_800 + 100 + 1_200,
    );
  });

  it('has what was spent on dropped work, which costs nothing else', () => {
    const all = cost(`  a: { title: A, assignees: ann, estimate: 5d, spent: 1d, cost: 100 EUR, status: dropped }
  b:
    title: B
    status: dropped
    cost: 30 EUR
    items:
      c: { title: C, assignees: ben, estimate: 2d, spent: 3d, cost: 20 EUR, status: done }
      d: { title: D, assignees: ben, estimate: 2d, cost: 20 EUR }
`);
    assert.deepEqual(itemCost(all, 'a'), [nothing, nothing, 800]);
    assert.deepEqual(itemCost(all, 'b'), [nothing, nothing, 1_220]);
    assert.equal(amount(all, all.actualCost), 2_020);
  });

  it('has what was spent on a parent only where nothing under it says so', () => {
    const parent = (spent: string): string => `  a:
    title: A
    assignees: ann
    spent: 3d
    items: { b: { title: B, assignees: ben, estimate: 2d${spent} } }
`;
    assert.equal(actual(parent('')), 2_400);
    assert.equal(actual(parent(', spent: 1d')), 400);
  });

  it('is that of done costs alone where no effort has a price', () => {
    assert.equal(actual('  a: { title: A, cost: 70 EUR, status: done }\n  b: { title: B, cost: 20 EUR }\n'), 70);
    assert.equal(actual('  a: { title: A, cost: 70 EUR, status: done, spent: 3d, assignees: cy }\n'), 70);
  });

  it('is not known where nothing is recorded, or not what efforts cost', () => {
    assert.equal(actual('  a: { title: A, assignees: ann, estimate: 5d }\n'), 'records nothing that was spent');
    assert.equal(
      actual('  a: { title: A, assignees: cy, estimate: 5d, spent: 3d }\n'),
      'records what was spent, but nobody who spent it has a rate',
    );
    // A licence for 70 is not all that five days have cost.
    assert.equal(
      actual('  a: { title: A, assignees: ann, estimate: 5d, status: done, cost: 70 EUR }\n'),
      'has work that is under way or done, but no record of what was spent on it',
    );
    assert.equal(
      actual('  a: { title: A, spent: 3d }\n'),
      'records what was spent, but nobody who spent it has a rate',
    );
  });
});

describe('cost of a project without work', () => {
  it('is not known, and says why', () => {
    for (const empty of [costOf(''), costOf('items: {}\n'), costOf('items: { a: { title: A, status: dropped } }\n')]) {
      assert.deepEqual(parts(empty, empty.work), [nothing, nothing, 'records nothing that was spent']);
      assert.equal(empty.currency, undefined);
    }
  });
});
