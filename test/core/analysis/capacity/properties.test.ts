import assert from 'node:assert/strict';
import fc from 'fast-check';
import { personCalendar, calendarOf } from '../../../../src/core/analysis/calendar';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import type { Booking } from '../../../../src/core/analysis/schedule/scheduledWork';
import { day } from '../calendar/days';
import { analysisOf, monday } from '../schedule/scheduleFrom';
import { cellsOf, table } from './loads';

const people = ['ana', 'ben', 'kit'] as const;

interface DrawnItem {
  readonly days: number;
  readonly from: number;
  readonly who: readonly { readonly person: string; readonly percent: number }[];
  readonly dates: 'none' | 'start' | 'both' | 'progress';
}

interface DrawnProject {
  readonly calendar: string;
  readonly team: string;
  readonly items: readonly DrawnItem[];
}

const dateText = (offset: number): string => {
  const [month, inMonth] = [4 + Math.floor(offset / 28), 1 + (offset % 28)];
  return `2026-${String(month + 1).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`;
};

const drawnItem = (dates: fc.Arbitrary<DrawnItem['dates']>): fc.Arbitrary<DrawnItem> =>
  fc.record({
    days: fc.constantFrom(0.3, 1, 2, 2.5, 7, 13),
    from: fc.nat(60),
    who: fc.uniqueArray(
      fc.record({ person: fc.constantFrom(...people), percent: fc.constantFrom(10, 33, 50, 60, 100) }),
      { selector: ({ person }) => person, minLength: 1, maxLength: 2 },
    ),
    dates,
  });

const drawnProject = (dates: fc.Arbitrary<DrawnItem['dates']>): fc.Arbitrary<DrawnProject> =>
  fc.record({
    calendar: fc.constantFrom(
      '{}',
      '{ hours_per_day: 6, holidays: [2026-05-14, 2026-06-01..2026-06-03] }',
      '{ workdays: [mon, tue, wed, thu, fri, sat] }',
      '{ workdays: [sun, mon, tue, wed], hours_per_day: 7.5 }',
    ),
    team: fc.constantFrom(
      '{}',
      '{ ana: { allocation: 40%, to: 2026-06-10 }, ben: [{ allocation: 50% }, { from: 2026-05-20, allocation: 30% }] }',
    ),
    items: fc.array(drawnItem(dates), { maxLength: 8 }),
  });

const anyDates = fc.constantFrom('none', 'start', 'both', 'progress' as const);

function datesText({ from, dates }: DrawnItem): string {
  if (dates === 'none') return '';
  if (dates === 'progress') return ', started: 2026-04-27, progress: 30%';
  return `, start: ${dateText(from)}${dates === 'both' ? `, end: ${dateText(from + 9)}` : ''}`;
}

function projectText({ calendar, team, items }: DrawnProject, name: string): string {
  const lines = items.map((item, index) => {
    const who = item.who.map(({ person, percent }) => `${person}: ${percent}%`).join(', ');
    return `  i${index}: { title: I${index}, estimate: ${item.days}d, assignees: { ${who} }${datesText(item)} }`;
  });
  const head = `project: ${name}\nstart: 2026-05-04\ncalendar: ${calendar}\nteam: ${team}\n`;
  return `${head}items:${lines.length > 0 ? `\n${lines.join('\n')}` : ' {}'}\n`;
}

/** @param folders of the projects, which set the order of the files and nothing else */
function analysisFrom(projects: readonly DrawnProject[], folders: readonly string[] = []): PlanAnalysis {
  const files = projects.map((project, index): [string, string] => [
    `${folders[index] ?? 'all'}/p${index}.project.yaml`,
    projectText(project, `P${index}`),
  ]);
  const settings = `people:
  ana: { name: Ana, away: [2026-05-13..2026-05-19] }
  ben: { name: Ben, capacity: 60% }
  kit: { name: Kit, kind: team }
`;
  return analysisOf({ '.throughline.yaml': settings, ...Object.fromEntries(files) }, monday);
}

describe('capacity, for any plan', () => {
  it('asks over all weeks for what the bookings have', () => {
    fc.assert(
      fc.property(fc.array(drawnProject(anyDates), { maxLength: 3 }), (projects) => {
        const { capacity, schedule } = analysisFrom(projects);
        const asked = new Map<Booking, number>();
        for (const { weeks, minutesPerDay } of capacity.people) {
          for (const { demand, stated, bookings } of weeks) {
            for (const { booking, minutes } of bookings)
              asked.set(booking, (asked.get(booking) ?? 0) + minutes / minutesPerDay);
            const sum = (cells: typeof bookings): number => cells.reduce((all, { minutes }) => all + minutes, 0);
            assert.ok(Math.abs(sum(bookings) - demand) < 1e-6);
            const isStated = ({ booking }: (typeof bookings)[number]): boolean => booking.basis === 'stated';
            assert.ok(Math.abs(sum(bookings.filter(isStated)) - stated) < 1e-6);
          }
        }
        for (const booking of schedule.bookings) {
          const { from, until, share, calendar } = booking;
          const days = ((calendar.between(from, until) ?? NaN) / calendar.minutesPerDay) * share;
          // `between` rounds to a minute.
          const difference = Math.abs((asked.get(booking) ?? 0) - days) * calendar.minutesPerDay;
          assert.ok(difference <= 0.5 + 1e-6, `${booking.item.id}: ${difference}`);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has room for what is placed where there is time for it, whatever the calendars', () => {
    fc.assert(
      fc.property(fc.array(drawnProject(fc.constant('none' as const)), { maxLength: 3 }), (projects) => {
        const { capacity } = analysisFrom(projects);
        for (const { id, weeks } of capacity.people) {
          for (const { week, demand, capacity: most = Infinity } of weeks)
            assert.ok(demand <= most + 1e-2, `${id} has ${most} in ${week}, and is asked for ${demand}`);
        }
        assert.deepEqual(capacity.overAllocations({ limit: 0 }), []);
      }),
      { numRuns: 150 },
    );
  });

  it('has in each week of one calendar what the person can work in it', () => {
    fc.assert(
      fc.property(drawnProject(anyDates), (project) => {
        const { capacity, plan } = analysisFrom([project]);
        const [file] = plan.projects;
        for (const { id, weeks, isLimited } of capacity.people) {
          const available = personCalendar(plan, id, calendarOf(plan, file));
          for (const { monday: first, capacity: minutes } of weeks)
            assert.equal(minutes, isLimited ? available.minutesWithin(first, first + 6) : undefined);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('comes to the same over whole weeks as over the days of them, however they are put together', () => {
    fc.assert(
      fc.property(fc.array(drawnProject(anyDates), { maxLength: 3 }), fc.nat(6), (projects, cut) => {
        for (const person of analysisFrom(projects).capacity.people) {
          for (const { monday: first, demand, capacity: minutes } of person.weeks) {
            const [before, after] = [person.between(first, first + cut - 1), person.between(first + cut, first + 6)];
            const close = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6;
            assert.ok(close(before.demand + after.demand, demand), `${person.id} is asked for ${demand}`);
            assert.equal(before.capacity === undefined, minutes === undefined);
            assert.ok(close((before.capacity ?? 0) + (after.capacity ?? 0), minutes ?? 0), `of ${String(minutes)}`);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  it('does not change with the order of the files', () => {
    const summary = ({ capacity }: PlanAnalysis): unknown => [
      capacity.people.map(({ id, weeks }) => [id, table(weeks), weeks.map(cellsOf)]),
      capacity
        .overAllocations({ limit: 0.5 })
        .map(({ person, weeks, assignment: { item, file } }) => [person.id, table(weeks), file.id, item.id]),
    ];
    const drawn = fc.array(drawnProject(anyDates), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(drawn, (projects) => {
        const turned = analysisFrom(projects, ['c', 'b', 'a']);
        assert.deepEqual(summary(analysisFrom(projects, ['a', 'b', 'c'])), summary(turned));
      }),
      { numRuns: 50 },
    );
  });

  it('finds as over-allocated exactly the weeks that are', () => {
    fc.assert(
      fc.property(
        fc.array(drawnProject(anyDates), { maxLength: 3 }),
        fc.constantFrom(0.5, 1, 1.1),
        (projects, limit) => {
          const { capacity } = analysisFrom(projects);
          const found = capacity
            .overAllocations({ limit, from: day('2026-01-01') })
            .flatMap(({ person, weeks }) => weeks.map(({ week }) => `${person.id} ${week}`));
          const over = capacity.people.flatMap(({ id, weeks }) =>
            weeks.flatMap(({ week, stated, capacity: most = Infinity }) =>
              stated > most * limit + 1e-5 ? [`${id} ${week}`] : [],
            ),
          );
          assert.deepEqual(found, over);
        },
      ),
      { numRuns: 100 },
    );
  });
});
