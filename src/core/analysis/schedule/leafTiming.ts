import type { Item } from '../../plan/generated/entities';
import { endOf, instantsPerDay, startOf, type Instant, type WorkingCalendar } from '../calendar';
import { statedEffort } from '../effort';
import { noInstant } from '../network/links';
import { largestShare, type Assignee, type Assignees } from './assignees';
import type { ProjectFrame } from './projectFrame';

/** What dates are wanted: as things are today, or as they were planned, whatever has come of it since. */
export type Perspective = 'today' | 'planned';

/** How the items of a project are read. */
export interface Reading {
  readonly frame: ProjectFrame;
  readonly assignees: Assignees;
  /** The first instant of the day. */
  readonly today: Instant;
  readonly perspective: Perspective;
}

/** What an item without children says of when it takes place, in instants. `noInstant` where nothing is said. */
export interface LeafTiming {
  readonly state: 'open' | 'begun' | 'done';
  readonly assignees: readonly Assignee[];
  /** What is left to do, in person-instants of working time; undefined where no effort is stated. */
  readonly effort: number | undefined;
  /** How long that takes, in instants of working time, or of all time where `isElapsed`; NaN where it is not known. */
  readonly length: number;
  readonly isElapsed: boolean;
  /** Whether `length` is that of a written `duration`, which stays whoever works on it. */
  readonly isFixedLength: boolean;
  /** When it began, or was to begin, where that is behind: what is left goes from today. */
  readonly since: Instant;
  /** Where all of it takes place, if that is written down. */
  readonly fixedStart: Instant;
  readonly fixedFinish: Instant;
  readonly earliestStart: Instant;
  /** Finished work without a written finish was finished by then. */
  readonly latestFinish: Instant;
  /** Why there is no length. */
  readonly lacks: 'length' | 'people' | undefined;
}

/**
 * Reads the dates and the length of an item without children.
 *
 * @param left the share of the work that is left to do
 */
export function leafTiming(item: Item, reading: Reading, left = shareLeft(item)): LeafTiming {
  const { frame, today, perspective } = reading;
  const dates = perspective === 'planned' ? plannedDates(item, frame) : datesToday(item, frame, today);
  const { state, since, fixedStart, fixedFinish, earliestStart, latestFinish } = dates;
  // Nothing is left of what is done, which took all of its length all the same.
  const own = leafLength(item, reading, perspective === 'planned' || state === 'done' ? 1 : left);
  const { assignees, effort, isElapsed, isFixedLength, lacks } = own;
  // Finished work holds nobody up, even where nobody wrote down how long it took.
  const length = Number.isNaN(own.length) && state === 'done' ? 0 : own.length;
  // The end of the day before a start is the same instant, and yet before it.
  const isTurned = fixedFinish !== noInstant && fixedFinish === fixedStart;
  return {
    state,
    assignees,
    effort,
    length,
    isElapsed,
    isFixedLength,
    since,
    fixedStart,
    fixedFinish: isTurned ? fixedFinish - 1 : fixedFinish,
    earliestStart,
    latestFinish,
    lacks,
  };
}

/** The share of an item without children that is left to do. */
export function shareLeft({ fields }: Item): number {
  return 1 - (fields.progress?.value ?? 0) / 100;
}

type LeafLength = Pick<LeafTiming, 'assignees' | 'effort' | 'length' | 'isElapsed' | 'isFixedLength' | 'lacks'>;

/** `duration`, else effort divided by the shares of whoever does it; a whole person where nobody is named. */
function leafLength(item: Item, { frame: { calendar, sizes }, assignees }: Reading, left: number): LeafLength {
  const doing = assignees.of(item);
  const minutes = statedEffort(item, sizes, calendar);
  const effort = minutes === undefined ? undefined : inInstants(minutes * left, calendar);
  const duration = item.fields.duration?.value;
  if (duration) {
    const whole = calendar.elapsedMinutes(duration) ?? inInstants(calendar.minutes(duration), calendar);
    const length = Math.round(whole * left);
    return { assignees: doing, effort, length, isElapsed: duration.elapsed, isFixedLength: true, lacks: undefined };
  }
  const shares = doing.length === 0 ? 1 : doing.reduce((sum, assignee) => sum + largestShare(assignee), 0);
  const lacks = effort === undefined ? 'length' : shares === 0 && effort > 0 ? 'people' : undefined;
  const length = effort === undefined || lacks ? NaN : effort === 0 ? 0 : Math.round(effort / shares);
  return { assignees: doing, effort, length, isElapsed: false, isFixedLength: false, lacks };
}

/** Working minutes as instants of working time, of which every working day has the same number. */
export function inInstants(minutes: number, { minutesPerDay }: WorkingCalendar): number {
  return Math.round((minutes * instantsPerDay) / minutesPerDay);
}

type LeafDates = Pick<LeafTiming, 'state' | 'since' | 'fixedStart' | 'fixedFinish' | 'earliestStart' | 'latestFinish'>;

function plannedDates({ fields }: Item, { origin }: ProjectFrame): LeafDates {
  return {
    state: 'open',
    since: noInstant,
    fixedStart: startOn(fields.start),
    fixedFinish: finishOn(fields.end),
    earliestStart: Math.max(origin, startOn(fields.not_before)),
    latestFinish: noInstant,
  };
}

/** Actual dates stand above stated ones, and what is not finished is never placed before today. */
function datesToday(item: Item, frame: ProjectFrame, today: Instant): LeafDates {
  const { fields } = item;
  const planned = plannedDates(item, frame);
  const started = startOn(fields.started);
  const start = started === noInstant ? planned.fixedStart : started;
  if (fields.finished !== undefined || fields.status?.value === 'done')
    return finishedDates(item, { ...planned, fixedStart: start }, today);

  const isBegun = started !== noInstant || fields.status?.value === 'in-progress' || shareLeft(item) < 1;
  const state = isBegun ? 'begun' : 'open';
  // A planned end that the actual start has overtaken says nothing any more.
  const end = started !== noInstant && planned.fixedFinish <= started ? noInstant : planned.fixedFinish;
  const earliestStart = Math.max(planned.earliestStart, today);
  const stated = { ...planned, state, fixedFinish: end } as const;
  if (end !== noInstant || start > today || (start === today && !isBegun))
    return { ...stated, fixedStart: start, earliestStart };
  if (isBegun || start !== noInstant) return { ...stated, since: start, fixedStart: noInstant, earliestStart: today };
  return { ...stated, earliestStart };
}

function finishedDates({ fields }: Item, planned: LeafDates, today: Instant): LeafDates {
  const finished = finishOn(fields.finished);
  const finish = finished === noInstant ? planned.fixedFinish : finished;
  const isContradicted = finish !== noInstant && planned.fixedStart >= finish && fields.started === undefined;
  return {
    ...planned,
    state: 'done',
    fixedStart: isContradicted ? noInstant : planned.fixedStart,
    fixedFinish: finish,
    latestFinish: finish === noInstant ? today + instantsPerDay : noInstant,
  };
}

function startOn(field: Item['fields']['start']): Instant {
  return (field && startOf(field.value)) ?? noInstant;
}

function finishOn(field: Item['fields']['end']): Instant {
  return (field && endOf(field.value)) ?? noInstant;
}
