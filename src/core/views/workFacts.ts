import { childItems, goalLine, parentItem } from '../analysis/lineage';
import { isOpenItem } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { feasibleDays } from '../analysis/schedule/shownDates';
import { itemDates, type StatedDates } from '../analysis/statedDates';
import { unlinkedWork } from '../analysis/unlinked';
import type { Goal, Item } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { titleOf } from './naming';
import { latenessText, stateOf } from './projectState';
import type { State } from './model';

/** What several views say of the items of one project. */
export class WorkFacts {
  readonly #isUnlinkedProject: boolean;
  readonly #unlinked: ReadonlySet<Item>;

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: ProjectFile,
  ) {
    const work = unlinkedWork(analysis.plan, file);
    this.#isUnlinkedProject = work.kind === 'project';
    this.#unlinked = new Set(work.kind === 'items' ? work.items : []);
  }

  state(item: Item): State {
    return stateOf(this.analysis.progress(this.file).of(item)?.status ?? 'todo');
  }

  /** The days by the schedule, as far as they are known, else as they are written. */
  dates(item: Item): StatedDates {
    const scheduled = this.analysis.schedule.of(item);
    return (scheduled && feasibleDays(scheduled)) ?? itemDates(item);
  }

  /** Open, and without any float left. */
  isCritical(item: Item): boolean {
    return isOpenItem(item) && this.analysis.schedule.of(item)?.critical === true;
  }

  /** Whether no goal asks for it. */
  isUnlinked(item: Item): boolean {
    if (this.#isUnlinkedProject || this.#unlinked.has(item)) return true;
    const parent = parentItem(item);
    return parent !== undefined && this.isUnlinked(parent);
  }

  /**
   * How late open work is for its deadline, else for the end that it states: `2 d late`, `3 d overdue`; in working days.
   * Undefined for what is neither, and for what is done or dropped.
   */
  lateness(item: Item): string | undefined {
    if (!isOpenItem(item)) return undefined;
    const { calendar } = this.analysis.progress(this.file);
    const promised = (item.fields.deadline ?? item.fields.end)?.value;
    const { last } = this.dates(item);
    if (!promised) return undefined;
    const next = promised.add({ days: 1 });
    return latenessText({
      daysLate: last ? calendar.workdays(next, last) : 0,
      daysOverdue: calendar.workdays(next, this.analysis.today),
    });
  }

  /** The goals that it serves, by whatever way. */
  goals(item: Item): readonly Goal[] {
    return goalLine(this.analysis.plan, this.file, item)?.goals ?? [];
  }

  /** The ids of those who do it, else of its owner, each once. */
  people({ fields: { owner, assignees } }: Item): readonly string[] {
    const ids = (assignees?.value ?? []).map(({ key }) => key.value.id);
    return ids.length > 0 ? [...new Set(ids)] : owner ? [owner.value.id] : [];
  }
}

/** The titles of the items that hold an item, from the top: `Ordering › Order in one tap`; undefined at the top. */
export function heldBy(item: Item): string | undefined {
  const titles: string[] = [];
  for (let parent = parentItem(item); parent; parent = parentItem(parent)) titles.unshift(titleOf(parent));
  return titles.length === 0 ? undefined : titles.join(' › ');
}

/** The items without children, in the order of the file. */
export function leavesOf(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => {
    const children = childItems(item);
    return children.length === 0 ? [item] : leavesOf(children);
  });
}
