import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { BoardColumn, BoardView, EntryPath, GoalCard, UnlinkedEntry, UnlinkedWork } from '../core/views/model';
import { boardStops, unlinkedStop } from './boardStops';
import { CardBoard, type CardColumn, type CardLane, MoreCards } from './cardBoard';
import { type CardLimit, firstCards, firstLanes, useCardLimit } from './cardLimit';
import { NoGoals } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { GoalCardArticle } from './goalCard';
import { Header } from './header';
import { BrokenLinkIcon, PersonIcon, WorkIcon } from './icons';
import { LinkAction, useLinkKey } from './linkAction';
import type { Roving } from './roving';

interface BoardProps {
  readonly board: BoardView;
  readonly marked: MarkedEntry;
}

/** A roadmap's goals by horizon, and above them the work that no goal asks for. */
export function Board({ board, marked }: BoardProps): JSX.Element {
  const limit = useCardLimit(limits);
  const shown = useMemo(() => shownBoard(board, limit, marked), [board, limit.inColumn, marked]);
  const stops = useMemo(() => boardStops(shown), [shown]);
  const hasGoals = board.columns.some(({ goals }) => goals.length > 0);
  return (
    <>
      <Header title={board.title} untitled="A product without a name">
        {board.purpose && <p class="purpose">{board.purpose}</p>}
        <BoardMeta board={board} />
      </Header>
      <CardBoard
        columns={hasGoals ? columnsOf(shown.columns, board.columns) : []}
        lanes={hasGoals ? lanesOf(shown, board) : undefined}
        moreLanes={(board.lanes?.length ?? 0) - (shown.lanes?.length ?? 0)}
        showMore={limit.showMore}
        stops={stops}
        empty="no goals"
        moves="horizon"
        marked={marked}
        above={(roving) =>
          shown.unlinked && (
            <UnlinkedLane unlinked={shown.unlinked} marked={marked} roving={roving}>
              <MoreCards count={countOf(board.unlinked) - countOf(shown.unlinked)} show={limit.showMore} />
            </UnlinkedLane>
          )
        }
        card={(goal, roving) => <GoalCardArticle goal={goal} marked={marked} roving={roving} />}
      />
      {!hasGoals && !board.shown && <NoGoals />}
    </>
  );
}

const limits = { inColumn: 8, inLane: 4, inLanes: 24 };

/** How many lines the unlinked work has for each card of a column. */
const unlinkedLines = 2;

/** As much of a board as its reader has asked for. */
function shownBoard(board: BoardView, { inColumn, inLane, inLanes }: CardLimit, marked: MarkedEntry): BoardView {
  const { columns, lanes, unlinked } = board;
  const isMarked = (entries: readonly EntryPath[]): boolean =>
    marked !== undefined && entries.some((entry) => entryKey(entry) === marked);
  const isMarkedGoal = (goal: GoalCard): boolean => isMarked(cardEntries(goal));
  const cut = (all: readonly BoardColumn[], most: number): readonly BoardColumn[] =>
    all.map((column) => ({ ...column, goals: firstCards(column.goals, most, isMarkedGoal) }));
  const cutLanes = lanes?.map((lane) => ({ ...lane, columns: cut(lane.columns, inLane) }));
  return {
    ...board,
    columns: cut(columns, inColumn),
    lanes:
      cutLanes && firstLanes(cutLanes, (lane) => lane.columns.flatMap(({ goals }) => goals), inLanes, isMarkedGoal),
    unlinked: unlinked && {
      ...unlinked,
      entries: firstCards(unlinked.entries, inColumn * unlinkedLines, ({ entry }) => isMarked([entry])),
    },
  };
}

/** @param all the columns with all of their goals */
function columnsOf(columns: readonly BoardColumn[], all: readonly BoardColumn[]): readonly CardColumn<GoalCard>[] {
  return columns.map(({ goals, ...column }, index) => ({
    ...column,
    cards: goals,
    more: (all[index]?.goals.length ?? 0) - goals.length,
  }));
}

function lanesOf({ lanes }: BoardView, all: BoardView): readonly CardLane<GoalCard>[] | undefined {
  return lanes?.map((lane) => ({
    ...lane,
    columns: columnsOf(lane.columns, all.lanes?.find(({ id }) => id === lane.id)?.columns ?? []),
  }));
}

function countOf(unlinked: UnlinkedWork | undefined): number {
  return unlinked?.entries.length ?? 0;
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
  /** What stands below its lines. */
  readonly children: ComponentChildren;
}

function UnlinkedLane({ unlinked, marked, roving, children }: LaneProps): JSX.Element {
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
      {children}
    </section>
  );
}

interface UnlinkedLineProps {
  readonly work: UnlinkedEntry;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

function UnlinkedLine({ work, marked, roving }: UnlinkedLineProps): JSX.Element {
  const linkKey = useLinkKey(true);
  return (
    <li>
      <div
        class="line unlinked-line"
        role="link"
        {...entryAttributes(work.entry, marked)}
        {...roving.stop(unlinkedStop(entryKey(work.entry)))}
        {...linkKey}
      >
        <WorkIcon work={work} />
        <span class="line-title" title={work.title}>
          {work.title}
        </span>
        {work.state && <span class="for-reader">{work.state.text}</span>}
        <span class="context">{work.context}</span>
        <span class="effort">{work.effort}</span>
        <LinkAction entry={work.entry} name={`Link “${work.title}” to a goal`} />
      </div>
    </li>
  );
}

/** All entries that the board shows as a card or a line of its own. */
export function boardEntries(board: BoardView): readonly EntryPath[] {
  const unlinked = board.unlinked?.entries.map(({ entry }) => entry) ?? [];
  const cards = board.columns.flatMap(({ goals }) => goals.flatMap(cardEntries));
  return [...unlinked, ...cards];
}

function cardEntries(goal: GoalCard): readonly EntryPath[] {
  return [goal.entry, ...goal.keyResults.map(({ entry }) => entry), ...goal.projects.map(({ entry }) => entry)];
}
