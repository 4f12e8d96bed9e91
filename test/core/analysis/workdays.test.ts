import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { calendarOf, standardCalendar, WorkingCalendar, type DayRange } from '../../../src/core/analysis/workdays';
import type { ProjectFile } from '../../../src/core/plan/planFile';
import { parseDuration } from '../../../src/core/plan/scalars/duration';
import { planFrom } from '../planFrom';

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

function range(first: string, last = first): DayRange {
  return { first: day(first), last: day(last) };
}

function minutes(text: string, calendar = standardCalendar): number {
  const duration = parseDuration(text);
  assert.ok(duration.ok, text);
  return calendar.minutes(duration.value);
}

async function projectCalendar(project: string, settings = ''): Promise<WorkingCalendar> {
  const plan = await planFrom({ 'a.project.yaml': `project: A\n${project}`, '.throughline.yaml': settings });
  return calendarOf(plan.state().plan, plan.service.file(plan.uri('a.project.yaml')) as ProjectFile);
}

describe('working days', () => {
  it('are Monday to Friday where nothing is said', () => {
    // 2 November 2026 is a Monday.
    assert.equal(standardCalendar.workdays(day('2026-11-02'), day('2026-11-08')), 5);
    assert.equal(standardCalendar.workdays(day('2026-11-06'), day('2026-11-09')), 2);
    assert.equal(standardCalendar.workdays(day('2026-11-07'), day('2026-11-08')), 0);
    assert.equal(standardCalendar.isWorkday(day('2026-11-06')), true);
    assert.equal(standardCalendar.isWorkday(day('2026-11-07')), false);
  });

  it('are none where the last day is before the first', () => {
    assert.equal(standardCalendar.workdays(day('2026-11-20'), day('2026-11-02')), 0);
  });

  it('leave out holidays, once where they overlap, and those on free days not at all', () => {
    const calendar = new WorkingCalendar({
      weekdays: [1, 2, 3, 4, 5],
      hoursPerDay: 8,
      holidays: [range('2026-12-30', '2027-01-01'), range('2026-12-26', '2026-12-31'), range('2026-12-25')],
    });
    assert.equal(calendar.workdays(day('2026-12-21'), day('2027-01-10')), 15 - 6);
    assert.equal(calendar.isWorkday(day('2026-12-28')), false);
    assert.deepEqual(
      calendar.holidays.map(({ first, last }) => `${first.toString()} ${last.toString()}`),
      ['2026-12-25 2027-01-01'],
    );
  });

  it('count the same as one by one, over any calendar', () => {
    const date = fc.integer({ min: -900, max: 900 }).map((days) => day('1970-01-01').add({ days }));
    const ranges = fc.array(fc.tuple(date, fc.integer({ min: -3, max: 40 })), { maxLength: 12 });
    const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }));
    fc.assert(
      fc.property(weekdays, ranges, date, fc.integer({ min: -5, max: 200 }), (worked, off, first, length) => {
        const holidays = off.map(([start, days]) => ({ first: start, last: start.add({ days }) }));
        const calendar = new WorkingCalendar({ weekdays: worked, hoursPerDay: 8, holidays });
        let expected = 0;
        for (let at = 0; at <= length; at++) {
          const one = first.add({ days: at });
          const isOff = holidays.some(
            (each) =>
              Temporal.PlainDate.compare(each.first, one) <= 0 && Temporal.PlainDate.compare(one, each.last) <= 0,
          );
          if (worked.includes(one.dayOfWeek) && !isOff) expected++;
        }
        assert.equal(calendar.workdays(first, first.add({ days: length })), expected);
      }),
      { numRuns: 300 },
    );
  });

  it('are counted over all the years that a plan can hold', () => {
    // 300 years have 109573 days; 1 January 1900 is a Monday.
    assert.equal(standardCalendar.workdays(day('1900-01-01'), day('2199-12-31')), Math.floor(109573 / 7) * 5 + 2);
  });
});

describe('working time', () => {
  it('counts hours, days, weeks of the calendar and months of 20 days', () => {
    assert.deepEqual(
      ['6h', '3d', '2w', '1.5mo'].map((text) => minutes(text)),
      [360, 1440, 4800, 14400],
    );
    const calendar = new WorkingCalendar({ weekdays: [1, 2, 3, 4], hoursPerDay: 7.5 });
    assert.deepEqual(
      ['6h', '1d', '1w', '1mo'].map((text) => minutes(text, calendar)),
      [360, 450, 1800, 9000],
    );
  });

  it('counts of elapsed time what is worked in an average week', () => {
    assert.equal(minutes('1ew'), 5 * 480);
    assert.equal(minutes('7ed'), 5 * 480);
    assert.equal(minutes('168eh'), 5 * 480);
    assert.equal(Math.round(minutes('7emo')), 150 * 480);
  });

  it('does not vanish while nobody works', () => {
    const calendar = new WorkingCalendar({ weekdays: [], hoursPerDay: 8 });
    assert.equal(minutes('1w', calendar), 5 * 480);
    assert.equal(calendar.workdays(day('2026-01-01'), day('2026-12-31')), 0);
  });
});

describe('calendar of a project', () => {
  it('is the standard one where nobody says anything', async () => {
    assert.equal(await projectCalendar(''), standardCalendar);
  });

  it('takes each property from the project, else from the settings', async () => {
    const settings = 'calendar:\n  hours_per_day: 7\n  holidays: [2026-12-24]\n  workdays: [mon, tue]\n';
    const calendar = await projectCalendar('calendar: { workdays: [sun, mon, wed] }\n', settings);
    assert.deepEqual(calendar.weekdays, [1, 3, 7]);
    assert.equal(calendar.minutesPerDay, 420);
    assert.equal(calendar.holidays.length, 1);
  });

  it('takes a single weekday and a single holiday', async () => {
    const calendar = await projectCalendar('calendar: { workdays: fri, holidays: 2026-12-24..2026-12-26 }\n');
    assert.deepEqual(calendar.weekdays, [5]);
    assert.equal(calendar.isWorkday(day('2026-12-25')), false);
    assert.equal(calendar.isWorkday(day('2026-12-18')), true);
  });

  it('falls back on the default where what is written makes no sense', async () => {
    for (const hours of ['0', '-8', '25', 'eight', '8h', '.nan', '.inf', '{}']) {
      assert.equal((await projectCalendar(`calendar: { hours_per_day: ${hours} }\n`)).minutesPerDay, 480, hours);
    }
    const calendar = await projectCalendar(
      'calendar:\n  workdays: [mon, someday, mon]\n  holidays: [2026-02-31, 2026-12-31..2026-12-01]\n',
    );
    assert.deepEqual(calendar.weekdays, [1]);
    assert.deepEqual(calendar.holidays, []);
    assert.equal(await projectCalendar('calendar: none\n'), standardCalendar);
  });
});
