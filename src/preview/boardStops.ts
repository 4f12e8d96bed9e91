import type { BoardView, EntryPath } from '../core/views/model';
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

/** What a board shows as a card: an entry, which may stand in several lanes. */
export interface StopCard {
  readonly entry: EntryPath;
  readonly lane?: string | undefined;
}

/** The same entry may stand in several lanes. */
export function cardStop({ entry, lane = '' }: StopCard): string {
  return `card ${lane} ${entryKey(entry)}`;
}

/** A line in a card: the same entry may stand in several cards, so the card is part of the id. */
export function lineStop(card: StopCard, key: string): string {
  return `line ${cardStop(card)} ${key}`;
}

export function boardStops({ columns, lanes, unlinked }: BoardView): BoardStops {
  return {
    unlinked: unlinked?.entries.map(({ entry }) => unlinkedStop(entryKey(entry))) ?? [],
    columns: columnsOfCards(
      columns.map(({ goals }) => goals),
      lanes?.map((lane) => lane.columns.map(({ goals }) => goals)),
      ({ keyResults, projects }) => [...keyResults, ...projects],
    ),
  };
}

/**
 * The stops of columns of cards, and of the same cards in the columns of lanes.
 *
 * @param linesOf the lines of a card that are stops of their own
 */
export function columnsOfCards<C extends StopCard>(
  columns: readonly (readonly C[])[],
  lanes: readonly (readonly (readonly C[])[])[] | undefined,
  linesOf: (card: C) => readonly { readonly entry: EntryPath }[] = () => [],
): BoardStops['columns'] {
  // Down a column goes through all lanes.
  return columns
    .map((cards, index) => lanes?.flatMap((lane) => lane[index] ?? []) ?? cards)
    .filter((cards) => cards.length > 0)
    .map((cards) =>
      cards.map((card) => ({
        card: cardStop(card),
        lines: linesOf(card).map(({ entry }) => lineStop(card, entryKey(entry))),
      })),
    );
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
