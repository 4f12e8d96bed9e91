import type { Temporal } from 'temporal-polyfill';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import { SharedWork, type Stepwise } from '../stepwise';
import { noPublicHolidays, type PublicHolidays } from './calendar';
import { Capacity } from './capacity/capacity';
import { ProjectCost } from './cost/projectCost';
import { PlanForecast } from './forecast/planForecast';
import { LineageTree } from './lineageTree/lineageTree';
import { FeatureStatuses } from './openWork';
import type { PlanOnDay } from './planOnDay';
import { Priorities } from './priority/priorities';
import { projectProgress, type ProjectProgress } from './progress';
import type { CostFigures } from './rollUp/projectHealth';
import { RollUps } from './rollUp/rollUps';
import { PlanSchedule } from './schedule/planSchedule';
import { Waits, type KnownLinks } from './waits';

/** What is left of earlier versions of a plan until the same has been worked out for this one. */
interface Before {
  readonly schedule?: PlanSchedule | undefined;
  readonly links?: KnownLinks | undefined;
}

/** What takes long to work out of a large plan. */
export type LongWork = 'schedule' | 'capacity';

/** What has been worked out without a look at words: it holds for as long as the plan says nothing else in facts. */
class Facts {
  readonly progress = new Map<ProjectFile, ProjectProgress>();
  readonly costs = new Map<ProjectFile, ProjectCost>();
  capacity: Capacity | undefined;
  featureStatuses: FeatureStatuses | undefined;
  forecast: PlanForecast | undefined;
  lineageTree: LineageTree | undefined;
  priorities: Priorities | undefined;
  schedule: SharedWork<PlanSchedule> | undefined;
  readonly prepared = new Set<LongWork>();
  waits: Waits | undefined;

  constructor(public before: Before) {}
}

/**
 * What follows from a plan on a day. Each part is worked out when it is first asked for, and once: rules, features,
 * views and the command line read it here. It holds for the plan as it is now; after a change make another one, from
 * this one: what the change cannot reach is taken over, and keeps its identity.
 */
export class PlanAnalysis implements PlanOnDay {
  #facts: Facts;
  #rollUps: RollUps | undefined;
  #rollUpsBefore: RollUps | undefined;

  /** @param before the analysis of another version of the plan, or of another day */
  constructor(
    readonly plan: Plan,
    readonly today: Temporal.PlainDate,
    readonly publicHolidays: PublicHolidays = noPublicHolidays,
    before?: PlanAnalysis,
  ) {
    this.#facts = new Facts(before ? before.#latest() : {});
  }

  /** The same after a change of nothing but words of the plan: only what holds words is made anew. */
  reworded(): PlanAnalysis {
    const next = new PlanAnalysis(this.plan, this.today, this.publicHolidays);
    this.forgetWords();
    next.#facts = this.#facts;
    next.#rollUpsBefore = this.#rollUps ?? this.#rollUpsBefore;
    return next;
  }

  /** To be called when words are others, before another version takes over what is known: it holds words as well. */
  forgetWords(): void {
    this.#latest().schedule?.forgetWords();
  }

  /** Stands for all that follows from the facts of the plan: the same object where only words are others. */
  get facts(): object {
    return this.#facts;
  }

  /** Status and progress of a project's items. */
  progress(file: ProjectFile): ProjectProgress {
    const known = this.#facts.progress.get(file);
    if (known) return known;
    const progress = projectProgress(this.plan, file, this.publicHolidays);
    this.#facts.progress.set(file, progress);
    return progress;
  }

  /** Budget, cost and earned value of a project. */
  cost(file: ProjectFile): ProjectCost {
    const known = this.#facts.costs.get(file);
    if (known) return known;
    const cost = new ProjectCost(this, file);
    this.#facts.costs.set(file, cost);
    return cost;
  }

  /** The figures by which the health of a project is judged. */
  costFigures(file: ProjectFile): CostFigures {
    return this.cost(file).costPerformance;
  }

  /** All that serves each goal, down to the items, as a tree. */
  get lineageTree(): LineageTree {
    return (this.#facts.lineageTree ??= new LineageTree(this.plan));
  }

  /** What waits for what. */
  get waits(): Waits {
    if (!this.#facts.waits) {
      const { links, ...before } = this.#facts.before;
      this.#facts.waits = new Waits(this.plan, links);
      this.#facts.before = before;
    }
    return this.#facts.waits;
  }

  /** How far each feature is. */
  get featureStatuses(): FeatureStatuses {
    return (this.#facts.featureStatuses ??= new FeatureStatuses(this.plan));
  }

  /** The scores of features and ideas, and their order by them. */
  get priorities(): Priorities {
    return (this.#facts.priorities ??= new Priorities(this.plan, this.featureStatuses));
  }

  /** When everything takes place, and why. */
  get schedule(): PlanSchedule {
    return this.#sharedSchedule.result;
  }

  /**
   * Works something out bit by bit. Who asks for it meanwhile has the rest of it worked out at once; after a change of
   * the plan nothing that is half done is of any use, and none of it is left.
   */
  *preparing(work: LongWork): Stepwise<void> {
    const { prepared } = this.#facts;
    if (prepared.has(work)) return;
    const schedule = yield* this.#sharedSchedule.steps();
    yield* schedule.working();
    // Where nothing is stated nobody can be asked for too much.
    const stated = work === 'capacity' ? yield* schedule.booking('statedBookings') : [];
    if (stated.length > 0) yield* schedule.booking('bookings');
    prepared.add(work);
  }

  get #sharedSchedule(): SharedWork<PlanSchedule> {
    return (this.#facts.schedule ??= new SharedWork(() => this.#readingSchedule()));
  }

  *#readingSchedule(): Stepwise<PlanSchedule> {
    const facts = this.#facts;
    const schedule = yield* PlanSchedule.reading(this, facts.before.schedule);
    const { schedule: _, ...before } = facts.before;
    facts.before = before;
    return schedule;
  }

  /** What is asked of everybody, and what they can give, week by week. */
  get capacity(): Capacity {
    return (this.#facts.capacity ??= new Capacity(this, this.schedule));
  }

  /** Progress, counts, dates and health of everything that holds work. */
  get rollUps(): RollUps {
    if (!this.#rollUps) {
      this.#rollUps = new RollUps(this, undefined, this.#rollUpsBefore);
      this.#rollUpsBefore = undefined;
    }
    return this.#rollUps;
  }

  /** When it will be finished, how certainly, and what that depends on. */
  get forecast(): PlanForecast {
    return (this.#facts.forecast ??= new PlanForecast(this));
  }

  /** The latest that is known, of this version or of one before: no version holds on to all that came before it. */
  #latest(): Before {
    const { schedule, waits, before } = this.#facts;
    return { schedule: schedule?.done ?? before.schedule, links: waits ? waits.known : before.links };
  }
}
