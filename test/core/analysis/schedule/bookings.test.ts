import { assert } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import { formatDate } from '../../../../src/core/plan/scalars';
import { finishDate, startDate } from '../../../../src/core/analysis/calendar';
import { analysisOfRandom, plainPlan, randomPlan } from './randomPlans';
import { projectOf } from './scheduleFrom';

/** Who works on what when, with how much of their time. */
function bookings({ schedule }: PlanAnalysis): readonly string[] {
  return schedule.bookings.map(({ item, person, from, until, share, basis }) => {
    const [first, last] = [startDate(from), finishDate(until)];
    assert.ok(first && last);
    const percent = String(Math.round(share * 100));
    return `${item.id} ${person} ${formatDate(first)} to ${formatDate(last)} ${percent}% ${basis}`;
  });
}

/** A project that began on Monday 4 May, on Wednesday 13 May. */
const wednesday = '2026-05-13';

describe('what people are booked for', () => {
  it('is what is done, since it began, and what is left until its stated end', () => {
    const yaml = `
people: { ana: { name: Ana } }
items:
  a: { title: A, estimate: 10d, started: 2026-05-04, progress: 70%, end: 2026-05-20, assignees: ana }`;
    // 7 days' work in 7 days, and 3 days' work in the 6 that are left.
    assert.deepEqual(bookings(projectOf(yaml, wednesday)), [
      'a ana 4 May 2026 to 12 May 2026 100% actual',
      'a ana 13 May 2026 to 20 May 2026 50% stated',
    ]);
  });

  it('is all of an effort on the days between stated dates on which they are there', () => {
    const yaml = `
people: { ana: { name: Ana, away: 2026-05-05..2026-05-06 } }
items:
  done: { title: Done, estimate: 2d, status: done, started: 2026-05-04, finished: 2026-05-07, assignees: ana }`;
    assert.deepEqual(bookings(projectOf(yaml, wednesday)), ['done ana 4 May 2026 to 7 May 2026 100% actual']);
    const stated = yaml.replace('status: done, started', 'start').replace('finished', 'end');
    assert.deepEqual(bookings(projectOf(stated)), ['done ana 4 May 2026 to 7 May 2026 100% stated']);
  });

  it('is nothing of an elapsed time, nor of what is dropped', () => {
    const yaml = `
people: { ana: { name: Ana } }
items:
  ship: { title: Ship, duration: 3ed, estimate: 1d, assignees: ana }
  drop: { title: Drop, estimate: 1d, status: dropped, assignees: ana }`;
    assert.deepEqual(bookings(projectOf(yaml)), []);
  });

  it('is known of stated dates and work in progress alone, as among all of it', () => {
    const options = { ...plainPlan, isDated: true, isCyclic: true };
    fc.assert(
      fc.property(randomPlan(options), (random) => {
        const { bookings: all, statedBookings } = analysisOfRandom(random).schedule;
        const stated = all.filter(({ basis }) => basis === 'stated');
        assert.deepEqual(statedBookings, stated);
      }),
    );
  });
});
