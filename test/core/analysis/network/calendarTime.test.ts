import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dateOf,
  firstDay,
  instantsPerDay,
  lastDay,
  WorkingCalendar,
  type CalendarParts,
  type PublicHolidays,
} from '../../../../src/core/analysis/calendar';
import { calendarTime } from '../../../../src/core/analysis/network/calendarTime';
import { at, calendar, date, day, span } from '../calendar/days';

const firstInstant = firstDay * instantsPerDay;
const lastInstant = (lastDay + 1) * instantsPerDay;

/** Holidays that each year puts elsewhere, with some on the turn of the year. */
const someHolidays: PublicHolidays = (_country, _region, year) =>
  [0, 1, 90 + ((year * 37) % 40), 363]
    .map((offset) => dateOf(day(`${year}-01-01`) + offset))
    .filter((one) => one !== undefined);

const centre = day('2026-01-01');
const drawnInstant = fc.oneof(
  fc.integer({ min: (centre - 900) * instantsPerDay, max: (centre + 900) * instantsPerDay }),
  fc.integer({ min: centre - 900, max: centre + 900 }).map((one) => one * instantsPerDay),
  fc.integer({ min: firstInstant, max: lastInstant }),
  fc.integer({ min: 0, max: 20 * instantsPerDay }).map((length) => firstInstant + length),
  fc.integer({ min: 0, max: 20 * instantsPerDay }).map((length) => lastInstant - length),
);
const drawnLength = fc.oneof(
  fc.nat(9 * instantsPerDay),
  fc.nat(40).map((days) => days * instantsPerDay),
  fc.nat(120_000 * instantsPerDay),
);
const drawnSpan = fc
  .tuple(fc.integer({ min: centre - 900, max: centre + 900 }), fc.integer({ min: -3, max: 40 }))
  .map(([first, length]) => ({ first, last: first + length }));
/** A day of 24 hours has a minute of work for each instant: there the calendar itself does not round. */
const drawnParts: fc.Arbitrary<CalendarParts> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
  hoursPerDay: fc.constant(24),
  holidays: fc.array(drawnSpan, { maxLength: 12 }),
  place: fc.constantFrom(undefined, { country: 'XX' }),
  publicHolidays: fc.constant(someHolidays),
});

describe('calendarTime', () => {
  it('counts a working day as 1440 whatever its hours', () => {
    const short = calendar({ hoursPerDay: 6, holidays: [span('2026-05-06')] });
    const time = calendarTime([calendar(), short]);
    // From Monday noon; the Wednesday is a holiday in the second calendar alone.
    const noon = at('2026-05-04', 720);
    assert.equal(time.add(0, noon, 2 * 1440), at('2026-05-06', 720));
    assert.equal(time.add(1, noon, 2 * 1440), at('2026-05-07', 720));
    assert.equal(time.subtract(1, at('2026-05-07', 720), 2 * 1440), noon);
    assert.equal(time.between(1, noon, at('2026-05-11')), 1440 * 3.5);
  });

  it('finishes on Friday evening and starts on Monday morning', () => {
    const time = calendarTime([calendar()]);
    const saturday = at('2026-05-09');
    assert.equal(time.nextStart(0, saturday + 3), at('2026-05-11'));
    assert.equal(time.previousFinish(0, saturday + 3), saturday);
    assert.equal(time.add(0, at('2026-05-04'), 5 * 1440), saturday);
    assert.equal(time.subtract(0, at('2026-05-11'), 1440), at('2026-05-08'));
    assert.equal(time.add(0, saturday + 3, 0), saturday + 3);
    assert.equal(time.subtract(0, saturday + 3, 0), saturday + 3);
  });

  it('is worked on the first day of a year, too, where the years before it have been looked at', () => {
    const time = calendarTime([calendar({ weekdays: [6] })]);
    assert.equal(time.add(0, at('2027-01-02'), 1440), at('2027-01-03'));
    // A Saturday.
    assert.equal(time.nextStart(0, at('2028-01-01', 1)), at('2028-01-01', 1));
  });

  it('has all the time there is in the calendar of elapsed time', () => {
    const time = calendarTime([calendar(), calendar()]);
    assert.equal(time.elapsed, 2);
    fc.assert(
      fc.property(drawnInstant, fc.nat(10_000_000), (instant, length) => {
        const end = instant + length;
        const start = instant - length;
        assert.equal(time.add(time.elapsed, instant, length), end > lastInstant ? Infinity : end);
        assert.equal(time.subtract(time.elapsed, instant, length), start < firstInstant ? -Infinity : start);
      }),
    );
  });

  it('answers as each calendar does, and beyond its years with infinity', () => {
    const question = fc.tuple(fc.nat(1), drawnInstant, drawnInstant, drawnLength);
    const questions = fc.array(question, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(drawnParts, drawnParts, questions, (one, other, asked) => {
        const calendars = [new WorkingCalendar(one), new WorkingCalendar(other)];
        const time = calendarTime(calendars);
        for (const [number, instant, to, length] of asked) {
          const own = calendars[number]!;
          assert.equal(time.add(number, instant, length), own.add(instant, length) ?? Infinity);
          assert.equal(time.subtract(number, instant, length), own.subtract(instant, length) ?? -Infinity);
          assert.equal(time.nextStart(number, instant), own.nextWorkingStart(instant) ?? Infinity);
          assert.equal(time.previousFinish(number, instant), own.previousWorkingFinish(instant) ?? -Infinity);
          assert.equal(time.between(number, instant, to), own.between(instant, to));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the laws of an arithmetic of time', () => {
    fc.assert(
      fc.property(
        drawnParts,
        drawnInstant,
        fc.integer({ min: 1, max: 90 * instantsPerDay }),
        (parts, instant, length) => {
          const time = calendarTime([new WorkingCalendar(parts)]);
          const finish = time.add(0, instant, length);
          if (Number.isFinite(finish)) {
            assert.equal(time.between(0, instant, finish), length);
            assert.equal(time.previousFinish(0, finish), finish);
            assert.equal(time.subtract(0, finish, length), time.nextStart(0, instant));
          }
          const start = time.subtract(0, instant, length);
          if (Number.isFinite(start)) {
            assert.equal(time.between(0, start, instant), length);
            assert.equal(time.nextStart(0, start), start);
            assert.equal(time.add(0, start, length), time.previousFinish(0, instant));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is without time where nobody works, and by a number that no calendar has', () => {
    const time = calendarTime([calendar({ weekdays: [] })]);
    const instant = at('2026-05-04', 3);
    for (const number of [0, 7, -1, NaN]) {
      assert.equal(time.add(number, instant, 1), Infinity);
      assert.equal(time.subtract(number, instant, 1), -Infinity);
      assert.equal(time.nextStart(number, instant), Infinity);
      assert.equal(time.previousFinish(number, instant), -Infinity);
      assert.equal(time.between(number, instant, instant + 9999), 0);
      assert.equal(time.add(number, instant, 0), instant);
    }
  });

  it('answers numbers of any value with a number', () => {
    const anything = fc.oneof(fc.double(), fc.integer(), drawnInstant, fc.constantFrom(Infinity, -Infinity, NaN));
    fc.assert(
      fc.property(drawnParts, anything, anything, (parts, instant, length) => {
        const time = calendarTime([new WorkingCalendar(parts)]);
        const answers = [
          time.add(0, instant, length),
          time.subtract(0, instant, length),
          time.between(0, instant, length),
          time.nextStart(0, instant),
          time.previousFinish(0, instant),
        ];
        assert.ok(!answers.some(Number.isNaN), String(answers));
      }),
    );
  });

  it('lies between beyond and beyond by an infinite time', () => {
    const time = calendarTime([calendar()]);
    assert.equal(time.between(0, -Infinity, 0), Infinity);
    assert.equal(time.between(0, 0, -Infinity), -Infinity);
    assert.equal(time.between(0, 0, Infinity), Infinity);
    assert.equal(time.between(0, Infinity, 0), -Infinity);
    assert.equal(time.between(0, Infinity, Infinity), 0);
  });

  describe('asks for public holidays', () => {
    const asking = (): { years: number[]; own: WorkingCalendar } => {
      const years: number[] = [];
      const publicHolidays: PublicHolidays = (_country, _region, year) => {
        years.push(year);
        return [date(`${year}-05-01`)];
      };
      return { years, own: calendar({ place: { country: 'XX' }, publicHolidays }) };
    };

    it('of no year before it is needed, and of each once', () => {
      const { years, own } = asking();
      const time = calendarTime([own, own]);
      assert.deepEqual(years, []);
      assert.equal(time.add(0, at('2026-04-30'), 2 * 1440), at('2026-05-05'));
      assert.equal(time.add(1, at('2026-04-30'), 2 * 1440), at('2026-05-05'));
      assert.deepEqual(years, [2026]);
      time.add(0, at('2026-12-30'), 5 * 1440);
      time.subtract(1, at('2026-01-02'), 5 * 1440);
      assert.deepEqual(years.sort(), [2025, 2026, 2027]);
    });

    it('of no year for what is beyond all of them', () => {
      const { years, own } = asking();
      const time = calendarTime([own]);
      assert.equal(time.add(0, at('2026-04-30'), Number.MAX_VALUE), Infinity);
      assert.equal(time.subtract(0, at('2026-04-30'), 200_000 * 1440), -Infinity);
      assert.deepEqual(years, [2026]);
    });
  });
});
