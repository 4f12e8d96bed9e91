import { type JSX, Fragment } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { GoalRow, GoalsView } from '../core/views/goalsModel';
import type { EntryPath } from '../core/views/model';
import { NoGoals } from './emptyState';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { type BranchLines, branchLines, levelWidth } from './goalBranchLines';
import { Facts, Header } from './header';
import {
  BrokenLinkIcon,
  ChevronIcon,
  FeatureIcon,
  GoalIcon,
  MeasureIcon,
  ProjectIcon,
  StateIcon,
  Triangle,
} from './icons';
import { LinkAction, useLinkKey } from './linkAction';
import { PrintNote } from './printNote';
import { ProgressTrack } from './progressTrack';
import type { Roving } from './roving';
import { rowHeight } from './rowShapes';
import { usePrintable, useRowWindow, withPinned } from './rowWindow';
import { Space, useFarRoving } from './timelineGrid';
import { onGridKey } from './timelineKeys';
import { type ShownRow, parentOf, percentOf, shownRows } from './timelineRows';

interface GoalsProps {
  readonly view: GoalsView;
  readonly marked: MarkedEntry;
}

/** A roadmap's goals as a tree down to the items that serve them, each with how far it is. */
export function Goals({ view, marked }: GoalsProps): JSX.Element {
  return (
    <>
      <Header title={view.title} untitled="A product without a name">
        {view.purpose && <p class="purpose">{view.purpose}</p>}
      </Header>
      <Facts facts={view.facts} />
      {view.rows.length > 0 && <GoalTree view={view} marked={marked} />}
      {view.rows.length === 0 && !view.shown && <NoGoals />}
    </>
  );
}

/** More rows than this are not read at once: what stands below projects is folded at first. */
const mostUnfolded = 60;

function GoalTree({ view, marked }: GoalsProps): JSX.Element {
  const tree = useRef<HTMLDivElement>(null);
  const { rows } = view;
  const isLong = rows.length > mostUnfolded && !view.shown;
  // Kept apart from what is folded by default, which changes with the rows.
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const folded = useMemo(() => foldedRows(rows, isLong, changed), [rows, isLong, changed]);
  const unfolded = useMemo(() => shownRows(rows, folded), [rows, folded]);
  const shown = usePrintable(unfolded);
  const lines = useMemo(
    () =>
      branchLines(
        shown.map(({ row }) => row),
        rowHeight,
      ),
    [shown],
  );
  const ids = useMemo(() => shown.map(({ row }) => row.id), [shown]);
  const roving = useFarRoving(tree, ids);
  const fold = (id: string, fold: boolean): void => {
    setChanged(new Map([...changed, [id, fold]]));
  };
  const markedRows = visibleMarks(rows, shown, marked);
  const inView = useRowWindow(tree, shown.length);
  // The tab stop and the cursor's rows are always there: the one can be reached, the others be brought into view.
  const pinned = [roving.current, ...markedRows].map((id) => (id === undefined ? -1 : ids.indexOf(id)));
  const indices = inView ? withPinned(inView, pinned, shown.length) : shown.map((_, index) => index);
  return (
    <div class={inView ? 'goal-tree compact' : 'goal-tree'}>
      <div class="goal-head" aria-hidden="true">
        <span class="goal-name">Goal, measure, feature, project, item</span>
        <span class="goal-progress">Progress</span>
        <span class="goal-state">State</span>
        <span class="goal-when">When</span>
      </div>
      <div
        role="tree"
        aria-label={`Goals of ${view.title}`}
        ref={tree}
        onFocusIn={roving.onFocusIn}
        onKeyDown={(event) => {
          onGridKey(event, { rows, shown, folded, fold, roving });
        }}
      >
        {indices.map((index, place) => {
          const each = shown[index];
          if (!each) return null;
          const { id } = each.row;
          return (
            <Fragment key={id}>
              <Space rows={index - (indices[place - 1] ?? -1) - 1} />
              <TreeItem
                shown={each}
                lines={lines[index]}
                folded={folded.has(id)}
                marked={markedRows.has(id)}
                {...{ fold, roving }}
              />
            </Fragment>
          );
        })}
        <Space rows={shown.length - (indices.at(-1) ?? -1) - 1} />
      </div>
      <PrintNote count={unfolded.length} />
    </div>
  );
}

/** The ids of the rows that are folded: as the reader has left them, else projects where the tree is long. */
function foldedRows(
  rows: readonly GoalRow[],
  isLong: boolean,
  changed: ReadonlyMap<string, boolean>,
): ReadonlySet<string> {
  const byDefault = isLong ? rows.filter(({ kind }) => kind === 'project').map(({ id }) => id) : [];
  return new Set(
    [...byDefault, ...[...changed].flatMap(([id, fold]) => (fold ? [id] : []))].filter(
      (id) => changed.get(id) !== false,
    ),
  );
}

/** The ids of the rows to mark: those of the cursor's entry, and the folded ones that hide others of it. */
function visibleMarks(
  rows: readonly GoalRow[],
  shown: readonly ShownRow<GoalRow>[],
  marked: MarkedEntry,
): ReadonlySet<string> {
  const visible = new Set(shown.map(({ row }) => row.id));
  const marks = new Set<string>();
  if (marked === undefined) return marks;
  for (const row of rows) {
    if (row.kind === 'gap' || !row.entry || entryKey(row.entry) !== marked) continue;
    let at: GoalRow | undefined = row;
    while (at && !visible.has(at.id)) at = parentOf(rows, at.id);
    if (at) marks.add(at.id);
  }
  return marks;
}

interface TreeItemProps {
  readonly shown: ShownRow<GoalRow>;
  readonly lines: BranchLines | undefined;
  readonly folded: boolean;
  readonly fold: (id: string, fold: boolean) => void;
  readonly marked: boolean;
  readonly roving: Roving;
}

function TreeItem({ shown, lines, folded, fold, marked, roving }: TreeItemProps): JSX.Element {
  const { row, hasChildren, position, siblings } = shown;
  const { id, entry, kind, depth, title, reach } = row;
  const isOffered = isBreak(row);
  const linkKey = useLinkKey(isOffered);
  return (
    <div
      class={`goal-row kind-${kind}${depth === 1 ? ' at-top' : ''}`}
      role="treeitem"
      aria-level={depth}
      aria-posinset={position}
      aria-setsize={siblings}
      {...(hasChildren ? { 'aria-expanded': !folded } : {})}
      {...(entry ? entryAttributes(entry, marked ? entryKey(entry) : undefined) : {})}
      {...roving.stop(id)}
      {...linkKey}
    >
      <span class="for-reader">{nameBefore(row)}</span>
      <span class="goal-name" aria-hidden="true">
        {lines && <Lines lines={lines} row={row} />}
        <RowShape row={row} />
        <span class="cut" title={reach === undefined ? title : `${title}, ${reach}`}>
          {title}
        </span>
        {reach !== undefined && <span class="reach">{reach}</span>}
        {hasChildren && (
          <span
            class={folded ? 'fold folded' : 'fold'}
            onClick={(event) => {
              // Folding is no wish to see the source.
              event.stopPropagation();
              fold(id, !folded);
            }}
          >
            <ChevronIcon />
          </span>
        )}
      </span>
      <RowProgress row={row} />
      <span class="for-reader">{nameAfter(row)}</span>
      <RowState row={row} isOffered={isOffered} />
      <span
        class="goal-when"
        aria-hidden="true"
        title={row.whenOf === undefined ? undefined : `${row.when ?? ''}, ${row.whenOf}`}
      >
        {row.when}
        {row.whenOf !== undefined && <span class="when-of">{row.whenOf}</span>}
      </span>
    </div>
  );
}

/** The lines to a row from what it stands below: whole where they lead to a goal and its work, dashed where not. */
function Lines({ lines, row }: { readonly lines: BranchLines; readonly row: GoalRow }): JSX.Element {
  const width = (row.depth - 1) * levelWidth;
  const own = ['branch', row.broken && 'broken', row.kind === 'measure' && 'to-measure'].filter(Boolean).join(' ');
  return (
    <svg class="branches" width={width} height={rowHeight} aria-hidden="true" focusable="false">
      {lines.passing.map(({ path, broken }) => (
        <path key={path} class={broken ? 'branch broken' : 'branch'} d={path} />
      ))}
      {lines.own !== '' && <path class={own} d={lines.own} />}
    </svg>
  );
}

function RowShape({ row: { kind } }: { readonly row: GoalRow }): JSX.Element | null {
  switch (kind) {
    case 'goal':
      return <GoalIcon />;
    case 'measure':
      return <MeasureIcon />;
    case 'feature':
      return <FeatureIcon />;
    case 'project':
      return <ProjectIcon />;
    case 'unlinked':
      return <BrokenLinkIcon />;
    case 'gap':
      return <Triangle />;
    case 'item':
      return null;
  }
}

function RowProgress({ row }: { readonly row: GoalRow }): JSX.Element {
  const { kind, title, reach, progress } = row;
  if (progress === undefined && kind !== 'measure') return <span class="goal-progress" />;
  const percent = progress === undefined ? '' : `${String(percentOf(progress))} %`;
  return (
    <span class="goal-progress">
      <ProgressTrack
        name={`Progress of ${title}${reach === undefined ? '' : `, ${reach}`}`}
        // A part of the row's name, in which the bar stands.
        valueText={percent === '' ? 'no progress known' : `${percent} done`}
        progress={progress}
      />
      <span class="percent" aria-hidden="true">
        {percent}
      </span>
    </span>
  );
}

/** Whether the line is broken here: at what stands below no goal, and at the place of what a goal lacks. */
function isBreak({ kind, depth, broken = false }: GoalRow): boolean {
  return kind === 'gap' || (broken && depth === 2 && (kind === 'feature' || kind === 'project' || kind === 'item'));
}

interface RowStateProps {
  readonly row: GoalRow;
  readonly isOffered: boolean;
}

function RowState({ row: { kind, title, entry, state, note }, isOffered }: RowStateProps): JSX.Element {
  const text = [state?.text, note].filter(Boolean).join(', ');
  return (
    <span class={state ? 'goal-state' : 'goal-state quiet'} title={text} aria-hidden="true">
      {state && <StateIcon kind={state.kind} />}
      {text !== '' && <span class="cut">{text}</span>}
      {isOffered && entry && (
        <LinkAction entry={entry} name={kind === 'gap' ? 'Plan work for this goal' : `Link “${title}” to a goal`} />
      )}
    </span>
  );
}

const kindNames: Readonly<Partial<Record<GoalRow['kind'], string>>> = {
  goal: 'goal',
  measure: 'measure',
  feature: 'feature',
  project: 'project',
};

/** What a row shows before its progress, in words. */
function nameBefore({ kind, title, reach }: GoalRow): string {
  return [title, kindNames[kind], reach].filter((part) => part !== undefined).join(', ');
}

/** What it shows after it. */
function nameAfter({ kind, state, note, when, whenOf, broken }: GoalRow): string {
  // A goal without work says so in its state.
  const gap = broken && (kind === 'feature' || kind === 'project' || kind === 'item') ? 'no goal' : undefined;
  return [state?.text, note, when, whenOf, gap].filter((part) => part !== undefined).join(', ');
}

/** All entries that the tree has a row for. */
export function goalEntries({ rows }: GoalsView): readonly EntryPath[] {
  return rows.flatMap(({ kind, entry }) => (kind === 'gap' || !entry ? [] : [entry]));
}
