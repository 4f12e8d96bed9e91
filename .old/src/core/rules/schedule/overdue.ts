import { Temporal } from 'temporal-polyfill';
import { childItems } from '../../analysis/lineage';
import type { AnyEntity, Field } from '../../plan/entity';
import type { Item, Milestone, ReadinessCheck, Release } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import type { Place } from '../../text/sourceText';
import { states } from '../links/written';
import { isClosed, isOver } from './workState';

/** Whether the dates of a project hold no longer: it is closed, or its manager has paused it. */
export function isAtRest(file: PlanFile): boolean {
  return isClosed(file) || (file.kind === 'project' && file.root?.fields.health?.value === 'paused');
}

/** A day that was promised and is past, while what it was promised for is open. */
export interface PastPromise {
  readonly day: Temporal.PlainDate;
  readonly at: Place;
  readonly property: 'deadline' | 'end' | 'date' | 'due';
}

/**
 * The promise of an item without children, or of a milestone, that has been broken by today: the deadline before the
 * end, for it binds more. An end before the start is no promise.
 */
export function pastPromise(work: Item | Milestone, today: Temporal.PlainDate): PastPromise | undefined {
  if (work.kind === 'milestone') return work.fields.reached ? undefined : past(work.fields.date, 'date', today);
  const { deadline, start, end, progress } = work.fields;
  const isInverted = start && end && Temporal.PlainDate.compare(end.value, start.value) < 0;
  const promise = past(deadline, 'deadline', today) ?? (isInverted ? undefined : past(end, 'end', today));
  const isOpen = promise && progress?.value !== 100 && childItems(work).length === 0 && !isOver(work);
  return isOpen ? promise : undefined;
}

/** The date of a release that is past, while it is neither out nor cancelled. */
export function pastRelease({ fields }: Release, today: Temporal.PlainDate): PastPromise | undefined {
  const { status, date } = fields;
  if (status?.value === 'released' || status?.value === 'cancelled') return undefined;
  return date && past({ at: date.at, value: date.value.last }, 'date', today);
}

/** The due of a readiness check that is past, while the check is open. */
export function pastCheck({ fields }: ReadinessCheck, today: Temporal.PlainDate): PastPromise | undefined {
  const { due, done } = fields;
  return due && done?.value !== true ? past({ at: due.at, value: due.value.last }, 'due', today) : undefined;
}

function past(
  promise: Pick<Field<Temporal.PlainDate>, 'value' | 'at'> | undefined,
  property: PastPromise['property'],
  today: Temporal.PlainDate,
): PastPromise | undefined {
  if (!promise || Temporal.PlainDate.compare(promise.value, today) >= 0) return undefined;
  return { day: promise.value, at: promise.at, property };
}

/** The properties by which something says that it is open no longer. */
const closing: Readonly<Record<string, readonly string[]>> = {
  item: ['status', 'finished'],
  milestone: ['reached'],
  release: ['status'],
  goal: ['status'],
  'readiness-check': ['done'],
};

/** Whether something may well be over and says so in a way that cannot be read: that has a finding of its own. */
export function mayBeOver(file: PlanFile, entity: AnyEntity): boolean {
  return (closing[entity.kind] ?? []).some(
    (property) => !(property in entity.fields) && states(file, entity.path, entity.kind, property),
  );
}
