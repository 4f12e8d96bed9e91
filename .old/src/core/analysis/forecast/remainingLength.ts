import type { Item } from '../../plan/generated/entities';
import type { WorkingCalendar } from '../calendar';
import { statedEffort } from '../effort';
import { childItems, topItems } from '../lineage';
import { isDropped, isOpenItem } from '../openWork';
import type { LeafTiming } from '../schedule/leafTiming';
import type { Frame, ProjectFrame } from '../schedule/projectFrame';
import type { ThreePoints } from './distribution';
import type { UncertainLength } from './forecastProblem';
import { spreadLength, spreadOf, type DoneEffort, type Spread } from './record';

/**
 * How the lengths of what is left to do vary. By three points where an item has them; else an effort by the record of its
 * project, where that has one, and by the default spread where it has none.
 *
 * A `duration`, elapsed time too, varies by the default spread, and so does what has stated dates alone. Both are
 * promises, and promises slip: a plan of nothing else would be forecast to the day. The record says nothing of them, as
 * it is about effort.
 */
export class RemainingLengths {
  readonly #spreads = new Map<Frame, Spread>();
  readonly #default = spreadOf([]);

  /**
   * @param expected the working time that what is left takes as planned, in instants
   * @returns undefined for what takes no time
   */
  of(item: Item, frame: ProjectFrame, timing: LeafTiming, expected: number): UncertainLength | undefined {
    if (!(expected > 0)) return undefined;
    if (timing.isFixedLength || timing.effort === undefined) return spreadLength(expected, this.#default);
    const points = pointsOf(item, frame.calendar);
    const mean = statedEffort(item, frame.sizes, frame.calendar) ?? 0;
    if (!points || !(mean > 0)) return spreadLength(expected, this.#spread(frame));
    const { optimistic, likely, pessimistic } = points;
    const scale = expected / mean;
    return {
      kind: 'three-point',
      optimistic: optimistic * scale,
      likely: likely * scale,
      pessimistic: pessimistic * scale,
    };
  }

  #spread(frame: ProjectFrame): Spread {
    const known = this.#spreads.get(frame);
    if (known) return known;
    const spread = spreadOf(topItems(frame.file).flatMap((item) => doneEfforts(item, frame)));
    this.#spreads.set(frame, spread);
    return spread;
  }
}

/** The three points of an estimate in person-minutes; undefined where it has not all of them. */
function pointsOf({ fields: { estimate } }: Item, calendar: WorkingCalendar): ThreePoints | undefined {
  if (!estimate || !('kind' in estimate.value)) return undefined;
  const { optimistic, likely, pessimistic } = estimate.value.fields;
  if (!optimistic || !likely || !pessimistic) return undefined;
  return {
    optimistic: calendar.minutes(optimistic.value),
    likely: calendar.minutes(likely.value),
    pessimistic: calendar.minutes(pessimistic.value),
  };
}

/** The done work of an item that says what it was to take and what it took: its own, where nothing under it does. */
function doneEfforts(item: Item, { calendar, sizes }: ProjectFrame): readonly DoneEffort[] {
  const found: DoneEffort[] = [];
  const read = (each: Item): void => {
    const before = found.length;
    for (const child of childItems(each)) read(child);
    const estimated = statedEffort(each, sizes, calendar);
    const spent = each.fields.spent?.value;
    if (found.length > before || !isDone(each) || estimated === undefined || !spent) return;
    found.push({ estimated, spent: calendar.minutes(spent) });
  };
  read(item);
  return found;
}

function isDone(item: Item): boolean {
  return !isDropped(item) && (!isOpenItem(item) || item.fields.finished !== undefined);
}
