import type { Feature, Goal, Item, Milestone, Program, Release } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile, ProjectFile } from '../../plan/planFile';
import { inheritedItems, type InheritedItem } from '../inheritance';
import { childItems, goalLine, projectLine, topItems } from '../lineage';
import type { GoalTree } from '../lineageTree/goalTree';
import { isOpenMilestone } from '../openWork';
import type { ProjectProgress } from '../progress';
import type { Schedule } from '../schedule/scheduledWork';
import { WorkSum } from './workSum';

/** What the work of a project is summed up with. */
export interface SummedWith {
  readonly plan: Plan;
  readonly goals: GoalTree;
  readonly schedule: Pick<Schedule, 'of'>;
}

/** What of a project or program counts for each feature, release and goal: for a goal also what serves its parts. */
export class FileWork {
  readonly total = new WorkSum();
  readonly features = new Map<Feature, WorkSum>();
  readonly releases = new Map<Release, WorkSum>();
  readonly goals = new Map<Goal, WorkSum>();

  constructor(protected readonly given: SummedWith) {}

  /** Milestones have no effort, and move the dates. */
  protected addMilestones(file: PlanFile, milestones: readonly Milestone[]): void {
    const { plan, goals, schedule } = this.given;
    for (const milestone of milestones) {
      const { release: reference } = milestone.fields;
      const release = reference && plan.target(reference.value, file);
      const sums = [
        this.total,
        ...(release ? [sumIn(this.releases, release)] : []),
        ...[...goals.upwards(goalLine(plan, file, milestone)?.goals ?? [])].map((goal) => sumIn(this.goals, goal)),
      ];
      for (const sum of sums) sum.addDates(schedule.of(milestone), isOpenMilestone(milestone));
    }
  }
}

/** The work of a project, each item looked at once. */
export class ProjectWork extends FileWork {
  readonly #items = new Map<Item, WorkSum>();

  constructor(
    given: SummedWith,
    readonly file: ProjectFile,
    private readonly progress: ProjectProgress,
  ) {
    super(given);
    this.#addItems();
    this.addMilestones(file, file.root?.fields.milestones?.value ?? []);
    this.#addUnmeasured();
  }

  /** An item with all that is under it; nothing where it was dropped. */
  item(item: Item): WorkSum {
    return this.#items.get(item) ?? new WorkSum();
  }

  #addItems(): void {
    const { goals, schedule } = this.given;
    const weights = this.#weights();
    /** Many items serve the same goals: they are put together before they are counted for each larger goal. */
    const byGoals = new Map<string, { readonly goals: readonly Goal[]; readonly sum: WorkSum }>();
    const numbers = new Map<Goal, number>();
    const keyOf = (all: readonly Goal[]): string =>
      all.map((goal) => numbers.get(goal) ?? numbers.set(goal, numbers.size).size - 1).join(' ');

    const inherited = inheritedItems(this.given.plan, this.file);
    for (const each of inherited) {
      const { item, dropped, line, features, releases } = each;
      if (dropped || childItems(item).length > 0) continue;
      const own = this.progress.of(item);
      const sum = new WorkSum();
      const part = { weight: weights.get(item) ?? 0, progress: own?.progress ?? 0 };
      sum.addItem(part, own?.status === 'done', schedule.of(item));
      this.#items.set(item, sum);
      this.total.add(sum);
      for (const feature of features) sumIn(this.features, feature).add(sum);
      for (const release of releases) sumIn(this.releases, release).add(sum);
      if (!line || line.goals.length === 0) continue;
      const key = keyOf(line.goals);
      const bucket = byGoals.get(key) ?? { goals: line.goals, sum: new WorkSum() };
      byGoals.set(key, bucket);
      bucket.sum.add(sum);
    }
    for (const { goals: stated, sum } of byGoals.values())
      for (const goal of goals.upwards(stated)) sumIn(this.goals, goal).add(sum);
    this.#addParents(inherited);
  }

  /** From the last to the first, so that everything in a parent has been added up before the parent is. */
  #addParents(inherited: readonly InheritedItem[]): void {
    for (const { item, parent, dropped } of [...inherited].reverse()) {
      const sum = this.#items.get(item);
      if (dropped || !sum || !parent) continue;
      const above = this.#items.get(parent.item) ?? new WorkSum();
      this.#items.set(parent.item, above);
      above.add(sum);
    }
  }

  /** A project that is not broken down yet: it is under way, and nobody can say how far. */
  #addUnmeasured(): void {
    if (this.progress.leaves > 0 || this.file.root?.fields.phase?.value === 'closed') return;
    this.total.unmeasured++;
    const goals = projectLine(this.given.plan, this.file)?.goals ?? [];
    for (const goal of this.given.goals.upwards(goals)) sumIn(this.goals, goal).unmeasured++;
  }

  /**
   * What each item counts for in the whole project, in working minutes: a parent's effort, where it is the parent's own,
   * is shared among its children by their weight.
   */
  #weights(): ReadonlyMap<Item, number> {
    const weights = new Map<Item, number>();
    const share = (items: readonly Item[], whole: number | undefined): void => {
      const parts = items.flatMap((item) => {
        const part = this.progress.of(item);
        return part && part.status !== 'dropped' ? [{ item, weight: part.weight }] : [];
      });
      const sum = parts.reduce((total, { weight }) => total + weight, 0);
      for (const { item, weight } of parts) {
        // Parts without any weight count alike.
        const own = whole === undefined ? weight : whole * (sum > 0 ? weight / sum : 1 / parts.length);
        weights.set(item, own);
        share(childItems(item), own);
      }
    };
    share(topItems(this.file), undefined);
    return weights;
  }
}

/** The milestones of a program; its projects have theirs themselves. */
export class ProgramMilestones extends FileWork {
  constructor(given: SummedWith, file: PlanFile, { fields }: Program) {
    super(given);
    this.addMilestones(file, fields.milestones?.value ?? []);
  }
}

function sumIn<K>(sums: Map<K, WorkSum>, key: K): WorkSum {
  const known = sums.get(key);
  if (known) return known;
  const made = new WorkSum();
  sums.set(key, made);
  return made;
}
