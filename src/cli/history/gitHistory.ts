import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { URI } from 'vscode-uri';
import { fileKindOf } from '../../core/plan/fileKind';
import type { PlanHost } from '../../core/service';
import { decodeText } from '../../server/decodeText';
import { skippedFolders } from '../../server/serverFiles';
import { git, GitFailure } from './git';

type Earlier = NonNullable<PlanHost['earlier']>;
type Request = Parameters<Earlier>[0];
type Answer = Awaited<ReturnType<Earlier>>;

/** A larger file is no plan that anybody wrote, in bytes. */
const largest = 10 * 1024 * 1024;

/** What a day of the past or a commit is found as. */
interface Point {
  readonly hash: string;
  readonly day: Temporal.PlainDate;
  readonly isFirst: boolean;
}

/**
 * Earlier versions of plans, read from the Git repository that they are in.
 *
 * @param failed is told why there is no history, a sentence, where that is more than that there is none
 */
export function gitHistory(failed: (problem: string) => void): Earlier {
  return async (request) => {
    try {
      return await earlierFiles(request, failed);
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      failed(
        error.isMissing
          ? 'Git is not installed, or not on the path: it is what earlier versions are read with.'
          : `Git could not read the history: ${error.message}.`,
      );
      return { found: false, why: 'no-history' };
    }
  };
}

async function earlierFiles({ root, since }: Request, failed: (problem: string) => void): Promise<Answer> {
  const folder = URI.parse(root).fsPath;
  if (!(await isInRepository(folder))) return { found: false, why: 'no-history' };
  const head = await hashOf(folder, 'HEAD');
  if (head === undefined) return { found: false, why: 'not-committed' };
  const point = since.kind === 'day' ? await pointOfDay(folder, since.day) : await pointOfCommit(folder, since.name);
  if (!point) return { found: false, why: since.kind === 'day' ? 'not-committed' : 'no-such-point' };
  if (point.isFirst && (await isShallow(folder))) {
    failed(
      `This clone has no history before ${point.day.toString()}: it is a shallow one. Fetch the rest of it first.`,
    );
    return { found: false, why: 'no-such-point' };
  }
  return { found: true, files: await filesIn(folder, point.hash), day: point.day, isFirst: point.isFirst };
}

async function isInRepository(folder: string): Promise<boolean> {
  try {
    return (await text(folder, 'rev-parse', '--is-inside-work-tree')) === 'true';
  } catch (error) {
    // Whose repository it is, and other refusals, are told as Git says them.
    if (error instanceof GitFailure && /^not a git repository/i.test(error.message)) return false;
    throw error;
  }
}

async function isShallow(folder: string): Promise<boolean> {
  return (await text(folder, 'rev-parse', '--is-shallow-repository')) === 'true';
}

/** The hash of a commit; undefined where there is none of that name. */
async function hashOf(folder: string, name: string): Promise<string | undefined> {
  try {
    const hash = await text(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
    return isHash(hash) ? hash : undefined;
  } catch (error) {
    if (error instanceof GitFailure && !error.isMissing) return undefined;
    throw error;
  }
}

/** The last commit of a day or before it that touches a folder; the first one of all, where none is as old. */
async function pointOfDay(folder: string, day: Temporal.PlainDate): Promise<Point | undefined> {
  const end = day.add({ days: 1 }).toZonedDateTime(Temporal.Now.timeZoneId()).epochMilliseconds / 1000 - 1;
  const last = await text(
    folder,
    'rev-list',
    '--max-count=1',
    `--before=@${String(Math.floor(end))} +0000`,
    'HEAD',
    '--',
    '.',
  );
  if (isHash(last)) return { hash: last, day, isFirst: false };
  const all = (await text(folder, 'rev-list', 'HEAD', '--', '.')).split('\n').filter(isHash);
  const first = all.at(-1);
  return first === undefined ? undefined : { hash: first, day: await dayOf(folder, first), isFirst: true };
}

async function pointOfCommit(folder: string, name: string): Promise<Point | undefined> {
  const hash = await hashOf(folder, name);
  return hash === undefined ? undefined : { hash, day: await dayOf(folder, hash), isFirst: false };
}

/** The day on which a commit was made, in the time zone of this machine. */
async function dayOf(folder: string, hash: string): Promise<Temporal.PlainDate> {
  const commit = await text(folder, 'cat-file', 'commit', hash);
  const [, seconds = '0'] = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(commit) ?? [];
  const instant = Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000);
  return instant.toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate();
}

/** The plan and settings files below a folder, as a commit has them. */
async function filesIn(folder: string, hash: string): Promise<{ uri: string; text: string }[]> {
  const listed = await git(folder, ['ls-tree', '-r', '-z', '-l', hash]);
  const entries = listed.toString('utf8').split('\0').flatMap(planFileOf);
  const contents = await blobs(folder, [...new Set(entries.map(({ blob }) => blob))]);
  return entries.flatMap(({ path, blob }) => {
    const bytes = contents.get(blob);
    return bytes ? [{ uri: URI.file(join(folder, path)).toString(), text: decodeText(bytes) }] : [];
  });
}

/** An entry that is a plan or settings file: `100644 blob 1a2b… 1234<TAB>path`. Links and the like are none. */
function planFileOf(entry: string): readonly { readonly path: string; readonly blob: string }[] {
  const [, blob = '', size = '', path = ''] = /^100(?:644|755|664) blob ([0-9a-f]+) +(\d+)\t([^]*)$/.exec(entry) ?? [];
  const isSkipped = path.split('/').some((name) => skippedFolders.has(name));
  const isPlan = path !== '' && fileKindOf(`/${path}`) !== undefined && !isSkipped;
  return isPlan && isHash(blob) && Number(size) <= largest ? [{ path, blob }] : [];
}

/** The contents of blobs by their hashes, all by one process. */
async function blobs(folder: string, hashes: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  if (hashes.length === 0) return found;
  const answer = await git(folder, ['cat-file', '--batch'], `${hashes.join('\n')}\n`);
  for (let at = 0; at < answer.length;) {
    const line = answer.indexOf(0x0a, at);
    if (line < 0) break;
    const [hash = '', kind, size] = answer.subarray(at, line).toString('utf8').split(' ');
    at = line + 1;
    if (kind !== 'blob' || size === undefined) continue;
    found.set(hash, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

async function text(folder: string, ...args: readonly string[]): Promise<string> {
  return (await git(folder, args)).toString('utf8').trim();
}

function isHash(value: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value);
}
