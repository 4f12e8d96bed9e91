import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../core/plan/scalars';

/** `As of 22 November 2026`; plans that are looked at together may have several such days. */
export function asOfText(days: readonly Temporal.PlainDate[]): string {
  return `As of ${days.map(formatDate).join(' and ')}`;
}
