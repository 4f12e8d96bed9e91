import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Goal } from '../plan/generated/entities';
import type { RoadmapFile } from '../plan/planFile';
import type { Choice, EntryPath } from './model';
import { entryOf, textOf, titleOf } from './naming';

/** What the lanes of a board can be made by. */
export type LaneKind = 'none' | 'theme' | 'owner' | 'customer';

/** A lane before its goals are put into columns. */
export interface Lane {
  /** Unique among the lanes. */
  readonly id: string;
  readonly title: string;
  /** What the lane stands for, where it is written somewhere. */
  readonly entry?: EntryPath | undefined;
  readonly goals: readonly Goal[];
}

const titles: Readonly<Record<LaneKind, string>> = {
  none: 'None',
  theme: 'Theme',
  owner: 'Owner',
  customer: 'Customer',
};

/** What lanes the goals of a board can be put into; undefined where nothing tells them apart. */
export function laneChoices(goals: readonly Goal[]): readonly Choice[] | undefined {
  const kinds = (['theme', 'owner', 'customer'] as const).filter((kind) => goals.some((goal) => goal.fields[kind]));
  if (kinds.length === 0) return undefined;
  return (['none', ...kinds] as const).map((value) => ({ value, title: titles[value] }));
}

/**
 * Goals in the lanes of a kind: those of the roadmap in its order, then the others by name, then what has none. A goal
 * for several customers stands in the lane of each.
 *
 * @param groupBy a reader's setting; undefined is given back where it asks for no lanes, or for none that there are
 */
export function goalLanes(
  analysis: PlanAnalysis,
  roadmap: RoadmapFile,
  goals: readonly Goal[],
  groupBy: string | undefined,
): readonly Lane[] | undefined {
  const kind = laneChoices(goals)?.find(({ value }) => value === groupBy)?.value as LaneKind | undefined;
  if (kind === undefined || kind === 'none') return undefined;
  const lanes = new Map<string, { title: string; entry?: EntryPath; goals: Goal[] }>();
  for (const lane of definedLanes(roadmap, kind)) lanes.set(lane.id, { ...lane, goals: [] });
  for (const goal of goals) {
    const ids = lanesOf(goal, kind);
    for (const id of ids.length > 0 ? ids : ['']) {
      const lane = lanes.get(id) ?? { title: laneTitle(analysis, kind, id), goals: [] };
      lanes.set(id, lane);
      lane.goals.push(goal);
    }
  }
  return [...lanes]
    .filter(([, lane]) => lane.goals.length > 0)
    .sort(([one], [other]) => Number(one === '') - Number(other === ''))
    .map(([id, lane]) => ({ id, ...lane }));
}

interface DefinedLane {
  readonly id: string;
  readonly title: string;
  readonly entry: EntryPath;
}

/** The lanes that the roadmap defines, in its order; people come in the order of the goals. */
function definedLanes({ root }: RoadmapFile, kind: Exclude<LaneKind, 'none'>): readonly DefinedLane[] {
  if (kind === 'owner') return [];
  const defined = kind === 'theme' ? root?.fields.themes?.value : root?.fields.customers?.value;
  return (defined ?? []).map((one) => ({ id: one.id, title: titleOf(one), entry: entryOf(one) }));
}

function lanesOf({ fields }: Goal, kind: Exclude<LaneKind, 'none'>): readonly string[] {
  if (kind === 'theme') return fields.theme ? [fields.theme.value.id] : [];
  if (kind === 'owner') return fields.owner ? [fields.owner.value.id] : [];
  return (fields.customer?.value ?? []).map(({ value }) => value.id);
}

/** The name of a lane that the roadmap does not define itself. */
function laneTitle({ plan }: PlanAnalysis, kind: Exclude<LaneKind, 'none'>, id: string): string {
  if (id === '') return `No ${kind}`;
  if (kind === 'owner') return plan.people.name(id);
  const [found] = plan.named(kind, id);
  return (found && textOf(found.fields.title)) ?? id;
}
