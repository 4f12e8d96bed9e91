import type { Temporal } from 'temporal-polyfill';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import { noPublicHolidays, type PublicHolidays } from './calendar';
import { Capacity } from './capacity/capacity';
import { ProjectCost } from './cost/projectCost';
import { PlanForecast } from './forecast/planForecast';
import { LineageTree } from './lineageTree/lineageTree';
import { FeatureStatuses } from './openWork';
import type { PlanOnDay } from './planOnDay';
import { Priorities } from './priority/priorities';
import { ProjectProgress } from './progress';
import type { CostFigures } from './rollUp/projectHealth';
import { RollUps } from './rollUp/rollUps';
import { PlanSchedule } from './schedule/planSchedule';

/** What is left of earlier versions of a plan until the same has been worked out for this one. */
interface Before {
  readonly schedule?: PlanSchedule | undefined;
}

/**
 * What follows from a plan on a day. Each part is worked out when it is first asked for, and once: rules, features,
 * views and the command line read it here. It holds for the plan as it is now; after a change make another one, from
 * this one: what the change cannot reach is taken over, and keeps its identity.
 */
export class PlanAnalysis implements PlanOnDay {
  readonly #progress = new Map<ProjectFile, ProjectProgress>();
  readonly #costs = new Map<ProjectFile, ProjectCost>();
  #capacity: Capacity | undefined;
  #featureStatuses: FeatureStatuses | undefined;
  #forecast: PlanForecast | undefined;
  #lineageTree: LineageTree | undefined;
  #priorities: Priorities | undefined;
  #rollUps: RollUps | undefined;
  #schedule: PlanSchedule | undefined;
  #before: Before;

  /** @param before the analysis of another version of the plan, or of another day */
  constructor(
    readonly plan: Plan,
    readonly today: Temporal.PlainDate,
    readonly publicHolidays: PublicHolidays = noPublicHolidays,
    before?: PlanAnalysis,
  ) {
    this.#before = before ? before.#latest() : {};
  }

  /** Status and progress of a project's items. */
  progress(file: ProjectFile): ProjectProgress {
    const known = this.#progress.get(file);
    if (known) return known;
    const progress = new ProjectProgress(this.plan, file, this.publicHolidays);
    this.#progress.set(file, progress);
    return progress;
  }

  /** Budget, cost and earned value of a project. */
  cost(file: ProjectFile): ProjectCost {
    const known = this.#costs.get(file);
    if (known) return known;
    const cost = new ProjectCost(this, file);
    this.#costs.set(file, cost);
    return cost;
  }

  /** The figures by which the health of a project is judged. */
  costFigures(file: ProjectFile): CostFigures {
    return this.cost(file).costPerformance;
  }

  /** All that serves each goal, down to the items, as a tree. */
  get lineageTree(): LineageTree {
    return (this.#lineageTree ??= new LineageTree(this.plan));
  }

  /** How far each feature is. */
  get featureStatuses(): FeatureStatuses {
    return (this.#featureStatuses ??= new FeatureStatuses(this.plan));
  }

  /** The scores of features and ideas, and their order by them. */
  get priorities(): Priorities {
    return (this.#priorities ??= new Priorities(this.plan));
  }

  /** When everything takes place, and why. */
  get schedule(): PlanSchedule {
    if (!this.#schedule) {
      this.#schedule = new PlanSchedule(this, this.#before.schedule);
      this.#before = {};
    }
    return this.#schedule;
  }

  /** What is asked of everybody, and what they can give, week by week. */
  get capacity(): Capacity {
    return (this.#capacity ??= new Capacity(this, this.schedule.bookings));
  }

  /** Progress, counts, dates and health of everything that holds work. */
  get rollUps(): RollUps {
    return (this.#rollUps ??= new RollUps(this));
  }

  /** When it will be finished, how certainly, and what that depends on. */
  get forecast(): PlanForecast {
    return (this.#forecast ??= new PlanForecast(this));
  }

  /** The latest that is known, of this version or of one before: no version holds on to all that came before it. */
  #latest(): Before {
    return { schedule: this.#schedule ?? this.#before.schedule };
  }
}
