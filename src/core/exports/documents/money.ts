import type { MoneyCell, MoneyView } from '../../views/moneyModel';
import { cell, factsBlock, type Cell, type ViewDocument } from '../viewDocument';

/** Profit and loss by period; what is only expected says so. */
export function moneyDocument(view: MoneyView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    purpose: view.purpose,
    blocks: [
      ...factsBlock(view.facts),
      {
        kind: 'table',
        columns: [
          { title: view.currency ?? 'Line', weight: 2 },
          ...view.periods.map(({ title, isNow }) => ({ title: isNow ? `${title} (now)` : title, numeric: true })),
        ],
        rows: view.lines.map(({ kind, title, cells }) => ({
          depth: kind === 'part' ? 1 : 0,
          cells: [cell(title), ...view.periods.map((_, index) => amount(cells[index]))],
        })),
      },
      ...(view.hint === undefined ? [] : [{ kind: 'text' as const, text: view.hint }]),
    ],
  };
}

function amount(known: MoneyCell | undefined): Cell {
  if (!known || known.text === '') return cell(undefined);
  const { text, basis, difference, worse, loss } = known;
  const notes = [basis === 'forecast' ? 'expected' : undefined, difference].filter((part) => part !== undefined);
  return cell(notes.length > 0 ? `${text} (${notes.join(', ')})` : text, worse || loss ? 'bad' : undefined);
}
