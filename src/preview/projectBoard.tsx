import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import type { ItemCard, ItemColumn, ProjectBoardView } from '../core/views/projectBoardModel';
import { columnsOfCards } from './boardStops';
import { CardBoard, type CardColumn } from './cardBoard';
import { firstCards, firstLanes, useCardLimit } from './cardLimit';
import { NoItems } from './emptyState';
import { entryKey } from './entries';
import type { MarkedEntry } from './entryAttributes';
import { ItemCardArticle } from './itemCard';
import { ProjectHeader } from './projectHeader';

interface ProjectBoardProps {
  readonly view: ProjectBoardView;
  readonly marked: MarkedEntry;
}

const limits = { inColumn: 16, inLane: 6, inLanes: 60 };

/** A project's items by their status. */
export function ProjectBoard({ view, marked }: ProjectBoardProps): JSX.Element {
  const { inColumn, inLane, inLanes, showMore } = useCardLimit(limits);
  const columns = useMemo(() => columnsOf(view.columns, inColumn, marked), [view, inColumn, marked]);
  const lanes = useMemo(() => {
    const isMarked = marks(marked);
    const all = view.lanes?.map((lane) => ({ ...lane, columns: columnsOf(lane.columns, inLane, marked) }));
    return all && firstLanes(all, (lane) => lane.columns.flatMap(({ cards }) => cards), inLanes, isMarked);
  }, [view, inLane, inLanes, marked]);
  const stops = useMemo(() => {
    const cards = (all: readonly CardColumn<ItemCard>[]): readonly (readonly ItemCard[])[] =>
      all.map((column) => column.cards);
    return {
      unlinked: [],
      columns: columnsOfCards(
        cards(columns),
        lanes?.map((lane) => cards(lane.columns)),
      ),
    };
  }, [columns, lanes]);
  const hasItems = view.columns.some(({ items }) => items.length > 0);
  return (
    <>
      <ProjectHeader view={view} />
      {hasItems && (
        <CardBoard
          columns={columns}
          lanes={lanes}
          stops={stops}
          empty="no items"
          moves="status"
          marked={marked}
          card={(item, roving) => <ItemCardArticle item={item} marked={marked} roving={roving} />}
          moreLanes={(view.lanes?.length ?? 0) - (lanes?.length ?? 0)}
          showMore={showMore}
        />
      )}
      {!hasItems && !view.shown && <NoItems />}
    </>
  );
}

/** Whether the cursor is in a card. */
function marks(marked: MarkedEntry): (card: ItemCard) => boolean {
  return ({ entry }) => marked !== undefined && entryKey(entry) === marked;
}

function columnsOf(columns: readonly ItemColumn[], most: number, marked: MarkedEntry): readonly CardColumn<ItemCard>[] {
  return columns.map(({ items, ...column }) => {
    const cards = firstCards(items, most, marks(marked));
    return { ...column, cards, more: items.length - cards.length };
  });
}

/** All items that the board has a card for. */
export function projectBoardEntries({ columns }: ProjectBoardView): readonly EntryPath[] {
  return columns.flatMap(({ items }) => items.map(({ entry }) => entry));
}
