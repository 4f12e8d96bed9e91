import type { Goal, Item, Milestone, Release } from '../../plan/generated/entities';
import type { PlanFile, ProjectFile } from '../../plan/planFile';
import type { Plan } from '../../plan/plan';
import { endOf, type Instant } from '../calendar';
import { inheritedItems } from '../inheritance';
import { childItems, goalLine } from '../lineage';
import type { GoalTree } from '../lineageTree/goalTree';
import { isOpenMilestone } from '../openWork';
import { programMilestones } from '../schedule/projectFrame';
import type { PlanSchedule } from '../schedule/planSchedule';
import type { PlacedFile, SchedulePart } from '../schedule/schedulePart';

/** What a forecast speaks of. */
export type Forecasted = ProjectFile | Milestone | Release | Goal | Item;

/** The work whose last finish is that of the thing that is forecast. */
export interface PlanTarget {
  /** The indices of its activities, each once, by the parts of the schedule that they are in. */
  readonly activities: ReadonlyMap<SchedulePart, ReadonlySet<number>>;
  /** The instant by which it should be finished; undefined where nothing is stated. */
  readonly limit: Instant | undefined;
  /** Whether any of it is still to be done: then it is not finished before today. */
  readonly isOpen: boolean;
}

/** What is known of a target while the work is read. */
class Gathered implements PlanTarget {
  readonly activities = new Map<SchedulePart, Set<number>>();
  isOpen = false;

  constructor(readonly limit: Instant | undefined) {}

  add(part: SchedulePart, activity: number, isOpen: boolean): void {
    const known = this.activities.get(part);
    if (known) known.add(activity);
    else this.activities.set(part, new Set([activity]));
    this.isOpen ||= isOpen;
  }
}

/**
 * The targets of a plan: every project by its items and milestones, every milestone, every item with a deadline, and
 * every release and goal that has work, in whichever projects. Work counts for the releases that it names, itself or
 * through a feature or a parent, and for the goals that it serves, with those that they are parts of. What is dropped
 * counts for nothing.
 */
export function planTargets(
  plan: Plan,
  schedule: Pick<PlanSchedule, 'partOf'>,
  goals: GoalTree,
): ReadonlyMap<Forecasted, PlanTarget> {
  const reader = new TargetReader(plan, goals);
  for (const file of plan.files.values()) {
    const placed = schedule.partOf(file)?.placed(file);
    if (!placed) continue;
    if (file.kind === 'project') reader.project(file, placed);
    else for (const milestone of programMilestones(file)) reader.milestone(file, placed, milestone);
  }
  return reader.targets;
}

class TargetReader {
  readonly targets = new Map<Forecasted, Gathered>();

  constructor(
    private readonly plan: Plan,
    private readonly goals: GoalTree,
  ) {}

  project(file: ProjectFile, placed: PlacedFile): void {
    const { part, network, offset } = placed;
    const end = file.root?.fields.end;
    const whole = this.#of(file, () => end && endOf(end.value));
    for (const milestone of file.root?.fields.milestones?.value ?? []) this.milestone(file, placed, milestone, whole);
    /** The activity of the nearest parent that is planned as one piece, by parents. */
    const covers = new Map<Item, number>();
    const deadlines = new Map<Item, readonly Gathered[]>();
    for (const { item, parent, releases, line } of inheritedItems(this.plan, file)) {
      const above = (parent && deadlines.get(parent.item)) ?? [];
      const { deadline } = item.fields;
      const nodes = network.entries.get(item);
      const own = deadline && nodes ? [...above, this.#of(item, () => endOf(deadline.value))] : above;
      deadlines.set(item, own);
      const cover = nodes && nodes.whole >= 0 ? nodes.whole : parent && covers.get(parent.item);
      if (cover !== undefined) covers.set(item, cover);
      if (!nodes || childItems(item).length > 0) continue;
      const isOpen = network.nodes[nodes.start]?.timing?.state !== 'done';
      const activity = cover !== undefined && isOpen ? cover : nodes.start;
      const wholes = [
        whole,
        ...own,
        ...releases.map((release) => this.#release(release)),
        ...[...this.goals.upwards(line?.goals ?? [])].map((goal) => this.#goal(goal)),
      ];
      for (const target of wholes) target.add(part, activity + offset, isOpen);
    }
  }

  milestone(file: PlanFile, { part, network, offset }: PlacedFile, milestone: Milestone, whole?: Gathered): void {
    const nodes = network.entries.get(milestone);
    if (!nodes) return;
    const { date, release: reference } = milestone.fields;
    const release = reference && this.plan.target(reference.value, file);
    const targets = [
      this.#of(milestone, () => date && endOf(date.value)),
      ...(whole ? [whole] : []),
      ...(release ? [this.#release(release)] : []),
      ...[...this.goals.upwards(goalLine(this.plan, file, milestone)?.goals ?? [])].map((goal) => this.#goal(goal)),
    ];
    for (const target of targets) target.add(part, nodes.start + offset, isOpenMilestone(milestone));
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
