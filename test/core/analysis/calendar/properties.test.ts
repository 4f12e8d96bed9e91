import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dateOf,
  instantsPerDay,
  weekdayOf,
  WorkingCalendar,
  type CalendarParts,
  type Instant,
  type PublicHolidays,
} from '../../../../src/core/analysis/calendar';
import { day } from './days';

interface Drawn extends CalendarParts {
  readonly weekdays: readonly number[];
  readonly holidays: readonly { readonly first: number; readonly last: number }[];
  readonly publicHolidays: PublicHolidays;
}

const centre = day('2026-01-01');

/** Holidays that each year puts elsewhere, with some on the turn of the year. */
const someHolidays: PublicHolidays = (_country, _region, year) =>
  [0, 1, 90 + ((year * 37) % 40), 91 + ((year * 37) % 40), 363]
    .map((offset) => dateOf(day(`${year}-01-01`) + offset))
    .filter((date) => date !== undefined);

const drawnDay = fc.integer({ min: centre - 900, max: centre + 900 });
const drawnSpan = fc
  .tuple(drawnDay, fc.integer({ min: -3, max: 40 }))
  .map(([first, length]) => ({ first, last: first + length }));
const drawnParts: fc.Arbitrary<Drawn> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  hoursPerDay: fc.constantFrom(8, 7.5, 7.7, 6, 24, 1, 0.5),
  holidays: fc.array(drawnSpan, { maxLength: 12 }),
  place: fc.constantFrom(undefined, { country: 'XX' }),
  publicHolidays: fc.constant(someHolidays),
});
const drawnInstant = fc.integer({ min: (centre - 900) * instantsPerDay, max: (centre + 900) * instantsPerDay });
/** On one half hour a week this is 32 years; more would lead out of the years of a plan. */
const mostMinutes = 50_000;
const drawnMinutes = fc.integer({ min: 0, max: mostMinutes });

/** The same, day by day. */
class NaiveCalendar {
  readonly #isWorked: (day: number) => boolean;

  constructor({ weekdays, holidays, place, publicHolidays }: Drawn) {
    this.#isWorked = (one) => {
      const date = dateOf(one);
      if (!date || !weekdays.includes(weekdayOf(one))) return false;
      if (holidays.some(({ first, last }) => first <= one && one <= last)) return false;
      return !place || !publicHolidays('XX', undefined, date.year).some((free) => free.equals(date));
    };
  }

  /** Stretched working time from one instant to a later one. */
  between(from: Instant, to: Instant): number {
    let sum = 0;
    for (let one = Math.floor(from / instantsPerDay); one * instantsPerDay < to; one++) {
      const [start, end] = [Math.max(from, one * instantsPerDay), Math.min(to, (one + 1) * instantsPerDay)];
      if (this.#isWorked(one)) sum += end - start;
    }
    return sum;
  }

  finish(start: Instant, length: number): Instant {
    let left = length;
    for (let one = Math.floor(start / instantsPerDay); ; one++) {
      const from = Math.max(start, one * instantsPerDay);
      const here = this.#isWorked(one) ? (one + 1) * instantsPerDay - from : 0;
      if (here > 0 && left <= here) return from + left;
      left -= here;
    }
  }

  start(finish: Instant, length: number): Instant {
    let left = length;
    for (let one = Math.ceil(finish / instantsPerDay) - 1; ; one--) {
      const to = Math.min(finish, (one + 1) * instantsPerDay);
      const here = this.#isWorked(one) ? to - one * instantsPerDay : 0;
      if (here > 0 && left <= here) return to - left;
      left -= here;
    }
  }
}

function stretched(minutes: number, { minutesPerDay }: WorkingCalendar): number {
  return Math.round((minutes * instantsPerDay) / minutesPerDay);
}

describe('every calendar', () => {
  it('counts and walks as one would day by day', () => {
    fc.assert(
      fc.property(
        drawnParts,
        drawnInstant,
        drawnInstant,
        fc.integer({ min: 1, max: 20_000 }),
        (parts, a, b, minutes) => {
          const calendar = new WorkingCalendar(parts);
          const naive = new NaiveCalendar(parts);
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const expected = Math.round((naive.between(from, to) * calendar.minutesPerDay) / instantsPerDay);
          assert.equal(calendar.between(from, to), expected);
          const length = stretched(minutes, calendar);
          assert.equal(calendar.add(a, minutes), naive.finish(a, length));
          assert.equal(calendar.subtract(a, minutes), naive.start(a, length));
        },
      ),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('subtracts what it adds, and finds it between', () => {
    fc.assert(
      fc.property(drawnParts, drawnInstant, fc.integer({ min: 1, max: mostMinutes }), (parts, instant, minutes) => {
        const calendar = new WorkingCalendar(parts);
        const finish = calendar.add(instant, minutes) ?? NaN;
        assert.equal(calendar.subtract(finish, minutes), calendar.nextWorkingStart(instant));
        assert.equal(calendar.between(instant, finish), minutes);
        const start = calendar.subtract(instant, minutes) ?? NaN;
        assert.equal(calendar.add(start, minutes), calendar.previousWorkingFinish(instant));
        assert.equal(calendar.between(start, instant), minutes);
      }),
    );
  });

  it('finishes later what starts later or takes longer', () => {
    fc.assert(
      fc.property(drawnParts, drawnInstant, drawnInstant, drawnMinutes, drawnMinutes, (parts, a, b, one, other) => {
        const calendar = new WorkingCalendar(parts);
        const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
        const [short, long] = [Math.min(one, other), Math.max(one, other)];
        const finish = (start: number, minutes: number): number => calendar.add(start, minutes) ?? NaN;
        assert.ok(finish(earlier, short) <= finish(later, short));
        assert.ok(finish(earlier, short) <= finish(earlier, long));
        const start = (end: number, minutes: number): number => calendar.subtract(end, minutes) ?? NaN;
        assert.ok(start(earlier, short) <= start(later, short));
        assert.ok(start(earlier, short) >= start(earlier, long));
      }),
    );
  });

  it('adds in steps as at once, of whole days', () => {
    fc.assert(
      fc.property(drawnParts, drawnInstant, fc.nat(200), fc.integer({ min: 1, max: 200 }), (parts, at, one, other) => {
        const calendar = new WorkingCalendar(parts);
        const days = (count: number): number => count * calendar.minutesPerDay;
        const step = calendar.add(at, days(one)) ?? NaN;
        assert.equal(calendar.add(step, days(other)), calendar.add(at, days(one + other)));
      }),
    );
  });

  it('answers the same whatever was asked before, and in whatever order its days off are written', () => {
    const asked = fc.array(fc.tuple(drawnInstant, drawnInstant, drawnMinutes), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(drawnParts, asked, (parts, questions) => {
        const answer = (calendar: WorkingCalendar, [a, b, minutes]: readonly [number, number, number]): unknown => [
          calendar.between(a, b),
          calendar.add(a, minutes),
          calendar.subtract(b, minutes),
          calendar.nextWorkingStart(a),
        ];
        const seasoned = new WorkingCalendar(parts);
        const turned = new WorkingCalendar({
          ...parts,
          holidays: [...parts.holidays].reverse(),
          weekdays: [...parts.weekdays].reverse(),
        });
        const backwards = [...questions].reverse().map((question) => answer(turned, question));
        assert.deepEqual(
          questions.map((question) => answer(seasoned, question)),
          backwards.reverse(),
        );
        for (const question of questions) {
          assert.deepEqual(answer(seasoned, question), answer(new WorkingCalendar(parts), question));
        }
      }),
    );
  });

  it('stands still where nobody works, and never fails', () => {
    const anything = fc.oneof(fc.double(), fc.integer(), drawnInstant);
    fc.assert(
      fc.property(drawnParts, fc.boolean(), anything, anything, (parts, nobody, instant, amount) => {
        const calendar = new WorkingCalendar(nobody ? { ...parts, weekdays: [] } : parts);
        const results = [
          calendar.add(instant, amount),
          calendar.subtract(instant, amount),
          calendar.between(instant, amount),
          calendar.nextWorkingStart(instant),
          calendar.previousWorkingFinish(instant),
        ];
        for (const result of results) assert.ok(result === undefined || Number.isInteger(result), String(result));
      }),
    );
  });
});
