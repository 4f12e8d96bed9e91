import { dateOf } from '../analysis/calendar';
import type { OverAllocation } from '../analysis/capacity/overAllocation';
import type { EarlierPlan } from '../analysis/changes/earlierPlan';
import type { ForecastOf } from '../analysis/forecast/planForecast';
import { isOpenGoal } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { projectLine } from '../analysis/lineage';
import type { Goal } from '../plan/generated/entities';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import { changesFacts, changesSection } from './changes';
import { crossDependencies } from './crossDependencies';
import { entryFilter } from './entryFilter';
import { known } from './known';
import type { Fact } from './model';
import { entryOf, personName, textOf, titleOf } from './naming';
import type {
  OverCommitted,
  OverviewRow,
  ProjectDependency,
  ProjectOverviewView,
  RoadmapOverviewView,
} from './overviewModel';
import { projectState, promiseText, stateOf } from './projectState';
import { countText, dayText, percentText } from './texts';
import type { ViewSettings } from './viewSettings';

/** All products of the plan that a roadmap belongs to: its own first, then the others by their files. */
export function roadmapOverviewView(
  analysis: PlanAnalysis,
  roadmap: RoadmapFile,
  settings: ViewSettings = {},
  _forecastOf?: ForecastOf,
  earlier?: EarlierPlan,
): RoadmapOverviewView {
  const others = analysis.plan.roadmaps.filter((each) => each !== roadmap);
  const title = textOf(roadmap.root?.fields.product) ?? '';
  return {
    file: 'roadmap',
    entry: { uri: roadmap.uri, path: [] },
    title,
    ...overviewOf(analysis, [roadmap, ...others], settings, earlier),
  };
}

/** All products of the plan that a project belongs to, by their files. */
export function projectOverviewView(
  analysis: PlanAnalysis,
  project: ProjectFile,
  settings: ViewSettings = {},
  _forecastOf?: ForecastOf,
  earlier?: EarlierPlan,
): ProjectOverviewView {
  const title = textOf(project.root?.fields.project) ?? '';
  return {
    file: 'project',
    entry: { uri: project.uri, path: [] },
    title,
    ...overviewOf(analysis, analysis.plan.roadmaps, settings, earlier),
  };
}

function overviewOf(
  analysis: PlanAnalysis,
  roadmaps: readonly RoadmapFile[],
  settings: ViewSettings,
  earlier: EarlierPlan | undefined,
): Omit<RoadmapOverviewView, 'file' | 'entry' | 'title'> {
  const overview = new Overview(analysis);
  const all = [...roadmaps.flatMap((each) => overview.product(each)), ...overview.unlinked()];
  const dependencies = crossDependencies(analysis);
  const people = overview.people();
  const changes = earlier && changesSection(analysis, earlier);
  const filter = entryFilter(settings);
  const isLeft = ({ kind, title, state, owner }: OverviewRow): boolean =>
    kind === 'goal' || kind === 'project'
      ? (filter?.({ texts: [title, owner], state: state?.kind, unlinked: false }) ?? true)
      : false;
  const counted = all.filter(({ kind }) => kind === 'goal' || kind === 'project');
  return known({
    view: 'overview' as const,
    facts: [...factsOf(analysis, dependencies, people), ...changesFacts(changes)],
    rows: filter ? withHolders(all, isLeft) : all,
    dependencies,
    people,
    changes,
    shown: filter && { count: counted.filter(isLeft).length, total: counted.length },
    options: known({ filters: counted.length > 0 || undefined, atRisk: counted.length > 0 || undefined }),
  });
}

/** The rows that are left, and those above them. */
function withHolders(rows: readonly OverviewRow[], isLeft: (row: OverviewRow) => boolean): readonly OverviewRow[] {
  const left: OverviewRow[] = [];
  let wanted = 0;
  for (const row of [...rows].reverse()) {
    if (!isLeft(row) && row.depth >= wanted) continue;
    left.push(row);
    wanted = row.depth;
  }
  return left.reverse();
}

function factsOf(
  analysis: PlanAnalysis,
  dependencies: readonly ProjectDependency[],
  people: readonly OverCommitted[],
): readonly Fact[] {
  const { plan } = analysis;
  const open = plan.projects.filter((file) => file.root && projectState(analysis, file).kind !== 'done');
  const troubled = open.filter((file) => ['at-risk', 'off-track'].includes(projectState(analysis, file).kind)).length;
  const late = dependencies.filter(({ state }) => state.kind === 'off-track').length;
  const facts: readonly (Fact | false)[] = [
    plan.roadmaps.length > 0 && { label: 'Products', value: String(plan.roadmaps.length) },
    open.length > 0 &&
      known({
        label: 'Open projects',
        value: String(open.length),
        note: troubled > 0 ? `${String(troubled)} at risk or off track` : undefined,
        state: troubled > 0 ? ('at-risk' as const) : undefined,
      }),
    dependencies.length > 0 &&
      known({
        label: 'Dependencies between projects',
        value: String(dependencies.length),
        note: late > 0 ? `${String(late)} too late` : undefined,
        state: late > 0 ? ('off-track' as const) : undefined,
      }),
    people.length > 0 && {
      label: 'Over-committed',
      value: countText(new Set(people.map(({ name }) => name)).size, 'person').replace('persons', 'people'),
      state: 'off-track' as const,
    },
  ];
  return facts.filter((fact) => fact !== false);
}

class Overview {
  readonly #ids = new Set<string>();

  constructor(private readonly analysis: PlanAnalysis) {}

  product(file: RoadmapFile): readonly OverviewRow[] {
    const goals = (file.root?.fields.goals?.value ?? []).filter(isOpenGoal);
    if (!file.root) return [];
    const entry = { uri: file.uri, path: [] };
    const head = known({
      id: this.#newId(file.uri),
      entry,
      kind: 'product' as const,
      depth: 1,
      title: textOf(file.root.fields.product) ?? file.id,
      owner: personName(this.analysis.plan, file.root.fields.owner?.value),
      detail: goals.length === 0 ? 'No open goal' : undefined,
    });
    return [head, ...goals.flatMap((goal) => this.#goal(goal))];
  }

  #goal(goal: Goal): readonly OverviewRow[] {
    const { progress, health } = this.analysis.rollUps.goal(goal);
    const projects = this.analysis.lineageTree.projects(goal);
    const kind = health.stated ?? health.computed;
    const row = known({
      id: this.#newId(`${goal.uri} ${goal.path.join('/')}`),
      entry: entryOf(goal),
      kind: 'goal' as const,
      depth: 2,
      title: titleOf(goal),
      state: kind && stateOf(kind),
      progress,
      owner: personName(this.analysis.plan, goal.fields.owner?.value),
      detail: projects.length === 0 ? 'No project yet' : goal.fields.target?.value.text,
    });
    return [row, ...projects.map((file) => this.#project(file, 3))];
  }

  /** Projects that no goal leads to. */
  unlinked(): readonly OverviewRow[] {
    const { plan, lineageTree } = this.analysis;
    const goals = plan.roadmaps.flatMap(({ root }) => root?.fields.goals?.value ?? []);
    const linked = new Set(goals.flatMap((goal) => lineageTree.projects(goal)));
    const others = plan.projects.filter((file) => file.root && !linked.has(file) && !projectLine(plan, file));
    if (others.length === 0) return [];
    const head = { id: this.#newId('unlinked'), kind: 'unlinked' as const, depth: 1, title: 'Projects without a goal' };
    return [head, ...others.map((file) => this.#project(file, 2))];
  }

  #project(file: ProjectFile, depth: number): OverviewRow {
    return known({
      id: this.#newId(file.uri),
      entry: { uri: file.uri, path: [] },
      kind: 'project' as const,
      depth,
      title: textOf(file.root?.fields.project) ?? file.id,
      state: projectState(this.analysis, file),
      progress: this.analysis.progress(file).total?.progress,
      detail: promiseText(this.analysis, file),
      owner: personName(this.analysis.plan, file.root?.fields.manager?.value),
    });
  }

  people(): readonly OverCommitted[] {
    const over = [...this.analysis.capacity.overAllocations()];
    const excess = ({ stated, capacity }: OverAllocation): number => (capacity > 0 ? stated / capacity : Infinity);
    return over.sort((one, other) => excess(other) - excess(one) || 0).map((each) => this.#overCommitted(each));
  }

  #overCommitted({ person, weeks, stated, capacity, items }: OverAllocation): OverCommitted {
    const { plan, today } = this.analysis;
    const [definition] = plan.people.definitions(person.id);
    const monday = weeks[0]?.monday;
    const from = monday === undefined ? undefined : dateOf(monday);
    const share = capacity > 0 ? `${percentText(stated / capacity)} ` : 'No time at all ';
    return known({
      id: this.#newId(`${person.id} ${String(monday)}`),
      entry: definition && entryOf(definition),
      name: plan.people.name(person.id),
      text: `${share}for ${countText(weeks.length, 'week')}${from ? ` from ${dayText(from, today)}` : ''}`,
      items: items.map(({ item, file }) => `${titleOf(item)} (${textOf(file.root?.fields.project) ?? file.id})`),
    });
  }

  #newId(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#ids.has(id); count++) id = `${wanted} (${String(count)})`;
    this.#ids.add(id);
    return id;
  }
}
