import type { Feature, Goal, Program, Release } from '../../plan/generated/entities';
import type { PlanFile, ProjectFile } from '../../plan/planFile';
import { releaseOf } from '../inheritance';
import { featureLine, programOf } from '../lineage';
import { FeatureStatuses } from '../openWork';
import type { ProjectProgress } from '../progress';
import { featuresWithoutItems } from './featuresWithoutItems';
import { ProgramMilestones, ProjectWork, type FileWork, type SummedWith } from './projectWork';
import { countsOf, WorkSum, type Counts } from './workSum';

/** The work for one thing, of the whole plan and of each project that has a part in it. */
export interface Gathered {
  readonly sum: WorkSum;
  readonly byProject: ReadonlyMap<ProjectFile, WorkSum>;
}

const nothing: Gathered = { sum: new WorkSum(), byProject: new Map() };

/** The work for things of one kind, put together from projects, programs and features. */
class Gathering<K> {
  readonly #all = new Map<K, { readonly sum: WorkSum; readonly byProject: Map<ProjectFile, WorkSum> }>();

  of(key: K): Gathered {
    return this.#all.get(key) ?? nothing;
  }

  sum(key: K): WorkSum {
    return this.#entry(key).sum;
  }

  add(sums: ReadonlyMap<K, WorkSum>, file?: ProjectFile): void {
    for (const [key, sum] of sums) {
      const entry = this.#entry(key);
      entry.sum.add(sum);
      if (file) entry.byProject.set(file, sum);
    }
  }

  #entry(key: K): { readonly sum: WorkSum; readonly byProject: Map<ProjectFile, WorkSum> } {
    const known = this.#all.get(key);
    if (known) return known;
    const made = { sum: new WorkSum(), byProject: new Map<ProjectFile, WorkSum>() };
    this.#all.set(key, made);
    return made;
  }
}

/**
 * All work of a plan, put together for its features, releases, goals and programs. Each item, milestone and feature is
 * read once, and counts once for each of them.
 */
export class PlanWork {
  readonly projects: ReadonlyMap<ProjectFile, ProjectWork>;
  readonly statuses: FeatureStatuses;
  readonly #features = new Gathering<Feature>();
  readonly #releases = new Gathering<Release>();
  readonly #goals = new Gathering<Goal>();
  readonly #programs = new Map<Program, { readonly sum: WorkSum; readonly projects: ProjectFile[] }>();
  readonly #featuresOfReleases = new Map<Release, Feature[]>();
  readonly #featuresOfGoals = new Map<Goal, { open: number; done: number }>();

  constructor(
    private readonly given: SummedWith,
    progress: (file: ProjectFile) => ProjectProgress,
  ) {
    this.statuses = new FeatureStatuses(given.plan);
    this.projects = new Map(given.plan.projects.map((file) => [file, new ProjectWork(given, file, progress(file))]));
    for (const file of given.plan.files.values()) this.#readPrograms(file);
    for (const [file, work] of this.projects) this.#readProject(file, work);
    this.#readFeatures();
  }

  /** What delivers a feature. One without items counts as its status says, and has no known progress once it is begun. */
  feature(feature: Feature): Gathered {
    return this.#features.of(feature);
  }

  release(release: Release): Gathered {
    return this.#releases.of(release);
  }

  /** What serves a goal, and what serves the goals that are parts of it. */
  goal(goal: Goal): Gathered {
    return this.#goals.of(goal);
  }

  program(program: Program): { readonly sum: WorkSum; readonly projects: readonly ProjectFile[] } {
    return this.#programs.get(program) ?? { sum: new WorkSum(), projects: [] };
  }

  /** The features of a release, in the order of the plan, dropped ones left out. */
  featuresOfRelease(release: Release): readonly Feature[] {
    return this.#featuresOfReleases.get(release) ?? [];
  }

  featuresOfGoal(goal: Goal): Counts {
    const { open, done } = this.#featuresOfGoals.get(goal) ?? { open: 0, done: 0 };
    return countsOf(open, done);
  }

  #readPrograms(file: PlanFile): void {
    if (file.kind === 'project') return;
    for (const program of file.root?.fields.programs?.value ?? []) {
      const milestones = new ProgramMilestones(this.given, file, program);
      this.#programs.set(program, { sum: milestones.total, projects: [] });
      this.#gather(milestones);
    }
  }

  #readProject(file: ProjectFile, work: ProjectWork): void {
    this.#gather(work, file);
    const program = programOf(this.given.plan, file);
    const ofProgram = program && this.#programs.get(program);
    ofProgram?.projects.push(file);
    ofProgram?.sum.add(work.total);
  }

  #gather(work: FileWork, file?: ProjectFile): void {
    this.#features.add(work.features, file);
    this.#releases.add(work.releases, file);
    this.#goals.add(work.goals, file);
  }

  #readFeatures(): void {
    const { plan, goals } = this.given;
    for (const feature of plan.all('feature')) {
      if (this.statuses.of(feature) === 'dropped') continue;
      const release = releaseOf(plan, feature);
      const others = release && this.#featuresOfReleases.get(release);
      if (others) others.push(feature);
      else if (release) this.#featuresOfReleases.set(release, [feature]);
      const end = this.statuses.isOpen(feature) ? 'open' : 'done';
      for (const goal of goals.upwards(featureLine(plan, feature)?.goals ?? [])) {
        const counts = this.#featuresOfGoals.get(goal) ?? { open: 0, done: 0 };
        counts[end]++;
        this.#featuresOfGoals.set(goal, counts);
      }
    }
    for (const { feature, part, isIdea } of featuresWithoutItems(
      plan,
      this.statuses,
      (each) => this.feature(each).sum,
    )) {
      const release = releaseOf(plan, feature);
      const wholes = isIdea
        ? []
        : [
            ...(release ? [this.#releases.sum(release)] : []),
            ...[...goals.upwards(featureLine(plan, feature)?.goals ?? [])].map((goal) => this.#goals.sum(goal)),
          ];
      for (const sum of [this.#features.sum(feature), ...wholes]) {
        if (part) sum.addPart(part);
        else sum.unmeasured++;
      }
    }
  }
}
