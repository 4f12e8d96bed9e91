import type { Item } from '../../plan/generated/entities';
import { formatDate, formatDuration } from '../../plan/scalars';
import { endOf, finishDate, instantsPerDay, startDate, startOf, type Instant } from '../calendar';
import { driver as networkDriver } from '../network/activityNetwork';
import { leavesStart, noInstant } from '../network/links';
import { placementDriver } from '../placement/placementProblem';
import { frameOf } from './planNetwork';
import type { PlanNode } from './planNodes';
import type { Frame } from './projectFrame';
import type { Dates, Driver } from './scheduledWork';
import { shownFinish, shownStart } from './shownDates';
import { pointOf, type ScheduleNumbers } from './workDates';
import { workName } from './workName';

/** What set the start of an activity, in one of the two schedules that it is in: the network, or the feasible one. */
interface Cause {
  readonly kind: 'none' | 'link' | 'release' | 'resource' | 'stated' | 'ceiling';
  readonly link: number;
  /** The instant that the cause allowed. */
  readonly allowed: Instant;
}

const nobody = { id: '', name: '' };

/** Explains starts: what the numbers of the two schedules mean in the plan. */
export class Drivers {
  constructor(private readonly numbers: ScheduleNumbers) {}

  /** Of the feasible start of an activity that has one. */
  ofPlacement(index: number): Driver {
    const { placement, network } = this.numbers;
    // What began on a day that is known did so whoever is free for the rest.
    const hasBegun = (network.nodes[index]?.timing?.since ?? noInstant) !== noInstant;
    const person = hasBegun ? undefined : this.#personOf(index);
    return person ?? this.#driver(index, this.#placed(index), placement.finish, placement.start);
  }

  /** Of the early start of an activity that has one. */
  ofNetwork(index: number): Driver {
    return this.#driver(index, this.#early(index), this.numbers.dates.earlyFinish, this.numbers.dates.earlyStart);
  }

  /** What the network allows an activity with a stated start, before anybody states anything. */
  ofAllowedStart(index: number): Driver {
    const { earlyFinish, earlyStart, latestLink, allowedStart } = this.numbers.dates;
    const allowed = allowedStart[index] ?? noInstant;
    const isHeld = allowed > (this.numbers.network.nodes[index]?.earliestStart ?? noInstant);
    const kind = isHeld && (latestLink[index] ?? -1) >= 0 ? 'link' : 'release';
    return this.#driver(index, { kind, link: latestLink[index] ?? -1, allowed }, earlyFinish, earlyStart);
  }

  /** Somebody who was busy or away: only the feasible schedule knows of people. */
  #personOf(index: number): Driver | undefined {
    const { placement, feasible, network } = this.numbers;
    const away = placement.waitedForShift[index] ?? -1;
    const start = placement.start[index] ?? noInstant;
    if (away >= 0) {
      const { id: person, name } = feasible.people[away] ?? nobody;
      const why = `waits for ${name}, who is not there before ${dayOf(startDate(start))}`;
      return { kind: 'calendar', person, why };
    }
    if (placement.driver[index] !== placementDriver.resource) return undefined;
    const { id: person, name } = feasible.people[placement.resource[index] ?? -1] ?? nobody;
    const holder = network.nodes[placement.holder[index] ?? -1];
    const until = dayOf(finishDate(placement.finish[placement.holder[index] ?? -1] ?? noInstant));
    if (!holder)
      return { kind: 'person', person, why: `waits for ${name}, who has no time before ${dayOf(startDate(start))}` };
    return {
      kind: 'person',
      person,
      work: holder.work,
      why: `waits for ${name}, who is on ${workName(holder.work)} until ${until}`,
    };
  }

  #placed(index: number): Cause {
    const { driver, latestLink, allowedStart } = this.numbers.placement;
    const kinds = {
      [placementDriver.origin]: 'none',
      [placementDriver.link]: 'link',
      [placementDriver.release]: 'release',
      [placementDriver.resource]: 'resource',
      [placementDriver.fixedStart]: 'stated',
      [placementDriver.fixedFinish]: 'stated',
      [placementDriver.latestFinish]: 'ceiling',
    } as const;
    const kind = kinds[(driver[index] ?? 0) as keyof typeof kinds];
    const isDone = kind === 'stated' && this.numbers.network.nodes[index]?.timing?.state === 'done';
    // What is done stands in the placement as the network has it.
    if (isDone) return this.#early(index);
    return { kind, link: latestLink[index] ?? -1, allowed: allowedStart[index] ?? noInstant };
  }

  #early(index: number): Cause {
    const { driver, latestLink, allowedStart } = this.numbers.dates;
    const kinds = {
      [networkDriver.origin]: 'none',
      [networkDriver.link]: 'link',
      [networkDriver.earliestStart]: 'release',
      [networkDriver.fixedStart]: 'stated',
      [networkDriver.fixedFinish]: 'stated',
      [networkDriver.ceiling]: 'ceiling',
    } as const;
    const kind = kinds[(driver[index] ?? 0) as keyof typeof kinds];
    return { kind, link: latestLink[index] ?? -1, allowed: allowedStart[index] ?? noInstant };
  }

  #driver(index: number, cause: Cause, finish: Float64Array, start: Float64Array): Driver {
    const node = this.numbers.network.nodes[index];
    if (!node) return { kind: 'project-start', why: 'starts with its project' };
    if (cause.kind === 'stated') return statedDriver(node);
    if (node.timing && node.timing.since !== noInstant) return statedDriver(node);
    if (cause.kind === 'ceiling')
      return { kind: 'actual', why: `is done, and so was finished by ${this.#todayText()}` };
    if (cause.kind === 'link') return this.#linkDriver(cause.link, finish, start);
    return this.#releaseDriver(node, frameOf(this.numbers.network, index), cause.allowed);
  }

  #linkDriver(index: number, finish: Float64Array, start: Float64Array): Driver {
    const { network } = this.numbers;
    const link = network.links[index];
    const source = network.activities.links.from[index] ?? -1;
    const from = network.nodes[source];
    if (!link || !from) return { kind: 'project-start', why: 'starts with its project' };
    const work = from.work;
    const isStart = leavesStart(network.activities.links.type[index] ?? 0);
    const dates = { start: start[source] ?? noInstant, finish: finish[source] ?? noInstant };
    const end = this.#endOf(source, isStart, dates);
    switch (link.reason) {
      case 'gate':
        return this.#gateDriver(source, link.by as Item, finish, start);
      case 'part':
        return { kind: 'child', work, why: `starts with ${workName(work)}` };
      case 'sequence':
        return { kind: 'sequence', work, why: `follows ${workName(work)}, which ends on ${dayOf(end)}` };
      case 'milestone':
      case 'dependency': {
        const until = isStart
          ? `the start of ${workName(work)} on ${dayOf(end)}`
          : `${workName(work)} until ${dayOf(end)}`;
        const why = `waits for ${until}${this.#lagText(index)}`;
        return { kind: 'dependency', work, ...(isStart ? { isStart } : {}), why };
      }
    }
  }

  /** What a link adds to the day that it waits for: `, plus 2 days`; nothing without a lag. */
  #lagText(index: number): string {
    const { activities, time } = this.numbers.network;
    const lag = activities.links.lag[index] ?? 0;
    if (lag === 0) return '';
    const amount = Math.round((Math.abs(lag) / instantsPerDay) * 100) / 100;
    const elapsed = activities.lagCalendar?.[index] === time.elapsed;
    return `, ${lag > 0 ? 'plus' : 'less'} ${formatDuration({ amount, unit: 'd', elapsed })}`;
  }

  /** The day that is waited for: of what takes no time, the one that it is shown on. */
  #endOf(index: number, isStart: boolean, { start, finish }: Dates): ReturnType<typeof startDate> {
    const part = this.numbers.network.nodes[index]?.part;
    const isWork = part === 'leaf' || part === 'whole' || part === 'milestone';
    const point = isWork && start === finish ? pointOf(this.numbers, index) : undefined;
    // The end of the last day of all is the start of none.
    return isStart ? (shownStart(start, point) ?? finishDate(start)) : shownFinish(finish, point);
  }

  /** What a parent states and waits for holds for its children: the cause of its gate is theirs. */
  #gateDriver(gate: number, parent: Item, finish: Float64Array, start: Float64Array): Driver {
    const cause = finish === this.numbers.placement.finish ? this.#placed(gate) : this.#early(gate);
    const above = this.#driver(gate, cause, finish, start);
    const isOwn = above.kind === 'parent' || above.kind === 'not-before';
    if (isOwn && above.work === undefined)
      return { ...above, kind: 'parent', work: parent, why: `is part of ${workName(parent)}, which ${above.why}` };
    return above.kind === 'dependency' && !above.through ? { ...above, through: parent } : above;
  }

  /** Which of the days before which an activity may not start is the one that counts. */
  #releaseDriver({ part, work }: PlanNode, { file, origin }: Frame, allowed: Instant): Driver {
    const day = dayOf(startDate(allowed));
    if (work.kind === 'milestone') {
      const { date } = work.fields;
      if (date && endOf(date.value) === allowed && allowed > this.numbers.today)
        return { kind: 'date', why: `is planned for ${dayOf(date.value)}` };
      // Programs have no start of their own.
      if (allowed === this.numbers.today && (allowed > origin || file.kind !== 'project'))
        return { kind: 'today', why: `is not reached yet, and so not before today, ${day}` };
    } else if (instantOf(work.fields.not_before) === allowed) {
      return { kind: 'not-before', why: `may not start before ${day}` };
    } else if (part === 'gate' && allowed > origin) {
      return { kind: 'parent', why: `starts on ${day}` };
    }
    if (allowed === this.numbers.today && this.numbers.today > origin)
      return { kind: 'today', why: `is not finished, and what is left goes from today, ${day}` };
    return { kind: 'project-start', why: `starts with its project on ${day}` };
  }

  #todayText(): string {
    return dayOf(startDate(this.numbers.today));
  }
}

/** The driver of what states or has its own dates. */
function statedDriver({ work }: PlanNode): Driver {
  if (work.kind === 'milestone') return { kind: 'actual', why: `was reached on ${dayOf(work.fields.reached?.value)}` };
  const { started, finished, start, end, status } = work.fields;
  if (started) return { kind: 'actual', why: `started on ${dayOf(started.value)}` };
  if (finished) return { kind: 'actual', why: `was finished on ${dayOf(finished.value)}` };
  if (start) return { kind: 'stated', why: `has ${dayOf(start.value)} as its start` };
  if (end) return { kind: 'stated', why: `has ${dayOf(end.value)} as its end` };
  return { kind: 'actual', why: status?.value === 'done' ? 'is done' : 'has begun' };
}

function instantOf(field: Item['fields']['not_before']): Instant | undefined {
  return field && startOf(field.value);
}

function dayOf(date: ReturnType<typeof startDate>): string {
  return date ? formatDate(date) : 'an unknown day';
}
