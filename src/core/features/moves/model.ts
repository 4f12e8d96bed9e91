/** What can be moved in a view, as plain data. */

import type { EntryPath } from '../../plan/entryPath';

const horizons = ['now', 'next', 'later'] as const;
const sides = ['before', 'after'] as const;
const statuses = ['todo', 'in-progress', 'blocked', 'done'] as const;

/** Where something of a plan is to be put. */
export type Move =
  /** A goal, to another column of the roadmap's board. */
  | { readonly kind: 'horizon'; readonly horizon: (typeof horizons)[number] }
  /** An item, to another column of the project's board. */
  | { readonly kind: 'status'; readonly status: (typeof statuses)[number] }
  /** An item or milestone, by so many calendar days; to the past where they are less than 0. */
  | { readonly kind: 'days'; readonly days: number }
  /** The target of a goal or the date of a release, by so many periods of its own kind: quarters, months, days. */
  | { readonly kind: 'periods'; readonly periods: number }
  /** A goal or an item, before or after another one of its list. */
  | { readonly kind: 'order'; readonly neighbour: EntryPath; readonly side: (typeof sides)[number] };

/** No plan goes on for longer, in days. */
const longestMove = 36_600;

/** A move out of data that is not trusted; undefined where it is none. */
export function readMove(value: unknown): Move | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, horizon, status, days, periods, neighbour, side } = value as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'horizon':
      return isOneOf(horizons, horizon) ? { kind, horizon } : undefined;
    case 'status':
      return isOneOf(statuses, status) ? { kind, status } : undefined;
    case 'days':
      return isLength(days) ? { kind, days } : undefined;
    case 'periods':
      return isLength(periods) ? { kind, periods } : undefined;
    case 'order':
      return isEntryPath(neighbour) && isOneOf(sides, side) ? { kind, neighbour, side } : undefined;
    default:
      return undefined;
  }
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= longestMove;
}

function isEntryPath(value: unknown): value is EntryPath {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, path } = value as Readonly<Record<string, unknown>>;
  return typeof uri === 'string' && Array.isArray(path) && path.every((key) => typeof key === 'string');
}

/** The move to the column of a board; undefined for a column that nothing can be put into. */
export function columnMove(kind: 'horizon' | 'status', column: string): Move | undefined {
  return readMove({ kind, [kind]: column });
}

function isOneOf<T extends string>(known: readonly T[], value: unknown): value is T {
  return known.some((each) => each === value);
}
