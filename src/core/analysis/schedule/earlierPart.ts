import type { EarlierSchedule } from '../placement/replay';
import type { FeasibleProblem, KnownBefore } from './feasibleProblem';
import type { FileNetwork } from './fileNetwork';
import type { PlanNetwork } from './planNetwork';
import type { PlanNode } from './planNodes';
import type { ScheduleNumbers } from './workDates';

/** What an earlier version of a part has in common with the one that is to be worked out. */
export class EarlierPart {
  readonly #activity: Int32Array;

  constructor(
    private readonly network: PlanNetwork,
    private readonly before: ScheduleNumbers,
  ) {
    this.#activity = activitiesBefore(network, before.network);
  }

  /** What is known of the problem of placing its activities. */
  get known(): KnownBefore {
    return { shifts: this.before.feasible.shifts, order: this.#order() };
  }

  /** What is known of their places. */
  scheduleFor({ people }: FeasibleProblem): EarlierSchedule {
    const { network, feasible, placement } = this.before;
    const peopleBefore = numbered(feasible.people.map(({ id }) => id));
    const calendarsBefore = numbered(network.calendars);
    const calendars = this.network.calendars.map((calendar) => calendarsBefore.get(calendar) ?? -1);
    return {
      problem: feasible.problem,
      placement,
      activity: this.#activity,
      resource: Int32Array.from(people, ({ id }) => peopleBefore.get(id) ?? -1),
      // The last is that of elapsed time.
      calendar: Int32Array.from([...calendars, network.time.elapsed]),
    };
  }

  #order(): readonly number[] {
    const { priority } = this.before.feasible.problem;
    const activity = this.#activity;
    const byPlace = new Int32Array(priority.length).fill(-1);
    for (let index = 0; index < activity.length; index++) {
      const was = activity[index] ?? -1;
      if (was >= 0) byPlace[priority[was] ?? 0] = index;
    }
    const order: number[] = [];
    for (const index of byPlace) if (index >= 0) order.push(index);
    for (let index = 0; index < activity.length; index++) if ((activity[index] ?? -1) < 0) order.push(index);
    return order;
  }
}

/**
 * The index that each activity had. The activities of a file that is the same are the same; those of another version of
 * it are known by what they stand for, as far as they are in the order that they had.
 */
function activitiesBefore({ files, nodes }: PlanNetwork, before: PlanNetwork): Int32Array {
  const placed = new Map<string, { readonly network: FileNetwork; readonly offset: number }>();
  let offset = 0;
  for (const network of before.files) {
    placed.set(network.frame.file.uri, { network, offset });
    offset += network.nodes.length;
  }
  const activities = new Int32Array(nodes.length).fill(-1);
  let at = 0;
  for (const network of files) {
    const known = placed.get(network.frame.file.uri);
    if (known)
      nodesBefore(network, known.network).forEach((was, own) => {
        if (was >= 0) activities[at + own] = known.offset + was;
      });
    at += network.nodes.length;
  }
  return activities;
}

/** For each activity of a file the place that it had in another version of the file; −1 where it had none. */
function nodesBefore({ nodes, entries }: FileNetwork, before: FileNetwork): Int32Array {
  const places = new Int32Array(nodes.length).fill(-1);
  const isKept = new Uint8Array(before.nodes.length);
  for (const { node, nodeWas, nodes: count } of entries.keptFrom(before.entries)) {
    isKept.fill(1, nodeWas, nodeWas + count);
    for (let at = 0; at < count; at++) places[node + at] = nodeWas + at;
  }
  // What has been read anew goes by its name.
  const byName = new Map<string, number>();
  for (let at = isKept.indexOf(0); at >= 0; at = isKept.indexOf(0, at + 1)) {
    const node = before.nodes[at];
    if (node) byName.set(nameOf(node), at);
  }
  for (let at = places.indexOf(-1); at >= 0; at = places.indexOf(-1, at + 1)) {
    const node = nodes[at];
    places[at] = (node && byName.get(nameOf(node))) ?? -1;
  }
  return ascending(places);
}

/** Leaves out what is not in the order that it had. */
function ascending(places: Int32Array): Int32Array {
  let last = -1;
  return places.map((place) => {
    if (place <= last) return -1;
    last = place;
    return place;
  });
}

function nameOf({ part, work }: PlanNode): string {
  return `${part} ${work.within?.kind === 'program' ? work.within.id : ''}/${work.id}`;
}

function numbered<T>(all: readonly T[]): ReadonlyMap<T, number> {
  return new Map(all.map((one, number) => [one, number]));
}
