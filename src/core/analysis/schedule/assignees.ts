import type { Item, TeamWindow } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { epochDay, type EpochDay } from '../calendar';
import type { PersonTime } from './personTime';

/** A stretch of days with a share of somebody's full time, capacity included. */
export interface AllocationWindow {
  /** Without it the window has always been open. */
  readonly first?: EpochDay;
  /** Without it the window never closes: the end of a project is checked, and imposes nothing. */
  readonly last?: EpochDay;
  /** Of full time: 0.4 is two days of a week of five. */
  readonly share: number;
}

/** Somebody who does an item, and with how much of their time. */
export interface Assignee extends PersonTime {
  /** At least one, in order, without overlaps. */
  readonly windows: readonly AllocationWindow[];
}

/** Whom an item names as doing it, with the percent of their time that it gives: its assignees, else its owner. */
export function namedFor({ fields: { assignees, owner } }: Item): ReadonlyMap<string, number | undefined> {
  const named = new Map<string, number | undefined>();
  for (const { key, value } of assignees?.value ?? []) if (!named.has(key.value.id)) named.set(key.value.id, value);
  if (named.size === 0 && owner) named.set(owner.value.id, undefined);
  return named;
}

type Team = ReadonlyMap<string, readonly TeamWindow[]>;

/**
 * Who does the items of a project: the assignees of an item, else its owner, else nobody whom the plan names.
 *
 * An assignee's share of full time is the percent on the item, else that of the `team` window, else all, times the
 * person's capacity. The windows say when somebody is on the project also where the item has a percent of its own.
 * Teams, suppliers and clients have no capacity that could be used up.
 */
export class Assignees {
  readonly #team: Team;
  /** By person and percent: the same few people do most of the items, and all of these hold on to them. */
  readonly #known = new Map<string, Assignee>();

  /** @param personOf everybody by their ids, as the project knows them */
  constructor(
    file: ProjectFile,
    private readonly personOf: (id: string) => PersonTime,
  ) {
    const team = new Map<string, TeamWindow[]>();
    for (const { key, value } of file.root?.fields.team?.value ?? [])
      team.set(key.value.id, [...(team.get(key.value.id) ?? []), ...(value ?? [])]);
    this.#team = team;
  }

  /** Empty for an item that names nobody: one full-time person does it. */
  of(item: Item): readonly Assignee[] {
    return Array.from(namedFor(item), ([id, percent]) => this.#assignee(id, percent));
  }

  #assignee(id: string, percent: number | undefined): Assignee {
    const key = percent === undefined ? id : `${percent}% ${id}`;
    const known = this.#known.get(key);
    if (known) return known;
    const assignee = this.#read(id, percent);
    this.#known.set(key, assignee);
    return assignee;
  }

  #read(id: string, percent: number | undefined): Assignee {
    const { name, availability } = this.personOf(id);
    const { capacity, isLimited } = availability;
    const own = ((percent ?? 100) / 100) * capacity;
    const team = (this.#team.get(id) ?? []).map(({ fields: { from, to, allocation } }) => ({
      ...(from ? { first: epochDay(from.value) } : {}),
      ...(to ? { last: epochDay(to.value) } : {}),
      share: ((allocation?.value ?? 100) / 100) * capacity,
    }));
    if (team.length === 0) return { id, name, availability, windows: [{ share: own }] };
    // Windows that overlap may promise more than somebody has; nobody gives more.
    const most = isLimited ? capacity : Infinity;
    const shareOnDay = (day: EpochDay): number => Math.min(percent === undefined ? shareOn(team, day) : own, most);
    const windows = withoutOverlaps(team, shareOnDay);
    return { id, name, availability, windows };
  }
}

/** Windows with the share of each day, one at most open on any day. Those that end before they start never are. */
function withoutOverlaps(
  windows: readonly AllocationWindow[],
  shareOnDay: (day: EpochDay) => number,
): readonly AllocationWindow[] {
  const turns = windows.flatMap(({ first = -Infinity, last = Infinity }) => [first, last + 1]);
  const days = [...new Set(turns)].sort((one, other) => (one < other ? -1 : 1));
  const parts = days.flatMap((first, index) => {
    const last = (days[index + 1] ?? Infinity) - 1;
    if (!(first <= last) || !windows.some((window) => isOpen(window, first))) return [];
    const bounds = { ...(first === -Infinity ? {} : { first }), ...(last === Infinity ? {} : { last }) };
    return [{ ...bounds, share: shareOnDay(first) }];
  });
  return parts.length > 0 ? parts : windows.slice(0, 1).map((window) => ({ ...window, share: 0 }));
}

/** The share of full time that an assignee gives at most at any one time. */
export function largestShare({ windows }: Pick<Assignee, 'windows'>): number {
  return Math.max(0, ...windows.map(({ share }) => share));
}

/** The sum of the windows that are open on a day. */
function shareOn(windows: readonly AllocationWindow[], day: EpochDay): number {
  let sum = 0;
  for (const window of windows) if (isOpen(window, day)) sum += window.share;
  return sum;
}

function isOpen({ first = -Infinity, last = Infinity }: AllocationWindow, day: EpochDay): boolean {
  return first <= day && day <= last;
}
