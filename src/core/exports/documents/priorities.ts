import type { PrioritiesView } from '../../views/prioritiesModel';
import { stateCell } from '../cells';
import { cell, type ViewDocument } from '../viewDocument';

/** What is worth doing first, with the arithmetic of each score. */
export function prioritiesDocument(view: PrioritiesView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    purpose: `${view.method}: ${view.formula}`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'Rank', numeric: true },
          { title: 'Title', weight: 3 },
          { title: 'Kind' },
          { title: 'State' },
          ...view.inputs.map((title) => ({ title, numeric: true })),
          { title: 'Score', numeric: true },
          { title: 'Owner' },
          { title: 'Release' },
        ],
        rows: view.rows.map(({ rank, title, kind, state, values, score, share, owner, release }) => ({
          cells: [
            cell(rank === undefined ? '' : String(rank)),
            cell(title),
            cell(kind),
            stateCell(state),
            ...values.map((value) => cell(value)),
            { text: score ?? '', share },
            cell(owner),
            cell(release),
          ],
        })),
      },
    ],
  };
}
