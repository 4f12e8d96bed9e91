import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Paint, Style } from './paint';

export interface Column {
  readonly heading: string;
  readonly align?: 'right';
  /** Whether long text goes on in the next line: such columns share the room that the others leave. */
  readonly wraps?: boolean;
}

export interface Cell {
  /** One line of printable text. */
  readonly text: string;
  /** How many columns the text is moved to the right: the place in a tree. */
  readonly indent?: number;
  readonly style?: Style;
}

/** Text stays readable in no less than this. */
const narrowest = 16;
const gap = 2;

/**
 * Rows below headings, in columns that are aligned whatever script their text is written in.
 *
 * @param room how many columns of the terminal there are; a table that cannot do with them is wider
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  room: number,
  paint: Paint,
): string {
  const headings = columns.map(({ heading }): Cell => ({ text: heading, style: 'dim' }));
  const widths = columnWidths(columns, [headings, ...rows], room);
  return [headings, ...rows].map((row) => rowLines(columns, row, widths, paint)).join('\n');
}

/** A line of printable text, moved a little to the right, and more so where it goes on in the next line. */
export function wrapped(text: string, room: number): string {
  const lines = wrapAnsi(text, Math.max(narrowest, room - 4), { hard: true }).split('\n');
  return lines.map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`)).join('\n');
}

function columnWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[], room: number): readonly number[] {
  const wanted = columns.map((_, index) => Math.max(...rows.map((row) => wantedWidth(row[index]))));
  const fixed = wanted.filter((_, index) => columns[index]?.wraps !== true).reduce((sum, width) => sum + width, 0);
  let left = room - fixed - gap * (columns.length - 1);
  let sharers = columns.filter(({ wraps }) => wraps).length;
  const widths = [...wanted];
  // The narrow ones first: what they do not need is there for the others.
  const byWidth = wanted.map((width, index) => ({ width, index })).sort((one, other) => one.width - other.width);
  for (const { width, index } of byWidth) {
    if (columns[index]?.wraps !== true) continue;
    const share = Math.max(narrowest, Math.floor(left / sharers--));
    widths[index] = Math.min(width, share);
    left -= Math.min(width, share);
  }
  return widths;
}

function wantedWidth(cell: Cell | undefined): number {
  return cell ? (cell.indent ?? 0) + stringWidth(cell.text) : 0;
}

function rowLines(columns: readonly Column[], row: readonly Cell[], widths: readonly number[], paint: Paint): string {
  const cells = row.map((cell, index) => ({ cell, lines: cellLines(cell, columns[index], widths[index] ?? 0) }));
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = cells.map(({ cell, lines }, index) => {
      const text = lines[line] ?? '';
      const blank = ' '.repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(text)));
      const painted = text === '' || !cell.style ? text : paint(cell.style, text);
      return columns[index]?.align === 'right' ? `${blank}${painted}` : `${painted}${blank}`;
    });
    return texts.join(' '.repeat(gap)).trimEnd();
  }).join('\n');
}

function cellLines({ text, indent = 0 }: Cell, column: Column | undefined, width: number): readonly string[] {
  if (column?.wraps !== true) return [' '.repeat(indent) + text];
  // Work that lies very deep still gets room for its title.
  const moved = Math.min(indent, Math.max(0, width - Math.min(narrowest, stringWidth(text))));
  return wrapAnsi(text, width - moved, { hard: true })
    .split('\n')
    .map((line) => ' '.repeat(moved) + line);
}
