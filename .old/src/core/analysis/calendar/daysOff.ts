import type { EpochDay } from './instant';
import type { Workweek } from './workweek';

/** Days in a row by their numbers, both included. */
export interface DaySpan {
  readonly first: EpochDay;
  readonly last: EpochDay;
}

interface CountedSpan extends DaySpan {
  /** How many worked weekdays all spans before this one take away. */
  readonly before: number;
  /** The same with this one. */
  readonly through: number;
}

/**
 * The days that are left of a working week once holidays are taken away, counted: a table of the holidays with their
 * sums, which a binary search reads in either direction.
 */
export class CountedDays {
  readonly #spans: readonly CountedSpan[];

  /** @param spans in order, without overlaps, as {@link mergedSpans} gives them */
  constructor(
    private readonly week: Workweek,
    readonly spans: readonly DaySpan[],
  ) {
    let sum = 0;
    this.#spans = spans.map(({ first, last }) => {
      const before = sum;
      sum += week.before(last + 1) - week.before(first);
      return { first, last, before, through: sum };
    });
  }

  /** How many days are worked before a day; negative far back: only differences mean anything. */
  before(day: EpochDay): number {
    const at = lastWhere(this.#spans, ({ first }) => first < day);
    if (!at) return this.week.before(day);
    const off = at.last < day ? at.through : at.before + this.week.before(day) - this.week.before(at.first);
    return this.week.before(day) - off;
  }

  /** The worked day before which `count` others lie: the inverse of {@link before}. NaN where nobody ever works. */
  nth(count: number): EpochDay {
    const at = lastWhere(this.#spans, ({ first, before }) => this.week.before(first) - before <= count);
    return this.week.nth(count + (at?.through ?? 0));
  }

  /** The spans that share a day with one from `first` to `last`. */
  within(first: EpochDay, last: EpochDay): readonly DaySpan[] {
    const from = countWhere(this.spans, (span) => span.last < first);
    const to = countWhere(this.spans, (span) => span.first <= last);
    return this.spans.slice(from, to);
  }
}

/** The spans in order, those that overlap or touch as one; those that end before they start are left out. */
export function mergedSpans(spans: Iterable<DaySpan>): readonly DaySpan[] {
  const sorted = [...spans].filter(({ first, last }) => first <= last).sort((one, other) => one.first - other.first);
  const result: DaySpan[] = [];
  for (const { first, last } of sorted) {
    const before = result.at(-1);
    if (!before || first > before.last + 1) result.push({ first, last });
    else if (last > before.last) result[result.length - 1] = { first: before.first, last };
  }
  return result;
}

/** Of a list whose first entries hold a condition and whose others do not: how many do. */
function countWhere<T>(list: readonly T[], holds: (entry: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && holds(entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of the same the last that does. */
function lastWhere<T>(list: readonly T[], holds: (entry: T) => boolean): T | undefined {
  return list[countWhere(list, holds) - 1];
}
