import type { CapacityRow } from '../core/views/capacityModel';

/** A cell of the grid by its person and the place of its column. */
export interface CellPlace {
  readonly person: string;
  readonly column: number;
}

/** The ids of the stops of the arrow keys. People's ids hold any text, so they stand last. */
export function personStop(person: string): string {
  return `person ${person}`;
}

export function cellStop({ person, column }: CellPlace): string {
  return `cell ${String(column)} ${person}`;
}

export function workStop(index: number): string {
  return `work ${String(index)}`;
}

/** The cell that a stop is; undefined for any other stop. */
export function cellOfStop(stop: string): CellPlace | undefined {
  const [, column, person] = /^cell (\d+) (.*)$/s.exec(stop) ?? [];
  return column === undefined || person === undefined ? undefined : { person, column: Number(column) };
}

/** Every row's stops: the person, then the cells. */
export function gridStops(people: readonly CapacityRow[]): readonly (readonly string[])[] {
  return people.map(({ id, cells }) => [personStop(id), ...cells.map((_, column) => cellStop({ person: id, column }))]);
}

/** What the keys go over: the grid, and below it what is behind the chosen cell. */
export interface CapacityStops {
  readonly rows: readonly (readonly string[])[];
  /** The stop of the chosen cell. */
  readonly chosen: string | undefined;
  /** The stops of the work behind it. */
  readonly work: readonly string[];
}

/**
 * Where a key leads from a stop; undefined where it leads nowhere. Arrows go over the cells, and from the last row down
 * to the work; Enter goes from a cell to the work behind it, Escape back.
 */
export function capacityStopAfter(stops: CapacityStops, from: string, key: string): string | undefined {
  const { rows, work, chosen } = stops;
  const line = work.indexOf(from);
  if (line >= 0) return workTarget(work, line, key, chosen);
  const index = rows.findIndex((row) => row.includes(from));
  const row = rows[index];
  if (!row) return undefined;
  const column = row.indexOf(from);
  const inRow = (other: number): string | undefined => {
    const there = rows[other];
    return there?.[Math.min(column, there.length - 1)];
  };
  switch (key) {
    case 'ArrowRight':
      return row[column + 1];
    case 'ArrowLeft':
      return column > 0 ? row[column - 1] : undefined;
    case 'ArrowDown':
      return inRow(index + 1) ?? work[0];
    case 'ArrowUp':
      return inRow(index - 1);
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    case 'PageDown':
      return inRow(Math.min(index + 10, rows.length - 1));
    case 'PageUp':
      return inRow(Math.max(index - 10, 0));
    case 'Enter':
      return cellOfStop(from) && work[0];
    default:
      return undefined;
  }
}

function workTarget(work: readonly string[], line: number, key: string, chosen?: string): string | undefined {
  if (key === 'ArrowDown') return work[line + 1];
  if (key === 'ArrowUp') return line === 0 ? chosen : work[line - 1];
  return key === 'Escape' ? chosen : undefined;
}
