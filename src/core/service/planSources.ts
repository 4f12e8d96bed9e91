import { fileKindOf } from '../plan/fileKind';
import type { PlanSet } from '../plan/planSet';
import type { TextChange } from '../text/sourceText';
import type { PlanHost } from './planHost';

export interface FileChange {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
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

  /** Reads all that the host lists, and lets go of what it does not list any more. */
  async readAll(): Promise<void> {
    const uris = await this.host.list();
    const listed = new Set(uris);
    for (const uri of this.plans.uris) if (!listed.has(uri) && !this.#open.has(uri)) this.plans.remove(uri);
    await this.#read(uris);
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

  async #read(uris: readonly string[]): Promise<void> {
    for (let at = 0; at < uris.length; at += batchSize) {
      const batch = uris.slice(at, at + batchSize);
      const texts = await this.host.read(batch);
      for (const [index, uri] of batch.entries()) {
        const text = texts[index];
        await this.host.pause();
        // It may have been opened meanwhile.
        if (this.#open.has(uri)) continue;
        if (text === undefined) this.plans.remove(uri);
        else if (this.plans.document(uri)?.source.toString() !== text) this.plans.setText(uri, text);
      }
    }
  }
}
