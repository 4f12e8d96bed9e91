import { noInstant } from '../network/links';
import { unplacedReason } from '../placement/placementProblem';
import { largestShare, type AllocationWindow } from '../schedule/assignees';
import type { ScheduleNumbers } from '../schedule/workDates';

/** Links by which an activity waits for others to finish, one array a property. */
export interface OrderLinks {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What somebody gives to an activity that takes place from one instant to another. */
interface Engagement {
  readonly activity: number;
  readonly start: number;
  readonly finish: number;
  readonly amount: number;
}

/** A part of somebody's time, and the activity that takes it until an instant: −1 for none yet. */
interface Part {
  readonly activity: number;
  readonly until: number;
  readonly amount: number;
}

/**
 * The order in which people do what they cannot do at the same time, as the feasible schedule has it: whoever simulates
 * the network with these links needs no placement in each run, and asks of nobody more than their time (a partial order
 * schedule, by chaining: Policella, Smith, Cesta and Oddi, "Generating robust schedules through temporal flexibility",
 * 2004). Somebody's time is handed on from each activity to those that start when it is finished. What the schedule has
 * side by side, though it takes more than there is, stays so, and what comes after waits for all of it.
 *
 * Teams, suppliers and clients have no limit, and what is done needs nobody's time any more. Each link leads from an
 * activity to one that starts when it is finished or later; with stated dates or leads, they may still close a ring with
 * links of the network.
 */
export function personLinks(numbers: ScheduleNumbers): OrderLinks {
  const { resources } = numbers.feasible.problem;
  const links = { from: [] as number[], to: [] as number[] };
  engagements(numbers).forEach((own, resource) => {
    const capacity = resources[resource]?.amount[0] ?? 0;
    if (own && capacity < Infinity) chain(own, capacity, links);
  });
  return links;
}

/** By the indices of people: what each gives time to, in the order in which it starts. */
function engagements({ network, feasible, placement }: ScheduleNumbers): readonly (Engagement[] | undefined)[] {
  const { demands, priority } = feasible.problem;
  const byPerson: (Engagement[] | undefined)[] = [];
  const order = network.nodes.flatMap(({ timing }, activity) =>
    timing && timing.state !== 'done' && placement.unplaced[activity] === unplacedReason.placed ? [activity] : [],
  );
  const [start, finish] = [placement.start, placement.finish];
  order.sort(
    (one, other) =>
      (start[one] ?? 0) - (start[other] ?? 0) ||
      (finish[one] ?? 0) - (finish[other] ?? 0) ||
      (priority[one] ?? 0) - (priority[other] ?? 0),
  );
  for (const activity of order) {
    const dates = { activity, start: start[activity] ?? noInstant, finish: finish[activity] ?? noInstant };
    if (dates.start === dates.finish) continue;
    const windows = new Map<number, AllocationWindow[]>();
    for (let at = demands.first[activity] ?? 0; at < (demands.first[activity + 1] ?? 0); at++) {
      const resource = demands.resource[at] ?? -1;
      const window = { ...feasible.demands[at]?.window, share: demands.amount[at] ?? 0 };
      const others = windows.get(resource);
      if (others) others.push(window);
      else windows.set(resource, [window]);
    }
    for (const [resource, own] of windows) {
      const amount = largestShare({ windows: own });
      if (amount > 0) (byPerson[resource] ??= []).push({ ...dates, amount });
    }
  }
  return byPerson;
}

function chain(engagements: readonly Engagement[], capacity: number, links: { from: number[]; to: number[] }): void {
  /** The last to be free first. */
  const parts: Part[] = [{ activity: -1, until: noInstant, amount: capacity }];
  let sum = capacity;
  for (const { activity, start, finish, amount } of engagements) {
    // What was taken beyond the capacity is not there for others once it is free.
    let wanted = amount + Math.max(0, sum - capacity);
    const before = new Set<number>();
    for (let part = parts.at(-1); part && wanted > 0 && part.until <= start; part = parts.at(-1)) {
      parts.pop();
      const taken = Math.min(wanted, part.amount);
      if (taken < part.amount) parts.push({ ...part, amount: part.amount - taken });
      wanted -= taken;
      sum -= taken;
      before.add(part.activity);
    }
    before.delete(-1);
    for (const from of before) {
      links.from.push(from);
      links.to.push(activity);
    }
    insert(parts, { activity, until: finish, amount });
    sum += amount;
  }
}

/** Keeps parts in the order of their ends, the last first. */
function insert(parts: Part[], part: Part): void {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.until ?? 0) > part.until) low = middle + 1;
    else high = middle;
  }
  parts.splice(low, 0, part);
}
