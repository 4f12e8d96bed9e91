import { cpus, totalmem } from 'node:os';
import { aligned } from '../table';
import type { Context } from './context';
import { lines } from './lines';
import { PlanFolders } from './plans';
import { cellsOf, head, type Row } from './row';
import { writeTables } from './written';

export interface RunOptions {
  /** How many repeats of the usual number there are. */
  readonly repeats: number;
  /** How long the other server has for an answer, in seconds; 0 leaves it out. */
  readonly peerLimit: number;
  /** Whether the table is written into the README and its page. */
  readonly isWritten: boolean;
}

/**
 * Measures lines of the table, and prints each row when it is there.
 *
 * @param wanted names of lines; all where there are none
 * @returns the exit code
 */
export async function runLines(
  wanted: readonly string[],
  { repeats, peerLimit, isWritten }: RunOptions,
): Promise<number> {
  const unknown = wanted.find((name) => !(name in lines));
  if (unknown !== undefined || !(repeats > 0) || !(peerLimit >= 0)) {
    console.error(
      unknown === undefined
        ? 'Repeats and limits are positive numbers.'
        : `There is no ${unknown}. Choose from: ${Object.keys(lines).join(', ')}, analysis.`,
    );
    return 2;
  }
  if (isWritten && wanted.length > 0) {
    console.error('Only the whole table is written.');
    return 2;
  }
  console.log(`${machine()}\n`);
  const rows: Row[] = [];
  const context: Context = { plans: new PlanFolders(), repeats, peerLimit, beyondPeer: new Map() };
  try {
    for (const [name, line] of Object.entries(lines)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      for await (const row of line(context)) {
        rows.push(row);
        console.log(cellsOf(row).filter(Boolean).join(' | '));
      }
    }
  } finally {
    await context.plans.remove();
  }
  console.log(`\n${aligned([head, ...rows.map(cellsOf)])}`);
  if (isWritten) await writeTables(rows, machine());
  return 0;
}

/** What it ran on, and when. */
function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GB, Node ${process.version}`;
}
