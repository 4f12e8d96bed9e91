import type { Temporal } from 'temporal-polyfill';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import { noPublicHolidays, type PublicHolidays } from './calendar';
import { Lineage } from './lineage';
import { ProjectProgress } from './progress';

/** A plan on a day: what all of its analysis follows from. */
export interface PlanOnDay {
  readonly plan: Plan;
  /** The date in the user's time zone; the status date of everything that is reported. */
  readonly today: Temporal.PlainDate;
  readonly publicHolidays: PublicHolidays;
}

/**
 * What follows from a plan on a day. Each part is worked out when it is first asked for, and once: rules, features,
 * views and the command line read it here. It holds for the plan as it is now; after a change make another one.
 */
export class PlanAnalysis implements PlanOnDay {
  readonly #progress = new Map<ProjectFile, ProjectProgress>();
  #lineage: Lineage | undefined;

  constructor(
    readonly plan: Plan,
    readonly today: Temporal.PlainDate,
    readonly publicHolidays: PublicHolidays = noPublicHolidays,
  ) {}

  /** Status and progress of a project's items. */
  progress(file: ProjectFile): ProjectProgress {
    const known = this.#progress.get(file);
    if (known) return known;
    const progress = new ProjectProgress(this.plan, file, this.publicHolidays);
    this.#progress.set(file, progress);
    return progress;
  }

  /** What serves each goal. */
  get lineage(): Lineage {
    return (this.#lineage ??= new Lineage(this.plan));
  }
}
