import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import type { ProjectCost } from '../../../../src/core/analysis/cost/projectCost';
import { costOf, figures } from './costFrom';

/** Of a budget of 1000 EUR, what is planned by the end of each day. */
function curve(items: string, days: readonly string[], rest = ''): readonly (number | string)[] {
  const cost = project(items, rest);
  return days.map((day) => {
    const { value, unknown } = cost.plannedValueOn(Temporal.PlainDate.from(`2026-${day}`));
    return value === undefined ? unknown.why : value / 100;
  });
}

function project(items: string, rest = ''): ProjectCost {
  return costOf(`start: 2026-05-04\nbudget: { total: 1000 EUR }\n${rest}items:\n${items}`);
}

describe('planned value', () => {
  it('grows evenly over the working days from start to end', () => {
    const days = ['05-07', '05-08', '05-10', '05-11', '05-12', '05-31'];
    // Friday, Monday and Tuesday.
    assert.deepEqual(
      curve('  a: { title: A, start: 2026-05-08, end: 2026-05-12 }\n', days),
      [0, 333.33, 333.33, 666.67, 1_000, 1_000],
    );
    assert.deepEqual(
      curve('  a: { title: A, start: 2026-05-08, end: 2026-05-12 }\n', days, 'calendar: { holidays: 2026-05-11 }\n'),
      [0, 500, 500, 500, 1_000, 1_000],
    );
  });

  it('goes by the weight of each item', () => {
    const items = `  a: { title: A, estimate: 3d, start: 2026-05-04, end: 2026-05-04 }
  b: { title: B, items: { c: { title: C, estimate: 1d, start: 2026-05-05, end: 2026-05-08 } } }
`;
    assert.deepEqual(curve(items, ['05-03', '05-04', '05-06', '05-08']), [0, 750, 875, 1_000]);
  });

  it('divides the estimate of a parent among its children', () => {
    // A and B weigh a day each, and as much as C together.
    const items = `  ab:
    title: AB
    estimate: 10d
    items:
      a: { title: A, start: 2026-05-04, end: 2026-05-04 }
      b: { title: B, start: 2026-05-05, end: 2026-05-05 }
  c: { title: C, estimate: 10d, start: 2026-05-06, end: 2026-05-06 }
`;
    assert.deepEqual(curve(items, ['05-04', '05-05', '05-06']), [250, 500, 1_000]);
    const done = project(items.replace('title: A,', 'title: A, status: done,'));
    assert.deepEqual([figures(done).pv, figures(done).ev, figures(done).spi], [250, 250, 1]);
  });

  it('goes by the network where no dates are stated, whatever has come of it', () => {
    const items = `  a: { title: A, estimate: 2d, started: 2026-05-06 }
  b: { title: B, estimate: 2d, depends_on: a, status: done }
`;
    assert.deepEqual(curve(items, ['05-04', '05-05', '05-06', '05-07']), [250, 500, 750, 1_000]);
  });

  it('never comes to what has no planned dates, and counts it', () => {
    const items = `  a: { title: A, estimate: 2d, start: 2026-05-04, end: 2026-05-05 }
  b: { title: B, estimate: 2d, depends_on: c }
  c: { title: C, estimate: 2d, depends_on: b }
`;
    assert.deepEqual(curve(items, ['05-04', '05-05']), [166.67, 333.33]);
    assert.equal(project(items).unplanned, 2);
  });

  it('leaves out what is dropped', () => {
    const items = `  a: { title: A, start: 2026-05-04, end: 2026-05-05 }
  b: { title: B, estimate: 9d, status: dropped, start: 2026-05-04, end: 2026-06-05 }
`;
    assert.deepEqual(curve(items, ['05-04', '05-05']), [500, 1_000]);
    assert.equal(project(items).unplanned, 0);
  });

  it('comes at the end of what is planned for free days, or takes no time', () => {
    const items = '  a: { title: A, start: 2026-05-09, end: 2026-05-10 }\n';
    assert.deepEqual(curve(items, ['05-08', '05-09', '05-10']), [0, 0, 1_000]);
    assert.deepEqual(
      curve('  a: { title: A, estimate: 0d }\n  b: { title: B, estimate: 0d }\n', ['05-02', '05-04']),
      [0, 1_000],
    );
  });

  it('is not known where nothing is planned', () => {
    const why = 'has no work with planned dates';
    assert.deepEqual(curve('  a: A\n', ['05-04']), [why]);
    assert.deepEqual(figures(project('  a: A\n')), { bac: 1_000, ev: 0 });
  });

  it('is there on days that no plan can hold', () => {
    const cost = project('  a: { title: A, start: 2026-05-04, end: 2026-05-05 }\n');
    const on = (year: number): unknown => cost.plannedValueOn(new Temporal.PlainDate(year, 1, 1)).value;
    assert.deepEqual([on(0), on(1900), on(9999)], [0, 0, 100_000]);
  });
});
