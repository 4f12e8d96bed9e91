import { type CountableTimeInterval, utcDay, utcMonday, utcMonth, utcYear } from 'd3-time';
import { utcFormat } from 'd3-time-format';
import type { DateRange, IsoDate } from '../core/views/model';
import type { Zoom } from '../core/views/viewSettings';
import { dayText, startOfDay } from './dateText';

/**
 * The scale of a time chart and the labels of its two rows: a calendar date to pixels from the chart's left edge. Of a
 * chart that is wider than there is room for, it is the part that is in view.
 */
export interface TimeAxis {
  /** Of the part in view, in pixels. */
  readonly width: number;
  /** What the left edge shows: the start of a day, unless the chart is scrolled. */
  readonly start: Date;
  /** What the right edge shows: the first midnight that the chart does not, unless it is scrolled. */
  readonly end: Date;
  /** Of the whole chart, in pixels; the same as `width` where all of it is in view. */
  readonly wholeWidth: number;
  /** How many pixels of the whole stand left of the view. */
  readonly left: number;
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
  /** A number for each of them: 1 more for the next. */
  readonly numberOf: (date: Date) => number;
  readonly days: number;
  readonly format: (date: Date) => string;
  /** Room that a label needs, in pixels. */
  readonly labelWidth: number;
  /** Ticks nearer to each other than this are replaced by the next coarser unit. */
  readonly minWidth: number;
}

const quarterNumber = (date: Date): string => `Q${String(Math.floor(date.getUTCMonth() / 3) + 1)}`;
const dayNumber = (date: Date): number => Math.floor(date.getTime() / msPerDay);
const monthNumber = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();

const days: Unit = {
  interval: utcDay,
  numberOf: dayNumber,
  days: 1,
  format: utcFormat('%-d'),
  labelWidth: 18,
  minWidth: 18,
};
const weeks: Unit = {
  interval: utcMonday,
  // The first Monday of the count is 5 January 1970.
  numberOf: (date) => Math.floor((dayNumber(date) - 4) / 7),
  days: 7,
  format: utcFormat('%-d'),
  labelWidth: 24,
  minWidth: 12,
};
const months: Unit = {
  interval: utcMonth,
  numberOf: monthNumber,
  days: 30.4,
  format: utcFormat('%b'),
  labelWidth: 30,
  // A quarter of such months has room for its year.
  minWidth: 20,
};
const quarters: Unit = {
  interval: quarter,
  numberOf: (date) => Math.floor(monthNumber(date) / 3),
  days: 91.3,
  format: quarterNumber,
  labelWidth: 26,
  minWidth: 13,
};
const years: Unit = {
  interval: utcYear,
  numberOf: (date) => date.getUTCFullYear(),
  days: 365.25,
  format: utcFormat('%Y'),
  labelWidth: 34,
  minWidth: 0,
};

/** From fine to coarse: the lower row's unit, and the upper row's above it. */
const levels: readonly { readonly lower: Unit; readonly upper: Unit }[] = [
  { lower: days, upper: months },
  { lower: weeks, upper: months },
  { lower: months, upper: quarters },
  { lower: quarters, upper: years },
  { lower: years, upper: years },
];

/** What of a chart the reader wants to see. */
export interface AxisView {
  /** Absent: all of it. */
  readonly zoom?: Zoom | undefined;
  /** The instant in the middle of the view; absent: today, or where the plan begins. */
  readonly middle?: Date | undefined;
}

/** How wide a day is. A week, month, quarter or year is some 120 pixels wide when it is what is zoomed to. */
const zoomedDay: Readonly<Record<Zoom, number>> = { week: 18, month: 4, quarter: 1.35, year: 0.34 };

/** What is left free behind the last day of a zoomed chart, for the label of its bar, in pixels. */
const endRoom = 180;

/**
 * The axis of a chart of `width` pixels that holds `window`, and today where it is near. It begins and ends with whole
 * units of the lower row and keeps some room at its end, where the labels of the last bars stand. Zoomed, it is the part
 * of a wider chart around the middle. Undefined where the window names no days.
 */
export function timeAxis(
  window: DateRange | undefined,
  today: IsoDate,
  width: number,
  { zoom, middle }: AxisView = {},
): TimeAxis | undefined {
  const range = window && daysToShow(window, today);
  if (!range) return undefined;
  const length = daysBetween(range.start, range.end);
  const paddedLength =
    zoom === undefined
      ? Math.max(length * 1.12, 14)
      : Math.max(length + endRoom / zoomedDay[zoom], width / zoomedDay[zoom]);
  const dayWidth = zoom === undefined ? width / paddedLength : zoomedDay[zoom];
  const level = levels.find(({ lower }) => dayWidth * lower.days >= lower.minWidth);
  const { lower, upper } = level ?? { lower: years, upper: years };
  const start = lower.interval.floor(range.start);
  const end = lower.interval.ceil(utcDay.offset(range.start, Math.ceil(paddedLength)));
  const whole = { start, end, pixelsPerDay: zoom === undefined ? width / daysBetween(start, end) : dayWidth };
  const part = zoom === undefined ? { ...whole, wholeWidth: width, left: 0 } : partInView(whole, width, today, middle);
  const todayMark = markOfToday(part, today);
  return {
    ...part,
    width,
    upper: upperTicks(part, upper),
    lower: upper === lower ? [] : lowerTicks(part, lower, start, todayMark),
    today: todayMark,
  };
}

/** The part of a chart that `width` pixels show around the middle; at an end of the chart, the part at that end. */
function partInView(
  whole: Scale,
  width: number,
  today: IsoDate,
  middle: Date | undefined,
): Scale & Pick<TimeAxis, 'wholeWidth' | 'left'> {
  const { start, end, pixelsPerDay } = whole;
  const wholeWidth = Math.ceil(daysBetween(start, end) * pixelsPerDay);
  const now = startOfDay(today);
  const wanted = middle ?? (now && now >= start && now < end ? now : start);
  const left = Math.round(Math.max(0, Math.min(xOf(whole, wanted) - width / 2, wholeWidth - width)));
  return {
    start: dayAt(whole, left),
    end: dayAt(whole, left + width),
    pixelsPerDay,
    wholeWidth,
    left,
  };
}

/** The instant at a place of a chart, in pixels from its left edge. */
export function dayAt({ start, pixelsPerDay }: Pick<TimeAxis, 'start' | 'pixelsPerDay'>, x: number): Date {
  return new Date(start.getTime() + (x / pixelsPerDay) * msPerDay);
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

/** Of so many years one is marked, where there is no room for more. */
const yearSteps = [2, 5, 10, 20, 50, 100, 200, 500];

/** Where the units of the upper row start: of years without room for their labels, only round ones. */
function upperStarts(scale: Scale, unit: Unit): readonly Date[] {
  const { interval, days: length } = unit;
  const hasRoom = (count: number): boolean => count * length * scale.pixelsPerDay >= 4 * upperCharacter + upperGap;
  if (unit !== years || hasRoom(1)) return interval.range(interval.floor(scale.start), scale.end);
  return utcYear.every(yearSteps.find(hasRoom) ?? 1000)?.range(scale.start, scale.end) ?? [];
}

function upperTicks(scale: Scale, unit: Unit): Tick[] {
  const starts = upperStarts(scale, unit);
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

/** @param first the start of the whole chart, from which labels are left out in turn */
function lowerTicks(scale: Scale, unit: Unit, first: Date, today: TodayMark | undefined): Tick[] {
  const step = Math.max(1, Math.ceil(unit.labelWidth / (scale.pixelsPerDay * unit.days)));
  return unit.interval
    .range(scale.start, scale.end)
    .filter((start) => (unit.numberOf(start) - unit.numberOf(first)) % step === 0)
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
      .range(utcDay.floor(axis.start), axis.end)
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
  const start = first < axis.start ? utcDay.floor(axis.start) : first;
  const end = last >= axis.end ? axis.end : utcDay.offset(last, 1);
  return start < end ? utcDay.range(start, end) : [];
}

/** 1 (Monday) to 7 (Sunday). */
function isoWeekday(day: Date): number {
  return day.getUTCDay() || 7;
}
