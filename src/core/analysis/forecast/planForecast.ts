import type { Goal, Item, Milestone, Release } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { itemTree } from '../lineage';
import type { LineageTree } from '../lineageTree/lineageTree';
import type { PlanOnDay } from '../planOnDay';
import type { PlanSchedule } from '../schedule/planSchedule';
import type { ThreePointDistribution } from './distribution';
import type { FinishForecast } from './finishForecast';
import type { PlanSimulation } from './planSimulation';
import type { Forecasted } from './planTargets';
import { simulationOf } from './simulationOf';

/** What a forecast follows from. */
export interface ForecastSource extends Pick<PlanOnDay, 'plan' | 'today'> {
  readonly lineageTree: Pick<LineageTree, 'goals'>;
  readonly schedule: Pick<PlanSchedule, 'partOf' | 'size'>;
}

/** What is known of when something will be finished, for those who must not simulate anything. */
export type ForecastOf = (thing: Forecasted) => FinishForecast | undefined;

export interface PlanForecastOptions {
  /** How often each part of the plan is run through at most: a very large one is less often. */
  readonly runs?: number;
  /** How lengths between three points are distributed. */
  readonly distribution?: ThreePointDistribution;
}

/**
 * What all random numbers follow from: the year of PERT. Which number it is does not matter, that it stays the same
 * does: an edit moves a forecast by what was edited, and not by chance.
 */
const seed = 1959;
const standardRuns = 10_000;

/**
 * When projects, milestones, releases and goals are finished, and with which probability in time, if lengths are not
 * certain: `simulate` has the method, `RemainingLengths` how lengths vary, and `personLinks` the order in which people do
 * things.
 *
 * Nothing is simulated before it is asked for, and then no more than the part of the plan that is connected with it.
 * The rest of the plan, and the order in which it is written down, change nothing in a forecast. What is dropped has no
 * part in it; work without dates in the schedule is left out, and counted.
 */
export class PlanForecast {
  readonly #options: Required<PlanForecastOptions>;
  #known: PlanSimulation<Forecasted> | undefined;

  constructor(
    private readonly source: ForecastSource,
    { runs = standardRuns, distribution = 'pert-beta' }: PlanForecastOptions = {},
  ) {
    this.#options = { runs, distribution };
  }

  /** A project, with the probability that it meets its `end`. Undefined where nothing in it has dates; so it is for all. */
  project(file: ProjectFile): FinishForecast | undefined {
    return this.#simulation.forecast(file);
  }

  /** A milestone, with the probability that it is reached by its date. */
  milestone(milestone: Milestone): FinishForecast | undefined {
    return this.#simulation.forecast(milestone);
  }

  /** The items and milestones of a release, with the probability that all are finished by the last day of its date. */
  release(release: Release): FinishForecast | undefined {
    return this.#simulation.forecast(release);
  }

  /** What serves a goal or a part of it, with the probability that all is finished by the last day of its target. */
  goal(goal: Goal): FinishForecast | undefined {
    return this.#simulation.forecast(goal);
  }

  /** An item with a deadline, with the probability to meet it; undefined for one without. */
  item(item: Item): FinishForecast | undefined {
    return this.#simulation.forecast(item);
  }

  /** Of whichever of these it is. */
  of(thing: Forecasted): FinishForecast | undefined {
    return this.#simulation.forecast(thing);
  }

  /** The forecast of any of these, where nothing has to be simulated for it any more. */
  known(thing: Forecasted): FinishForecast | undefined {
    return this.#known?.known(thing);
  }

  /**
   * How often an activity has to be run through before the forecast of a thing is known. It takes a look at the whole
   * plan, whose `size` says how large that is.
   */
  activityRuns(thing: Forecasted): number {
    return this.#simulation.activityRuns(thing);
  }

  /** How many activities the plan has. */
  get size(): number {
    return this.source.schedule.size;
  }

  /**
   * Works towards the forecast of a thing, a step each time that it is asked for the next, for whoever has something else
   * to do in between. Each step says how often an activity was run through in it.
   */
  steps(thing: Forecasted): Iterable<number> {
    return this.#simulation.steps(thing);
  }

  /**
   * The criticality index of an item: in which share of the runs its finish decides when a project finishes, its own or
   * another. Of one with children the largest of theirs; 0 of what is done, undefined of what is unknown or dropped.
   */
  criticality(item: Item): number | undefined {
    const placed = this.source.schedule.partOf(item)?.placed(item);
    if (!placed) return undefined;
    const { part, network, offset } = placed;
    let most: number | undefined;
    for (const each of itemTree([item])) {
      const own = network.entries.get(each);
      if (!own) continue;
      const activity = own.whole >= 0 ? own.whole : own.start;
      const timing = network.nodes[activity]?.timing;
      const index = timing && (timing.state === 'done' ? 0 : this.#simulation.criticality(part, activity + offset));
      if (index !== undefined) most = Math.max(most ?? 0, index);
    }
    return most;
  }

  get #simulation(): PlanSimulation<Forecasted> {
    return (this.#known ??= simulationOf(this.source, { ...this.#options, seed }));
  }
}
