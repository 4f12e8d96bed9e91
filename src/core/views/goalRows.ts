import { standardCalendar } from '../analysis/calendar';
import { childItems } from '../analysis/lineage';
import { keyResultProgress } from '../analysis/goalProgress';
import { releaseOf } from '../analysis/inheritance';
import type { LineageNode } from '../analysis/lineageTree/lineageTree';
import { isOpenItem } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { projectFinish } from '../analysis/projectFinish';
import { feasibleDays } from '../analysis/schedule/shownDates';
import { itemDates } from '../analysis/statedDates';
import type { Feature, Goal, Item, KeyResult } from '../plan/generated/entities';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import type { Filterable } from './entryFilter';
import { goalProgress, goalState, featureState, lacksWork } from './goalState';
import type { GoalRow } from './goalsModel';
import { known } from './known';
import type { EntryPath } from './model';
import { entryOf, personName, textOf, titleOf } from './naming';
import { goalBranches } from './planTree/branches';
import { unlinkedBranches } from './planTree/unlinkedBranches';
import { latenessText, projectState, stateOf } from './projectState';
import { dayText, effortText, quantityText } from './texts';
import { concerns, unlinkedDays, unlinkedLane } from './unlinkedLane';

/** A row with what a filter may ask of it. */
export interface FilterableRow {
  readonly row: GoalRow;
  readonly asked: Filterable;
}

/** The goals of a roadmap and all that serves them, then what no goal asks for. Achieved goals stand last. */
export function goalRows(analysis: PlanAnalysis, roadmap: RoadmapFile): readonly FilterableRow[] {
  const rows = new Rows(analysis);
  const trees = goalBranches(analysis, roadmap);
  const isAchieved = (goal: Goal): boolean => goal.fields.status?.value === 'achieved';
  for (const tree of trees) if (!isAchieved(tree.goal)) rows.node(tree, top);
  for (const tree of trees) if (isAchieved(tree.goal)) rows.node(tree, top);
  rows.unlinked(roadmap);
  return rows.rows;
}

/** What a row stands below. */
interface Place {
  /** The id of the row above; empty at the top. */
  readonly id: string;
  readonly depth: number;
  /** The ids of the goals that lead here. */
  readonly goals: readonly string[];
  readonly broken: boolean;
}

const top: Place = { id: '', depth: 0, goals: [], broken: false };

type ItemNode = Extract<LineageNode, { kind: 'item' }>;

class Rows {
  readonly rows: FilterableRow[] = [];
  readonly #ids = new Set<string>();
  /** The effort of what no goal asks for, by where it is written. */
  #efforts: ReadonlyMap<string, string> = new Map();

  constructor(private readonly analysis: PlanAnalysis) {}

  node(node: LineageNode, above: Place): void {
    switch (node.kind) {
      case 'goal':
        this.#goal(node.goal, node.children, above);
        break;
      case 'feature':
        this.#below(node.children, this.#feature(node.feature, above), true);
        break;
      case 'project':
        this.#below(node.children, this.#project(node.file, above), false);
        break;
      case 'item':
        this.#below(node.children, this.#item(node.item, above), false);
    }
  }

  /** The branch of what no goal asks for; nothing while there is none. */
  unlinked(roadmap: RoadmapFile): void {
    const { analysis } = this;
    const group = unlinkedBranches(analysis).group.filter((node) => {
      if (node.kind === 'feature') return node.feature.uri === roadmap.uri;
      if (node.kind !== 'item') return true;
      const file = analysis.plan.fileOf(node.item);
      return file?.kind === 'project' && concerns(analysis, file, roadmap);
    });
    if (group.length === 0) return;
    const efforts = unlinkedLane(analysis, roadmap)?.entries ?? [];
    this.#efforts = new Map(efforts.flatMap(({ entry, effort }) => (effort ? [[keyOf(entry), effort]] : [])));
    const days = unlinkedDays(analysis, roadmap);
    const size = days === undefined ? countOfWork(group.length) : effortText(days, standardCalendar.minutesPerDay);
    const place = this.#add({ ...top, broken: true }, 'unlinked', {
      kind: 'unlinked',
      title: 'No goal',
      state: { kind: 'at-risk', text: `${size} unlinked` },
    });
    for (const node of group) this.node(node, place);
  }

  /** The children of a row. Where the line comes to items of several projects, these are named in between. */
  #below(children: readonly LineageNode[], place: Place, namesProjects: boolean): void {
    if (!namesProjects) {
      for (const child of children) this.node(child, place);
      return;
    }
    const items = new Map<ProjectFile, ItemNode[]>();
    for (const child of children) {
      const file = child.kind === 'item' ? this.analysis.plan.fileOf(child.item) : undefined;
      if (child.kind !== 'item' || file?.kind !== 'project') this.node(child, place);
      else items.set(file, [...(items.get(file) ?? []), child]);
    }
    for (const [file, own] of items) this.#below(own, this.#project(file, place), false);
  }

  #goal(goal: Goal, children: readonly LineageNode[], above: Place): void {
    const { plan } = this.analysis;
    const lacks = lacksWork(this.analysis, goal);
    const owner = goal.fields.owner?.value;
    const place = this.#add(
      { ...above, goals: [...above.goals, goal.id], broken: lacks },
      keyOf(entryOf(goal)),
      {
        entry: entryOf(goal),
        kind: 'goal',
        title: titleOf(goal),
        progress: goalProgress(this.analysis, goal),
        state: goalState(this.analysis, goal),
        when: goal.fields.target?.value.text,
      },
      { texts: [goal.id, titleOf(goal), textOf(goal.fields.why), personName(plan, owner)], people: idsOf(owner) },
    );
    for (const result of goal.fields.key_results?.value ?? []) this.#measure(result, place);
    this.#below(children, place, true);
    if (!lacks) return;
    const title = 'No project or feature names this goal';
    this.#add(place, 'gap', { entry: entryOf(goal), kind: 'gap', title }, { texts: [] });
  }

  #measure(result: KeyResult, above: Place): void {
    const { baseline, target, current, owner } = result.fields;
    const reach = reachText(baseline && quantityText(baseline.value), target && quantityText(target.value));
    this.#add(
      above,
      keyOf(entryOf(result)),
      {
        entry: entryOf(result),
        kind: 'measure',
        title: titleOf(result),
        reach,
        progress: keyResultProgress(result),
        note: current ? `now ${quantityText(current.value)}` : 'not measured',
        when: result.fields.due?.value.text,
      },
      { texts: [result.id, titleOf(result)], people: idsOf(owner?.value) },
    );
  }

  #feature(feature: Feature, above: Place): Place {
    const { plan, rollUps, today } = this.analysis;
    const release = releaseOf(plan, feature);
    const date = release?.fields.date?.value.last;
    const owner = feature.fields.owner?.value;
    return this.#add(
      above,
      keyOf(entryOf(feature)),
      {
        entry: entryOf(feature),
        kind: 'feature',
        title: titleOf(feature),
        progress: rollUps.feature(feature).progress,
        state: featureState(this.analysis, feature),
        when: date && dayText(date, today),
        whenOf: date && titleOf(release),
      },
      { texts: [feature.id, titleOf(feature), personName(plan, owner)], people: idsOf(owner) },
    );
  }

  #project(file: ProjectFile, above: Place): Place {
    const { plan, today } = this.analysis;
    const finish = projectFinish(this.analysis, file);
    const manager = file.root?.fields.manager?.value;
    const entry = { uri: file.uri, path: [] };
    const title = textOf(file.root?.fields.project) ?? file.id;
    const state = projectState(this.analysis, file);
    const late = finish && state.kind !== 'paused' ? latenessText(finish) : undefined;
    return this.#add(
      above,
      file.uri,
      {
        entry,
        kind: 'project',
        title,
        progress: this.analysis.progress(file).total?.progress,
        state,
        note: late,
        when: finish && dayText(finish.day, today),
      },
      { texts: [file.id, title, personName(plan, manager)], people: idsOf(manager), late: late !== undefined },
    );
  }

  #item(item: Item, above: Place): Place {
    const { plan, schedule, today } = this.analysis;
    const file = plan.fileOf(item);
    const progress = file?.kind === 'project' ? this.analysis.progress(file).of(item) : undefined;
    const scheduled = schedule.of(item);
    const isCritical = childItems(item).length === 0 && isOpenItem(item) && scheduled?.critical === true;
    const last = (scheduled && feasibleDays(scheduled))?.last ?? itemDates(item).last;
    const { owner, assignees } = item.fields;
    const people = [...idsOf(owner?.value), ...(assignees?.value ?? []).map(({ key }) => key.value.id)];
    return this.#add(
      above,
      keyOf(entryOf(item)),
      {
        entry: entryOf(item),
        kind: 'item',
        title: titleOf(item),
        progress: progress?.progress,
        state: progress && stateOf(progress.status),
        note: isCritical ? 'critical' : undefined,
        when: last && dayText(last, today),
      },
      { texts: [item.id, titleOf(item), ...people.map((id) => plan.people.name(id))], people, critical: isCritical },
    );
  }

  #add(above: Place, key: string, row: Omit<GoalRow, 'id' | 'depth'>, asked: Filterable = { texts: [] }): Place {
    const id = this.#newId(`${above.id}\n${key}`);
    const depth = above.depth + 1;
    const isUnlinked = above.broken && above.goals.length === 0;
    const effort = isUnlinked && depth === 2 && row.entry ? this.#efforts.get(keyOf(row.entry)) : undefined;
    this.rows.push({
      row: known({ id, ...row, depth, note: row.note ?? effort, broken: above.broken || undefined }),
      asked: { goals: above.goals, state: row.state?.kind, unlinked: above.broken, ...asked },
    });
    return { ...above, id, depth };
  }

  /** Two entries of one file may have one key until somebody mends that. */
  #newId(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#ids.has(id); count++) id = `${wanted} (${String(count)})`;
    this.#ids.add(id);
    return id;
  }
}

/** `62 % to 80 %`, `310 to 900 kitchens`: a word that both have is said once. */
function reachText(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined || to === undefined) return to === undefined ? from && `from ${from}` : `to ${to}`;
  const unit = / \p{L}.*$/u.exec(to)?.[0];
  return `${unit !== undefined && from.endsWith(unit) ? from.slice(0, -unit.length) : from} to ${to}`;
}

function idsOf(person: { readonly id: string } | undefined): readonly string[] {
  return person ? [person.id] : [];
}

function keyOf({ uri, path }: EntryPath): string {
  return JSON.stringify([uri, ...path]);
}

function countOfWork(count: number): string {
  return count === 1 ? '1 entry' : `${String(count)} entries`;
}
