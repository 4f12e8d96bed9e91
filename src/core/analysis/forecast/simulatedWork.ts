import { instantsPerDay, type Instant, type WorkingCalendar } from '../calendar';
import { calendarTime, type CalendarTime } from '../network/calendarTime';
import { noInstant } from '../network/links';
import type { LeafTiming } from '../schedule/leafTiming';
import { shareLeft } from '../schedule/leafTiming';
import { frameOf } from '../schedule/planNetwork';
import type { PlanNode } from '../schedule/planNodes';
import type { ProjectFrame } from '../schedule/projectFrame';
import type { ScheduleNumbers } from '../schedule/workDates';
import type { UncertainLength } from './forecastProblem';
import { RemainingLengths } from './remainingLength';

/** An activity of a plan as the runs of a forecast take it. `noInstant` where nothing is said. */
export interface SimulatedWork {
  /** Counted in its calendar: what it takes as planned. */
  readonly duration: number;
  /** How that varies; undefined where it does not. */
  readonly length: UncertainLength | undefined;
  readonly calendar: number;
  readonly earliestStart: Instant;
  readonly fixedStart: Instant;
  readonly fixedFinish: Instant;
}

/**
 * Reads the activities of a plan for a forecast. What is finished stays where it is. What is open has no stated finish
 * any more, since a forecast in which all is finished as stated would say nothing; a stated start is the earliest.
 *
 * Who works alone, or with others who have the same days off, works by their own calendar: a run that comes later meets
 * other days off than the schedule does. Teams of people with different ones, and a written `duration`, go by the
 * project's calendar. That a person's part in a project ends, or has a gap, counts as far as it does in the schedule.
 */
export class SimulatedWorks {
  readonly time: CalendarTime;
  readonly #calendars = new Map<WorkingCalendar, number>();
  readonly #lengths = new RemainingLengths();

  constructor(private readonly numbers: ScheduleNumbers) {
    for (const calendar of numbers.network.calendars) this.#add(calendar);
    numbers.network.nodes.forEach((node, index) => {
      this.#add(this.#ownCalendar(node, index));
    });
    this.time = calendarTime([...this.#calendars.keys()]);
  }

  of(index: number): SimulatedWork | undefined {
    const node = this.numbers.network.nodes[index];
    if (!node) return undefined;
    const calendar = node.isElapsed ? this.time.elapsed : (this.#calendars.get(this.#ownCalendar(node, index)) ?? 0);
    const { timing, earliestStart, fixedStart, fixedFinish, length } = node;
    if (!timing) return { duration: length, length: undefined, calendar, earliestStart, fixedStart, fixedFinish };
    if (timing.state === 'done') return this.#done(index, calendar, length);
    const [from, duration] =
      fixedFinish === noInstant
        ? [Math.max(earliestStart, fixedStart), this.#placedLength(index, node, timing, calendar)]
        : this.#untilStated(index, node, timing, calendar);
    return {
      duration,
      length:
        node.work.kind === 'item'
          ? this.#lengths.of(node.work, frameOf(this.numbers.network, index) as ProjectFrame, timing, duration)
          : undefined,
      calendar,
      earliestStart: Math.max(from, firstOnProject(timing)),
      fixedStart: noInstant,
      fixedFinish: noInstant,
    };
  }

  /** The number of the calendar in which the lag of a link is counted. */
  lagCalendar(link: number): number {
    const { network } = this.numbers;
    const { links, lagCalendar } = network.activities;
    if (lagCalendar?.[link] === network.time.elapsed) return this.time.elapsed;
    const to = links.to[link];
    return (to === undefined ? undefined : this.#calendars.get(frameOf(network, to).calendar)) ?? 0;
  }

  #add(calendar: WorkingCalendar): void {
    if (!this.#calendars.has(calendar)) this.#calendars.set(calendar, this.#calendars.size);
  }

  /** The calendar of whoever does an activity, where that is one; else that of its project. */
  #ownCalendar({ timing }: PlanNode, index: number): WorkingCalendar {
    const { calendar: ofProject } = frameOf(this.numbers.network, index);
    if (!timing || timing.isFixedLength || timing.state === 'done') return ofProject;
    const [first, ...others] = timing.assignees.map(({ availability }) => availability.calendar);
    return first && others.every((calendar) => calendar === first) ? first : ofProject;
  }

  #done(index: number, calendar: number, duration: number): SimulatedWork {
    const { earlyStart, earlyFinish } = this.numbers.dates;
    return {
      duration,
      length: undefined,
      calendar,
      earliestStart: noInstant,
      fixedStart: earlyStart[index] ?? noInstant,
      fixedFinish: earlyFinish[index] ?? noInstant,
    };
  }

  /** What an effort takes where it is placed: there it counts who has how much time for it when. */
  #placedLength(index: number, node: PlanNode, timing: LeafTiming, calendar: number): number {
    const { start, finish } = this.numbers.placement;
    if (timing.isFixedLength || timing.assignees.length === 0) return node.length;
    return this.time.between(calendar, start[index] ?? noInstant, finish[index] ?? noInstant);
  }

  /** From when on, and how long, work has that is to be finished by a stated date: what is overdue has its length. */
  #untilStated(index: number, node: PlanNode, timing: LeafTiming, calendar: number): readonly [Instant, number] {
    const { today, dates } = this.numbers;
    const start = dates.earlyStart[index] ?? noInstant;
    const from = Math.max(today, start);
    // Where nothing but an end is known, that is when it can be done at the earliest.
    if (Number.isNaN(timing.length) && node.fixedStart === noInstant) return [Math.max(today, node.fixedFinish), 0];
    const until = this.time.between(calendar, from, node.fixedFinish);
    if (until > 0) return [from, until];
    if (!Number.isNaN(timing.length)) return [from, timing.length];
    const left = node.work.kind === 'item' ? shareLeft(node.work) : 1;
    return [from, Math.max(0, Math.round(left * this.time.between(calendar, start, node.fixedFinish)))];
  }
}

/** The first day on which any of those who do an activity is on its project. */
function firstOnProject({ assignees, isFixedLength }: LeafTiming): Instant {
  if (isFixedLength || assignees.length === 0) return noInstant;
  const days = assignees.flatMap(({ windows }) => windows.map(({ first = -Infinity }) => first));
  return Math.min(...days) * instantsPerDay;
}
