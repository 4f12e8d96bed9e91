import { Temporal } from 'temporal-polyfill';
import { childItems, parentItem } from '../../analysis/lineage';
import { isDropped } from '../../analysis/openWork';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { feasibleFinish } from '../../analysis/schedule/shownDates';
import type { Item } from '../../plan/generated/entities';
import type { Plan, Work } from '../../plan/plan';
import type { ProjectFile } from '../../plan/planFile';
import type { Place } from '../../text/sourceText';
import { isOver, isWithin } from './workState';

/** Work that has to be finished before other work may begin. */
export interface Predecessor {
  readonly work: Work;
  /** Where the plan says so: the dependency, or the key that has the children follow one another. */
  readonly at: Place;
  /** The item above that waits for it, where it is not the work itself. */
  readonly through?: Item;
}

/**
 * What an item waits for finish-to-start, by itself and by the items above it, and what comes before them in a
 * sequence. Left out are links with a lead, which plan an overlap; dropped work, which holds nobody up; broken references;
 * and the item's own parents and children, whose ring is another mistake.
 */
export function predecessorsOf(plan: Plan, file: ProjectFile, item: Item): readonly Predecessor[] {
  const found: Predecessor[] = [];
  for (let at: Item | undefined = item; at; at = parentItem(at)) {
    const through = at === item ? {} : { through: at };
    for (const one of [...dependenciesOf(plan, file, at), ...elderSibling(at)]) {
      const { work } = one;
      const isKin = work === item || isWithin(item, work) || isWithin(work, at);
      if (!isKin && !(work.kind === 'item' && isDropped(work))) found.push({ ...one, ...through });
    }
  }
  return found;
}

function dependenciesOf(plan: Plan, file: ProjectFile, { fields }: Item): readonly Predecessor[] {
  return (fields.depends_on?.value ?? []).flatMap(({ value: { type, lag, target }, at }) => {
    if (type !== 'FS' || lag?.negative === true) return [];
    const resolution = plan.resolve(target, file);
    // A reference to work leads to an item or a milestone.
    return resolution.status === 'found' ? [{ work: resolution.entity as Work, at }] : [];
  });
}

/** The item before this one, where their parent has its children follow one another. */
function elderSibling(item: Item): readonly Predecessor[] {
  const parent = parentItem(item);
  const sequential = parent?.fields.sequential;
  if (!parent || sequential?.value !== true) return [];
  const siblings = childItems(parent).filter((child) => child === item || !isDropped(child));
  const before = siblings[siblings.indexOf(item) - 1];
  return before ? [{ work: before, at: sequential.key }] : [];
}

/** Whether a predecessor is still to come: an item of which anything is open, a milestone that lies ahead. */
export function isAhead(work: Work, { schedule, today }: PlanAnalysis): boolean {
  if (work.kind === 'item') return !isOver(work);
  if (work.fields.reached) return false;
  // One whose day has passed and that only lacks the word that it was reached is not what the work was too early for.
  const scheduled = schedule.of(work);
  const day = scheduled && feasibleFinish(scheduled);
  return day !== undefined && Temporal.PlainDate.compare(day, today) > 0;
}
