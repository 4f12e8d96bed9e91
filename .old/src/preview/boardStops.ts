import type { BoardView, GoalCard } from '../core/views/model';
import { entryKey } from './entries';

/** The stops of the arrow keys on a board, as ids: lists in reading order, each from top to bottom. */
export interface BoardStops {
  readonly unlinked: readonly string[];
  /** Only columns that have cards. */
  readonly columns: readonly (readonly CardStops[])[];
}

/** A card and the lines in it. */
export interface CardStops {
  readonly card: string;
  readonly lines: readonly string[];
}

export function unlinkedStop(key: string): string {
  return `unlinked ${key}`;
}

export function cardStop(goal: GoalCard): string {
  return `card ${entryKey(goal.entry)}`;
}

/** A line in a card: the same project may stand in several cards, so the card is part of the id. */
export function lineStop(goal: GoalCard, key: string): string {
  return `line ${entryKey(goal.entry)} ${key}`;
}

export function boardStops({ columns, unlinked }: BoardView): BoardStops {
  return {
    unlinked: unlinked?.entries.map(({ entry }) => unlinkedStop(entryKey(entry))) ?? [],
    columns: columns
      .filter(({ goals }) => goals.length > 0)
      .map(({ goals }) =>
        goals.map((goal) => ({
          card: cardStop(goal),
          lines: [...goal.keyResults, ...goal.projects].map(({ entry }) => lineStop(goal, entryKey(entry))),
        })),
      ),
  };
}

/** All stops in reading order. */
export function allStops({ unlinked, columns }: BoardStops): string[] {
  return [...unlinked, ...columns.flatMap(columnStops)];
}

function columnStops(cards: readonly CardStops[]): string[] {
  return cards.flatMap(({ card, lines }) => [card, ...lines]);
}

/**
 * Where a key leads from a stop; undefined where it leads nowhere. Up and down go through the cards of a column and
 * the lines in them, and between the lane of unlinked work and the columns below it; page up and down go from card to
 * card; left and right to the neighbouring column, to the card that `nearest` picks there.
 */
export function stopAfter(
  stops: BoardStops,
  from: string,
  key: string,
  nearest: (cards: readonly string[]) => string | undefined,
): string | undefined {
  const { unlinked, columns } = stops;
  const column = columns.findIndex((cards) => columnStops(cards).includes(from));
  const here = columns[column];
  const list = here ? columnStops(here) : unlinked;
  const index = list.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return list[index + 1] ?? (here ? undefined : columns[0]?.[0]?.card);
    case 'ArrowUp':
      return list[index - 1] ?? (here ? unlinked.at(-1) : undefined);
    case 'PageDown':
      return here ? cardAround(here, from, 1) : columns[0]?.[0]?.card;
    case 'PageUp':
      return here ? (cardAround(here, from, -1) ?? unlinked.at(-1)) : undefined;
    case 'ArrowRight':
    case 'ArrowLeft': {
      const neighbour = here ? columns[column + (key === 'ArrowRight' ? 1 : -1)] : undefined;
      return neighbour && nearest(neighbour.map(({ card }) => card));
    }
    case 'Home':
      return list[0];
    case 'End':
      return list.at(-1);
    default:
      return undefined;
  }
}

function cardAround(cards: readonly CardStops[], from: string, step: 1 | -1): string | undefined {
  const index = cards.findIndex(({ card, lines }) => card === from || lines.includes(from));
  const target = index + step;
  return target < 0 ? undefined : cards[target]?.card;
}
