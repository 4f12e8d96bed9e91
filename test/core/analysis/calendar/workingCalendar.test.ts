import assert from 'node:assert/strict';
import {
  finishDate,
  firstDay,
  instantsPerDay,
  lastDay,
  standardCalendar,
  startDate,
} from '../../../../src/core/analysis/calendar';
import { at, calendar, date, day, duration, span } from './days';

/*
 *   May 2026       Mo Tu We Th Fr Sa Su
 *                               1  2  3
 *                   4  5  6  7  8  9 10
 *                  11 12 13 ## 15 16 17      ## Ascension Day, 14 May
 *                  18 19 20 21 22 23 24
 *                  ## 26 27 28 29 30 31      ## Whit Monday, 25 May
 */
const may = calendar({ holidays: [span('2026-05-14'), span('2026-05-25')] });
const days = (count: number): number => count * 480;

describe('working days', () => {
  it('are Monday to Friday where nothing is said', () => {
    assert.equal(standardCalendar.workdays(date('2026-11-02'), date('2026-11-08')), 5);
    assert.equal(standardCalendar.workdays(date('2026-11-06'), date('2026-11-09')), 2);
    assert.equal(standardCalendar.workdays(date('2026-11-07'), date('2026-11-08')), 0);
    assert.equal(standardCalendar.isWorkday(day('2026-11-06')), true);
    assert.equal(standardCalendar.isWorkday(day('2026-11-07')), false);
  });

  it('are none where the last day is before the first', () => {
    assert.equal(standardCalendar.workdays(date('2026-11-20'), date('2026-11-02')), 0);
  });

  it('leave out holidays, once where they overlap, and those on free days not at all', () => {
    const christmas = calendar({
      holidays: [span('2026-12-30', '2027-01-01'), span('2026-12-26', '2026-12-31'), span('2026-12-25')],
    });
    assert.equal(christmas.workdays(date('2026-12-21'), date('2027-01-10')), 15 - 6);
    assert.equal(christmas.isWorkday(day('2026-12-28')), false);
    const within = (first: string, last: string): string[] =>
      christmas.holidays(date(first), date(last)).map((each) => `${each.first.toString()} ${each.last.toString()}`);
    assert.deepEqual(within('2026-01-01', '2027-12-31'), ['2026-12-25 2027-01-01']);
    assert.deepEqual(within('2026-12-28', '2026-12-29'), ['2026-12-28 2026-12-29']);
    assert.deepEqual(within('2027-01-02', '2027-02-01'), []);
  });

  it('are counted over all the years that a plan can hold', () => {
    // 300 years have 109573 days; 1 January 1900 is a Monday.
    assert.equal(standardCalendar.workdays(date('1900-01-01'), date('2199-12-31')), Math.floor(109573 / 7) * 5 + 2);
  });
});

describe('adding working time', () => {
  it('starts and finishes a task of one day on the same date', () => {
    const finish = may.add(at('2026-05-04'), days(1));
    assert.equal(finish, at('2026-05-05'));
    assert.equal(finishDate(finish)?.toString(), '2026-05-04');
  });

  it('goes over weekends and holidays', () => {
    // Tu 12, We 13, Fr 15, Mo 18, Tu 19.
    assert.equal(finishDate(may.add(at('2026-05-12'), days(5)) ?? NaN)?.toString(), '2026-05-19');
    // Fr 22, Tu 26.
    assert.equal(finishDate(may.add(at('2026-05-22'), days(2)) ?? NaN)?.toString(), '2026-05-26');
  });

  it('ends with the last working day, not with the free days behind it', () => {
    assert.equal(may.add(at('2026-05-04'), days(5)), at('2026-05-09'));
  });

  it('begins with the next working day where the start is a free one, at whatever time of it', () => {
    for (const start of [at('2026-05-09'), at('2026-05-09', 700), at('2026-05-10', 1439)]) {
      assert.equal(may.add(start, days(1)), at('2026-05-12'));
    }
  });

  it('stretches the hours of a day over the whole of it', () => {
    // Two of eight hours are a quarter of the day.
    assert.equal(may.add(at('2026-05-04'), 120), at('2026-05-04', 360));
    assert.equal(may.add(at('2026-05-08', 1080), 240), at('2026-05-11', 360));
    const short = calendar({ hoursPerDay: 6 });
    assert.equal(short.add(at('2026-05-04'), 120), at('2026-05-04', 480));
    // The end of a day is the end of a day, however long it is.
    assert.equal(short.add(at('2026-05-04'), 360), may.add(at('2026-05-04'), 480));
  });

  it('leaves work without a length where it is, on a free day too', () => {
    assert.equal(may.add(at('2026-05-09', 5), 0), at('2026-05-09', 5));
    assert.equal(may.subtract(at('2026-05-04'), 0), at('2026-05-04'));
  });

  it('knows calendars of other weeks', () => {
    // Sunday to Thursday: Th 7, Su 10.
    const sundays = calendar({ weekdays: [7, 1, 2, 3, 4] });
    assert.equal(sundays.add(at('2026-05-07'), days(2)), at('2026-05-11'));
    // Saturdays alone: 2, 9, 16 May.
    const saturdays = calendar({ weekdays: [6] });
    assert.equal(saturdays.add(at('2026-05-01'), days(3)), at('2026-05-17'));
  });
});

describe('subtracting working time', () => {
  it('gives the start of the first working day', () => {
    assert.equal(may.subtract(at('2026-05-05'), days(1)), at('2026-05-04'));
    // Finish with Tu 26, two days: Fr 22 and Tu 26.
    const start = may.subtract(at('2026-05-27'), days(2));
    assert.equal(startDate(start ?? NaN)?.toString(), '2026-05-22');
  });

  it('ends before free days where the finish is one', () => {
    assert.equal(may.subtract(at('2026-05-10', 3), 120), at('2026-05-08', 1080));
  });

  it('is adding, of what is below zero, and the reverse', () => {
    assert.equal(may.subtract(at('2026-05-12'), -days(5)), may.add(at('2026-05-12'), days(5)));
    assert.equal(may.add(at('2026-05-20'), -days(5)), may.subtract(at('2026-05-20'), days(5)));
  });
});

describe('where work can go on', () => {
  it('is at once on a working day, its end aside', () => {
    assert.equal(may.nextWorkingStart(at('2026-05-04')), at('2026-05-04'));
    assert.equal(may.nextWorkingStart(at('2026-05-04', 1439)), at('2026-05-04', 1439));
    assert.equal(may.previousWorkingFinish(at('2026-05-05')), at('2026-05-05'));
    assert.equal(may.previousWorkingFinish(at('2026-05-04', 1)), at('2026-05-04', 1));
  });

  it('is after free days, or was before them', () => {
    assert.equal(may.nextWorkingStart(at('2026-05-09')), at('2026-05-11'));
    assert.equal(may.nextWorkingStart(at('2026-05-23', 9)), at('2026-05-26'));
    assert.equal(may.previousWorkingFinish(at('2026-05-26')), at('2026-05-23'));
    assert.equal(may.previousWorkingFinish(at('2026-05-14', 720)), at('2026-05-14'));
  });
});

describe('the working time between instants', () => {
  it('is counted in minutes, back and forth', () => {
    assert.equal(may.between(at('2026-05-12'), at('2026-05-20')), days(5));
    assert.equal(may.between(at('2026-05-20'), at('2026-05-12')), -days(5));
    assert.equal(may.between(at('2026-05-04', 360), at('2026-05-05')), 360);
  });

  it('is none in free time', () => {
    assert.equal(may.between(at('2026-05-09'), at('2026-05-11')), 0);
    assert.equal(may.between(at('2026-05-09', 10), at('2026-05-10', 20)), 0);
    assert.equal(Object.is(may.between(at('2026-05-11'), at('2026-05-09')), 0), true);
  });
});

describe('the length of durations', () => {
  const minutes = (text: string, by = standardCalendar): number => by.minutes(duration(text));

  it('is in hours, days, weeks of the calendar and months of 20 days', () => {
    assert.deepEqual(
      ['6h', '3d', '2w', '1.5mo'].map((text) => minutes(text)),
      [360, 1440, 4800, 14400],
    );
    const part = calendar({ weekdays: [1, 2, 3, 4], hoursPerDay: 7.5 });
    assert.deepEqual(
      ['6h', '1d', '1w', '1mo'].map((text) => minutes(text, part)),
      [360, 450, 1800, 9000],
    );
    assert.equal(part.minutesPerWeek, 1800);
  });

  it('is of elapsed time 1440 instants a day, whoever works', () => {
    assert.deepEqual(
      ['6eh', '1ed', '1ew', '1emo'].map((text) => may.elapsedMinutes(duration(text))),
      [360, 1440, 7 * 1440, 30 * 1440],
    );
    assert.equal(may.elapsedMinutes(duration('1d')), undefined);
  });

  it('weighs elapsed time by what is worked in an average week', () => {
    assert.equal(minutes('1ew'), 5 * 480);
    assert.equal(minutes('7ed'), 5 * 480);
    assert.equal(minutes('168eh'), 5 * 480);
    assert.equal(Math.round(minutes('7emo')), 150 * 480);
  });
});

describe('a calendar on which nobody ever works', () => {
  const nobody = calendar({ weekdays: [] });

  it('has no answer, and finds that out at once', () => {
    assert.equal(nobody.add(at('2026-05-04'), 480), undefined);
    assert.equal(nobody.subtract(at('2026-05-04'), 480), undefined);
    assert.equal(nobody.nextWorkingStart(at('2026-05-04')), undefined);
    assert.equal(nobody.previousWorkingFinish(at('2026-05-04')), undefined);
    assert.equal(nobody.workdays(date('1900-01-01'), date('2199-12-31')), 0);
    assert.equal(nobody.between(at('2026-05-04'), at('2026-06-04')), 0);
  });

  it('is also one whose holidays never end', () => {
    const ever = calendar({ holidays: [span('1900-01-01', '2199-12-31')] });
    assert.equal(ever.add(at('2026-05-04'), 480), undefined);
    assert.equal(ever.subtract(at('2026-05-04'), 480), undefined);
    assert.equal(ever.nextWorkingStart(at('2026-05-04')), undefined);
    assert.equal(ever.previousWorkingFinish(at('2026-05-04')), undefined);
  });

  it('still has lengths, those of a week of five days', () => {
    assert.equal(nobody.minutes(duration('1w')), 5 * 480);
    assert.equal(nobody.minutesPerWeek, 5 * 480);
  });
});

describe('at the ends of time', () => {
  const [first, last] = [firstDay * instantsPerDay, (lastDay + 1) * instantsPerDay];

  it('there is no answer beyond the years of a plan', () => {
    for (const instant of [first - 1, last + 1, NaN, Infinity, -Infinity, 0.5]) {
      assert.equal(may.add(instant, 480), undefined);
      assert.equal(may.add(instant, 0), undefined);
      assert.equal(may.nextWorkingStart(instant), undefined);
      assert.equal(may.previousWorkingFinish(instant), undefined);
      assert.equal(may.between(instant, at('2026-05-04')), undefined);
      assert.equal(may.between(at('2026-05-04'), instant), undefined);
    }
    for (const minutes of [NaN, Infinity, -Infinity, 1e300, 480 * 110_000]) {
      assert.equal(may.add(at('2026-05-04'), minutes), undefined);
      assert.equal(may.subtract(at('2026-05-04'), minutes), undefined);
    }
  });

  it('the last minute still counts', () => {
    // 31 December 2199 is a Tuesday, 1 January 1900 a Monday.
    assert.equal(may.add(at('2199-12-31'), 480), last);
    assert.equal(may.add(at('2199-12-31'), 483), undefined);
    assert.equal(may.subtract(last, 480), at('2199-12-31'));
    assert.equal(may.subtract(at('1900-01-02'), 480), first);
    assert.equal(may.subtract(at('1900-01-02'), 483), undefined);
    assert.equal(may.nextWorkingStart(last), undefined);
    assert.equal(may.previousWorkingFinish(first), undefined);
    assert.equal(may.isWorkday(lastDay), true);
    assert.equal(may.isWorkday(lastDay + 1), false);
    assert.equal(may.between(first, last), may.workdays(date('1900-01-01'), date('2199-12-31')) * 480);
  });

  it('a day of a second is long in stretched time, and no trouble', () => {
    const second = calendar({ hoursPerDay: 1 / 3600 });
    assert.equal(second.add(at('2026-05-04'), 2 / 60), at('2026-05-06'));
    const nothing = calendar({ hoursPerDay: 1e-300 });
    assert.equal(nothing.add(at('2026-05-04'), 480), undefined);
  });
});
