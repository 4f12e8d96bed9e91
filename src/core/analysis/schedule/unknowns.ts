import type { Work } from '../../plan/plan';
import { unknownReason } from '../network/activityNetwork';
import { noInstant } from '../network/links';
import { unplacedReason } from '../placement/placementProblem';
import { frameOf } from './planNetwork';
import type { PlanNode } from './planNodes';
import type { Frame } from './projectFrame';
import type { Unknown } from './scheduledWork';
import type { ScheduleNumbers } from './workDates';
import { workName } from './workName';

/** Explains why an activity has no dates. */
export class Unknowns {
  constructor(private readonly numbers: ScheduleNumbers) {}

  /** Undefined for an activity that is known. */
  of(index: number): Unknown | undefined {
    const node = this.numbers.network.nodes[index];
    if (!node) return undefined;
    switch (this.numbers.dates.unknown[index]) {
      case unknownReason.known:
        return this.#unplaced(index, node);
      case unknownReason.cycle:
        return { kind: 'cycle', why: 'waits for itself, through what it waits for' };
      case unknownReason.finishBeforeStart:
        return { kind: 'finish-before-start', why: 'would end before it starts' };
      case unknownReason.waitsForUnknown:
        return this.#waits(this.numbers.dates.unknownBy[index] ?? -1, this.numbers.dates.unknownBy);
      case unknownReason.noTime:
        return noWorkingTime(frameOf(this.numbers.network, index));
      default:
        return this.#lacking(node);
    }
  }

  #lacking({ work, timing, fixedStart }: PlanNode): Unknown {
    if (work.kind === 'milestone')
      return { kind: 'no-length', why: 'has no date, and nothing is known that it waits for' };
    if (timing?.lacks === 'people') {
      const names = timing.assignees.map(({ name }) => name).join(' and ');
      return { kind: 'nobody-free', why: `is left to ${names}, who has no time for it` };
    }
    if (fixedStart !== noInstant)
      return { kind: 'no-length', why: 'has a start, but neither an end, an estimate nor a duration' };
    return { kind: 'no-length', why: 'has neither an estimate, a duration nor dates' };
  }

  #unplaced(index: number, node: PlanNode): Unknown | undefined {
    const { unplaced, unplacedBy, resource } = this.numbers.placement;
    switch (unplaced[index]) {
      case unplacedReason.placed:
        return undefined;
      case unplacedReason.waitsForUnplaced:
        return this.#waits(unplacedBy[index] ?? -1, unplacedBy);
      default: {
        const person = this.numbers.feasible.people[resource[index] ?? -1] ?? node.timing?.assignees[0];
        if (!person) return noWorkingTime(frameOf(this.numbers.network, index));
        return { kind: 'nobody-free', why: `is left to ${person.name}, who has no time for it any more` };
      }
    }
  }

  /** Names the work that is unknown, and not the parent through which it is waited for. */
  #waits(link: number, by: Int32Array): Unknown {
    const { activities, nodes } = this.numbers.network;
    const { from: sources } = activities.links;
    let from = sources[link] ?? -1;
    // A gate is unknown only because of what it waits for itself: each step leads to an earlier activity.
    while ((nodes[from]?.part === 'gate' || nodes[from]?.part === 'hold') && (by[from] ?? -1) >= 0)
      from = sources[by[from] ?? -1] ?? -1;
    const work = nodes[from]?.work;
    if (!work) return { kind: 'waits-for-unknown', why: 'waits for work whose dates are unknown' };
    return waitsForUnknown(work);
  }
}

/** The reason of what depends on work that is unknown itself. */
export function waitsForUnknown(work: Work): Unknown {
  return { kind: 'waits-for-unknown', work, why: `waits for ${workName(work)}, whose dates are unknown` };
}

function noWorkingTime({ calendar }: Frame): Unknown {
  const why =
    calendar.weekdays.length === 0 ? 'finds no working day in its calendar' : 'leads beyond the years of a plan';
  return { kind: 'no-working-time', why };
}
