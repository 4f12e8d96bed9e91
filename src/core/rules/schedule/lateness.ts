import { Temporal } from 'temporal-polyfill';
import {
  calendarOf,
  dateOf,
  epochDay,
  type EpochDay,
  type Instant,
  type WorkingCalendar,
} from '../../analysis/calendar';
import { byEntry } from '../../analysis/entries';
import { releasesOf } from '../../analysis/inheritance';
import { goalLine, parentItem } from '../../analysis/lineage';
import { isOpenMilestone } from '../../analysis/openWork';
import { isAtRest, pastPromise, pastRelease } from '../../analysis/pastPromises';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { SchedulePart } from '../../analysis/schedule/schedulePart';
import type { Field } from '../../plan/entity';
import type { Goal, Item, Milestone, Release } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import { atOnce, type Stepwise } from '../../stepwise';
import type { Place } from '../../text/sourceText';
import { mayBeOver } from './overdue';
import { goalSite, releaseSite } from './promiseSites';
import { isSameLateness } from './sameLateness';
import { openLeaves } from './workState';

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

/** How many items are looked at in one step, and of how many the chain is followed. */
const itemsPerStep = 64;
const chainsPerStep = 4;

/** Items one after the other that come to their releases and goals from the same place. */
type Row = [Item, ...Item[]];

/** The items of a project without children that are still to be done, in source order. */
const openRows = byEntry((entry): readonly Row[] => {
  const rows: Row[] = [];
  let last: Item | undefined;
  for (const item of openLeaves(entry)) {
    const holder = holderOf(item);
    const row = rows.at(-1);
    if (row && holder === last) row.push(item);
    else rows.push([item]);
    last = holder;
  }
  return rows;
});

/** What of an item has it say what it is for: itself, or the nearest item above that does, or the topmost. */
function holderOf(item: Item): Item {
  const { goal, feature, release } = item.fields;
  const parent = (goal ?? feature ?? release) ? undefined : parentItem(item);
  return parent ? holderOf(parent) : item;
}

interface Finish {
  readonly work: Work;
  readonly instant: Instant;
  /** The day that people are shown for it. */
  readonly day: EpochDay;
}

/** Work that is late for one whole, as it is gathered. */
type Gathered<W> = Map<W, { readonly due: Day; readonly late: Finish[] }>;

/** A promised day, and its number: many finishes are compared with it. */
interface Due {
  readonly day: Day;
  readonly number: EpochDay;
}

class LatenessReader {
  readonly #calendar: WorkingCalendar;
  readonly #dates: (MissedDate & { readonly instant: Instant })[] = [];
  readonly #releases: Gathered<Release> = new Map();
  readonly #goals: Gathered<Goal> = new Map();
  /** When what work is for has to be ready; null where nothing says so. */
  readonly #due = new Map<Release | Goal, Due | null>();
  #last: Finish | undefined;
  #open = 0;

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: PlanFile,
  ) {
    const project = file.kind === 'project' ? file : undefined;
    this.#calendar = calendarOf(analysis.plan, project, analysis.publicHolidays);
  }

  *reading(): Stepwise<Lateness> {
    const { plan } = this.analysis;
    const { file } = this;
    if (!file.root || isAtRest(file)) return nothing;
    if (file.kind === 'project') {
      for (const [first, ...others] of openRows(file)) {
        const releases = releasesOf(plan, file, first);
        const goals = goalLine(plan, file, first)?.goals ?? [];
        for (const item of [first, ...others]) {
          this.#add(item, releases, goals);
          if (this.#open % itemsPerStep === 0) yield;
        }
      }
    }
    for (const milestone of milestonesIn(file)) {
      if (!isOpenMilestone(milestone)) continue;
      const release = milestone.fields.release && plan.target(milestone.fields.release.value, file);
      this.#add(milestone, release ? [release] : [], goalLine(plan, file, milestone)?.goals ?? []);
    }
    const end = this.#missedEnd();
    yield;
    return {
      part: this.analysis.schedule.partOf(file),
      dates: yield* this.#atTheirEnds(end),
      missed: new Map(this.#dates.map((date) => [date.work, date])),
      end,
      releases: this.#gathered(this.#releases, end, (work, release) => releaseSite(plan, file, work, release)?.at),
      goals: this.#gathered(this.#goals, end, (work, goal) => goalSite(plan, file, work, goal)),
    };
  }

  /** Puts open work where the first of its promises is broken that is. */
  #add(work: Work, releases: readonly Release[], goals: readonly Goal[]): void {
    if (mayBeOver(this.file, work)) return;
    this.#open++;
    const shown = this.analysis.schedule.finish(work);
    if (!shown) return;
    const { instant, day } = shown;
    const finish = { work, instant, day };
    // A milestone that comes with the last item is what that leads to.
    const isLast =
      !this.#last || (work.kind === 'milestone' ? instant >= this.#last.instant : instant > this.#last.instant);
    if (isLast) this.#last = finish;
    if (pastPromise(work, this.analysis.today)) return;
    const promise = work.kind === 'item' ? work.fields.deadline : work.fields.date;
    const late = promise && this.#isLate(day, promise.value) ? dateOf(day) : undefined;
    if (promise && late) this.#dates.push({ work, promise, finish: late, instant });
    else if (!this.#isLateForAny(this.#releases, releases, releaseDay, finish))
      this.#isLateForAny(this.#goals, goals, goalDay, finish);
  }

  #isLateForAny<W extends Release | Goal>(
    gathered: Gathered<W>,
    wholes: readonly W[],
    dayOf: (whole: W) => Day | undefined,
    finish: Finish,
  ): boolean {
    let any = false;
    for (const whole of wholes) {
      const known = this.#due.get(whole);
      const due = known === undefined ? dueOf(dayOf(whole)) : known;
      if (known === undefined) this.#due.set(whole, due);
      if (!due || !this.#isLateBy(finish.day, due.number)) continue;
      any = true;
      const entry = gathered.get(whole) ?? { due: due.day, late: [] };
      gathered.set(whole, entry);
      entry.late.push(finish);
    }
    return any;
  }

  #isLate(finish: EpochDay, promised: Day): boolean {
    return this.#isLateBy(finish, epochDay(promised));
  }

  #isLateBy(finish: EpochDay, due: EpochDay): boolean {
    return finish > due && this.#calendar.workdaysBetween(due + 1, finish) > 0;
  }

  #missedEnd(): MissedEnd | undefined {
    const root = this.file.root;
    const end = root?.kind === 'project' ? root.fields.end : undefined;
    if (!end || this.#open === 0 || isInverted(root)) return undefined;
    const { today } = this.analysis;
    const isPast = this.#calendar.workdays(end.value.add({ days: 1 }), today.subtract({ days: 1 })) > 0;
    const finish = this.#last && dateOf(this.#last.day);
    const last = this.#last && finish ? { work: this.#last.work, finish } : undefined;
    if (!isPast && !(this.#last && this.#isLate(this.#last.day, end.value))) return undefined;
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

  #gathered<W extends Release | Goal>(
    gathered: Gathered<W>,
    end: MissedEnd | undefined,
    siteOf: (work: Work, whole: W) => Place | undefined,
  ): readonly LateFor<W>[] {
    return [...gathered].flatMap(([whole, { due, late }]) => {
      const file = this.analysis.plan.fileOf(whole);
      if (!file || mayBeOver(file, whole) || (end && Temporal.PlainDate.compare(end.end.value, due) <= 0)) return [];
      if (whole.kind === 'release' && pastRelease(whole, this.analysis.today)) return [];
      const works = [...late].sort((one, other) => other.instant - one.instant).map(({ work }) => work);
      const [first, ...others] = works.filter((work) => siteOf(work, whole));
      const at = first && siteOf(first, whole);
      return at ? [{ whole, due, at, works: [first, ...others] as const }] : [];
    });
  }
}

function dueOf(day: Day | undefined): Due | null {
  return day ? { day, number: epochDay(day) } : null;
}

/** The milestones of a project, or of the programs of a roadmap or the settings. */
function milestonesIn(file: PlanFile): readonly Milestone[] {
  if (file.kind === 'project') return file.root?.fields.milestones?.value ?? [];
  return (file.root?.fields.programs?.value ?? []).flatMap(({ fields }) => fields.milestones?.value ?? []);
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
