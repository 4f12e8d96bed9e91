import type { Cell, Column, Row, TableBlock } from '../viewDocument';
import { barShapes, chartFrame, hueOf, type ChartBox } from './chart';
import type { Drawing } from './document';
import { element } from './markup';
import { fontSize, size } from './style';
import { textOf } from './text';
import { textWidth } from './textWidth';

interface PlacedColumn {
  readonly column: Column;
  readonly left: number;
  readonly width: number;
}

/** A table with its headings; right of it the bars of its rows where it has an axis. */
export function drawTable(table: TableBlock, top: number): Drawing {
  const { columns, rows, axis } = table;
  const inner = size.width - 2 * size.padding;
  const tableWidth = axis ? inner * (1 - size.chartShare) : inner;
  const placed = placedColumns(columns, rows, tableWidth);
  const firstRow = top + size.row;
  const height = rows.length * size.row;
  const chart: ChartBox = {
    left: size.padding + tableWidth + 8,
    width: inner - tableWidth - 16,
    top: firstRow,
    height,
  };
  const parts = [
    ...placed.map(({ column, left, width }) =>
      cellText({ text: column.title }, column, { left, width }, firstRow - 8, { size: fontSize.meta, quiet: true }),
    ),
    ...(axis ? chartFrame(axis, chart) : []),
    ...rows.flatMap((row, index) => [
      element('line', {
        class: 'rule',
        x1: size.padding,
        x2: size.width - size.padding,
        y1: firstRow + index * size.row,
        y2: firstRow + index * size.row,
      }),
      ...rowCells(row, placed, firstRow + index * size.row),
      ...(axis ? barShapes(row, axis, chart, firstRow + (index + 0.5) * size.row) : []),
    ]),
  ];
  return { parts, bottom: firstRow + height + 12 };
}

/** Columns in which nothing stands are left out; the others get what their texts take, the widest of them less. */
function placedColumns(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
): readonly (PlacedColumn & { index: number })[] {
  const used = columns
    .map((column, index) => ({ column, index, wanted: wantedWidth(column, index, rows) }))
    .filter(({ index }) => index === 0 || rows.some(({ cells }) => cells[index]?.text !== ''));
  const most = widest(
    used.map(({ wanted }) => wanted),
    width,
  );
  const taken = used.reduce((sum, { wanted }) => sum + Math.min(wanted, most), 0);
  const weights = used.reduce((sum, { column }) => sum + (column.weight ?? 1), 0);
  let left: number = size.padding;
  return used.map(({ column, index, wanted }) => {
    const own = Math.min(wanted, most) + (Math.max(0, width - taken) * (column.weight ?? 1)) / weights;
    const place = { column, index, left, width: own };
    left += own;
    return place;
  });
}

/** What the texts of a column take, in pixels. */
function wantedWidth({ title }: Column, index: number, rows: readonly Row[]): number {
  let width = textWidth(title, fontSize.meta);
  for (const { cells, depth = 0 } of rows) {
    const { text = '', tone } = cells[index] ?? {};
    const indent = index === 0 ? depth * size.indent : 0;
    width = Math.max(width, textWidth(text.slice(0, 200), fontSize.row) + indent + (tone === undefined ? 0 : 12));
  }
  return width + 14;
}

/** The width that no column may exceed, so that all of them fit. */
function widest(wanted: readonly number[], width: number): number {
  const ordered = [...wanted].sort((one, other) => one - other);
  let rest = width;
  for (const [index, each] of ordered.entries()) {
    const share = rest / (ordered.length - index);
    if (each > share) return share;
    rest -= each;
  }
  return Infinity;
}

function rowCells(
  { cells, depth = 0 }: Row,
  placed: readonly (PlacedColumn & { index: number })[],
  top: number,
): readonly string[] {
  const middle = top + size.row / 2;
  return placed.flatMap(({ column, index, left, width }) => {
    const cell = cells[index];
    if (!cell) return [];
    const indent = index === 0 ? depth * size.indent : 0;
    const box = { left: left + indent, width: width - indent };
    return [
      ...trackOf(cell, box, middle),
      ...markOf(cell, box, middle),
      cellText(cell, column, shifted(cell, box), middle + 4, { size: fontSize.row, quiet: cell.tone === 'quiet' }),
    ];
  });
}

interface Box {
  readonly left: number;
  readonly width: number;
}

/** What has a tone has a dot in its hue; the text says what it means. */
function markOf({ tone, text }: Cell, { left }: Box, middle: number): readonly string[] {
  if (tone === undefined || tone === 'quiet' || text === '') return [];
  return [element('circle', { class: `mark ${hueOf(tone)}`, cx: left + 4, cy: middle, r: 3.5 })];
}

function shifted({ tone, text }: Cell, box: Box): Box {
  const isMarked = tone !== undefined && tone !== 'quiet' && text !== '';
  return isMarked ? { left: box.left + 12, width: box.width - 12 } : box;
}

function trackOf({ share }: Cell, { left, width }: Box, middle: number): readonly string[] {
  if (share === undefined) return [];
  const whole = width - 8;
  const filled = Math.min(Math.max(share, 0), 1) * whole;
  const place = { y: middle + 8, height: 3, x: left };
  return [
    element('rect', { class: 'shade', ...place, width: whole }),
    element('rect', { class: 'filled work', ...place, width: filled }),
  ];
}

function cellText(
  { text }: Cell,
  { numeric }: Column,
  { left, width }: Box,
  y: number,
  { size: font, quiet }: { readonly size: number; readonly quiet: boolean },
): string {
  const place = numeric === true ? { x: left + width - 8, anchor: 'end' as const } : { x: left };
  return textOf(text, { ...place, y, size: font, width: width - 8, quiet });
}
