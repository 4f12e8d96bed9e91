import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { BoardColumn, BoardView, UnlinkedEntry, UnlinkedWork } from '../core/views/model';
import { allStops, boardStops, stopAfter, unlinkedStop } from './boardStops';
import { NoGoals } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { GoalCardArticle } from './goalCard';
import { Header } from './header';
import { BrokenLinkIcon, PersonIcon, WorkIcon } from './icons';
import { type Roving, stopAt, stopElement, useRoving } from './roving';

interface BoardProps {
  readonly board: BoardView;
  readonly marked: MarkedEntry;
}

/** A roadmap's goals by horizon, and above them the work that no goal asks for. */
export function Board({ board, marked }: BoardProps): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const stops = useMemo(() => boardStops(board), [board]);
  const ids = useMemo(() => allStops(stops), [stops]);
  const roving = useRoving(container, ids);
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = stopAt(event.target);
    if (from === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = stopAfter(stops, from, event.key, (cards) => nearestStop(container.current, from, cards));
    if (target === undefined) return;
    event.preventDefault();
    roving.focus(target);
  };
  const hasGoals = board.columns.some(({ goals }) => goals.length > 0);
  return (
    <>
      <Header title={board.title} untitled="A product without a name">
        {board.purpose && <p class="purpose">{board.purpose}</p>}
        <BoardMeta board={board} />
      </Header>
      <div class="board" ref={container} onFocusIn={roving.onFocusIn} onKeyDown={onKeyDown}>
        {board.unlinked && <UnlinkedLane unlinked={board.unlinked} marked={marked} roving={roving} />}
        {hasGoals ? (
          <div class="columns">
            {board.columns.map((column) => (
              <Column key={column.kind} column={column} marked={marked} roving={roving} />
            ))}
          </div>
        ) : (
          <NoGoals />
        )}
      </div>
    </>
  );
}

function BoardMeta({ board: { owner, lifecycle } }: Pick<BoardProps, 'board'>): JSX.Element | null {
  if (!owner && !lifecycle) return null;
  return (
    <p class="header-meta">
      {owner && (
        <span class="meta-entry" title={`Product manager: ${owner}`}>
          <PersonIcon />
          <span class="for-reader">Product manager: </span>
          {owner}
        </span>
      )}
      {lifecycle && (
        <span class="meta-entry" title={`Lifecycle: ${lifecycle}`}>
          <span class="for-reader">Lifecycle: </span>
          {lifecycle}
        </span>
      )}
    </p>
  );
}

interface LaneProps {
  readonly unlinked: UnlinkedWork;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function UnlinkedLane({ unlinked, marked, roving }: LaneProps): JSX.Element {
  return (
    <section class="unlinked" aria-labelledby="unlinked-title">
      <div class="lane-head">
        <BrokenLinkIcon />
        <h2 id="unlinked-title">Unlinked work</h2>
        <span class="summary">{unlinked.summary}</span>
      </div>
      <ul>
        {unlinked.entries.map((work) => (
          <UnlinkedLine key={entryKey(work.entry)} work={work} marked={marked} roving={roving} />
        ))}
      </ul>
    </section>
  );
}

interface UnlinkedLineProps {
  readonly work: UnlinkedEntry;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function UnlinkedLine({ work, marked, roving }: UnlinkedLineProps): JSX.Element {
  return (
    <li>
      <div
        class="line unlinked-line"
        role="link"
        {...entryAttributes(work.entry, marked)}
        {...roving.stop(unlinkedStop(entryKey(work.entry)))}
      >
        <WorkIcon work={work} />
        <span class="line-title" title={work.title}>
          {work.title}
        </span>
        {work.state && <span class="for-reader">{work.state.text}</span>}
        <span class="context">{work.context}</span>
        <span class="effort">{work.effort}</span>
      </div>
    </li>
  );
}

interface ColumnProps {
  readonly column: BoardColumn;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function Column({ column, marked, roving }: ColumnProps): JSX.Element {
  const titleId = `column-${column.kind}`;
  return (
    <section class={`column column-${column.kind}`} aria-labelledby={titleId}>
      <div class="column-head">
        <h2 id={titleId}>{column.title}</h2>
        <span class="summary">{column.goals.length > 0 ? column.summary : 'no goals'}</span>
      </div>
      <div class="cards">
        {column.goals.map((goal) => (
          <GoalCardArticle key={entryKey(goal.entry)} goal={goal} marked={marked} roving={roving} />
        ))}
      </div>
    </section>
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
