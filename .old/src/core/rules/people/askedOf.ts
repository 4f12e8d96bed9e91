import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Booking } from '../../analysis/schedule/scheduledWork';
import type { TimeAway } from '../../analysis/capacity/timeAway';
import type { Item } from '../../plan/generated/entities';
import { isAtRest } from '../schedule/overdue';

/** Of work of which more than this share lies in somebody's days off, these are the mistake, and not its amount. */
const mostlyAway = 0.5;

/**
 * Tells which bookings say how much of somebody's time they ask for. Not those of a project that is closed or paused.
 * Nor those of an owner alone: who answers for work of which nothing says how much it is need not do all of it. Nor
 * those of work in progress that does not say how far it is: all of it would be left. Nor those of work that states
 * nothing but its end: it can be done at any time before. Nor those of somebody who is away for most of the work: what is
 * left of the days would have to hold all of it.
 */
export function asksFor({ capacity }: PlanAnalysis): (booking: Booking) => boolean {
  const away = new Map<Item, Set<string>>();
  for (const { item, person } of capacity.timeAway.filter(({ share }) => share > mostlyAway))
    away.set(item, (away.get(item) ?? new Set()).add(person));
  return (booking) =>
    !isAtRest(booking.file) && saysHowMuch(booking) && away.get(booking.item)?.has(booking.person) !== true;
}

/** Whether somebody is away for more of their work than the share, and it is not too late to see to it. */
export function isAwayFor({ file, share, spans }: TimeAway, limit: number, today: number): boolean {
  return !isAtRest(file) && share > limit && spans.some(({ last }) => last >= today);
}

function saysHowMuch(booking: Booking): boolean {
  const { assignees, estimate, size, progress, status, start, started } = booking.item.fields;
  const isBegun = started !== undefined || status?.value === 'in-progress';
  if (!isBegun && !start) return false;
  if (estimate ?? size) return !isBegun || progress !== undefined;
  return assignees?.value.some(({ key }) => key.value.id === booking.person) === true || hasAllocation(booking);
}

function hasAllocation({ file, person }: Booking): boolean {
  const windows = file.root?.fields.team?.value.filter(({ key }) => key.value.id === person) ?? [];
  return windows.some(({ value = [] }) => value.some((window) => window.fields.allocation));
}
