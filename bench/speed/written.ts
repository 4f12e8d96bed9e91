import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { cellsOf, head, type Row } from './row';

const page = 'docs/speed.md';
const readme = 'README.md';
const start = '<!-- speed:start -->';
const end = '<!-- speed:end -->';

/**
 * Writes the whole table to its page, and the rows that have a goal between two markers of the README.
 *
 * @param machine what it was measured on, and when
 */
export async function writeTables(rows: readonly Row[], machine: string): Promise<void> {
  await write(page, pageText(rows, machine));
  await write(readme, withTable(await readFile(readme, 'utf8'), rows, machine));
}

export function pageText(rows: readonly Row[], machine: string): string {
  const source = '[bench/README.md](../bench/README.md) says what each line measures, and how.';
  return `# Speed\n\n${measured(machine)} ${source}\n\n${tableOf(rows, head)}\n`;
}

/** A text with the short table between its markers; throws a sentence where it has none. */
export function withTable(text: string, rows: readonly Row[], machine: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${readme} needs the lines ${start} and ${end}, in this order.`);
  const shown = rows.filter(({ goals = [] }) => goals.length > 0);
  const table = tableOf(shown, ['what', 'median', '95 %', 'yaml-language-server', 'ratio']);
  const more = `The whole table, with its goals, is in [docs/speed.md](${page}).`;
  const section = `${measured(machine)} ${more}\n\n${table}`;
  return `${text.slice(0, from + start.length)}\n\n${section}\n\n${text.slice(to)}`;
}

function measured(machine: string): string {
  return `Measured by \`npm run bench\` on generated plans, both language servers over stdio: ${machine}.`;
}

function tableOf(rows: readonly Row[], columns: readonly string[]): string {
  const shown = head.flatMap((name, at) => (columns.includes(name) ? [at] : []));
  const line = (cells: readonly string[]): string =>
    `| ${shown.map((at) => (cells[at] ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(cellsOf(row)))].join('\n');
}

async function write(path: string, content: string): Promise<void> {
  await writeFile(path, await format(content, { ...(await resolveConfig(path)), filepath: path }));
}
