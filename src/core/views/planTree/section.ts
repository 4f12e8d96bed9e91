import type { EntryPath } from '../../plan/entryPath';
import { branchEntry } from './branchEntry';
import type { Branch } from './branches';

/** A branch at its place in the tree. */
export interface Position {
  /** Tells it from all others of its section; from one version of the plan to the next it stays the same. */
  readonly key: string;
  readonly section: Section;
  readonly branch: Branch;
  /** Undefined at the top of the section. */
  readonly parent: Position | undefined;
}

/** Whether a branch itself is to be shown; what leads to one that is comes along. */
export type Matches = (branch: Branch) => boolean;

/** Names an entry in keys. */
export function keyOf(entry: EntryPath | undefined): string {
  return entry ? JSON.stringify([entry.uri, ...entry.path]) : '';
}

/**
 * A part of the tree in which each thing stands once: what serves a top goal, the work without a goal, the features of a
 * product that need none. A thing that serves two goals stands in two sections.
 *
 * Little of a tree is ever looked at: the positions of a section are found when something in it is asked for.
 */
export class Section {
  readonly top: Position;
  /** Those that stand directly below the top of this one. */
  readonly inner: Section[] = [];
  #known: Positions | undefined;

  /**
   * @param below the branches directly below the top that belong to the section
   * @param matches undefined where everything is shown
   */
  constructor(
    readonly key: string,
    branch: Branch,
    /** The top of the section that this one stands in. */
    readonly above: Position | undefined,
    private readonly below: readonly Branch[],
    private readonly matches: Matches | undefined,
  ) {
    this.top = { key, section: this, branch, parent: undefined };
  }

  /** Whether anything of it is shown, or of those in it. */
  get isShown(): boolean {
    if (!this.matches) return true;
    return this.#positions.shown?.has(this.top) === true || this.inner.some(({ isShown }) => isShown);
  }

  /** How many branches of it match. */
  get matching(): number {
    return this.#positions.matching;
  }

  /** What is shown below a position of this section. */
  children(position: Position): readonly Position[] {
    const { children, shown } = this.#positions;
    const inner = position === this.top ? this.inner.filter(({ isShown }) => isShown).map(({ top }) => top) : [];
    const own = children.get(position) ?? [];
    return [...inner, ...(shown ? own.filter((child) => shown.has(child)) : own)];
  }

  /** Whether anything is shown below a position: where all of it is, that is known without looking at the section. */
  hasChildren(position: Position): boolean {
    return (this.matches ? this.children(position) : position.branch.children).length > 0;
  }

  /** The position with a key, where it is shown. */
  find(key: string): Position | undefined {
    if (key === this.key) return this.isShown ? this.top : undefined;
    const { byKey, shown } = this.#positions;
    const position = byKey.get(key);
    return position && (!shown || shown.has(position)) ? position : undefined;
  }

  get #positions(): Positions {
    return (this.#known ??= positionsOf(this.top, this.below, this.matches));
  }
}

interface Positions {
  readonly byKey: ReadonlyMap<string, Position>;
  readonly children: ReadonlyMap<Position, readonly Position[]>;
  /** Undefined where everything is. */
  readonly shown: ReadonlySet<Position> | undefined;
  readonly matching: number;
}

function positionsOf(top: Position, below: readonly Branch[], matches: Matches | undefined): Positions {
  const byKey = new Map([[top.key, top]]);
  const children = new Map<Position, readonly Position[]>();
  // A list of its own: a chain of goals may be longer than the call stack.
  const all = [top];
  for (let at = all[0], next = 1; at; at = all[next++]) {
    const parent = at;
    const made = (parent === top ? below : parent.branch.children).map((branch) => {
      const key = keyOf(branchEntry(branch));
      const position: Position = { key, section: top.section, branch, parent };
      byKey.set(key, position);
      return position;
    });
    children.set(parent, made);
    for (const position of made) all.push(position);
  }
  if (!matches) return { byKey, children, shown: undefined, matching: all.length };
  const matching = all.filter(({ branch }) => matches(branch));
  const shown = new Set<Position>();
  for (const position of matching)
    for (let at: Position | undefined = position; at && !shown.has(at); at = at.parent) shown.add(at);
  return { byKey, children, shown, matching: matching.length };
}
