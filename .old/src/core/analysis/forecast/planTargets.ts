import type { Goal, Item, Milestone, Release } from '../../plan/generated/entities';
import type { PlanFile, ProjectFile } from '../../plan/planFile';
import type { Plan, Work } from '../../plan/plan';
import { endOf, type Instant } from '../calendar';
import { inheritedItems } from '../inheritance';
import { childItems, goalLine } from '../lineage';
import type { GoalTree } from '../lineageTree/goalTree';
import { isOpenMilestone } from '../openWork';
import { programMilestones, type PlanNetwork } from '../schedule/planNetwork';

/** What a forecast speaks of. */
export type Forecasted = ProjectFile | Milestone | Release | Goal | Item;

/** The work whose last finish is that of the thing that is forecast. */
export interface PlanTarget {
  /** The indices of its activities in the network of the plan, each once. */
  readonly activities: ReadonlySet<number>;
  /** The instant by which it should be finished; undefined where nothing is stated. */
  readonly limit: Instant | undefined;
  /** Whether any of it is still to be done: then it is not finished before today. */
  readonly isOpen: boolean;
}

/** What is known of a target while the work is read. */
class Gathered implements PlanTarget {
  readonly activities = new Set<number>();
  isOpen = false;

  constructor(readonly limit: Instant | undefined) {}

  add(activity: number, isOpen: boolean): void {
    this.activities.add(activity);
    this.isOpen ||= isOpen;
  }
}

/**
 * The targets of a plan: every project by its items and milestones, every milestone, every item with a deadline, and
 * every release and goal that has work, in whichever projects. Work counts for the releases that it names, itself or
 * through a feature or a parent, and for the goals that it serves, with those that they are parts of. What is dropped
 * counts for nothing.
 */
export function planTargets(plan: Plan, network: PlanNetwork, goals: GoalTree): ReadonlyMap<Forecasted, PlanTarget> {
  const reader = new TargetReader(plan, network, goals);
  for (const file of plan.files.values()) {
    if (file.kind === 'project') reader.project(file);
    else for (const milestone of programMilestones(file)) reader.milestone(file, milestone);
  }
  return reader.targets;
}

class TargetReader {
  readonly targets = new Map<Forecasted, Gathered>();

  constructor(
    private readonly plan: Plan,
    private readonly network: PlanNetwork,
    private readonly goals: GoalTree,
  ) {}

  project(file: ProjectFile): void {
    const end = file.root?.fields.end;
    const whole = this.#of(file, () => end && endOf(end.value));
    for (const milestone of file.root?.fields.milestones?.value ?? []) this.milestone(file, milestone, whole);
    /** The activity of the nearest parent that is planned as one piece, by parents. */
    const covers = new Map<Item, number>();
    const deadlines = new Map<Item, readonly Gathered[]>();
    for (const { item, parent, releases, line } of inheritedItems(this.plan, file)) {
      const above = (parent && deadlines.get(parent.item)) ?? [];
      const { deadline } = item.fields;
      const nodes = this.network.nodesOf.get(item);
      const own = deadline && nodes ? [...above, this.#of(item, () => endOf(deadline.value))] : above;
      deadlines.set(item, own);
      const cover = nodes && nodes.whole >= 0 ? nodes.whole : parent && covers.get(parent.item);
      if (cover !== undefined) covers.set(item, cover);
      if (!nodes || childItems(item).length > 0) continue;
      const isOpen = this.network.nodes[nodes.start]?.timing?.state !== 'done';
      const activity = cover !== undefined && isOpen ? cover : nodes.start;
      const wholes = [
        whole,
        ...own,
        ...releases.map((release) => this.#release(release)),
        ...[...this.goals.upwards(line?.goals ?? [])].map((goal) => this.#goal(goal)),
      ];
      for (const target of wholes) target.add(activity, isOpen);
    }
  }

  milestone(file: PlanFile, milestone: Milestone, whole?: Gathered): void {
    const activity = this.#activityOf(milestone);
    if (activity < 0) return;
    const { date, release: reference } = milestone.fields;
    const release = reference && this.plan.target(reference.value, file);
    const targets = [
      this.#of(milestone, () => date && endOf(date.value)),
      ...(whole ? [whole] : []),
      ...(release ? [this.#release(release)] : []),
      ...[...this.goals.upwards(goalLine(this.plan, file, milestone)?.goals ?? [])].map((goal) => this.#goal(goal)),
    ];
    for (const target of targets) target.add(activity, isOpenMilestone(milestone));
  }

  #activityOf(work: Work): number {
    return this.network.nodesOf.get(work)?.start ?? -1;
  }

  #release(release: Release): Gathered {
    const { date } = release.fields;
    return this.#of(release, () => date && endOf(date.value.last));
  }

  #goal(goal: Goal): Gathered {
    const { target } = goal.fields;
    return this.#of(goal, () => target && endOf(target.value.last));
  }

  #of(thing: Forecasted, limit: () => Instant | undefined): Gathered {
    const known = this.targets.get(thing);
    if (known) return known;
    const made = new Gathered(limit());
    this.targets.set(thing, made);
    return made;
  }
}
