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
  isCollapsed: boolean;
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

/**
 * The part of the tree that the editor has asked for. Levels are fetched when they are first looked at; after a change
 * of the plan those that are open are compared with what they are now, and the others are forgotten.
 */
export class KnownTree {
  #top: Level | undefined;
  /** Changes whenever all is forgotten: what was asked before that comes too late. */
  #round = 0;

  constructor(private readonly source: LevelSource) {}

  /** Forgets everything. */
  clear(): void {
    this.#top = undefined;
    this.#round++;
  }

  /** Whether there is anything at the top; undefined while that is not known. */
  get isEmpty(): boolean | undefined {
    return this.#top && this.#top.entries.length === 0;
  }

  /** The entries below one, or at the top: as they are known, else as they are now. */
  async children(parent?: TreeEntry): Promise<readonly TreeEntry[]> {
    const owner = parent as KnownEntry | undefined;
    const known = this.#levelOf(owner);
    if (known) return known.entries;
    const round = this.#round;
    const [level] = (await this.source([{ id: owner?.node.id ?? null }])) ?? [];
    if (round !== this.#round) return owner ? [] : this.children();
    // Somebody else may have asked as well, and the entries of one answer must not stand beside those of another.
    const meanwhile = this.#levelOf(owner);
    if (meanwhile || !level?.nodes) return meanwhile?.entries ?? [];
    const entries = level.nodes.map((node) => newEntry(node, owner));
    this.#setLevel(owner, { stamp: level.stamp, entries });
    return entries;
  }

  /** Notes that an entry is closed, so that nobody looks at what is below it. */
  collapsed(entry: TreeEntry): void {
    (entry as KnownEntry).isCollapsed = true;
  }

  expanded(entry: TreeEntry): void {
    (entry as KnownEntry).isCollapsed = false;
  }

  /** The last of some nodes that lead there from the top; undefined where the tree has changed meanwhile. */
  async follow(way: readonly PlanNode[]): Promise<TreeEntry | undefined> {
    let at: TreeEntry | undefined;
    for (const { id } of way) {
      const entries: readonly TreeEntry[] = await this.children(at);
      at = entries.find(({ node }) => node.id === id);
      if (!at) return undefined;
    }
    return at;
  }

  /** Brings what is known up to date. @returns what is shown otherwise than before */
  async refresh(): Promise<TreeChange> {
    if (!this.#top) return [];
    const changed: TreeEntry[] = [];
    const owners = [undefined, ...openEntries(this.#top, changed)];
    const round = this.#round;
    const levels = await this.source(
      owners.map((owner) => {
        const known = this.#levelOf(owner);
        return { id: owner?.node.id ?? null, ...(known ? { stamp: known.stamp } : {}) };
      }),
    );
    if (!levels || round !== this.#round) return changed;
    const rearranged: (TreeEntry | undefined)[] = [];
    owners.forEach((owner, at) => {
      const level = levels[at];
      // A node that is gone is gone from the level above it as well.
      if (!level?.nodes) return;
      const before = this.#levelOf(owner)?.entries ?? [];
      const { entries, changed: own, isRearranged } = updated(before, level.nodes, owner);
      this.#setLevel(owner, { stamp: level.stamp, entries });
      if (isRearranged) rearranged.push(owner);
      else changed.push(...own);
    });
    return rearranged.includes(undefined) ? 'everything' : [...changed, ...rearranged.flatMap((owner) => owner ?? [])];
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
  return { node, parent, level: undefined, isCollapsed: false };
}

/**
 * The entries whose levels are known and looked at, parents first. What is below those that are closed is forgotten.
 *
 * @param forgotten gets the entries of which the editor is to ask again when they are opened
 */
function openEntries({ entries }: Level, forgotten: TreeEntry[]): readonly KnownEntry[] {
  return entries.flatMap((entry) => {
    if (!entry.level) return [];
    if (!entry.isCollapsed) return [entry, ...openEntries(entry.level, forgotten)];
    entry.level = undefined;
    forgotten.push(entry);
    return [];
  });
}

interface Updated {
  readonly entries: readonly KnownEntry[];
  /** Those that were there and show something else. */
  readonly changed: readonly KnownEntry[];
  /** Whether entries came, went or changed places. */
  readonly isRearranged: boolean;
}

function updated(before: readonly KnownEntry[], nodes: readonly PlanNode[], owner: KnownEntry | undefined): Updated {
  const known = new Map(before.map((entry) => [entry.node.id, entry]));
  const changed: KnownEntry[] = [];
  const entries = nodes.map((node) => {
    const entry = known.get(node.id);
    if (!entry) return newEntry(node, owner);
    if (JSON.stringify(entry.node) !== JSON.stringify(node)) {
      entry.node = node;
      changed.push(entry);
    }
    return entry;
  });
  const isRearranged = entries.length !== before.length || entries.some((entry, at) => entry !== before[at]);
  return { entries, changed, isRearranged };
}
