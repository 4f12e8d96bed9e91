import { keyResultProgress } from '../analysis/goalProgress';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Feature, Goal, KeyResult } from '../plan/generated/entities';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import { known } from './known';
import type {
  BoardColumn,
  BoardView,
  ColumnKind,
  FeatureCount,
  GoalCard,
  KeyResultProgress,
  ServingProject,
} from './model';
import { entryOf, personName, textOf, titleOf } from './naming';
import { projectState, promiseText } from './projectState';
import { countText, quantityText, sentenceCase } from './texts';
import { unlinkedLane } from './unlinkedLane';

/**
 * A roadmap as a board of its goals by horizon. Dropped goals are left out; achieved ones stand last in their column.
 * A roadmap that says nothing yet is a board without goals.
 */
export function boardView(analysis: PlanAnalysis, roadmap: RoadmapFile): BoardView {
  const { product, vision, owner, lifecycle } = roadmap.root?.fields ?? {};
  const cards = new GoalCards(analysis);
  return known({
    view: 'board' as const,
    file: 'roadmap' as const,
    entry: { uri: roadmap.uri, path: [] },
    title: textOf(product) ?? '',
    purpose: textOf(vision),
    owner: personName(analysis.plan, owner?.value),
    lifecycle: lifecycle && sentenceCase(lifecycle.value),
    columns: columnsOf(roadmap, cards),
    unlinked: roadmap.root && unlinkedLane(analysis, roadmap),
  });
}

const horizons: readonly Exclude<ColumnKind, 'none'>[] = ['now', 'next', 'later'];

function columnsOf(roadmap: RoadmapFile, cards: GoalCards): readonly BoardColumn[] {
  const goals = (roadmap.root?.fields.goals?.value ?? []).filter(({ fields }) => fields.status?.value !== 'dropped');
  const columns = horizons.map((kind) => {
    const own = goals.filter(({ fields }) => fields.horizon?.value === kind);
    return column(
      kind,
      sentenceCase(kind),
      own.map((goal) => cards.of(goal)),
    );
  });
  const others = goals.filter(({ fields }) => fields.horizon === undefined).map((goal) => cards.of(goal));
  if (others.length === 0) return columns;
  // Nobody says how soon a goal comes up that has been achieved: it lacks nothing.
  const isHistory = others.every(({ status }) => status === 'achieved');
  if (!isHistory) return [...columns, column('none', 'No horizon', others)];
  return [...columns, { kind: 'none', title: 'Achieved', summary: countText(others.length, 'goal'), goals: others }];
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

  constructor(private readonly analysis: PlanAnalysis) {}

  of(goal: Goal): GoalCard {
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

function keyResultLine(result: KeyResult): KeyResultProgress {
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
