import { Temporal } from 'temporal-polyfill';
import { epochDay, instantsPerDay, WorkingCalendar, type EpochDay } from '../../src/core/analysis/calendar';
import type { ActivityNetwork } from '../../src/core/analysis/network/activityNetwork';
import { calendarTime } from '../../src/core/analysis/network/calendarTime';
import { criticalPath } from '../../src/core/analysis/network/criticalPath';
import type { Measure } from '../measure';
import { Random } from '../random';
import { longestPath } from './longestPath';
import { randomNetwork } from './networks';

const today = epochDay(new Temporal.PlainDate(2026, 5, 4));
const goal = { milliseconds: 250, ratio: 3 };

/** Both passes over a large network, with the tables of the calendars, against one bare pass over the same. */
export function criticalPathMeasure(): Measure {
  const network = randomNetwork(100_000, 200_000, today * instantsPerDay, 1);
  const { groupEnd } = criticalPath(network);
  if (groupEnd[0] !== longestPath(network)) throw new Error('The two do not compute the same.');
  const withOne = inWorkingTime(network, 1);
  const withMany = inWorkingTime(network, 50);
  return {
    title: '100,000 activities, 200,000 links of all types: early and late dates, floats, drivers',
    cases: [
      { name: 'bare longest path', run: () => longestPath(network) },
      { name: 'no calendar', run: () => allKnown(network), goal },
      { name: 'one calendar', run: () => allKnown(withOne()), goal },
      { name: '50 calendars', run: () => allKnown(withMany()), goal },
    ],
  };
}

/** Dates of all activities: a network that leads beyond the years of a plan would be quick, and measure nothing. */
function allKnown(network: ActivityNetwork): unknown {
  const dates = criticalPath(network);
  if (dates.unknown.some((reason) => reason !== 0)) throw new Error('The network has activities without dates.');
  return dates;
}

/** The same in the working time of several calendars, whose tables are made anew each time, as for an edit of a plan. */
function inWorkingTime(network: ActivityNetwork, count: number): () => ActivityNetwork {
  const calendars = Array.from({ length: count }, (_, index) => calendarWithHolidays(index + 1));
  const calendar = Int32Array.from(network.duration, (_, activity) => activity % count);
  return () => ({ ...network, time: calendarTime(calendars), calendar });
}

/** Some four weeks of holidays a year, for 20 years. */
function calendarWithHolidays(seed: number): WorkingCalendar {
  const random = new Random(seed);
  const spanFrom = (first: EpochDay): { first: EpochDay; last: EpochDay } => ({ first, last: first + random.below(5) });
  return new WorkingCalendar({
    weekdays: random.below(4) === 0 ? [1, 2, 3, 4] : [1, 2, 3, 4, 5],
    hoursPerDay: 8,
    holidays: Array.from({ length: 20 * 8 }, () => spanFrom(today + random.below(20 * 365))),
  });
}
