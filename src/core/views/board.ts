import { keyResultProgress } from '../analysis/goalProgress';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Feature, Goal, KeyResult } from '../plan/generated/entities';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import { goalLanes, laneChoices } from './boardLanes';
import { entryFilter, type Filterable } from './entryFilter';
import { known } from './known';
import type {
  BoardColumn,
  BoardView,
  ColumnKind,
  FeatureCount,
  GoalCard,
  KeyResultProgress,
  ServingProject,
  ShownCount,
  UnlinkedWork,
  ViewOptions,
} from './model';
import { entryOf, personName, textOf, titleOf } from './naming';
import { projectState, promiseText } from './projectState';
import { countText, quantityText, sentenceCase } from './texts';
import { unlinkedLane } from './unlinkedLane';
import type { ViewSettings } from './viewSettings';

/**
 * A roadmap as a board of its goals by horizon, in lanes where the reader asks for them. Dropped goals are left out;
 * achieved ones stand last in their column. A roadmap that says nothing yet is a board without goals.
 */
export function boardView(analysis: PlanAnalysis, roadmap: RoadmapFile, settings: ViewSettings = {}): BoardView {
  const { product, vision, owner, lifecycle } = roadmap.root?.fields ?? {};
  const goals = (roadmap.root?.fields.goals?.value ?? []).filter(({ fields }) => fields.status?.value !== 'dropped');
  const unlinked = roadmap.root && unlinkedLane(analysis, roadmap);
  const cards = new GoalCards(analysis);
  const filtered = filteredBoard(cards, goals, unlinked, settings);
  const kinds = columnKinds(goals);
  const lanes = goalLanes(analysis, roadmap, filtered.goals, settings.groupBy);
  return known({
    view: 'board' as const,
    file: 'roadmap' as const,
    entry: { uri: roadmap.uri, path: [] },
    title: textOf(product) ?? '',
    purpose: textOf(vision),
    owner: personName(analysis.plan, owner?.value),
    lifecycle: lifecycle && sentenceCase(lifecycle.value),
    columns: columnsOf(kinds, filtered.goals, cards),
    lanes: lanes?.map(({ id, title, entry, goals: own }) =>
      known({ id, title, entry, columns: columnsOf(kinds, own, cards, id) }),
    ),
    unlinked: filtered.unlinked,
    shown: filtered.shown,
    options: optionsOf(analysis, goals, unlinked),
  });
}

function optionsOf({ plan }: PlanAnalysis, goals: readonly Goal[], unlinked: UnlinkedWork | undefined): ViewOptions {
  const owners = new Set(goals.flatMap(({ fields }) => fields.owner?.value.id ?? []));
  return known({
    filters: goals.length > 0 || unlinked !== undefined || undefined,
    owners: owners.size > 0 ? [...owners].map((value) => ({ value, title: plan.people.name(value) })) : undefined,
    unlinked: unlinked !== undefined || undefined,
    atRisk: goals.length > 0 || undefined,
    groups: laneChoices(goals),
  });
}

interface FilteredBoard {
  readonly goals: readonly Goal[];
  readonly unlinked: UnlinkedWork | undefined;
  readonly shown?: ShownCount;
}

/** What a filter leaves of the goals and of the unlinked work; all of it where there is none. */
function filteredBoard(
  cards: GoalCards,
  goals: readonly Goal[],
  unlinked: UnlinkedWork | undefined,
  settings: ViewSettings,
): FilteredBoard {
  const filter = entryFilter(settings);
  if (!filter) return { goals, unlinked };
  const left = goals.filter((goal) => filter(cards.filterable(goal)));
  const entries = (unlinked?.entries ?? []).filter(({ title, context, state, entry }) =>
    filter({ texts: [title, context, entry.path.at(-1)], state: state?.kind, unlinked: true }),
  );
  return {
    goals: left,
    unlinked: unlinked && entries.length > 0 ? { ...unlinked, entries } : undefined,
    shown: { count: left.length + entries.length, total: goals.length + (unlinked?.entries.length ?? 0) },
  };
}

const horizons: readonly Exclude<ColumnKind, 'none'>[] = ['now', 'next', 'later'];

interface ColumnTitle {
  readonly kind: ColumnKind;
  readonly title: string;
}

/** The columns of a board, which its lanes share and which a filter leaves as they are. */
function columnKinds(goals: readonly Goal[]): readonly ColumnTitle[] {
  const columns = horizons.map((kind) => ({ kind, title: sentenceCase(kind) }));
  const others = goals.filter(({ fields }) => fields.horizon === undefined);
  if (others.length === 0) return columns;
  // Nobody says how soon a goal comes up that has been achieved: it lacks nothing.
  const isHistory = others.every(({ fields }) => fields.status?.value === 'achieved');
  return [...columns, { kind: 'none', title: isHistory ? 'Achieved' : 'No horizon' }];
}

function columnsOf(
  kinds: readonly ColumnTitle[],
  goals: readonly Goal[],
  cards: GoalCards,
  lane?: string,
): readonly BoardColumn[] {
  return kinds.map(({ kind, title }) => {
    const own = goals.filter(({ fields }) => (fields.horizon?.value ?? 'none') === kind).map((goal) => cards.of(goal));
    const inLane = lane === undefined ? own : own.map((card) => ({ ...card, lane }));
    if (title === 'Achieved') return { kind, title, summary: countText(own.length, 'goal'), goals: inLane };
    return column(kind, title, inLane);
  });
}

function column(kind: ColumnKind, title: string, cards: readonly GoalCard[]): BoardColumn {
  const open = cards.filter(({ status }) => status !== 'achieved');
  const achieved = cards.filter(({ status }) => status === 'achieved');
  return { kind, title, summary: columnSummary(open, achieved), goals: [...open, ...achieved] };
}

/** `2 goals, 4 projects, 1 paused`: what is counted once, however many goals a project serves. */
function columnSummary(open: readonly GoalCard[], achieved: readonly GoalCard[]): string {
  const projects = new Map(open.flatMap((card) => card.projects.map(({ entry, state }) => [entry.uri, state.kind])));
  const paused = [...projects.values()].filter((kind) => kind === 'paused').length;
  const counts = [
    open.length > 0 && countText(open.length, 'goal'),
    projects.size > paused && countText(projects.size - paused, 'project'),
    paused > 0 && `${String(paused)} paused`,
    achieved.length > 0 && `${String(achieved.length)} achieved`,
  ];
  return counts.filter((count) => count !== false).join(', ');
}

/** Makes the cards of goals. */
class GoalCards {
  readonly #projects = new Map<ProjectFile, ServingProject>();
  readonly #cards = new Map<Goal, GoalCard>();

  constructor(private readonly analysis: PlanAnalysis) {}

  of(goal: Goal): GoalCard {
    const made = this.#cards.get(goal);
    if (made) return made;
    const card = this.#make(goal);
    this.#cards.set(goal, card);
    return card;
  }

  #make(goal: Goal): GoalCard {
    const { why, owner, target, status, key_results: results } = goal.fields;
    return known({
      entry: entryOf(goal),
      title: titleOf(goal),
      why: textOf(why),
      owner: personName(this.analysis.plan, owner?.value),
      target: target?.value.text,
      status: status?.value ?? ('active' as const),
      keyResults: (results?.value ?? []).map(keyResultLine),
      projects: this.analysis.lineageTree.projects(goal).map((file) => this.#projectLine(file)),
      features: this.#featureCount(this.analysis.lineageTree.serving.features(goal)),
    });
  }

  /** What a filter may ask of a goal; what serves it counts too. */
  filterable(goal: Goal): Filterable {
    const { title, why, owner, projects, keyResults, status } = this.of(goal);
    return {
      texts: [goal.id, title, why, owner, ...[...projects, ...keyResults].map((line) => line.title)],
      people: goal.fields.owner ? [goal.fields.owner.value.id] : [],
      goals: [goal.id],
      state: status === 'achieved' ? 'done' : undefined,
      late: projects.some(({ state: { kind } }) => kind === 'at-risk' || kind === 'off-track'),
    };
  }

  #projectLine(file: ProjectFile): ServingProject {
    const made = this.#projects.get(file);
    if (made) return made;
    const line = known({
      entry: { uri: file.uri, path: [] },
      title: textOf(file.root?.fields.project) ?? file.id,
      state: projectState(this.analysis, file),
      detail: promiseText(this.analysis, file),
    });
    this.#projects.set(file, line);
    return line;
  }

  #featureCount(features: readonly Feature[]): FeatureCount | undefined {
    const { featureStatuses } = this.analysis;
    const statuses = features.map((feature) => featureStatuses.of(feature)).filter((status) => status !== 'dropped');
    if (statuses.length === 0) return undefined;
    const details = (['released', 'in-progress'] as const).flatMap((kind) => {
      const count = statuses.filter((status) => status === kind).length;
      return count > 0 ? [`${String(count)} ${kind.replace('-', ' ')}`] : [];
    });
    return known({
      count: statuses.length,
      text: countText(statuses.length, 'feature'),
      detail: details.length > 0 ? details.join(', ') : undefined,
    });
  }
}

/** A key result with its figures as texts. */
export function keyResultLine(result: KeyResult): KeyResultProgress {
  const { baseline, target, current } = result.fields;
  return known({
    entry: entryOf(result),
    title: titleOf(result),
    baseline: baseline && quantityText(baseline.value),
    target: target && quantityText(target.value),
    current: current && quantityText(current.value),
    progress: keyResultProgress(result),
  });
}
