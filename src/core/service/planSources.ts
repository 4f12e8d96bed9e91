import { fileKindOf } from '../plan/fileKind';
import type { Plan } from '../plan/plan';
import { readingDocument, type PlanFile } from '../plan/planFile';
import type { PlanSet } from '../plan/planSet';
import { readingNodes } from '../rules/checking/readNodes';
import type { Stepwise } from '../stepwise';
import type { SyntaxDocument } from '../syntax/document';
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
  /** Asked before each file, and while it is read; once it says no, the rest is not read. */
  isWanted?(): boolean;
}

/** How many files are asked of the host at a time. */
const batchSize = 50;

/** Brings the texts of files into plans: what is open in an editor stands above what the host reads. */
export class PlanSources {
  /** The versions of the open documents. */
  readonly #open = new Map<string, number>();
  /** Of files that were opened, closed or changed: how often, so that what was read of them before is known as old. */
  readonly #turns = new Map<string, number>();

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
    return this.#read(uris, watch);
  }

  /** @returns whether the file is of interest; so do the other methods that tell of a change */
  open(uri: string, version: number, text: string): boolean {
    if (fileKindOf(uri) === undefined) return false;
    this.#open.set(uri, version);
    this.#turn(uri);
    const known = this.plans.document(uri);
    if (known?.source.toString() === text) void this.#hold(uri, known);
    else this.plans.setText(uri, text);
    return true;
  }

  /** Has the nodes of an open file there before somebody types: the first edit needs all of them. */
  async #hold(uri: string, document: SyntaxDocument): Promise<void> {
    await this.#done(document.holdingNodes(), () => this.#open.has(uri) && this.plans.document(uri) === document);
    if (!this.#open.has(uri)) document.letGoOfNodes();
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
    this.#turn(uri);
    await this.#read([uri]);
    return true;
  }

  /** Takes in what changed on disk. */
  async update(changes: readonly FileChange[]): Promise<boolean> {
    const closed = changes.filter(({ uri }) => fileKindOf(uri) !== undefined && !this.#open.has(uri));
    for (const { uri, type } of closed) {
      this.#turn(uri);
      if (type === 'deleted') this.plans.remove(uri);
    }
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

  /** @returns whether that was wanted to the end */
  async #read(uris: readonly string[], watch: LoadWatch = {}): Promise<boolean> {
    const isWanted = (): boolean => watch.isWanted?.() !== false;
    let left = uris;
    while (left.length > 0) {
      // What is opened meanwhile may need other files than what was open before.
      const ordered = inOrderOfNeed(left, this.#openFiles());
      const batch = ordered.slice(0, batchSize);
      const turns = batch.map((uri) => this.#turns.get(uri));
      const texts = await this.host.read(batch);
      for (const [index, uri] of batch.entries()) {
        await this.host.pause();
        watch.read?.(uris.length - left.length + index, uris.length);
        // It may have been opened, or changed, meanwhile.
        const isStill = (): boolean => !this.#open.has(uri) && this.#turns.get(uri) === turns[index];
        await this.#take(uri, texts[index], () => isStill() && isWanted());
        if (!isWanted()) return false;
      }
      left = ordered.slice(batchSize);
    }
    return true;
  }

  /**
   * Takes in what was read of a file, with pauses; the file is as it was before until all of it is there.
   *
   * @param isWanted asked again after each pause: what is half read when it says no is dropped
   */
  async #take(uri: string, text: string | undefined, isWanted: () => boolean): Promise<void> {
    if (!isWanted()) return;
    if (text === undefined) {
      this.plans.remove(uri);
      return;
    }
    if (this.plans.document(uri)?.source.toString() === text) return;
    const document = await this.#done(readingDocument(uri, text), isWanted);
    if (!document) return;
    this.plans.setDocument(document);
    // Kept until the plan is checked nodes would cost much more.
    const file = this.plans.planOf(uri)?.files.get(uri);
    if (file) await this.#done(readingNodes(file), () => isWanted() && this.plans.document(uri) === document);
    if (!this.#open.has(uri)) document.letGoOfNodes();
  }

  /** Does work with pauses. @returns undefined where nobody wants it any more after one of them */
  async #done<T>(work: Stepwise<T>, isWanted: () => boolean): Promise<T | undefined> {
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      await this.host.pause();
      if (!isWanted()) return undefined;
    }
  }

  /** To be called when a file is opened, closed or changed. */
  #turn(uri: string): void {
    this.#turns.set(uri, (this.#turns.get(uri) ?? 0) + 1);
  }

  #openFiles(): readonly PlanFile[] {
    return [...this.#open.keys()].flatMap((uri) => this.plans.planOf(uri)?.files.get(uri) ?? []);
  }
}
