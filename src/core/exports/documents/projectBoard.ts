import type { ItemCard, ItemColumn, ProjectBoardView } from '../../views/projectBoardModel';
import { progressCell, stateCell } from '../cells';
import { cell, purposeOf, type Block, type Row, type ViewDocument } from '../viewDocument';

/** The items of a project by their status, lane by lane where it has lanes. */
export function projectBoardDocument(view: ProjectBoardView): Omit<ViewDocument, 'view'> {
  const blocks = view.lanes
    ? view.lanes.flatMap(({ title, columns }) => [{ kind: 'heading' as const, text: title }, itemTable(columns)])
    : [itemTable(view.columns)];
  return { title: view.title, purpose: purposeOf(view), blocks };
}

function itemTable(columns: readonly ItemColumn[]): Block {
  return {
    kind: 'table',
    title: 'Items',
    columns: [
      { title: 'Status' },
      { title: 'Item', weight: 3 },
      { title: 'Within' },
      { title: 'Owner' },
      { title: 'When' },
      { title: 'Effort', numeric: true },
      { title: 'Done', numeric: true },
      { title: 'Note', weight: 2 },
    ],
    rows: columns.flatMap(({ items }) => items.map(itemRow)),
  };
}

function itemRow(item: ItemCard): Row {
  const { state, title, within, owner, when, effort, progress, late, critical, unlinked, waits } = item;
  const notes = [late, critical ? 'critical' : undefined, unlinked ? 'no goal' : undefined, waits];
  const tone = late === undefined ? (unlinked ? 'warning' : critical ? 'critical' : undefined) : 'bad';
  return {
    cells: [
      stateCell(state),
      cell(title),
      cell(within),
      cell(owner),
      cell(when),
      cell(effort),
      progressCell(progress),
      cell(notes.filter((part) => part !== undefined).join(', '), tone),
    ],
  };
}
