import { type ComponentChildren, Fragment, type JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import { allStops, type BoardStops, stopAfter, type StopCard } from './boardStops';
import { type ColumnKind, useCardMove } from './cardMove';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { type Roving, stopAt, stopElement, useRoving } from './roving';

/** A column of cards, whatever they show. */
export interface CardColumn<C> {
  /** Its style: `column-now`. */
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly cards: readonly C[];
  /** How many cards are not shown yet. */
  readonly more?: number | undefined;
}

/** A row across the board. */
export interface CardLane<C> {
  readonly id: string;
  readonly title: string;
  readonly entry?: EntryPath | undefined;
  readonly columns: readonly CardColumn<C>[];
}

interface CardBoardProps<C> {
  readonly columns: readonly CardColumn<C>[];
  readonly lanes: readonly CardLane<C>[] | undefined;
  /** Those of all cards, and of what stands above them. */
  readonly stops: BoardStops;
  /** What a column without cards says of itself: `'no goals'`. */
  readonly empty: string;
  readonly marked: MarkedEntry;
  /** What a card gets that is put into another column; left out where none can be. */
  readonly moves?: ColumnKind | undefined;
  readonly above?: (roving: Roving) => ComponentChildren;
  readonly card: (card: C, roving: Roving) => ComponentChildren;
  /** How many lanes are not shown yet. */
  readonly moreLanes?: number;
  /** Shows more of the cards and lanes that are not shown yet. */
  readonly showMore?: (() => void) | undefined;
}

/** Columns of cards, in lanes where there are some, with arrow keys over all of them. */
export function CardBoard<C extends StopCard>(props: CardBoardProps<C>): JSX.Element {
  const { columns, lanes, stops, marked, above } = props;
  const container = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => allStops(stops), [stops]);
  const roving = useRoving(container, ids);
  const move = useCardMove(container, props.moves, columns);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (move.onKey(event)) return;
    const from = stopAt(event.target);
    if (from === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = stopAfter(stops, from, event.key, (cards) => nearestStop(container.current, from, cards));
    if (target === undefined) return;
    event.preventDefault();
    roving.focus(target);
  };
  const draw = {
    empty: props.empty,
    card: (card: C) => props.card(card, roving),
    showMore: props.showMore,
    target: move.target,
  };
  return (
    <div
      class={move.isMoving ? 'board moving' : 'board'}
      ref={container}
      onFocusIn={roving.onFocusIn}
      onFocusOut={move.cancelKeys}
      onKeyDown={onKeyDown}
      {...move.listeners}
    >
      {above?.(roving)}
      {lanes?.map((lane) => (
        <Lane key={lane.id} lane={lane} marked={marked} draw={draw} />
      ))}
      {props.moreLanes !== undefined && props.moreLanes > 0 && (
        <button type="button" class="link more-cards" onClick={props.showMore}>
          {`Show more lanes, ${String(props.moreLanes)} are left`}
        </button>
      )}
      {!lanes && columns.length > 0 && <Columns columns={columns} draw={draw} />}
      {move.element}
    </div>
  );
}

/** How the cards of a board are drawn. */
interface DrawCards<C> {
  readonly empty: string;
  readonly card: (card: C) => ComponentChildren;
  readonly showMore: (() => void) | undefined;
  /** The kind of the column that a card would be put into. */
  readonly target: string | undefined;
}

interface LaneProps<C> {
  readonly lane: CardLane<C>;
  readonly marked: MarkedEntry;
  readonly draw: DrawCards<C>;
}

function Lane<C extends StopCard>({ lane, marked, draw }: LaneProps<C>): JSX.Element {
  const { title, entry, columns } = lane;
  return (
    <section class="board-lane" aria-label={title}>
      <h2 class="board-lane-title" {...(entry ? entryAttributes(entry, marked) : {})}>
        {title}
      </h2>
      <Columns columns={columns} lane={title} draw={draw} />
    </section>
  );
}

interface ColumnsProps<C> {
  readonly columns: readonly CardColumn<C>[];
  /** The title of the lane that they are in. */
  readonly lane?: string;
  readonly draw: DrawCards<C>;
}

function Columns<C extends StopCard>({ columns, ...props }: ColumnsProps<C>): JSX.Element {
  const isFour = columns.length === 4 && columns.every(({ kind }) => kind !== 'none');
  return (
    <div class={isFour ? 'columns columns-4' : 'columns'}>
      {columns.map((column) => (
        <Column key={column.kind} column={column} {...props} />
      ))}
    </div>
  );
}

interface ColumnProps<C> extends Omit<ColumnsProps<C>, 'columns'> {
  readonly column: CardColumn<C>;
}

function Column<C extends StopCard>({ column, lane, draw }: ColumnProps<C>): JSX.Element {
  const Title = lane === undefined ? 'h2' : 'h3';
  return (
    <section
      class={`column column-${column.kind}${draw.target === column.kind ? ' drop-target' : ''}`}
      aria-label={lane === undefined ? column.title : `${column.title}, ${lane}`}
      data-column={column.kind}
    >
      <div class="column-head">
        <Title class="column-title">{column.title}</Title>
        <span class="summary">{column.cards.length > 0 ? column.summary : draw.empty}</span>
      </div>
      <div class="cards">
        {column.cards.map((card) => (
          <Fragment key={entryKey(card.entry)}>{draw.card(card)}</Fragment>
        ))}
        <MoreCards count={column.more ?? 0} show={draw.showMore} />
      </div>
    </section>
  );
}

interface MoreProps {
  /** How many are not shown yet. */
  readonly count: number;
  readonly show: (() => void) | undefined;
}

/** The way to what a list does not show yet. */
export function MoreCards({ count, show }: MoreProps): JSX.Element | null {
  if (count <= 0) return null;
  return (
    <button type="button" class="link more-cards" onClick={show}>
      {`Show more, ${String(count)} are left`}
    </button>
  );
}

/** Of some cards, the one whose top is nearest to the stop that the focus is on. */
function nearestStop(container: HTMLElement | null, from: string, cards: readonly string[]): string | undefined {
  const top = stopElement(container, from)?.getBoundingClientRect().top ?? 0;
  let nearest: { readonly card: string; readonly distance: number } | undefined;
  for (const card of cards) {
    const element = stopElement(container, card);
    if (!element) continue;
    const distance = Math.abs(element.getBoundingClientRect().top - top);
    if (!nearest || distance < nearest.distance) nearest = { card, distance };
  }
  return nearest?.card;
}
