import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ProjectFile } from '../plan/planFile';
import type { Goal } from '../plan/generated/entities';
import type { Filterable } from './entryFilter';
import { known } from './known';
import type { Choice, EntryPath, StateKind, TimelineRow } from './model';
import { entryOf, titleOf } from './naming';
import { stateOf } from './projectState';
import type { TimelineRows } from './timelineRows';

/** What the rows of a timeline can be grouped by. */
type LaneKind = 'owner' | 'status' | 'goal';

type FilterableRows = ReadonlyMap<string, Filterable>;

const titles: Readonly<Record<LaneKind, string>> = { owner: 'Owner', status: 'Status', goal: 'Goal' };

/** What asks for somebody first, what has ended last. */
const stateOrder: readonly StateKind[] = ['off-track', 'at-risk', 'blocked', 'in-progress', 'todo', 'paused', 'done'];

/** What the rows can be grouped by, beside their own tree; undefined where nothing tells them apart. */
export function timelineGroups(
  rows: readonly TimelineRow[],
  filterable: FilterableRows,
): readonly Choice[] | undefined {
  const leaves = rows.filter(isLeaf);
  const kinds = (['owner', 'status', 'goal'] as const).filter((kind) =>
    leaves.some((row) => keysOf(kind, row, filterable).length > 0),
  );
  if (kinds.length === 0) return undefined;
  return [{ value: 'none', title: 'Items' }, ...kinds.map((value) => ({ value, title: titles[value] }))];
}

/**
 * Items and milestones without their tree, below the people, states or goals that a reader groups them by. What belongs
 * to several stands below each; what belongs to none stands last.
 *
 * @param groupBy a reader's setting; the rows are given back as they are where it asks for no groups that there are
 */
export function lanedRows(
  analysis: PlanAnalysis,
  file: ProjectFile,
  { rows, filterable, goals }: Pick<TimelineRows, 'rows' | 'filterable' | 'goals'>,
  groupBy: string | undefined,
): readonly TimelineRow[] {
  const kind = timelineGroups(rows, filterable)?.find(({ value }) => value === groupBy)?.value as
    LaneKind | 'none' | undefined;
  if (kind === undefined || kind === 'none') return rows;
  const lanes = new Map<string, TimelineRow[]>();
  for (const row of rows.filter((each) => isLeaf(each) && !each.context)) {
    const keys = keysOf(kind, row, filterable);
    for (const key of keys.length > 0 ? keys : ['']) {
      const lane = lanes.get(key);
      if (lane) lane.push(row);
      else lanes.set(key, [row]);
    }
  }
  const ids = new Set(rows.map(({ id }) => id));
  const placed = new Set<string>();
  const heads = new LaneHeads(analysis, file, goals, kind);
  const laned = [...lanes].sort(laneOrder(kind)).flatMap(([key, own]) => {
    const head = heads.row(newId(`${kind} ${key}`, ids), key, own);
    return [head, ...own.map((row) => ({ ...row, id: rowId(row.id, ids, placed), depth: 2 }))];
  });
  return [...rows.filter(({ kind: each }) => each === 'project'), ...laned];
}

function isLeaf({ kind }: TimelineRow): boolean {
  return kind === 'item' || kind === 'milestone';
}

function keysOf(kind: LaneKind, { id, state }: TimelineRow, filterable: FilterableRows): readonly string[] {
  if (kind === 'status') return state ? [state.kind] : [];
  const { people = [], goals = [] } = filterable.get(id) ?? {};
  return kind === 'owner' ? people : goals;
}

function laneOrder(kind: LaneKind): (one: readonly [string, unknown], other: readonly [string, unknown]) => number {
  const placeOf = (key: string): number => {
    if (key === '') return Infinity;
    return kind === 'status' && stateOrder.includes(key as StateKind) ? stateOrder.indexOf(key as StateKind) : 99;
  };
  return ([one], [other]) => (placeOf(one) === placeOf(other) ? 0 : placeOf(one) - placeOf(other));
}

/** The id of a row where it stands first, another one where it stands again. */
function rowId(id: string, ids: Set<string>, placed: Set<string>): string {
  if (!placed.has(id)) {
    placed.add(id);
    return id;
  }
  return newId(id, ids);
}

function newId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let count = 2; ids.has(id); count++) id = `${wanted} (${String(count)})`;
  ids.add(id);
  return id;
}

/** Makes the rows that stand above lanes. */
class LaneHeads {
  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: ProjectFile,
    private readonly goals: ReadonlyMap<string, Goal>,
    private readonly kind: LaneKind,
  ) {}

  row(id: string, key: string, own: readonly TimelineRow[]): TimelineRow {
    const { title, entry } = this.#named(key);
    const days = own.flatMap(({ start, end }) => [start, end]).filter((day) => day !== undefined);
    // ISO dates of four-digit years sort as texts do.
    const [start, ...others] = days.sort();
    return known({
      entry: entry ?? { uri: this.file.uri, path: [] },
      id,
      kind: 'lane' as const,
      depth: 1,
      title,
      start,
      end: others.at(-1) ?? start,
      label: own.length === 1 ? '1 entry' : `${String(own.length)} entries`,
    });
  }

  #named(key: string): { readonly title: string; readonly entry?: EntryPath | undefined } {
    const { plan } = this.analysis;
    if (key === '') return { title: `No ${this.kind}` };
    if (this.kind === 'status') return { title: stateOf(key as StateKind).text };
    if (this.kind === 'owner') {
      const [person] = plan.people.definitions(key);
      return { title: plan.people.name(key), entry: person && entryOf(person) };
    }
    const goal = this.goals.get(key);
    return goal ? { title: titleOf(goal), entry: entryOf(goal) } : { title: key };
  }
}
