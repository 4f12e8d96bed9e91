import { Temporal } from 'temporal-polyfill';
import { childItems } from '../../analysis/lineage';
import { isDropped, leafStatus } from '../../analysis/openWork';
import { feasibleDays, type ShownDates } from '../../analysis/schedule/shownDates';
import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { entityAt, isWrittenOnce } from './entitiesAt';
import type { RefactoringPlace } from './refactoring';

/** An item without children that has not begun, with the days on which it takes place from today on. */
export interface PlannedItem {
  readonly file: ProjectFile;
  readonly item: Item;
  readonly days: ShownDates;
}

/**
 * The planned item at a place; undefined where its dates are unknown or behind, it takes no time, or it is not all
 * written there.
 */
export function plannedItemAt(place: RefactoringPlace): PlannedItem | undefined {
  const { file, state } = place;
  const item = file.kind === 'project' ? entityAt(place, ['item']) : undefined;
  if (file.kind !== 'project' || !item || !isPlanned(item) || !isWrittenOnce(file, item.path)) return undefined;
  const scheduled = state.analysis.schedule.of(item);
  // What takes no time is between two days: no date says which of them is meant.
  const days = scheduled?.point === undefined ? scheduled && feasibleDays(scheduled) : undefined;
  return days && Temporal.PlainDate.compare(days.first, state.today) >= 0 ? { file, item, days } : undefined;
}

function isPlanned(item: Item): boolean {
  const { started, progress } = item.fields;
  const status = leafStatus(item);
  const isOpen = status === 'todo' || status === 'blocked';
  return isOpen && childItems(item).length === 0 && !started && (progress?.value ?? 0) === 0 && !isDropped(item);
}
