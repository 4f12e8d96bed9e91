import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import type { ItemCard, ItemColumn, ProjectBoardView } from '../core/views/projectBoardModel';
import { columnsOfCards } from './boardStops';
import { CardBoard, type CardColumn } from './cardBoard';
import { NoItems } from './emptyState';
import { entryKey } from './entries';
import type { MarkedEntry } from './entryAttributes';
import { ItemCardArticle } from './itemCard';
import { ProjectHeader } from './projectHeader';

interface ProjectBoardProps {
  readonly view: ProjectBoardView;
  readonly marked: MarkedEntry;
}

/** How many cards a column has at first, and how many more come each time: nobody reads hundreds of them. */
const cardsAtOnce = 25;

/** A project's items by their status. */
export function ProjectBoard({ view, marked }: ProjectBoardProps): JSX.Element {
  const [asked, setAsked] = useState(cardsAtOnce);
  const most = useMemo(() => Math.max(asked, placeOf(view, marked)), [view, asked, marked]);
  const columns = useMemo(() => columnsOf(view.columns, most), [view, most]);
  const lanes = useMemo(
    () => view.lanes?.map((lane) => ({ ...lane, columns: columnsOf(lane.columns, most) })),
    [view, most],
  );
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
          showMore={() => {
            setAsked(most + cardsAtOnce);
          }}
        />
      )}
      {!hasItems && !view.shown && <NoItems />}
    </>
  );
}

function columnsOf(columns: readonly ItemColumn[], most: number): readonly CardColumn<ItemCard>[] {
  return columns.map(({ items, ...column }) => ({
    ...column,
    cards: items.slice(0, most),
    more: Math.max(0, items.length - most),
  }));
}

/** How many cards a column has to have for the one of the cursor to be among them. */
function placeOf({ columns }: ProjectBoardView, marked: MarkedEntry): number {
  if (marked === undefined) return 0;
  return Math.max(...columns.map(({ items }) => items.findIndex(({ entry }) => entryKey(entry) === marked))) + 1;
}

/** All items that the board has a card for. */
export function projectBoardEntries({ columns }: ProjectBoardView): readonly EntryPath[] {
  return columns.flatMap(({ items }) => items.map(({ entry }) => entry));
}
