import type { Item, Milestone } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import type { PlanFile, ProjectFile } from '../../plan/planFile';
import type { Instant, WorkingCalendar } from '../calendar';

/** From when to when. A start is read as a date by `startDate`, a finish by `finishDate`. */
export interface Dates {
  readonly start: Instant;
  readonly finish: Instant;
}

/** What set a start: the one thing that would have to change for it to be earlier. */
export type DriverKind =
  /** The first day of its project. */
  | 'project-start'
  /** Unfinished work goes from today. */
  | 'today'
  /** Something that it waits for: its own `depends_on` or that of a parent, or work that names the milestone. */
  | 'dependency'
  /** The sibling before it in a sequential parent. */
  | 'sequence'
  /** The start that a parent states. */
  | 'parent'
  /** Of a parent: the child that starts first. */
  | 'child'
  | 'not-before'
  /** The date of a milestone. */
  | 'date'
  /** Its own `start` or `end`. */
  | 'stated'
  /** Its own `started`, `finished` or `reached`. */
  | 'actual'
  /** Somebody who is busy with other work until then. */
  | 'person'
  /** Days off, holidays, or the window of somebody in the team. */
  | 'calendar';

export interface Driver {
  readonly kind: DriverKind;
  /** What it waits for: the predecessor, the parent, the child, the work that somebody is busy with. */
  readonly work?: Work;
  /** Whether it waits for the start of that, and not for its end. */
  readonly isStart?: boolean;
  /** Who is busy or away; as the plan refers to people. */
  readonly person?: string;
  /** Whose `depends_on` it is, where that is a parent. */
  readonly through?: Item;
  /** Why the date is what it is, as a phrase that goes on after the title: "waits for Contract until 12 May 2026". */
  readonly why: string;
}

/** Why something has no dates. */
export type UnknownKind =
  /** It waits for itself. */
  | 'cycle'
  /** It has neither effort, duration nor dates to go by. */
  | 'no-length'
  | 'finish-before-start'
  | 'waits-for-unknown'
  /** Nobody ever works in its calendar, or it leads beyond the years of a plan. */
  | 'no-working-time'
  /** Whoever does it has no time for the project, or none any more. */
  | 'nobody-free';

export interface Unknown {
  readonly kind: UnknownKind;
  /** What it waits for that is unknown. */
  readonly work?: Work;
  /** The reason as a phrase that goes on after the title: "has neither an estimate, a duration nor dates". */
  readonly why: string;
}

/**
 * The dates of an item or a milestone. Immutable.
 *
 * What is unknown has a reason in `unknown` and none of the dates that cannot be known; one that it states itself may be
 * there all the same.
 */
export interface ScheduledWork {
  readonly work: Work;
  readonly kind: 'item' | 'milestone';
  readonly file: PlanFile;
  /** `project/id`: unique in the plan, but for mistakes that a rule reports. */
  readonly qualifiedId: string;
  /** The calendar of its project, in which its floats are counted. */
  readonly calendar: WorkingCalendar;
  /** Feasible, and so what people are shown: within the time that everybody has. Of a milestone both are the same. */
  readonly start?: Instant | undefined;
  readonly finish?: Instant | undefined;
  /** From the network, without the limits of people. */
  readonly early?: Dates | undefined;
  readonly late?: Dates | undefined;
  /** How far the finish may slip before it delays the end of a project; working minutes. Negative where stated dates clash. */
  readonly totalFloat?: number | undefined;
  /** How far the finish may slip before it delays anything that waits for it; working minutes, never negative. */
  readonly freeFloat?: number | undefined;
  /** No total float is left. */
  readonly critical: boolean;
  /**
   * How the one instant of what takes no time is read as a date: as a start, or (what waits for something) as a finish.
   * Undefined for what takes time, unless it has begun and nothing is left of it.
   */
  readonly point?: 'start' | 'finish' | undefined;
  /** What set the feasible start; undefined only for what is unknown. */
  readonly driver?: Driver | undefined;
  readonly unknown?: Unknown | undefined;
  /** Whether an item counts as dropped, by itself or with a parent: it takes no time, and has no dates. */
  readonly dropped: boolean;
}

/** A stretch of time in which somebody works on an item with one share of full time. */
export interface Booking {
  readonly item: Item;
  readonly file: ProjectFile;
  /** As the plan refers to people. */
  readonly person: string;
  readonly from: Instant;
  readonly until: Instant;
  /** Of full time, from 0 up: 0.4 is two days of a week of five. Spread evenly over the days that `calendar` works. */
  readonly share: number;
  /** The days on which this person works for this project. */
  readonly calendar: WorkingCalendar;
  /**
   * - `actual`: what is finished, or the part of it that is done.
   * - `stated`: between dates that are written down, and the rest of work that has begun.
   * - `computed`: placed where there is time for it.
   */
  readonly basis: 'actual' | 'stated' | 'computed';
}

/** What people are booked for. */
export interface Booked {
  /** Who works on what, when. */
  readonly bookings: readonly Booking[];
  /** Those of them that stated dates and work in progress hold, in the same order. */
  readonly statedBookings: readonly Booking[];
}

/** One link of the chain that explains a date, the first cause first. */
export interface ChainLink {
  readonly scheduled: ScheduledWork;
  readonly driver: Driver;
}

/** When everything of a plan takes place, and why. Immutable; it does not change when the order of the files does. */
export interface Schedule extends Booked {
  /** Of an item or milestone; undefined for one that is in no project and no program of the plan. */
  of(work: Work): ScheduledWork | undefined;
  /** The work of a project (items in their tree, then milestones) or of the programs of another file, in source order. */
  in(file: PlanFile): readonly ScheduledWork[];
  /**
   * The work that leads to a start, the first cause first and the work itself last. Empty for what is unknown.
   *
   * @param longest of a longer chain only the last links are given
   */
  chain(work: Work, longest?: number): readonly ChainLink[];
  /** The first and the last feasible date of a file's work, what is unknown and dropped left out. */
  span(file: PlanFile): Dates | undefined;
  /**
   * The earliest instant at which the links and constraints of the network let the work start, whatever date is stated:
   * what a stated start is compared with, and the link that holds it. Undefined for what is unknown.
   */
  allowedStart(work: Work): { readonly instant: Instant; readonly driver: Driver } | undefined;
  /**
   * When an item or milestone was planned to take place: stated dates, else the network without actual dates, progress
   * and today. Undefined where that is unknown.
   */
  planned(work: Work): Dates | undefined;
}

export type { Item, Milestone, Work };
