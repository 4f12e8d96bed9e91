import { Temporal } from 'temporal-polyfill';
import { epochDay, instantsPerDay, WorkingCalendar } from '../../src/core/analysis/calendar';
import type { ForecastProblem } from '../../src/core/analysis/forecast/forecastProblem';
import { simulate } from '../../src/core/analysis/forecast/monteCarlo';
import type { ActivityNetwork } from '../../src/core/analysis/network/activityNetwork';
import { calendarTime } from '../../src/core/analysis/network/calendarTime';
import type { Measure } from '../measure';
import { Random } from '../random';
import { randomNetwork } from './networks';

const today = epochDay(new Temporal.PlainDate(2026, 5, 4));
const count = 1000;
const calendarCount = 10;
const milestones = 20;

/** 10,000 runs through a project whose every item has three points of another shape: the most that is asked of it. */
export function forecastMeasure(): Measure {
  const network = randomNetwork(count, 2 * count, today * instantsPerDay, 1);
  const goal = { milliseconds: 2000 };
  return {
    title: '1,000 activities with three points, 2,000 links of all types: 10,000 runs, 21 targets',
    rounds: 7,
    cases: [
      { name: 'no calendar', run: () => allKnown(network), goal },
      { name: `${calendarCount} calendars`, run: () => allKnown(inWorkingTime(network)), goal },
    ],
  };
}

/** A forecast with all percentiles: a network that leads beyond the years of a plan would be quick. */
function allKnown(network: ActivityNetwork): unknown {
  const forecast = simulate(problemOf(network), { runs: 10_000, seed: 1, distribution: 'pert-beta' });
  if (forecast.targets.some(({ p95 }) => p95 === undefined)) throw new Error('There are targets without a finish.');
  return forecast;
}

/** The whole project and twenty of its activities are the targets. */
function problemOf(network: ActivityNetwork): ForecastProblem {
  const random = new Random(2);
  const activities = [...network.duration.keys()];
  return {
    network,
    lengths: Array.from(network.duration, (likely) => ({
      kind: 'three-point',
      optimistic: likely * (0.5 + 0.4 * random.share()),
      likely,
      pessimistic: likely * (1.2 + 2 * random.share()),
    })),
    keys: activities.map((activity) => `project/item-${activity}`),
    targets: [
      { activities, limit: network.origin + 365 * instantsPerDay },
      ...Array.from({ length: milestones }, () => ({ activities: [random.below(count)] })),
    ],
  };
}

/** The same in the working time of several people, each with holidays of their own, in tables that are made anew. */
function inWorkingTime(network: ActivityNetwork): ActivityNetwork {
  const random = new Random(3);
  const calendars = Array.from({ length: calendarCount }, (_, index) => {
    const first = (): number => today + random.below(10 * 365);
    const holidays = Array.from({ length: 60 }, first).map((day) => ({ first: day, last: day + 4 }));
    return new WorkingCalendar({
      weekdays: index % 3 === 0 ? [1, 2, 3, 4] : [1, 2, 3, 4, 5],
      hoursPerDay: 8,
      holidays,
    });
  });
  return {
    ...network,
    time: calendarTime(calendars),
    calendar: Int32Array.from(network.duration, (_, activity) => activity % calendarCount),
  };
}
