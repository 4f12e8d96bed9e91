import { Temporal } from 'temporal-polyfill';
import type { Feature, Goal, Item, Program, ReadinessCheck, Release } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { calendarOf, type WorkingCalendar } from '../calendar';
import { keyResultsOf, type KeyResultsRollUp } from '../goalProgress';
import { releaseOf } from '../inheritance';
import type { LineageNode, LineageTree } from '../lineageTree/lineageTree';
import type { FeatureStatus } from '../openWork';
import type { PlanOnDay } from '../planOnDay';
import type { ProjectProgress } from '../progress';
import type { Schedule } from '../schedule/scheduledWork';
import { healthThresholds, type Health, type HealthThresholds } from './health';
import { PlanWork } from './planWork';
import { projectHealth, type CostFigures } from './projectHealth';
import { promisedDates, promisedMilestones, type PromisedDate } from './promisedDates';
import { featureHealth, goalHealth, programHealth, releaseHealth, type WholeFigures } from './wholeHealth';
import { countsOf, WorkSum, type Counts, type WorkRollUp } from './workSum';

/** What roll-ups follow from. */
export interface RollUpSource extends PlanOnDay {
  progress(file: ProjectFile): ProjectProgress;
  readonly lineageTree: LineageTree;
  readonly schedule: Pick<Schedule, 'of'>;
  /** What the money of a project says; undefined where nothing is known of it. */
  costFigures?(file: ProjectFile): CostFigures | undefined;
}

export interface ProjectRollUp extends WorkRollUp {
  readonly file: ProjectFile;
  /** Its open deadlines and milestones, against the days on which they come. */
  readonly promises: readonly PromisedDate[];
  readonly health: Health;
}

export interface ProgramRollUp extends WorkRollUp {
  readonly program: Program;
  readonly projects: readonly ProjectFile[];
  readonly health: Health;
}

/** The work for one thing, in all projects. */
interface Rolled extends WorkRollUp {
  /** The work of each project that has a part in it; what stands in no project is in the whole alone. */
  readonly byProject: ReadonlyMap<ProjectFile, WorkRollUp>;
  readonly health: Health;
}

export interface FeatureRollUp extends Rolled {
  readonly feature: Feature;
  /** As it is stated, else as its items have it, else planned. */
  readonly status: FeatureStatus;
  /** As its items have it; undefined where it has none. */
  readonly statusFromItems: FeatureStatus | undefined;
}

export interface ReleaseRollUp extends Rolled {
  readonly release: Release;
  /** Without dropped ones. */
  readonly features: readonly Feature[];
  readonly featureCounts: Counts;
  readonly checks: Counts;
  readonly openChecks: readonly ReadinessCheck[];
  /** Of these, the ones whose due is past. */
  readonly overdueChecks: readonly ReadinessCheck[];
}

/** A goal with the goals that are parts of it. Its progress is that of the work; key results are apart. */
export interface GoalRollUp extends Rolled {
  readonly goal: Goal;
  readonly keyResults: KeyResultsRollUp;
  /** The features that serve it. */
  readonly featureCounts: Counts;
  /** The projects that serve it: those that serve it themselves first. */
  readonly projects: readonly ProjectFile[];
}

/**
 * Progress, counts, dates and health of everything that holds work. All work of the plan is read once, when the first
 * roll-up is asked for. Dropped work takes no part in anything.
 */
export class RollUps {
  readonly #calendar: WorkingCalendar;
  #work: PlanWork | undefined;
  readonly #known = new Map<object, WorkRollUp>();

  /**
   * @param thresholds from when on figures speak against a thing's being on track
   * @param before those of the same facts in other words: the sums are the same
   */
  constructor(
    private readonly source: RollUpSource,
    private readonly thresholds: HealthThresholds = healthThresholds,
    before?: RollUps,
  ) {
    this.#calendar = calendarOf(source.plan, undefined, source.publicHolidays);
    if (before) this.#work = before.#work;
  }

  /** An item with all that is under it; undefined for one that is in no project of the plan. */
  item(item: Item): WorkRollUp | undefined {
    const file = this.source.plan.fileOf(item);
    if (file?.kind !== 'project') return undefined;
    const progress = this.source.progress(file).of(item)?.progress;
    return this.#once(item, () => ({ ...this.#projectSum(file, item).rollUp(), progress }));
  }

  project(file: ProjectFile): ProjectRollUp {
    return this.#once(file, () => this.#project(file, this.thresholds));
  }

  /** The health of a project by other thresholds. */
  projectHealth(file: ProjectFile, thresholds: HealthThresholds): Health {
    return this.#project(file, thresholds).health;
  }

  program(program: Program): ProgramRollUp {
    return this.#once(program, () => {
      const { sum, projects } = this.#all.program(program);
      const milestones = promisedMilestones(program.fields.milestones?.value ?? [], this.#now(this.#calendar));
      const judged = projects.map((file) => ({ file, health: this.project(file).health }));
      const health = programHealth(program, judged, milestones, this.thresholds);
      return { ...sum.rollUp(), program, projects, health };
    });
  }

  feature(feature: Feature): FeatureRollUp {
    return this.#once(feature, () => {
      const { plan } = this.source;
      const { sum, byProject } = this.#all.feature(feature);
      const work = sum.rollUp();
      const { statuses } = this.#all;
      const status = statuses.of(feature);
      const health = featureHealth(status, releaseOf(plan, feature), this.#figures(work), this.thresholds);
      const statusFromItems = statuses.fromItems(feature);
      return { ...work, feature, status, statusFromItems, byProject: rolledUp(byProject), health };
    });
  }

  release(release: Release): ReleaseRollUp {
    return this.#once(release, () => {
      const { sum, byProject } = this.#all.release(release);
      const work = sum.rollUp();
      const features = this.#all.featuresOfRelease(release);
      const checks = release.fields.readiness?.value ?? [];
      const openChecks = checks.filter(({ fields }) => fields.done?.value !== true);
      const overdueChecks = openChecks.filter((check) => this.#isOverdue(check));
      return {
        ...work,
        release,
        features,
        featureCounts: counted(features, (feature) => this.#all.statuses.isOpen(feature)),
        checks: counted(checks, (check) => openChecks.includes(check)),
        openChecks,
        overdueChecks,
        byProject: rolledUp(byProject),
        health: releaseHealth(release, overdueChecks, this.#figures(work), this.thresholds),
      };
    });
  }

  goal(goal: Goal): GoalRollUp {
    return this.#once(goal, () => {
      const { lineageTree } = this.source;
      const { sum, byProject } = this.#all.goal(goal);
      const work = sum.rollUp();
      return {
        ...work,
        goal,
        keyResults: keyResultsOf(lineageTree.goals.withParts(goal)),
        featureCounts: this.#all.featuresOfGoal(goal),
        projects: lineageTree.projects(goal),
        byProject: rolledUp(byProject),
        health: goalHealth(goal, this.#figures(work), this.thresholds),
      };
    });
  }

  /** Of a node in the tree of a goal. */
  node(node: LineageNode): WorkRollUp | undefined {
    switch (node.kind) {
      case 'goal':
        return this.goal(node.goal);
      case 'feature':
        return this.feature(node.feature);
      case 'project':
        return this.project(node.file);
      case 'item':
        return this.item(node.item);
    }
  }

  get #all(): PlanWork {
    const { plan, lineageTree, schedule } = this.source;
    const given = { plan, goals: lineageTree.goals, schedule };
    return (this.#work ??= new PlanWork(given, (file) => this.source.progress(file)));
  }

  #project(file: ProjectFile, thresholds: HealthThresholds): ProjectRollUp {
    const progress = this.source.progress(file);
    const isClosed = file.root?.fields.phase?.value === 'closed';
    const share = progress.total?.progress ?? (isClosed ? 1 : undefined);
    const work = { ...this.#projectSum(file).rollUp(), progress: share };
    const promises = promisedDates(file, this.#now(progress.calendar));
    const cost = this.source.costFigures?.(file);
    const figures = { file, progress, work, promises, today: this.source.today, cost };
    return { ...work, file, promises, health: projectHealth(figures, thresholds) };
  }

  #projectSum(file: ProjectFile, item?: Item): WorkSum {
    const work = this.#all.projects.get(file);
    return (item ? work?.item(item) : work?.total) ?? new WorkSum();
  }

  #figures(work: WorkRollUp): WholeFigures {
    return { work, today: this.source.today, calendar: this.#calendar };
  }

  #now(calendar: WorkingCalendar): Parameters<typeof promisedDates>[1] {
    return { schedule: this.source.schedule, calendar, today: this.source.today };
  }

  #isOverdue({ fields: { due } }: ReadinessCheck): boolean {
    return due !== undefined && Temporal.PlainDate.compare(due.value.last, this.source.today) < 0;
  }

  #once<R extends WorkRollUp>(key: object, make: () => R): R {
    const known = this.#known.get(key) as R | undefined;
    if (known) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }
}

function rolledUp(sums: ReadonlyMap<ProjectFile, WorkSum>): ReadonlyMap<ProjectFile, WorkRollUp> {
  return new Map([...sums].map(([file, sum]) => [file, sum.rollUp()]));
}

function counted<T>(things: readonly T[], isOpen: (thing: T) => boolean): Counts {
  const open = things.filter(isOpen).length;
  return countsOf(open, things.length - open);
}
