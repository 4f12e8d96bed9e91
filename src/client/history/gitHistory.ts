import { type EarlierFilesParams, type EarlierFilesResult, isCommitName } from '../../protocol';
import { isPlanOrSettingsUri, skippedFolders } from '../planFiles';
import type { GitApi, GitCommit, GitRepository, GitUri } from './gitApi';

/** How many texts are asked for at a time: each is a process. */
const atATime = 4;

/** How many commits are looked through, step by step, for the last one of a day. */
const commitCounts = [50, 1000, 20_000] as const;

/** How many texts are kept: what a commit holds never changes. */
const mostTexts = 3000;

/** What a day of the past or a commit is found as. */
interface Point {
  readonly hash: string;
  readonly day: string;
  readonly isFirst: boolean;
}

type None = Extract<EarlierFilesResult, { readonly none: string }>;

/**
 * Earlier texts of plan files, by the Git extension's own API: no Git is run here. What it is asked for are hashes that
 * it gave itself, and names that can be nothing but those of commits.
 */
export class GitHistory {
  readonly #texts = new Map<string, string>();

  /**
   * @param git the API; undefined where there is none: on the web, in a workspace that is not trusted, without Git
   * @param uriOf reads a URI
   */
  constructor(
    private readonly git: () => Promise<GitApi | undefined>,
    private readonly uriOf: (text: string) => GitUri,
  ) {}

  /** Answers the server. It never rejects: what cannot be had is no history. */
  async earlierFiles(params: EarlierFilesParams): Promise<EarlierFilesResult> {
    try {
      return await this.#earlierFiles(params);
    } catch {
      return { none: 'no-history' };
    }
  }

  async #earlierFiles({ root, uris, since }: EarlierFilesParams): Promise<EarlierFilesResult> {
    const folder = this.uriOf(root);
    const repository = folder.scheme === 'file' ? (await this.git())?.getRepository(folder) : undefined;
    if (!repository) return { none: 'no-history' };
    if (repository.state.HEAD?.commit === undefined) return { none: 'not-committed' };
    const point =
      'day' in since ? await pointOfDay(repository, folder, since.day) : await pointOfCommit(repository, since.commit);
    if ('none' in point) return point;
    const { hash, day, isFirst } = point;
    const wanted = await this.#filesThen(repository, root, uris, hash);
    const files: { uri: string; text: string }[] = [];
    for (let at = 0; at < wanted.length; at += atATime) {
      const some = wanted.slice(at, at + atATime);
      const texts = await Promise.all(some.map((uri) => this.#text(repository, hash, this.uriOf(uri))));
      some.forEach((uri, index) => {
        const text = texts[index];
        if (text !== null && text !== undefined) files.push({ uri, text });
      });
    }
    return { files, day, isFirst };
  }

  /** The files that the plan has now, and those that it had then and has no more. */
  async #filesThen(
    repository: GitRepository,
    root: string,
    uris: readonly string[],
    hash: string,
  ): Promise<readonly string[]> {
    const below = `${root}/`;
    const changes = await repository.diffWith(hash);
    const others = changes
      .flatMap(({ uri, originalUri }) => [originalUri, uri])
      .filter((uri) => isPlanOrSettingsUri(uri) && !isSkipped(uri))
      .map((uri) => uri.toString())
      .filter((uri) => uri.startsWith(below));
    return [...new Set([...uris, ...others])];
  }

  /** Null where the commit has no such file. */
  async #text(repository: GitRepository, hash: string, { fsPath }: GitUri): Promise<string | null> {
    const key = `${hash} ${fsPath}`;
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    try {
      const text = await repository.show(hash, fsPath);
      if (this.#texts.size >= mostTexts) this.#texts.clear();
      this.#texts.set(key, text);
      return text;
    } catch {
      return null;
    }
  }
}

/** The last commit of a day or before it that touches a folder; the first one of all, where none is as old. */
async function pointOfDay(repository: GitRepository, { fsPath }: GitUri, day: string): Promise<Point | None> {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  const end = new Date(year, month - 1, date + 1).getTime();
  let oldest: GitCommit | undefined;
  for (const maxEntries of commitCounts) {
    const commits = await repository.log({ maxEntries, path: fsPath });
    const found = commits.find(({ commitDate }) => commitDate !== undefined && commitDate.getTime() < end);
    if (found && isHash(found.hash)) return { hash: found.hash, day, isFirst: false };
    oldest = commits.at(-1);
    if (commits.length < maxEntries) break;
  }
  return oldest ? pointOf(oldest, true) : { none: 'not-committed' };
}

async function pointOfCommit(repository: GitRepository, name: string): Promise<Point | None> {
  if (!isCommitName(name)) return { none: 'no-such-point' };
  // A tag may be a thing of its own: it is peeled down to its commit.
  const commit = await repository.getCommit(`${name}^{commit}`).catch(() => undefined);
  return commit ? pointOf(commit, false) : { none: 'no-such-point' };
}

function pointOf({ hash, commitDate }: GitCommit, isFirst: boolean): Point | None {
  return isHash(hash) && commitDate ? { hash, day: localDay(commitDate), isFirst } : { none: 'no-such-point' };
}

/** The calendar day in the user's time zone. */
function localDay(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
}

function isSkipped({ path }: GitUri): boolean {
  return path.split('/').some((name) => (skippedFolders as readonly string[]).includes(name));
}
