import type { CapacityCell, CapacityView } from '../../views/capacityModel';
import { cell, factsBlock, purposeOf, type Cell, type Tone, type ViewDocument } from '../viewDocument';

const tones: Readonly<Record<CapacityCell['kind'], Tone | undefined>> = {
  free: undefined,
  planned: undefined,
  over: 'bad',
  away: 'quiet',
};

/** Who has how much to do: people by weeks or months, in percent of what they can give. */
export function capacityDocument(view: CapacityView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    purpose: purposeOf(view),
    blocks: [
      ...factsBlock(view.facts),
      {
        kind: 'table',
        columns: [
          { title: 'Person', weight: 2 },
          { title: 'Capacity', weight: 2 },
          ...view.columns.map(({ name }) => ({ title: name, numeric: true })),
        ],
        rows: view.people.map(({ name, note, unlimited, cells }) => ({
          cells: [
            cell(name),
            cell([note, unlimited].filter((part) => part !== undefined).join(', ')),
            ...view.columns.map((_, index) => loadCell(cells[index])),
          ],
        })),
      },
    ],
  };
}

function loadCell(load: CapacityCell | undefined): Cell {
  if (!load) return cell(undefined);
  const { kind, percent } = load;
  return cell(
    kind === 'away' ? 'away' : percent === undefined || percent === 0 ? '' : `${String(percent)} %`,
    tones[kind],
  );
}
