import { type CountableTimeInterval, utcDay, utcMonday, utcMonth, utcYear } from 'd3-time';
import { utcFormat } from 'd3-time-format';
import type { DateRange, IsoDate } from '../core/views/model';
import { dayText, startOfDay } from './dateText';

/** The scale of a time chart and the labels of its two rows: a calendar date to pixels from the chart's left edge. */
export interface TimeAxis {
  readonly width: number;
  readonly start: Date;
  /** The first midnight that the chart does not show. */
  readonly end: Date;
  readonly pixelsPerDay: number;
  /** Bold labels with a line down the whole chart: years, quarters or months. */
  readonly upper: readonly Tick[];
  /** Quiet labels below them. */
  readonly lower: readonly Tick[];
  readonly today: TodayMark | undefined;
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

export interface TodayMark {
  readonly x: number;
  readonly label: string;
  readonly labelWidth: number;
}

const msPerDay = 24 * 60 * 60 * 1000;
const quarter = utcMonth.filter((month) => month.getUTCMonth() % 3 === 0) as CountableTimeInterval;

interface Unit {
  readonly interval: CountableTimeInterval;
  readonly days: number;
  readonly format: (date: Date) => string;
  /** Room that a label needs, in pixels. */
  readonly labelWidth: number;
  /** Ticks nearer to each other than this are replaced by the next coarser unit. */
  readonly minWidth: number;
}

const quarterNumber = (date: Date): string => `Q${String(Math.floor(date.getUTCMonth() / 3) + 1)}`;

const days: Unit = { interval: utcDay, days: 1, format: utcFormat('%-d'), labelWidth: 18, minWidth: 18 };
const weeks: Unit = { interval: utcMonday, days: 7, format: utcFormat('%-d'), labelWidth: 24, minWidth: 12 };
const months: Unit = { interval: utcMonth, days: 30.4, format: utcFormat('%b'), labelWidth: 30, minWidth: 15 };
const quarters: Unit = { interval: quarter, days: 91.3, format: quarterNumber, labelWidth: 26, minWidth: 13 };
const years: Unit = { interval: utcYear, days: 365.25, format: utcFormat('%Y'), labelWidth: 34, minWidth: 0 };

/** From fine to coarse: the lower row's unit, and the upper row's above it. */
const levels: readonly { readonly lower: Unit; readonly upper: Unit }[] = [
  { lower: days, upper: months },
  { lower: weeks, upper: months },
  { lower: months, upper: quarters },
  { lower: quarters, upper: years },
  { lower: years, upper: years },
];

/**
 * The axis of a chart of `width` pixels that holds `window`, and today where it is near. It begins and ends with whole
 * units of the lower row and keeps some room at its end, where the labels of the last bars stand. Undefined where the
 * window names no days.
 */
export function timeAxis(window: DateRange | undefined, today: IsoDate, width: number): TimeAxis | undefined {
  const range = window && daysToShow(window, today);
  if (!range) return undefined;
  const length = daysBetween(range.start, range.end);
  const paddedLength = Math.max(length * 1.12, 14);
  const level = levels.find(({ lower }) => (width / paddedLength) * lower.days >= lower.minWidth);
  const { lower, upper } = level ?? { lower: years, upper: years };
  const start = lower.interval.floor(range.start);
  const end = lower.interval.ceil(utcDay.offset(range.start, Math.ceil(paddedLength)));
  const pixelsPerDay = width / daysBetween(start, end);
  const scale = { start, end, pixelsPerDay };
  const todayMark = markOfToday(scale, today);
  return {
    ...scale,
    width,
    upper: upperTicks(scale, upper),
    lower: upper === lower ? [] : lowerTicks(scale, lower, todayMark),
    today: todayMark,
  };
}

type Scale = Pick<TimeAxis, 'start' | 'end' | 'pixelsPerDay'>;

/** The left edge of a day in pixels; outside of the chart for days that it does not show. */
export function xOf(scale: Scale, day: Date): number {
  return daysBetween(scale.start, day) * scale.pixelsPerDay;
}

/** The right edge of a day. */
export function xAfter(scale: Scale, day: Date): number {
  return xOf(scale, day) + scale.pixelsPerDay;
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / msPerDay;
}

function daysToShow(window: DateRange, today: IsoDate): { readonly start: Date; readonly end: Date } | undefined {
  const first = startOfDay(window.start);
  const last = startOfDay(window.end);
  if (!first || !last || last < first) return undefined;
  const start = first;
  const end = utcDay.offset(last, 1);
  const now = startOfDay(today);
  if (!now) return { start, end };
  // A plan of another year would shrink to a stripe if today had to be on the same chart.
  const near = Math.max(14, daysBetween(start, end) / 3);
  if (now < start && daysBetween(now, start) <= near) return { start: now, end };
  if (now >= end && daysBetween(end, now) <= near) return { start, end: utcDay.offset(now, 1) };
  return { start, end };
}

function markOfToday(scale: Scale, today: IsoDate): TodayMark | undefined {
  const day = startOfDay(today);
  if (!day || day < scale.start || day >= scale.end) return undefined;
  const x = xOf(scale, day) + scale.pixelsPerDay / 2;
  const label = dayText(today);
  return { x, label, labelWidth: label.length * 7 + 6 };
}

/** Width of a character of the upper row's labels, and what stands before and after a label, in pixels. */
const upperCharacter = 7;
const upperGap = 8;

/** The width of a character of the lower row's labels, in pixels. */
const lowerCharacter = 7;

function upperTicks(scale: Scale, unit: Unit): Tick[] {
  const first = unit.interval.floor(scale.start);
  const starts = unit.interval.range(first, scale.end);
  const roomy = scale.pixelsPerDay * unit.days >= 76;
  const ticks: Tick[] = [];
  let yearSaid: string | undefined;
  starts.forEach((start, index) => {
    const x = Math.max(0, xOf(scale, start));
    const room = xOf(scale, starts[index + 1] ?? scale.end) - x;
    const year = String(start.getUTCFullYear());
    const label = upperLabels(unit, start, year === yearSaid ? undefined : year, roomy).find(
      ({ length }) => length * upperCharacter + upperGap <= room,
    );
    if (label?.includes(year)) yearSaid = year;
    // A sliver of a month at the chart's edge keeps its line and gets no label.
    ticks.push({ x, label: label ?? '' });
  });
  return ticks;
}

const longMonth = utcFormat('%B');
const shortMonth = utcFormat('%b');

/** The labels for one tick, the best first; they become shorter. `year` is left out where an earlier label says it. */
function upperLabels(unit: Unit, start: Date, year: string | undefined, roomy: boolean): string[] {
  if (unit === years) return [String(start.getUTCFullYear())];
  if (unit === quarters) return [...(year ? [`${year} ${quarterNumber(start)}`] : []), quarterNumber(start)];
  const names = roomy ? [longMonth(start), shortMonth(start)] : [shortMonth(start)];
  return [...(year ? names.map((name) => `${name} ${year}`) : []), ...names];
}

function lowerTicks(scale: Scale, unit: Unit, today: TodayMark | undefined): Tick[] {
  const step = Math.max(1, Math.ceil(unit.labelWidth / (scale.pixelsPerDay * unit.days)));
  return unit.interval
    .range(scale.start, scale.end)
    .filter((_, index) => index % step === 0)
    .map((start) => ({ x: xOf(scale, start), label: unit.format(start) }))
    .filter(({ x, label }) => xOf(scale, scale.end) - x >= label.length * lowerCharacter + 3)
    .filter(
      ({ x }) =>
        !today || x + unit.labelWidth - 8 < today.x - today.labelWidth / 2 || x > today.x + today.labelWidth / 2,
    );
}

/** The days without work as stripes in pixels; none where a day is too narrow to be told from its neighbours. */
export function offDayStripes(
  axis: TimeAxis,
  daysOff: readonly number[],
  holidays: readonly DateRange[],
): { readonly x: number; readonly width: number }[] {
  if (axis.pixelsPerDay < 1.5) return [];
  const off = new Set(
    utcDay
      .range(axis.start, axis.end)
      .filter((day) => daysOff.includes(isoWeekday(day)))
      .map((day) => day.getTime()),
  );
  for (const { start, end } of holidays) {
    const first = startOfDay(start);
    const last = startOfDay(end);
    if (first && last) for (const day of daysWithin(axis, first, last)) off.add(day.getTime());
  }
  const stripes: { x: number; width: number }[] = [];
  let previous: number | undefined;
  for (const time of [...off].sort((a, b) => a - b)) {
    const stripe = stripes.at(-1);
    if (stripe && previous === time - msPerDay) stripe.width += axis.pixelsPerDay;
    else stripes.push({ x: xOf(axis, new Date(time)), width: axis.pixelsPerDay });
    previous = time;
  }
  return stripes.map(({ x, width }) => ({ x: Math.round(x), width: Math.round(x + width) - Math.round(x) }));
}

function daysWithin(axis: TimeAxis, first: Date, last: Date): Date[] {
  const start = first < axis.start ? axis.start : first;
  const end = last >= axis.end ? axis.end : utcDay.offset(last, 1);
  return start < end ? utcDay.range(start, end) : [];
}

/** 1 (Monday) to 7 (Sunday). */
function isoWeekday(day: Date): number {
  return day.getUTCDay() || 7;
}
