import { csvText, type CsvValue } from './csvText';
import type { Column, TableBlock, ViewDocument } from './viewDocument';

/**
 * The tables of a document as one table of CSV. Several tables with the same columns become one; of others, only those
 * like the largest are written, since a CSV file has one set of columns. Trees have a column `Level` from 1.
 */
export function csvOf({ blocks }: ViewDocument): string {
  const tables = blocks.filter((block) => block.kind === 'table');
  const [first] = [...tables].sort((one, other) => other.rows.length - one.rows.length);
  if (!first) return '';
  const like = tables.filter((table) => headings(table).join('\0') === headings(first).join('\0'));
  const isTree = like.some(({ rows }) => rows.some(({ depth = 0 }) => depth > 0));
  const rows = like.flatMap((table) =>
    table.rows.map(({ cells, depth = 0 }) => [
      ...(isTree ? [depth + 1] : []),
      ...cells.map(({ text }, index) => valueOf(text, table.columns[index])),
    ]),
  );
  return csvText([...(isTree ? ['Level'] : []), ...headings(first)], rows);
}

function headings({ columns }: TableBlock): readonly string[] {
  return columns.map(({ title }) => title);
}

/** What is only a number stays one, also below zero, where a text would be taken for a formula. */
function valueOf(text: string, column: Column | undefined): CsvValue {
  return column?.numeric === true && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
