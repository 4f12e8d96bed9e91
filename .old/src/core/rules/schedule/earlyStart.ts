import { Temporal } from 'temporal-polyfill';
import { startDate, startOf, type Instant } from '../../analysis/calendar';
import { childItems } from '../../analysis/lineage';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Driver } from '../../analysis/schedule/scheduledWork';
import type { Field } from '../../plan/entity';
import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { mayBeOver } from './overdue';
import { isOver } from './workState';

/** A stated start that is earlier than what the work waits for allows. */
export interface EarlyStart {
  readonly item: Item;
  readonly start: Field<Temporal.PlainDate>;
  /** The first working day that the dependency allows. */
  readonly allowed: Temporal.PlainDate;
  /** The dependency or sequence that allows no earlier start. */
  readonly driver: Driver;
}

/**
 * Whether an item that has not begun states a start earlier than its dependencies let it begin, by their types and lags.
 * A start on the very day on which they are done counts as possible. What a child has from a parent is said of the
 * parent, where that states too early a start itself.
 *
 * @returns undefined where its start is possible, or nobody knows
 */
export function earlyStart(analysis: PlanAnalysis, file: ProjectFile, item: Item): EarlyStart | undefined {
  const { start, end } = item.fields;
  if (!start || !isYetToBegin(item) || mayBeOver(file, item)) return undefined;
  if (end && Temporal.PlainDate.compare(end.value, start.value) < 0) return undefined;
  const held = analysis.schedule.allowedStart(item);
  if (!held || held.instant <= (startOf(start.value) ?? Infinity)) return undefined;
  const { driver } = held;
  if (driver.kind !== 'dependency' && driver.kind !== 'sequence') return undefined;
  const day = startDate(held.instant);
  if (!day || Temporal.PlainDate.compare(start.value, day) >= 0) return undefined;
  if (driver.through && earlyStart(analysis, file, driver.through)) return undefined;
  const allowed = firstWorkingDay(analysis, item, held.instant);
  return allowed && { item, start, allowed, driver };
}

function firstWorkingDay({ schedule }: PlanAnalysis, item: Item, instant: Instant): Temporal.PlainDate | undefined {
  const working = schedule.of(item)?.calendar.nextWorkingStart(instant);
  return working === undefined ? undefined : startDate(working);
}

/** Whether nothing of an item has begun, is done or was dropped. */
function isYetToBegin(item: Item): boolean {
  if (isOver(item)) return false;
  const { status, started, finished, progress } = item.fields;
  if (started || finished || (progress?.value ?? 0) > 0) return false;
  if (status && status.value !== 'todo' && status.value !== 'blocked') return false;
  return childItems(item).every((child) => child.fields.status?.value === 'dropped' || isYetToBegin(child));
}
