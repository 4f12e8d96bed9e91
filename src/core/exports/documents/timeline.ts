import type { TimelineRow, TimelineView } from '../../views/model';
import { progressCell, stateCell, toneOf } from '../cells';
import { cell, factsBlock, purposeOf, type Bar, type Row, type ViewDocument } from '../viewDocument';

/** A project's rows in their tree, with their bars on its time axis. */
export function timelineDocument(view: TimelineView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    purpose: purposeOf(view),
    blocks: [
      ...factsBlock(view.facts),
      {
        kind: 'table',
        columns: [
          { title: 'Title', weight: 3 },
          { title: 'State' },
          { title: 'Owner' },
          { title: 'Start' },
          { title: 'Finish' },
          { title: 'Done', numeric: true },
          { title: 'Note', weight: 2 },
        ],
        rows: view.rows.map(rowOf),
        ...(view.window ? { axis: { ...view.window, today: view.today } } : {}),
      },
    ],
  };
}

function rowOf(row: TimelineRow): Row {
  const { title, state, owner, start, end, progress } = row;
  return {
    depth: row.depth - 1,
    cells: [
      cell(title),
      stateCell(state),
      cell(owner),
      cell(row.kind === 'milestone' ? '' : start),
      cell(end),
      progressCell(progress),
      noteOf(row),
    ],
    ...(start === undefined && end === undefined ? {} : { bar: barOf(row) }),
  };
}

/** What there is to say beyond its dates: that no goal asks for it, that it is critical, its deadline. */
function noteOf({ unlinked, critical, deadline, end, p80 }: TimelineRow): Row['cells'][number] {
  const isLate = deadline !== undefined && end !== undefined && end > deadline;
  const parts = [
    unlinked ? 'no goal' : '',
    critical ? 'critical' : '',
    deadline === undefined ? '' : `deadline ${deadline}${isLate ? ', missed' : ''}`,
    p80 === undefined ? '' : `P80 ${p80}`,
  ].filter((part) => part !== '');
  const tone = isLate ? 'bad' : unlinked ? 'warning' : critical ? 'critical' : undefined;
  return cell(parts.join(', '), tone);
}

function barOf({ kind, start, end, progress, state, critical, unlinked, deadline, baseline }: TimelineRow): Bar {
  const tone = unlinked ? 'warning' : critical ? 'critical' : toneOf(state);
  return {
    shape: kind === 'milestone' ? 'diamond' : kind === 'item' ? 'bar' : 'bracket',
    start,
    end,
    progress,
    tone,
    deadline,
    baseline,
  };
}
