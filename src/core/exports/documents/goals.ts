import type { GoalRow, GoalsView } from '../../views/goalsModel';
import { progressCell, stateCell } from '../cells';
import { cell, factsBlock, type Row, type ViewDocument } from '../viewDocument';

/** The tree from goals down to items. */
export function goalsDocument(view: GoalsView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    purpose: view.purpose,
    blocks: [
      ...factsBlock(view.facts),
      {
        kind: 'table',
        columns: [
          { title: 'Title', weight: 3 },
          { title: 'Kind' },
          { title: 'State' },
          { title: 'Progress', numeric: true },
          { title: 'When' },
          { title: 'Note', weight: 2 },
        ],
        rows: view.rows.map(rowOf),
      },
    ],
  };
}

function rowOf({ depth, title, kind, state, progress, when, whenOf, reach, note, broken }: GoalRow): Row {
  const notes = [reach, note, broken ? 'no line to a goal' : undefined].filter((part) => part !== undefined);
  return {
    depth: depth - 1,
    cells: [
      cell(title, broken ? 'warning' : undefined),
      cell(kind === 'gap' || kind === 'unlinked' ? '' : kind),
      stateCell(state),
      progressCell(progress),
      cell([when, whenOf].filter((part) => part !== undefined).join(', ')),
      cell(notes.join(', ')),
    ],
  };
}
