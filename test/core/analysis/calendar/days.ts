import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import {
  epochDay,
  instantsPerDay,
  WorkingCalendar,
  type CalendarParts,
  type Instant,
} from '../../../../src/core/analysis/calendar';
import { parseDuration, type Duration } from '../../../../src/core/plan/scalars/duration';

export function date(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

export function day(text: string): number {
  return epochDay(date(text));
}

/** Days off from one date to another, both included. */
export function span(first: string, last = first): { first: number; last: number } {
  return { first: day(first), last: day(last) };
}

/** An instant: a date, and of 1440 how much of its work lies behind. */
export function at(text: string, share = 0): Instant {
  return day(text) * instantsPerDay + share;
}

export function duration(text: string): Duration {
  const result = parseDuration(text);
  assert.ok(result.ok, text);
  return result.value;
}

/** Monday to Friday, 8 hours, but for what a test says otherwise. */
export function calendar(parts: Partial<CalendarParts> = {}): WorkingCalendar {
  return new WorkingCalendar({ weekdays: [1, 2, 3, 4, 5], hoursPerDay: 8, ...parts });
}
