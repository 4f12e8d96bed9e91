import type { JSX } from 'preact';
import type { TimelineRow } from '../core/views/model';
import { entryKey } from './entries';
import { entryAttributes } from './entryAttributes';
import { ChevronIcon, MilestoneIcon, ProjectIcon, StateIcon, Triangle } from './icons';
import { LinkAction, useLinkKey } from './linkAction';
import { ProgressTrack } from './progressTrack';
import type { Roving } from './roving';
import { type ShownRow, percentOf, rowName } from './timelineRows';

interface GridRowProps {
  readonly shown: ShownRow;
  /** Its number in the whole grid, from 1; the head is the first. */
  readonly rowIndex: number;
  readonly folded: boolean;
  readonly fold: (id: string, fold: boolean) => void;
  readonly marked: boolean;
  readonly roving: Roving;
  /** Whether a line to a goal breaks here, and not above it. */
  readonly isBreak: boolean;
  /** State and progress as text, where there is no chart to show them. */
  readonly withState: boolean;
}

/** The labels of one row; its drawing is in the chart. */
export function GridRow({
  shown,
  rowIndex,
  folded,
  fold,
  marked,
  roving,
  isBreak,
  withState,
}: GridRowProps): JSX.Element {
  const linkKey = useLinkKey(isBreak);
  const { row, hasChildren, position, siblings } = shown;
  const { id, kind, depth, title, owner, ownerShort, state, progress } = row;
  const name = ['row', `depth-${String(Math.min(depth, 9))}`, kind, row.unlinked && 'no-goal', row.context && 'context']
    .filter(Boolean)
    .join(' ');
  return (
    <div
      class={name}
      role="row"
      aria-label={rowName(row)}
      aria-rowindex={rowIndex}
      aria-level={depth}
      aria-posinset={position}
      aria-setsize={siblings}
      {...(hasChildren ? { 'aria-expanded': !folded } : {})}
      {...entryAttributes(row.entry, marked ? entryKey(row.entry) : undefined)}
      {...roving.stop(id)}
      {...linkKey}
    >
      <span class="cell-item" role="gridcell">
        {hasChildren ? (
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
        ) : (
          <RowIcon row={row} />
        )}
        <span class="line-title" title={title}>
          {title}
        </span>
        {isBreak && <LinkAction entry={row.entry} name={`Link “${title}” to a goal`} />}
      </span>
      <span class="cell-owner" role="gridcell" title={owner}>
        {ownerShort ?? owner}
      </span>
      {withState && (
        <>
          <span class="cell-state" role="gridcell">
            {state?.text}
          </span>
          <span class="cell-progress" role="gridcell">
            {progress !== undefined && (
              <>
                <ProgressTrack
                  name={`Progress of ${title}`}
                  valueText={`${String(percentOf(progress))} %`}
                  progress={progress}
                />
                <span class="percent">{`${String(percentOf(progress))} %`}</span>
              </>
            )}
          </span>
        </>
      )}
    </div>
  );
}

function RowIcon({ row }: { readonly row: TimelineRow }): JSX.Element {
  if (row.kind === 'project') return <ProjectIcon />;
  if (row.kind === 'milestone') return <MilestoneIcon />;
  const open = row.state?.kind !== 'done' && row.state?.kind !== 'dropped';
  // Being without a goal asks for attention as long as the work can still be stopped or linked.
  return row.unlinked && open ? <Triangle /> : <StateIcon kind={row.state?.kind ?? 'todo'} />;
}
