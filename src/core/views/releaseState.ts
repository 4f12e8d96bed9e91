import { Temporal } from 'temporal-polyfill';
import { calendarOf } from '../analysis/calendar';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { lastDay } from '../analysis/rollUp/delays';
import { workdaysLate } from '../analysis/rollUp/lateness';
import type { Release } from '../plan/generated/entities';
import type { RoadmapFile } from '../plan/planFile';
import type { State } from './model';
import { stateOf } from './projectState';

/** The releases of a roadmap that have a date, with its last day, by that. */
export function datedReleases({
  root,
}: RoadmapFile): readonly { readonly release: Release; readonly day: Temporal.PlainDate }[] {
  return (root?.fields.releases?.value ?? [])
    .flatMap((release) => (release.fields.date ? [{ release, day: release.fields.date.value.last }] : []))
    .sort((one, other) => Temporal.PlainDate.compare(one.day, other.day));
}

/** Whether a release is neither out nor cancelled. */
export function isComing({ fields: { status } }: Release): boolean {
  return status?.value !== 'released' && status?.value !== 'cancelled';
}

/** How a release stands: out or cancelled, else by its date, its work and its checks, else as its status says. */
export function releaseState({ rollUps }: PlanAnalysis, release: Release): State {
  const status = release.fields.status?.value;
  if (status === 'released') return { kind: 'done', text: 'Released' };
  if (status === 'cancelled') return { kind: 'dropped', text: 'Cancelled' };
  const { computed } = rollUps.release(release).health;
  if (computed) return stateOf(computed);
  return status === 'in-progress' ? stateOf('in-progress') : { kind: 'todo', text: 'Planned' };
}

/** `6 d late` by its work, `3 d overdue` since its date; working days. Undefined for a release that is neither. */
export function releaseLateness(
  { plan, publicHolidays, rollUps, today }: PlanAnalysis,
  release: Release,
): string | undefined {
  const date = release.fields.date?.value.last;
  if (!date || !isComing(release)) return undefined;
  const calendar = calendarOf(plan, undefined, publicHolidays);
  const overdue = calendar.workdays(date.add({ days: 1 }), today);
  if (overdue > 0) return `${String(overdue)} d overdue`;
  const days = workdaysLate(calendar, date, lastDay(rollUps.release(release)), today) ?? 0;
  return days > 0 ? `${String(days)} d late` : undefined;
}
