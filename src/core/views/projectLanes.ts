import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Item } from '../plan/generated/entities';
import type { Choice, EntryPath } from './model';
import { entryOf, titleOf } from './naming';
import type { WorkFacts } from './workFacts';

/** A lane before its items are put into columns. */
export interface LaneOfItems {
  /** Unique among the lanes. */
  readonly id: string;
  readonly title: string;
  /** The person or goal that it stands for, where that is written somewhere. */
  readonly entry?: EntryPath | undefined;
  readonly items: readonly Item[];
}

type LaneKind = 'person' | 'goal';

const titles: Readonly<Record<LaneKind | 'none', string>> = { none: 'None', person: 'Person', goal: 'Goal' };
const titlesOfNone: Readonly<Record<LaneKind, string>> = { person: 'Nobody', goal: 'No goal' };

/** What lanes the items of a project can be put into; undefined where nothing tells them apart. */
export function itemLaneChoices(facts: WorkFacts, items: readonly Item[]): readonly Choice[] | undefined {
  const kinds = (['person', 'goal'] as const).filter((kind) => items.some((item) => lanesOf(facts, item, kind).length));
  if (kinds.length === 0) return undefined;
  return (['none', ...kinds] as const).map((value) => ({ value, title: titles[value] }));
}

/**
 * Items in the lanes of a kind, in the order in which they name them; those of nobody, or of no goal, are last. An item
 * of several people stands in the lane of each.
 *
 * @param groupBy a reader's setting; undefined is given back where it asks for no lanes of items
 */
export function itemLanes(
  analysis: PlanAnalysis,
  facts: WorkFacts,
  items: readonly Item[],
  groupBy: string | undefined,
): readonly LaneOfItems[] | undefined {
  if (groupBy !== 'person' && groupBy !== 'goal') return undefined;
  const lanes = new Map<string, LaneOfItems & { readonly items: Item[] }>();
  for (const item of items) {
    const own = lanesOf(facts, item, groupBy);
    for (const id of own.length > 0 ? own : ['']) {
      const lane = lanes.get(id) ?? { id, ...laneOf(analysis, facts, item, groupBy, id), items: [] };
      lanes.set(id, lane);
      lane.items.push(item);
    }
  }
  return [...lanes.values()].sort((one, other) => Number(one.id === '') - Number(other.id === ''));
}

function lanesOf(facts: WorkFacts, item: Item, kind: LaneKind): readonly string[] {
  return kind === 'person' ? facts.people(item) : [...new Set(facts.goals(item).map(({ id }) => id))];
}

function laneOf(
  { plan }: PlanAnalysis,
  facts: WorkFacts,
  item: Item,
  kind: LaneKind,
  id: string,
): Pick<LaneOfItems, 'title' | 'entry'> {
  if (id === '') return { title: titlesOfNone[kind] };
  if (kind === 'person') {
    const [definition] = plan.people.definitions(id);
    return { title: plan.people.name(id), entry: definition && entryOf(definition) };
  }
  const goal = facts.goals(item).find((each) => each.id === id);
  return goal ? { title: titleOf(goal), entry: entryOf(goal) } : { title: id };
}
