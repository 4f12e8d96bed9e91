import type { PlanNode, PlanTreeParams, PlanTreeResult } from '../../protocol';

/** A node of the tree as the editor knows it: the same object as long as the node is there, whatever it shows. */
export interface TreeEntry {
  readonly parent: TreeEntry | undefined;
  readonly node: PlanNode;
}

interface KnownEntry extends TreeEntry {
  readonly parent: KnownEntry | undefined;
  node: PlanNode;
  level: Level | undefined;
  /** Whether the editor has been told what is below it. */
  isDrawn: boolean;
}

/** What is below a node, or at the top. */
interface Level {
  readonly stamp: string;
  readonly entries: readonly KnownEntry[];
}

/** Gives levels of the tree, in the order asked for; undefined where nobody answers. */
export type LevelSource = (levels: PlanTreeParams['levels']) => Promise<PlanTreeResult | undefined>;

/** What is to be drawn anew: some entries with what is below them, or everything. */
export type TreeChange = readonly TreeEntry[] | 'everything';

/** Where more entries of a level have changed, all of it is drawn anew. */
const manyChanges = 30;

/**
 * The part of the tree that the editor has asked for. Levels are fetched when they are first looked at; after a change
 * of the plan those that are open are compared with what they are now, and the others are forgotten.
 */
export class KnownTree {
  #top: Level | undefined;
  /** Changes whenever all is forgotten: what was asked before that comes too late. */
  #round = 0;
  /** Tells the entries of one filter from those of another: each has its own that are open. */
  #scope = '';
  /** What was opened and closed by hand, by the ids of entries. */
  readonly #toggled = new Map<string, boolean>();

  constructor(private readonly source: LevelSource) {}

  /** Begins anew, with what was opened and closed in this scope before. */
  clear(scope = this.#scope): void {
    this.#top = undefined;
    this.#scope = scope;
    this.#round++;
  }

  /** Whether there is anything at the top; undefined while that is not known. */
  get isEmpty(): boolean | undefined {
    return this.#top && this.#top.entries.length === 0;
  }

  /** The id of an entry in all scopes. */
  id({ node }: TreeEntry): string {
    return `${this.#scope}${node.id}`;
  }

  isOpen(entry: TreeEntry): boolean {
    return this.#toggled.get(this.id(entry)) ?? entry.node.children === 'open';
  }

  /** Notes that an entry was opened or closed. */
  toggle(entry: TreeEntry, isOpen: boolean): void {
    this.#toggled.set(this.id(entry), isOpen);
  }

  /** The entries below one, or at the top, for the editor to draw: as they are known, else as they are now. */
  async children(parent?: TreeEntry): Promise<readonly TreeEntry[]> {
    const owner = parent as KnownEntry | undefined;
    if (owner) owner.isDrawn = true;
    return this.#children(owner);
  }

  /** The last of some nodes that lead there from the top; undefined where the tree has changed meanwhile. */
  async follow(way: readonly PlanNode[]): Promise<TreeEntry | undefined> {
    let at: KnownEntry | undefined;
    for (const { id } of way) {
      const entries: readonly KnownEntry[] = await this.#children(at);
      at = entries.find(({ node }) => node.id === id);
      if (!at) return undefined;
    }
    return at;
  }

  /** Brings what is known up to date. @returns what is shown otherwise than before */
  async refresh(): Promise<TreeChange> {
    if (!this.#top) return [];
    const forgotten: KnownEntry[] = [];
    const owners = [undefined, ...this.#openEntries(this.#top, forgotten)];
    const round = this.#round;
    const levels = await this.source(
      owners.map((owner) => {
        const known = this.#levelOf(owner);
        return { id: owner?.node.id ?? null, ...(known ? { stamp: known.stamp } : {}) };
      }),
    );
    if (!levels || round !== this.#round) return forgotten;
    const changed = owners.flatMap((owner, at) => this.#updated(owner, levels[at]));
    if (changed.includes(undefined)) return 'everything';
    // What hangs from elsewhere now is another entry there.
    return [...forgotten, ...changed].filter((entry) => entry !== undefined).filter((entry) => this.#isThere(entry));
  }

  async #children(owner: KnownEntry | undefined): Promise<readonly KnownEntry[]> {
    const known = this.#levelOf(owner);
    if (known) return known.entries;
    const round = this.#round;
    const [level] = (await this.source([{ id: owner?.node.id ?? null }])) ?? [];
    if (round !== this.#round) return owner ? [] : this.#children(undefined);
    // Somebody else may have asked as well, and the entries of one answer must not stand beside those of another.
    const meanwhile = this.#levelOf(owner);
    if (meanwhile || !level?.nodes) return meanwhile?.entries ?? [];
    const entries = level.nodes.map((node) => newEntry(node, owner));
    this.#setLevel(owner, { stamp: level.stamp, entries });
    return entries;
  }

  /**
   * The entries whose levels are known and looked at, parents first. What is below the others is forgotten.
   *
   * @param forgotten gets those of which the editor has to ask again when they are opened
   */
  #openEntries({ entries }: Level, forgotten: KnownEntry[]): readonly KnownEntry[] {
    return entries.flatMap((entry) => {
      if (!entry.level) return [];
      if (entry.isDrawn && this.isOpen(entry)) return [entry, ...this.#openEntries(entry.level, forgotten)];
      if (entry.isDrawn) forgotten.push(entry);
      entry.level = undefined;
      entry.isDrawn = false;
      return [];
    });
  }

  /** Takes a level as it is now. @returns what is to be drawn anew for it; undefined for all of the top */
  #updated(
    owner: KnownEntry | undefined,
    level: PlanTreeResult[number] | undefined,
  ): readonly (KnownEntry | undefined)[] {
    // A node that is gone is gone from the level above it as well.
    if (!level?.nodes) return [];
    const before = this.#levelOf(owner)?.entries ?? [];
    const known = new Map(before.map((entry) => [entry.node.id, entry]));
    const changed: KnownEntry[] = [];
    const entries = level.nodes.map((node) => {
      const entry = known.get(node.id);
      if (!entry) return newEntry(node, owner);
      if (JSON.stringify(entry.node) !== JSON.stringify(node)) {
        entry.node = node;
        changed.push(entry);
      }
      return entry;
    });
    this.#setLevel(owner, { stamp: level.stamp, entries });
    const isRearranged = entries.length !== before.length || entries.some((entry, at) => entry !== before[at]);
    return isRearranged || changed.length > manyChanges ? [owner] : changed;
  }

  #isThere(entry: KnownEntry): boolean {
    for (let at: KnownEntry | undefined = entry; at; at = at.parent)
      if (this.#levelOf(at.parent)?.entries.includes(at) !== true) return false;
    return true;
  }

  #levelOf(owner: KnownEntry | undefined): Level | undefined {
    return owner ? owner.level : this.#top;
  }

  #setLevel(owner: KnownEntry | undefined, level: Level): void {
    if (owner) owner.level = level;
    else this.#top = level;
  }
}

function newEntry(node: PlanNode, parent: KnownEntry | undefined): KnownEntry {
  return { node, parent, level: undefined, isDrawn: false };
}
