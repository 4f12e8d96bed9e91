import { type CountableTimeInterval, utcDay, utcMonday, utcMonth, utcYear } from 'd3-time';
import { utcFormat } from 'd3-time-format';
import type { IsoDate } from '../core/views/model';
import type { RoadmapPeriod } from '../core/views/roadmapTimelineModel';
import { startOfDay } from './dateText';

type Unit = RoadmapPeriod['unit'];

interface UnitOfTime {
  readonly interval: CountableTimeInterval;
  /** How many of the interval a period has. */
  readonly count: number;
  /** How long one is on average, in days. */
  readonly days: number;
  /** As it is written in a plan. */
  readonly text: (first: Date) => string;
  readonly name: string;
}

const yearText = utcFormat('%Y');
const dayIso = utcFormat('%Y-%m-%d');
const month = 365.2425 / 12;

function part(letter: string, months: number): (first: Date) => string {
  return (first) => `${yearText(first)}-${letter}${String(Math.floor(first.getUTCMonth() / months) + 1)}`;
}

const units: Readonly<Record<Unit, UnitOfTime>> = {
  day: { interval: utcDay, count: 1, days: 1, text: dayIso, name: 'd' },
  week: { interval: utcMonday, count: 1, days: 7, text: utcFormat('%G-W%V'), name: 'week' },
  month: { interval: utcMonth, count: 1, days: month, text: utcFormat('%Y-%m'), name: 'month' },
  quarter: { interval: utcMonth, count: 3, days: month * 3, text: part('Q', 3), name: 'quarter' },
  half: { interval: utcMonth, count: 6, days: month * 6, text: part('H', 6), name: 'half-year' },
  year: { interval: utcYear, count: 1, days: month * 12, text: yearText, name: 'year' },
};

/** The period of the same kind that is so many of them later, and as a plan writes it. */
export function shiftedPeriod(
  { unit, start, end }: RoadmapPeriod,
  steps: number,
): { readonly start: IsoDate; readonly end: IsoDate; readonly text: string } {
  const { interval, count, text } = units[unit];
  const day = startOfDay(start);
  if (!day) return { start, end, text: start };
  const first = interval.offset(day, steps * count);
  const last = utcDay.offset(interval.offset(first, count), -1);
  return { start: dayIso(first), end: dayIso(last), text: text(first) };
}

/** How long a period is on average, in days. */
export function periodDays(unit: Unit): number {
  return units[unit].days;
}

/** `+1 quarter`, `−2 months`, `+7 d` */
export function periodsText(number: string, steps: number, unit: Unit): string {
  const { name } = units[unit];
  return `${number} ${name}${name === 'd' || Math.abs(steps) === 1 ? '' : 's'}`;
}
