import { setTimeout as later } from 'node:timers/promises';
import { Random } from '../random';
import type { EditKind, TextLines } from './edits';
import { Ours } from './ours';
import { Peer } from './peer';
import type { PlanFolder, PlanFolders } from './plans';
import type { Row } from './row';
import type { Server } from './server';

/** What all lines of the table are measured with. */
export interface Context {
  readonly plans: PlanFolders;
  /** How many repeats of the usual number there are, from 0 up. */
  readonly repeats: number;
  /** How long the other server has for an answer, in seconds; 0 leaves it out. */
  readonly peerLimit: number;
  /** What the other server has said, or not said, of a size that it cannot do: it is not waited for again. */
  readonly beyondPeer: Map<number, string>;
}

/** Measures one line of the table, or several that belong together. */
export type Line = (context: Context) => AsyncIterable<Row>;

export interface Series {
  /** How many edits there are at most, those that take others back counted. */
  readonly count: number;
  /** After so many seconds there are no more, once there is one and it has been taken back. */
  readonly seconds: number;
  /** Between an answer and the next edit, in milliseconds. */
  readonly pause: number;
}

/** Ten keystrokes a second: somebody types fast. What a server does in the background has to be done beside them. */
export const typing: Series = { count: 60, seconds: 25, pause: 100 };

/** How often something is done that is usually done so often. */
export function repeated(count: number, { repeats }: Context): number {
  return Math.max(1, Math.round(count * repeats));
}

export async function milliseconds(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

/**
 * Makes edits and takes them back, at places that are the same in every run.
 *
 * @param answered resolves when an edit has its answer; in milliseconds it took
 */
export async function editTimes(
  context: Context,
  text: TextLines,
  kind: EditKind,
  answered: (edit: ReturnType<EditKind>['there']) => Promise<unknown>,
  { count, seconds, pause }: Series,
): Promise<readonly number[]> {
  const random = new Random(7);
  const times: number[] = [];
  const end = performance.now() + 1000 * Math.max(1, seconds * context.repeats);
  while (times.length < repeated(count, context)) {
    if (times.length > 0 && performance.now() > end) break;
    const { there, back } = kind(text, random);
    for (const edit of [there, back]) {
      times.push(await milliseconds(() => answered(edit)));
      await later(pause);
    }
  }
  return times;
}

/**
 * What is measured with the other server, or the sentence that stands for it where there is no answer.
 *
 * @param items how many of them there are in the file that is opened
 * @param measure after it the server is stopped
 */
export async function withPeer<T>(
  { peerLimit, beyondPeer }: Context,
  { path }: PlanFolder,
  items: number,
  measure: (peer: Peer) => Promise<T>,
): Promise<T | string | undefined> {
  if (peerLimit === 0) return undefined;
  const known = beyondPeer.get(items);
  if (known !== undefined) return known;
  const peer = await Peer.start(path, peerLimit);
  await peer.initialized();
  try {
    return await measure(peer);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    beyondPeer.set(items, reason);
    return reason;
  } finally {
    await peer.stop();
  }
}

/** Our server on a plan whose files have all been read. Stopped after it. */
export async function withOurs<T>({ path }: PlanFolder, measure: (ours: Ours) => Promise<T>): Promise<T> {
  const ours = await Ours.start(path);
  try {
    await ours.initialized();
    await ours.all();
    return await measure(ours);
  } finally {
    await ours.stop();
  }
}

/** Has a server work on a small plan first: its schemas are there then, and most of its code has run once. */
export async function warmUp(server: Server, plan: PlanFolder): Promise<void> {
  const uri = plan.uriOf('warm-up.project.yaml');
  const found = await server.open(uri, 'project: Small\nitems: { a: A task, b: { title: B, depnds_on: a } }\n');
  if (found.length === 0) throw new Error('The misspelt key of the small plan was not reported: nothing is checked.');
  await server.sendClose(uri);
}
