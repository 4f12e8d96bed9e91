import type { Temporal } from 'temporal-polyfill';
import { calendarOf, type WorkingCalendar } from '../../core/analysis/calendar';
import type { PlanAnalysis } from '../../core/analysis/planAnalysis';
import type { Dates, Driver, ScheduledWork } from '../../core/analysis/schedule/scheduledWork';
import { feasibleDays, shownFinish, shownStart } from '../../core/analysis/schedule/shownDates';
import type { Work } from '../../core/plan/plan';
import type { PlanFile } from '../../core/plan/planFile';
import type { AskedFile } from '../askedPlans';

/**
 * An item or a milestone with its dates, as the command line tells it to other programs. Dates are ISO dates, floats
 * working days of the calendar of its project with at most two decimals. What is not known is null.
 */
export interface ReportedWork {
  /** The id of its project, or of its program. */
  readonly project: string;
  readonly id: string;
  readonly title: string;
  readonly kind: 'item' | 'milestone';
  /** Feasible dates: within the time that people have. */
  readonly start: string | null;
  readonly finish: string | null;
  /** Early and late dates, and floats: from the network, without the limits of people. */
  readonly earlyStart: string | null;
  readonly earlyFinish: string | null;
  readonly lateStart: string | null;
  readonly lateFinish: string | null;
  readonly totalFloat: number | null;
  readonly freeFloat: number | null;
  readonly critical: boolean;
  /** What set `start`; null where that is not known. */
  readonly driver: ReportedDriver | null;
  /** Why dates are not known; absent where all are. */
  readonly unknown?: string;
}

export interface ReportedDriver {
  readonly kind: Driver['kind'];
  /** `project/id` of the work that it waits for, starts with or is a part of; absent where it is none. */
  readonly ref?: string;
  /** A phrase that goes on after the title. */
  readonly why: string;
}

/** A piece of work in its place. */
export interface ScheduledRow {
  readonly reported: ReportedWork;
  /** How many items it is part of. */
  readonly depth: number;
  readonly isDone: boolean;
}

/** The work of a project or of a program, in source order; dropped work is left out. */
export interface ScheduledGroup {
  readonly id: string;
  readonly title: string;
  /** From the first to the last feasible day of its work. */
  readonly span: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate } | undefined;
  /** The committed end of a project. */
  readonly end: Temporal.PlainDate | undefined;
  /** By which days before and after the end are counted. */
  readonly calendar: WorkingCalendar;
  readonly rows: readonly ScheduledRow[];
}

/** The work of files, by project and program. A project without work is there, with no rows. */
export function scheduledGroups(files: readonly AskedFile[]): readonly ScheduledGroup[] {
  return files.flatMap(({ file, state }) => groupsOf(file, state.analysis));
}

function groupsOf(file: PlanFile, analysis: PlanAnalysis): readonly ScheduledGroup[] {
  const scheduled = analysis.schedule.in(file).filter(({ dropped }) => !dropped);
  if (file.kind === 'project') {
    if (!file.root) return [];
    const { project, end } = file.root.fields;
    const { calendar } = analysis.progress(file);
    return [groupOf({ id: file.id, title: project?.value ?? file.id, end: end?.value, calendar }, scheduled, analysis)];
  }
  const programs = new Set(scheduled.flatMap(({ work }) => (work.within?.kind === 'program' ? [work.within] : [])));
  return [...programs].map((program) => {
    const own = scheduled.filter(({ work }) => work.within === program);
    const { title } = program.fields as { readonly title?: { readonly value: string } };
    const calendar = calendarOf(analysis.plan, undefined, analysis.publicHolidays);
    return groupOf({ id: program.id, title: title?.value ?? program.id, end: undefined, calendar }, own, analysis);
  });
}

function groupOf(
  whole: Pick<ScheduledGroup, 'id' | 'title' | 'end' | 'calendar'>,
  scheduled: readonly ScheduledWork[],
  analysis: PlanAnalysis,
): ScheduledGroup {
  const rows = scheduled.map((one) => ({
    reported: reportedWork(whole.id, one, analysis),
    depth: depthOf(one.work),
    isDone: isDone(one, analysis),
  }));
  return { ...whole, span: spanOf(scheduled), rows };
}

function reportedWork(project: string, scheduled: ScheduledWork, analysis: PlanAnalysis): ReportedWork {
  const { work, kind, start, finish, point, early, late, totalFloat, freeFloat, calendar, critical } = scheduled;
  const inDays = (minutes: number | undefined): number | null =>
    minutes === undefined ? null : rounded(minutes / calendar.minutesPerDay);
  return {
    project,
    id: work.id,
    title: work.fields.title?.value ?? work.id,
    kind,
    start: start === undefined ? null : iso(shownStart(start, point)),
    finish: finish === undefined ? null : iso(shownFinish(finish, point)),
    earlyStart: iso(early && shownStart(early.start, pointOf(early, point))),
    earlyFinish: iso(early && shownFinish(early.finish, pointOf(early, point))),
    lateStart: iso(late && shownStart(late.start, pointOf(late, point))),
    lateFinish: iso(late && shownFinish(late.finish, pointOf(late, point))),
    totalFloat: inDays(totalFloat),
    freeFloat: inDays(freeFloat),
    critical,
    driver: scheduled.driver ? reportedDriver(scheduled.driver, analysis) : null,
    ...(scheduled.unknown ? { unknown: scheduled.unknown.why } : {}),
  };
}

function reportedDriver({ kind, work, why }: Driver, { schedule }: PlanAnalysis): ReportedDriver {
  const ref = work && schedule.of(work)?.qualifiedId;
  return { kind, ...(ref === undefined ? {} : { ref }), why };
}

/** What takes no time in the network, but has no feasible date that says how to read it, is read as an end. */
function pointOf({ start, finish }: Dates, point: ScheduledWork['point']): ScheduledWork['point'] {
  return start === finish ? (point ?? 'finish') : undefined;
}

function spanOf(scheduled: readonly ScheduledWork[]): ScheduledGroup['span'] {
  const days = scheduled.flatMap((one) => feasibleDays(one) ?? []);
  const [one] = days;
  if (!one) return undefined;
  const compare = (a: Temporal.PlainDate, b: Temporal.PlainDate): number => a.until(b).sign;
  return {
    first: days.reduce((least, { first }) => (compare(first, least) > 0 ? first : least), one.first),
    last: days.reduce((most, { last }) => (compare(most, last) > 0 ? last : most), one.last),
  };
}

function depthOf({ within }: Work): number {
  return within?.kind === 'item' ? 1 + depthOf(within as Work) : 0;
}

function isDone({ work, file }: ScheduledWork, analysis: PlanAnalysis): boolean {
  if (work.kind === 'milestone') return work.fields.reached !== undefined;
  return file.kind === 'project' && analysis.progress(file).of(work)?.status === 'done';
}

function iso(date: Temporal.PlainDate | undefined): string | null {
  return date ? date.toString() : null;
}

function rounded(days: number): number {
  // Nothing of a negative float would be minus naught.
  return Math.round(days * 100) / 100 || 0;
}
