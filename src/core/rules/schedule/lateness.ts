import { Temporal } from 'temporal-polyfill';
import {
  calendarOf,
  dateOf,
  epochDay,
  type EpochDay,
  type Instant,
  type WorkingCalendar,
} from '../../analysis/calendar';
import { releasesOf } from '../../analysis/inheritance';
import { goalLine, parentItem } from '../../analysis/lineage';
import { noInstant } from '../../analysis/network/links';
import { isAtRest, pastRelease } from '../../analysis/pastPromises';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Finishes } from '../../analysis/schedule/finishes';
import type { SchedulePart } from '../../analysis/schedule/schedulePart';
import type { Field } from '../../plan/entity';
import type { Goal, Item, Milestone, Release } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import { atOnce, type Stepwise } from '../../stepwise';
import type { Place } from '../../text/sourceText';
import { isLate, LateWork, type Aim } from './lateWork';
import { openRows, type OpenRow, type OwnPromise } from './openRows';
import { mayBeOver, worksThatMayBeOver } from './overdue';
import { goalSite, releaseSite } from './promiseSites';
import { isSameLateness } from './sameLateness';

type Work = Item | Milestone;
type Day = Temporal.PlainDate;

/** An item that finishes after its deadline, or a milestone that comes after its date. */
export interface MissedDate {
  readonly work: Work;
  readonly promise: Field<Day>;
  readonly finish: Day;
}

/** A project that finishes after its own end. */
export interface MissedEnd {
  readonly end: Field<Day>;
  /** What of the open work finishes last, and when; undefined where none of it has dates. */
  readonly last: { readonly work: Work; readonly finish: Day } | undefined;
  /** How many items without children, and how many milestones, are open. */
  readonly open: number;
}

/** The work of a file that finishes after the day of a release or a goal. */
export interface LateFor<W extends Release | Goal = Release | Goal> {
  readonly whole: W;
  readonly due: Day;
  /** The reference by which the last of it comes to the release or goal. */
  readonly at: Place;
  /** The last to finish first. */
  readonly works: readonly [Work, ...Work[]];
}

/**
 * All promises that a file is not going to keep, other than those whose day is past. The same object for as long as that
 * and the schedule behind it are the same.
 */
export interface Lateness {
  /** What the dates and chains come from. */
  readonly part: SchedulePart | undefined;
  /** The dates that are missed where a chain ends. */
  readonly dates: readonly MissedDate[];
  /** All dates that are missed, by their work. */
  readonly missed: ReadonlyMap<Work, MissedDate>;
  readonly end: MissedEnd | undefined;
  readonly releases: readonly LateFor<Release>[];
  readonly goals: readonly LateFor<Goal>[];
}

/** So far back a chain is looked at for other promises. */
const longestWay = 500;

const nothing: Lateness = { part: undefined, dates: [], missed: new Map(), end: undefined, releases: [], goals: [] };

/** By what the analysis follows from: another one for each version of a plan that differs in more than words. */
const known = new WeakMap<object, Map<PlanFile, Lateness>>();

/** What was read of a file in the last version of its plan that it was read in. */
const latest = new WeakMap<PlanFile, Lateness>();

/**
 * The promises that a file is not going to keep, each of them once.
 *
 * Of one item without children the first counts that applies: its own end or deadline is past (see `pastPromise`), it
 * misses its deadline, it is late for a release, it is late for a goal. A chain of late work is reported where it ends:
 * a deadline or date on the way to another one that is missed, or to the end of the project, is not reported again; nor
 * is a release or goal that would be met if the project met its own end. Free days alone make nothing late.
 */
export function latenessOf(analysis: PlanAnalysis, file: PlanFile): Lateness {
  return atOnce(findingLateness(analysis, file));
}

/** The same bit by bit. */
export function* findingLateness(analysis: PlanAnalysis, file: PlanFile): Stepwise<Lateness> {
  const files = known.get(analysis.facts) ?? new Map<PlanFile, Lateness>();
  known.set(analysis.facts, files);
  const found = files.get(file) ?? (yield* reading(analysis, file));
  files.set(file, found);
  return found;
}

function* reading(analysis: PlanAnalysis, file: PlanFile): Stepwise<Lateness> {
  yield* analysis.preparing('schedule');
  const now = yield* new LatenessReader(analysis, file).reading();
  const before = latest.get(file);
  const found = before && isSameLateness(before, now) ? before : now;
  latest.set(file, found);
  return found;
}

/** How many pieces of work are looked at in one step, and of how many the chain is followed. */
const worksPerStep = 4096;
const chainsPerStep = 4;

/** The releases and goals that work is for, as far as they are promised. */
interface Aims {
  readonly releases: readonly Aim<Release>[];
  readonly goals: readonly Aim<Goal>[];
}

class LatenessReader {
  readonly #calendar: WorkingCalendar;
  readonly #today: EpochDay;
  readonly #works: readonly Work[];
  readonly #dates: (MissedDate & { readonly instant: Instant })[] = [];
  readonly #releases: LateWork<Release>;
  readonly #goals: LateWork<Goal>;
  /** By the ways of items. */
  readonly #aims = new Map<string, Aims>();
  readonly #rows: readonly OpenRow[];
  #finishes: Finishes = { instants: new Float64Array(), days: new Int32Array() };
  /** What finishes last, by its place; −1 for as long as nothing does. */
  #last = -1;
  #open = 0;

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: PlanFile,
  ) {
    const { plan, publicHolidays, today } = analysis;
    this.#calendar = calendarOf(plan, file.kind === 'project' ? file : undefined, publicHolidays);
    this.#today = epochDay(today);
    const releaseAt = (work: Work, release: Release): Place | undefined => releaseSite(plan, file, work, release)?.at;
    this.#releases = new LateWork(this.#calendar, releaseDay, releaseAt);
    this.#goals = new LateWork(this.#calendar, goalDay, (work, goal) => goalSite(plan, file, work, goal));
    this.#rows = file.root && !isAtRest(file) ? openRows(file) : [];
    const works: Work[] = [];
    for (const row of this.#rows) for (const work of row.works) works.push(work);
    this.#works = works;
  }

  *reading(): Stepwise<Lateness> {
    const { file } = this;
    if (!file.root || isAtRest(file)) return nothing;
    this.#finishes = yield* this.analysis.schedule.finishing(file, this.#works);
    const over = yield* worksThatMayBeOver(file, this.#rows);
    let [at, next] = [0, worksPerStep];
    for (const row of this.#rows) {
      if (at >= next) {
        next = at + worksPerStep;
        yield;
      }
      this.#addRow(row, at, over);
      at += row.works.length;
    }
    const end = this.#missedEnd();
    yield;
    return {
      part: this.analysis.schedule.partOf(file),
      dates: yield* this.#atTheirEnds(end),
      missed: new Map(this.#dates.map((date) => [date.work, date])),
      end,
      releases: this.#gathered(this.#releases, end),
      goals: this.#gathered(this.#goals, end),
    };
  }

  #aimsOf({ works: [work], way }: OpenRow): Aims {
    const known = work.kind === 'item' ? this.#aims.get(way) : undefined;
    if (known) return known;
    const goals = goalLine(this.analysis.plan, this.file, work)?.goals ?? [];
    const aims = {
      releases: this.#releases.aimsOf(this.#releasesOf(work), work),
      goals: this.#goals.aimsOf(goals, work),
    };
    if (work.kind === 'item') this.#aims.set(way, aims);
    return aims;
  }

  #releasesOf(work: Work): readonly Release[] {
    const { plan } = this.analysis;
    if (work.kind === 'item') return this.file.kind === 'project' ? releasesOf(plan, this.file, work) : [];
    const release = work.fields.release && plan.target(work.fields.release.value, this.file);
    return release ? [release] : [];
  }

  /** @param at the place of its first work */
  #addRow(row: OpenRow, at: number, over: ReadonlySet<Work>): void {
    const { works, promises } = row;
    const aims = this.#aimsOf(row);
    const isMilestone = works[0].kind === 'milestone';
    let own = 0;
    for (const work of works) {
      if (over.size === 0 || !over.has(work)) this.#add(at + own, promises?.[own], aims, isMilestone);
      own++;
    }
  }

  /** Puts open work, by its place, where the first of its promises is broken that is. */
  #add(at: number, own: OwnPromise | undefined, { releases, goals }: Aims, isMilestone: boolean): void {
    this.#open++;
    const { instants, days } = this.#finishes;
    const instant = instants[at] ?? noInstant;
    if (instant === noInstant) return;
    const last = instants[this.#last] ?? noInstant;
    // A milestone that comes with the last item is what that leads to.
    if (isMilestone ? instant >= last : instant > last) this.#last = at;
    if (own && own.first < this.#today) return;
    const day = days[at] ?? 0;
    if (own && isLate(this.#calendar, day, own.due)) this.#addDate(at, day);
    else if (!this.#releases.add(releases, at, day)) this.#goals.add(goals, at, day);
  }

  #addDate(at: number, day: EpochDay): void {
    const work = this.#works[at];
    const promise = work && (work.kind === 'item' ? work.fields.deadline : work.fields.date);
    const [finish, instant] = [dateOf(day), this.#finishes.instants[at] ?? noInstant];
    if (promise && finish) this.#dates.push({ work, promise, finish, instant });
  }

  #missedEnd(): MissedEnd | undefined {
    const root = this.file.root;
    const end = root?.kind === 'project' ? root.fields.end : undefined;
    if (!end || this.#open === 0 || isInverted(root)) return undefined;
    const { today } = this.analysis;
    const isPast = this.#calendar.workdays(end.value.add({ days: 1 }), today.subtract({ days: 1 })) > 0;
    const [work, day] = [this.#works[this.#last], this.#finishes.days[this.#last]];
    const finish = day === undefined ? undefined : dateOf(day);
    const last = work && finish ? { work, finish } : undefined;
    if (!isPast && !(day !== undefined && isLate(this.#calendar, day, epochDay(end.value)))) return undefined;
    if (last && !isPast && this.#isStatedBeyond(last.work, end.value)) return undefined;
    return { end, last, open: this.#open };
  }

  /** Whether a date that is written in the project leads there: then that date has a finding of its own. */
  #isStatedBeyond(last: Work, end: Day): boolean {
    const works = this.analysis.schedule.chain(last, longestWay).map(({ scheduled }) => scheduled.work);
    // Work of which nothing but its end is known has no chain.
    return [last, ...works].some((work) => work.uri === this.file.uri && statesDateAfter(work, end));
  }

  /** The missed dates that are on the way to no other one, and not to the end of the project. */
  *#atTheirEnds(end: MissedEnd | undefined): Stepwise<readonly MissedDate[]> {
    const covered = new Set<Work>();
    const cover = (work: Work, itself: boolean): void => {
      for (const { scheduled } of this.analysis.schedule.chain(work, longestWay))
        if (itself || scheduled.work !== work) covered.add(scheduled.work);
    };
    if (this.#dates.length > 0 && end?.last) cover(end.last.work, true);
    // From the last on, so that no chain is walked again from somewhere on it.
    const lastFirst = [...this.#dates].sort((one, other) => other.instant - one.instant);
    let followed = 0;
    for (const { work } of lastFirst) {
      if (covered.has(work)) continue;
      cover(work, false);
      if (++followed % chainsPerStep === 0) yield;
    }
    return this.#dates.filter(({ work }) => !covered.has(work));
  }

  #gathered<W extends Release | Goal>(gathered: LateWork<W>, end: MissedEnd | undefined): readonly LateFor<W>[] {
    const { instants } = this.#finishes;
    return [...gathered.all].flatMap(({ whole, due, late }) => {
      const file = this.analysis.plan.fileOf(whole);
      if (!file || mayBeOver(file, whole) || (end && Temporal.PlainDate.compare(end.end.value, due) <= 0)) return [];
      if (whole.kind === 'release' && pastRelease(whole, this.analysis.today)) return [];
      const lastFirst = late.sort((one, other) => (instants[other] ?? 0) - (instants[one] ?? 0));
      const [first, ...others] = lastFirst.flatMap((at) => this.#works[at] ?? []);
      const at = first && gathered.siteOf(first, whole);
      return at ? [{ whole, due, at, works: [first, ...others] as const }] : [];
    });
  }
}

function releaseDay({ fields: { status, date } }: Release): Day | undefined {
  return status?.value === 'released' || status?.value === 'cancelled' ? undefined : date?.value.last;
}

function goalDay({ fields: { status, target } }: Goal): Day | undefined {
  return (status?.value ?? 'active') === 'active' ? target?.value.last : undefined;
}

function isInverted(root: PlanFile['root']): boolean {
  if (root?.kind !== 'project') return false;
  const { start, end } = root.fields;
  return start !== undefined && end !== undefined && Temporal.PlainDate.compare(end.value, start.value) < 0;
}

function statesDateAfter(work: Work, day: Day): boolean {
  for (let at: Work | undefined = work; at; at = parentItem(at)) {
    const dates = at.kind === 'item' ? [at.fields.start, at.fields.end] : [at.fields.date];
    if (dates.some((date) => date && Temporal.PlainDate.compare(date.value, day) > 0)) return true;
  }
  return false;
}
