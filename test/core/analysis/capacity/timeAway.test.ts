import assert from 'node:assert/strict';
import { dateOf } from '../../../../src/core/analysis/calendar';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import { date } from '../calendar/days';
import { analysisOf, monday, projectOf } from '../schedule/scheduleFrom';

/** Each as `item person`, days off of days, and the days off. */
function awayIn({ capacity }: PlanAnalysis): unknown {
  const text = (day: number): string => dateOf(day)?.toString().slice(5) ?? '?';
  return capacity.timeAway.map(({ item, person, days, daysOff, share, spans }) => {
    assert.equal(share, daysOff / days);
    return [
      `${item.id} ${person}`,
      `${daysOff}/${days}`,
      ...spans.map(({ first, last }) => `${text(first)}..${text(last)}`),
    ];
  });
}

describe('time away from stated work', () => {
  it('is counted in the working days of the project', () => {
    const analysis = projectOf(`
calendar: { holidays: 2026-05-14 }
people:
  ana: { name: Ana, away: [2026-05-07..2026-05-12, 2026-05-14, 2026-06-01] }
  ben: { name: Ben }
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-15, assignees: [ana, ben] }`);
    // Nine days without the holiday; away on Thursday, Friday, Monday and Tuesday.
    assert.deepEqual(awayIn(analysis), [['a ana', '4/9', '05-07..05-12']]);
  });

  it('is found where somebody is never there', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana, away: 2026-05-01..2026-05-31 } }
items: { a: { title: A, estimate: 2d, start: 2026-05-04, end: 2026-05-08, assignees: ana } }`);
    assert.deepEqual(awayIn(analysis), [['a ana', '5/5', '05-04..05-08']]);
  });

  it('has the holidays of the own country, and none of those that the project has', () => {
    const holidays = (country: string): ReturnType<typeof date>[] =>
      ({ DE: [date('2026-05-04')], FR: [date('2026-05-04'), date('2026-05-08')] })[country] ?? [];
    const analysis = analysisOf(
      {
        'p.project.yaml': `
project: P
calendar: { country: DE }
people: { ana: { name: Ana, country: FR } }
items: { a: { title: A, start: 2026-05-04, end: 2026-05-08, assignees: ana } }`,
      },
      monday,
      holidays,
    );
    assert.deepEqual(awayIn(analysis), [['a ana', '1/4', '05-08..05-08']]);
  });

  it('counts the days of somebody’s windows in the team, each day once', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana, away: 2026-05-05..2026-05-06 } }
team:
  ana:
    - { to: 2026-05-05, allocation: 50% }
    - { from: 2026-05-05, to: 2026-05-06, allocation: 30% }
items: { a: { title: A, start: 2026-05-04, end: 2026-05-15, assignees: ana } }`);
    assert.deepEqual(awayIn(analysis), [['a ana', '2/3', '05-05..05-05', '05-06..05-06']]);
  });

  it('is nothing that work without stated dates can meet', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana, away: 2026-05-05..2026-05-06 } }
items: { a: { title: A, estimate: 3d, assignees: ana } }`);
    assert.deepEqual(awayIn(analysis), []);
  });

  it('is that of what is left of work in progress', () => {
    const analysis = projectOf(
      `
people: { ana: { name: Ana, away: 2026-05-05..2026-05-08 } }
items: { a: { title: A, started: 2026-05-04, end: 2026-05-12, assignees: ana, progress: 10% } }`,
      '2026-05-08',
    );
    // Friday, Monday and Tuesday are left.
    assert.deepEqual(awayIn(analysis), [['a ana', '1/3', '05-08..05-08']]);
  });
});
