import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  dateOf,
  endOf,
  epochDay,
  finishDate,
  firstDay,
  instantsPerDay,
  lastDay,
  startDate,
  startOf,
  weekdayOf,
} from '../../../../src/core/analysis/calendar';
import { startOfYear, yearOf } from '../../../../src/core/analysis/calendar/instant';
import { at, date } from './days';

describe('the numbers of days', () => {
  it('count from 1 January 1970', () => {
    assert.equal(epochDay(date('1970-01-01')), 0);
    assert.equal(epochDay(date('1969-12-31')), -1);
    assert.equal(epochDay(date('2000-03-01')), 11017);
  });

  it('agree with Temporal on every day that a plan can hold', () => {
    let expected = date('1900-01-01');
    for (let day = firstDay; day <= lastDay; day++) {
      const got = dateOf(day);
      assert.ok(got?.equals(expected), `${got?.toString()} for ${expected.toString()}`);
      assert.equal(epochDay(expected), day);
      assert.equal(yearOf(day), expected.year);
      expected = expected.add({ days: 1 });
    }
    assert.equal(expected.toString(), '2200-01-01');
  }).timeout(60_000);

  it('tell the day of the week, before 1970 too', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (day) => {
        assert.equal(weekdayOf(day), dateOf(day)?.dayOfWeek);
      }),
    );
  });

  it('tell the first day of a year', () => {
    for (const year of [1900, 1969, 1970, 2000, 2024, 2100, 2199]) {
      assert.equal(startOfYear(year), epochDay(new Temporal.PlainDate(year, 1, 1)));
    }
  });

  it('are none beyond the years of a plan', () => {
    for (const day of [firstDay - 1, lastDay + 1, NaN, Infinity, 0.5]) assert.equal(dateOf(day), undefined);
  });
});

describe('the date of an instant', () => {
  it('is the day that begins, of a start, and the day that ends, of a finish', () => {
    const midnight = at('2026-05-05');
    assert.equal(startDate(midnight)?.toString(), '2026-05-05');
    assert.equal(finishDate(midnight)?.toString(), '2026-05-04');
  });

  it('is the day itself within a day', () => {
    assert.equal(startDate(at('2026-05-05', 1))?.toString(), '2026-05-05');
    assert.equal(finishDate(at('2026-05-05', 1))?.toString(), '2026-05-05');
    assert.equal(finishDate(at('2026-05-05', 1439))?.toString(), '2026-05-05');
  });

  it('comes back from the first and the last instant of a date', () => {
    for (const text of ['1900-01-01', '2026-05-04', '2199-12-31']) {
      assert.equal(startDate(startOf(date(text)) ?? NaN)?.toString(), text);
      assert.equal(finishDate(endOf(date(text)) ?? NaN)?.toString(), text);
    }
  });

  it('is none beyond the years of a plan', () => {
    assert.equal(startOf(date('1899-12-31')), undefined);
    assert.equal(endOf(date('2200-01-01')), undefined);
    assert.equal(finishDate(firstDay * instantsPerDay), undefined);
    assert.equal(startDate((lastDay + 1) * instantsPerDay), undefined);
    for (const none of [NaN, Infinity, -Infinity, 0.5]) {
      assert.equal(startDate(none), undefined);
      assert.equal(finishDate(none), undefined);
    }
  });
});
