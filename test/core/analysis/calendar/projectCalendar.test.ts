import assert from 'node:assert/strict';
import {
  calendarOf,
  personCalendar,
  standardCalendar,
  type Availability,
  type PublicHolidays,
  type WorkingCalendar,
} from '../../../../src/core/analysis/calendar';
import type { ProjectFile } from '../../../../src/core/plan/planFile';
import { planFrom, type TestPlan } from '../../planFrom';
import { at, date, day } from './days';

/** A day in May for each country that the tests know, and one more for its region. */
const holidays: PublicHolidays = (country, region, year) => {
  const days: Readonly<Record<string, string>> = { DE: '05-01', 'DE BY': '05-06', US: '05-25' };
  return [days[country], days[`${country} ${region ?? ''}`]]
    .filter((text) => text !== undefined)
    .map((text) => date(`${year}-${text}`));
};

const plan = (project: string, settings = ''): Promise<TestPlan> =>
  planFrom(
    { 'a.project.yaml': `project: A\n${project}`, 'b.project.yaml': 'project: B\n', '.throughline.yaml': settings },
    '2026-05-04',
    holidays,
  );

function calendarIn(from: TestPlan, name = 'a.project.yaml'): WorkingCalendar {
  return calendarOf(from.state().plan, from.service.file(from.uri(name)) as ProjectFile, holidays);
}

async function projectCalendar(project: string, settings = ''): Promise<WorkingCalendar> {
  return calendarIn(await plan(project, settings));
}

async function person(project: string, id = 'alice', settings = ''): Promise<Availability> {
  const made = await plan(project, settings);
  return personCalendar(made.state().plan, id, calendarIn(made));
}

const works = (calendar: WorkingCalendar, text: string): boolean => calendar.isWorkday(day(text));

function assertStandard({ weekdays, minutesPerDay, parts }: WorkingCalendar): void {
  assert.deepEqual([weekdays, minutesPerDay, parts.holidays, parts.place], [[1, 2, 3, 4, 5], 480, [], undefined]);
}

describe('the calendar of a project', () => {
  it('is the standard one where nobody says anything', async () => {
    assertStandard(await projectCalendar(''));
    assert.equal(calendarOf((await plan('')).state().plan, undefined), standardCalendar);
  });

  it('takes each property from the project, else from the settings', async () => {
    const settings = 'calendar:\n  hours_per_day: 7\n  holidays: [2026-12-24]\n  workdays: [mon, tue]\n';
    const calendar = await projectCalendar('calendar: { workdays: [sun, mon, thu] }\n', settings);
    assert.deepEqual(calendar.weekdays, [1, 4, 7]);
    assert.equal(calendar.minutesPerDay, 420);
    assert.equal(works(calendar, '2026-12-24'), false);
    assert.equal(works(calendar, '2026-12-17'), true);
  });

  it('takes a single weekday and a single holiday', async () => {
    const calendar = await projectCalendar('calendar: { workdays: fri, holidays: 2026-12-24..2026-12-26 }\n');
    assert.deepEqual(calendar.weekdays, [5]);
    assert.equal(works(calendar, '2026-12-25'), false);
    assert.equal(works(calendar, '2026-12-18'), true);
  });

  it('falls back on the default where what is written makes no sense', async () => {
    for (const hours of ['0', '-8', '25', 'eight', '8h', '.nan', '.inf', '{}']) {
      assert.equal((await projectCalendar(`calendar: { hours_per_day: ${hours} }\n`)).minutesPerDay, 480, hours);
    }
    const calendar = await projectCalendar(
      'calendar:\n  workdays: [mon, someday, mon]\n  holidays: [2026-02-31, 2026-12-31..2026-12-01]\n',
    );
    assert.deepEqual(calendar.weekdays, [1]);
    assert.equal(works(calendar, '2026-12-07'), true);
    assertStandard(await projectCalendar('calendar: none\n'));
  });

  it('has the public holidays of its country, and of its region', async () => {
    const german = await projectCalendar('calendar: { country: DE }\n');
    assert.equal(works(german, '2026-05-01'), false);
    assert.equal(works(german, '2026-05-06'), true);
    const bavarian = await projectCalendar('calendar: { country: DE, region: BY, holidays: 2026-05-07 }\n');
    for (const text of ['2026-05-01', '2026-05-06', '2026-05-07']) assert.equal(works(bavarian, text), false, text);
  });

  it('leaves the region of the settings with their country', async () => {
    const settings = 'calendar: { country: DE, region: BY }\n';
    assert.equal(works(await projectCalendar('', settings), '2026-05-06'), false);
    assert.equal(works(await projectCalendar('calendar: { country: DE }\n', settings), '2026-05-06'), false);
    const american = await projectCalendar('calendar: { country: US }\n', settings);
    assert.deepEqual(american.parts.place, { country: 'US' });
  });

  it('is one for all projects that say the same, in whatever order', async () => {
    const settings = 'calendar: { country: DE, holidays: [2026-12-24, 2026-12-31] }\n';
    const from = await plan('calendar: { holidays: [2026-12-31, 2026-12-24, 2026-12-24] }\n', settings);
    assert.equal(calendarIn(from), calendarIn(from, 'b.project.yaml'));
    assert.notEqual(await projectCalendar('calendar: { country: US }\n', settings), calendarIn(from));
  });
});

/*
 *   May 2026       Mo Tu We Th Fr Sa Su
 *                               #  2  3      # 1 May, in Germany
 *                   4  5  6  7  8  9 10
 *                   -  -  - 14 15 16 17      - Alice is away, 11 to 13 May
 *                  18 19 20 21 22 23 24
 *                   = 26 27 28 29 30 31      = 25 May, in the United States
 */
describe('the calendar of a person', () => {
  it('is that of the project where the person says nothing, or is nobody that the plan knows', async () => {
    const made = await plan('people: { alice: Alice Ng }\ncalendar: { country: DE }\n');
    const calendar = calendarIn(made);
    for (const id of ['alice', 'somebody', '__proto__']) {
      const available = personCalendar(made.state().plan, id, calendar);
      assert.equal(available.calendar, calendar);
      assert.equal(available.capacity, 1);
      assert.equal(available.isLimited, true);
    }
  });

  it('leaves out days off, and counts capacity', async () => {
    const alice = await person('people: { alice: { capacity: 60%, away: 2026-05-11..2026-05-13 } }\n');
    assert.equal(alice.minutesOn(day('2026-05-08')), 288);
    assert.equal(alice.minutesOn(day('2026-05-09')), 0);
    assert.equal(alice.minutesOn(day('2026-05-12')), 0);
    // Fr 8, Th 14, Fr 15.
    assert.equal(alice.between(at('2026-05-08'), at('2026-05-16')), 3 * 288);
    assert.equal(alice.between(at('2026-05-16'), at('2026-05-08')), -3 * 288);
    assert.equal(alice.minutesWithin(day('2026-05-08'), day('2026-05-15')), 3 * 288);
    assert.equal(alice.minutesWithin(day('2026-05-15'), day('2026-05-08')), 0);
    assert.equal(alice.between(NaN, 0), undefined);
  });

  it('has the public holidays of the own country in the place of the project’s, and the project’s own holidays', async () => {
    const calendar = 'calendar: { country: DE, holidays: 2026-05-22 }\n';
    const alice = await person(`people: { alice: { country: US } }\n${calendar}`);
    assert.equal(alice.minutesOn(day('2026-05-01')), 480);
    assert.equal(alice.minutesOn(day('2026-05-25')), 0);
    assert.equal(alice.minutesOn(day('2026-05-22')), 0);
  });

  it('has them too where no calendar is written at all', async () => {
    const alice = await person('people: { alice: { country: US } }\n');
    assert.equal(alice.minutesOn(day('2026-05-25')), 0);
    assert.equal(alice.minutesOn(day('2026-05-26')), 480);
  });

  it('keeps the project’s region where the country is the same', async () => {
    const alice = await person('people: { alice: { country: DE } }\ncalendar: { country: DE, region: BY }\n');
    assert.equal(alice.minutesOn(day('2026-05-06')), 0);
  });

  it('puts days off of several files together', async () => {
    const settings = 'people: { alice: { away: 2026-05-12 } }\n';
    const alice = await person(
      'people: { alice: { away: [2026-05-11, 2026-05-13..2026-05-13] } }\n',
      'alice',
      settings,
    );
    assert.equal(alice.minutesWithin(day('2026-05-11'), day('2026-05-15')), 2 * 480);
  });

  it('has no limit for teams, suppliers and clients', async () => {
    for (const kind of ['team', 'supplier', 'client']) {
      const group = await person(`people: { alice: { kind: ${kind}, capacity: 50%, away: 2026-05-12 } }\n`);
      assert.equal(group.isLimited, false);
      assert.equal(group.capacity, 1);
      assert.equal(group.minutesOn(day('2026-05-12')), 0);
    }
  });

  it('is without time at a capacity of nothing', async () => {
    const alice = await person('people: { alice: { capacity: 0% } }\n');
    assert.equal(alice.minutesOn(day('2026-05-08')), 0);
    assert.equal(alice.between(at('2026-05-08'), at('2026-05-16')), 0);
  });
});
