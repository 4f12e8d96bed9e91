/**
 * A report as the command line tells it to other programs. All properties are always there: what is not known is null,
 * a date is an ISO date, progress and probabilities are shares from 0 to 1.
 */
export interface ReportedPlan {
  readonly projects: readonly ReportedProject[];
  readonly goals: readonly ReportedGoal[];
  readonly releases: readonly ReportedRelease[];
  readonly people: readonly ReportedPerson[];
}

/** Work that is summed up. */
export interface ReportedWhole {
  readonly id: string;
  readonly progress: number | null;
  /** How many items without children are open, and how many done; dropped ones are left out. */
  readonly open: number;
  readonly done: number;
  /** The last feasible finish of its items and milestones; null also where an open one of them has none. */
  readonly finish: string | null;
}

export interface ReportedProject extends ReportedWhole {
  readonly earnedValue: ReportedEarnedValue;
  readonly forecast: ReportedForecast & {
    /** The probability to finish by the project's end. */
    readonly meetsEnd: number | null;
  };
}

/** Money in major units of the currency: 12.5 is twelve and a half euros. */
export interface ReportedEarnedValue {
  readonly currency: string | null;
  readonly bac: number | null;
  readonly pv: number | null;
  readonly ev: number | null;
  readonly ac: number | null;
  readonly cv: number | null;
  readonly sv: number | null;
  readonly cpi: number | null;
  readonly spi: number | null;
  readonly eac: number | null;
  readonly etc: number | null;
  readonly vac: number | null;
  readonly tcpi: number | null;
}

/** The dates by which 50, 80 and 95 of 100 simulated runs are finished. */
export interface ReportedForecast {
  readonly p50: string | null;
  readonly p80: string | null;
  readonly p95: string | null;
}

export interface ReportedGoal {
  readonly id: string;
  /** The id of its product. */
  readonly product: string;
  /** Of the work that serves it and the goals that are parts of it. */
  readonly progress: number | null;
  /** The mean progress of their key results, each from 0 to 1. */
  readonly keyResults: number | null;
  /** The ids of the projects that serve it. */
  readonly projects: readonly string[];
  readonly finish: string | null;
}

export interface ReportedRelease extends ReportedWhole {
  readonly product: string;
  /** The last day of the period that it is planned for. */
  readonly date: string | null;
  readonly forecast: ReportedForecast & {
    /** The probability to finish by `date`. */
    readonly meetsDate: number | null;
  };
}

export interface ReportedPerson {
  readonly id: string;
  /** The weeks in which there is something to do. */
  readonly weeks: readonly ReportedWeek[];
}

/** In working days of the person, with at most two decimals. */
export interface ReportedWeek {
  /** `2026-W36`, by ISO 8601. */
  readonly week: string;
  readonly demand: number;
  /** Null for teams, suppliers and clients, whose capacity nobody knows. */
  readonly capacity: number | null;
  /** `project/id` of the items behind the demand. */
  readonly items: readonly string[];
}
