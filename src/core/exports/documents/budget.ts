import type { BudgetLineRow, BudgetView } from '../../views/budgetModel';
import { progressCell } from '../cells';
import { cell, factsBlock, purposeOf, type Block, type Row, type ViewDocument } from '../viewDocument';

/** The lines of a budget with their sums, and what earned value says. */
export function budgetDocument(view: BudgetView): Omit<ViewDocument, 'view'> {
  const lines = [...view.lines, ...view.sums];
  const remarks = [...(view.reconciliation ? [view.reconciliation.text] : []), ...view.remarks];
  return {
    title: view.title,
    purpose: purposeOf(view),
    blocks: [
      ...factsBlock(view.facts),
      ...(lines.length > 0 ? [lineTable(lines)] : []),
      ...(view.figures.length > 0 ? figureBlocks(view) : []),
      ...remarks.map((text) => ({ kind: 'text' as const, text })),
    ],
  };
}

function lineTable(lines: readonly BudgetLineRow[]): Block {
  return {
    kind: 'table',
    title: 'Budget',
    columns: [
      { title: 'Line', weight: 3 },
      { title: 'Category' },
      { title: 'Planned', numeric: true },
      { title: 'Spent', numeric: true },
      { title: 'Share spent', numeric: true },
      { title: 'Rest' },
    ],
    rows: lines.map(({ title, category, planned, spent, share, rest, isOver }): Row => ({
      cells: [
        cell(title),
        cell(category),
        cell(planned),
        cell(spent),
        progressCell(share),
        cell(rest, isOver ? 'bad' : undefined),
      ],
    })),
  };
}

function figureBlocks({ figures }: BudgetView): readonly Block[] {
  return [
    { kind: 'heading', text: 'Earned value' },
    {
      kind: 'table',
      title: 'Earned value',
      columns: [
        { title: 'Figure' },
        { title: 'Name', weight: 2 },
        { title: 'Value', numeric: true },
        { title: 'What it says', weight: 3 },
      ],
      rows: figures.map(({ name, title, value, meaning, isBad }) => ({
        cells: [cell(name), cell(title), cell(value), cell(meaning, isBad ? 'bad' : undefined)],
      })),
    },
  ];
}
