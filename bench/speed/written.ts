import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { cellsOf, head, type Row } from './row';

const page = 'docs/speed.md';
const readme = 'README.md';
const start = '<!-- speed:start -->';
const end = '<!-- speed:end -->';

/** Writes the whole table to its page, and the rows that have a goal between two markers of the README. */
export async function writeTables(rows: readonly Row[], machine: string): Promise<void> {
  const intro = `Measured by \`npm run bench\` with generated plans, both language servers over stdio: ${machine}.`;
  await write(
    page,
    `# Speed\n\n${intro} [bench/README.md](../bench/README.md) says what each line measures.\n\n${tableOf(rows, head)}\n`,
  );
  const text = await readFile(readme, 'utf8');
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${readme} needs the lines ${start} and ${end}, in this order.`);
  const short = tableOf(
    rows.filter(({ goals = [] }) => goals.length > 0),
    ['what', 'median', '95 %', 'yaml-language-server', 'ratio'],
  );
  const section = `${start}\n\n${intro} All lines, and the goals, are in [docs/speed.md](docs/speed.md).\n\n${short}\n\n`;
  await write(readme, `${text.slice(0, from)}${section}${text.slice(to)}`);
}

function tableOf(rows: readonly Row[], columns: readonly string[]): string {
  const shown = head.flatMap((name, at) => (columns.includes(name) ? [at] : []));
  const line = (cells: readonly string[]): string => `| ${shown.map((at) => cells[at] ?? '').join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(cellsOf(row)))].join('\n');
}

async function write(path: string, content: string): Promise<void> {
  await writeFile(path, await format(content, { ...(await resolveConfig(path)), filepath: path }));
}
