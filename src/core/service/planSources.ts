import { fileKindOf } from '../plan/fileKind';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import type { PlanSet } from '../plan/planSet';
import { readNodes } from '../rules/checking/readNodes';
import type { TextChange } from '../text/sourceText';
import { inOrderOfNeed } from './orderOfNeed';
import type { PlanHost } from './planHost';

export interface FileChange {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}

/** Who wants to know how far the reading of all files is, and may want no more of it. */
export interface LoadWatch {
  /** Told how many files of how many have been read. */
  read?(done: number, total: number): void;
  /** Asked before each file; once it says no, the rest is not read. */
  isWanted?(): boolean;
}

/** How many files are asked of the host at a time. */
const batchSize = 50;

/** Brings the texts of files into plans: what is open in an editor stands above what the host reads. */
export class PlanSources {
  /** The versions of the open documents. */
  readonly #open = new Map<string, number>();

  constructor(
    private readonly plans: PlanSet,
    private readonly host: Pick<PlanHost, 'list' | 'read' | 'pause'>,
  ) {}

  /** The version that the client gave an open document; undefined for one that is not open. */
  version(uri: string): number | undefined {
    return this.#open.get(uri);
  }

  /**
   * Reads all that the host lists, what is needed first before the rest, and lets go of what it does not list any more.
   *
   * @returns whether that was wanted to the end
   */
  async readAll(watch: LoadWatch = {}): Promise<boolean> {
    const uris = await this.host.list();
    const listed = new Set(uris);
    for (const uri of this.plans.uris) if (!listed.has(uri) && !this.#open.has(uri)) this.plans.remove(uri);
    return this.#read(uris, (done) => {
      watch.read?.(done, uris.length);
      return watch.isWanted?.() !== false;
    });
  }

  /** @returns whether the file is of interest; so do the other methods that tell of a change */
  open(uri: string, version: number, text: string): boolean {
    if (fileKindOf(uri) === undefined) return false;
    this.#open.set(uri, version);
    if (this.plans.document(uri)?.source.toString() !== text) this.plans.setText(uri, text);
    return true;
  }

  edit(uri: string, version: number, changes: readonly TextChange[]): boolean {
    if (!this.#open.has(uri)) return false;
    this.#open.set(uri, version);
    this.plans.edit(uri, changes);
    return true;
  }

  /** After it a file is again what is on disk. */
  async close(uri: string): Promise<boolean> {
    if (!this.#open.delete(uri)) return false;
    await this.#read([uri]);
    return true;
  }

  /** Takes in what changed on disk. */
  async update(changes: readonly FileChange[]): Promise<boolean> {
    const closed = changes.filter(({ uri }) => fileKindOf(uri) !== undefined && !this.#open.has(uri));
    for (const { uri, type } of closed) if (type === 'deleted') this.plans.remove(uri);
    await this.#read(closed.filter(({ type }) => type !== 'deleted').map(({ uri }) => uri));
    return closed.length > 0;
  }

  /**
   * Lets go of the nodes of a plan's files that are in no editor, as far as they have been asked for since they were
   * read: nobody will type in them soon.
   */
  letGoOfNodes({ files }: Plan): void {
    for (const [uri, { document }] of files) if (!this.#open.has(uri)) document.letGoOfNodes();
  }

  /** Lets go of the nodes of a file that has just been read: kept until the plan is checked they would cost much more. */
  #letGoOfNodes(uri: string): void {
    const file = this.plans.planOf(uri)?.files.get(uri);
    if (file) readNodes(file);
    this.plans.document(uri)?.letGoOfNodes();
  }

  /** @param goesOn told how many have been read; once it says no, the rest is left */
  async #read(uris: readonly string[], goesOn: (done: number) => boolean = () => true): Promise<boolean> {
    let left = uris;
    while (left.length > 0) {
      // What is opened meanwhile may need other files than what was open before.
      const ordered = inOrderOfNeed(left, this.#openFiles());
      const batch = ordered.slice(0, batchSize);
      const texts = await this.host.read(batch);
      for (const [index, uri] of batch.entries()) {
        const text = texts[index];
        await this.host.pause();
        if (!goesOn(uris.length - left.length + index)) return false;
        // It may have been opened meanwhile.
        if (this.#open.has(uri)) continue;
        if (text === undefined) this.plans.remove(uri);
        else if (this.plans.document(uri)?.source.toString() !== text) {
          this.plans.setText(uri, text);
          this.#letGoOfNodes(uri);
        }
      }
      left = ordered.slice(batchSize);
    }
    return true;
  }

  #openFiles(): readonly PlanFile[] {
    return [...this.#open.keys()].flatMap((uri) => this.plans.planOf(uri)?.files.get(uri) ?? []);
  }
}
