import type { Successors } from './topology';

/** Which activities each of them leads to; types and lags do not matter here. */
type Graph = Pick<Successors, 'first' | 'target'>;

/**
 * The sets of activities that all lead to each other, without those of a single activity that does not lead to itself:
 * Tarjan, "Depth-first search and linear graph algorithms", 1972, with arrays in place of recursion, because a chain of
 * work may be longer than the call stack. Each set is ascending, and they are sorted by their first members.
 *
 * @param among looks only at the activities that are not 0 here
 */
export function stronglyConnectedSets(count: number, successors: Graph, among: Int32Array): readonly Int32Array[] {
  const search = new Search(count, successors, among);
  for (let root = 0; root < count; root++) if (among[root] !== 0) search.from(root);
  return search.sets.sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0));
}

class Search {
  readonly sets: Int32Array[] = [];
  /** In which order the activities were entered, from 1; 0 where they were not. */
  readonly #entered: Int32Array;
  readonly #low: Int32Array;
  readonly #isOpen: Uint8Array;
  /** The activities whose set is not known yet. */
  readonly #open: number[] = [];
  /** The way from the root, and for each activity which of its links is looked at next. */
  readonly #path: number[] = [];
  readonly #next: Int32Array;
  #count = 0;

  constructor(
    count: number,
    private readonly successors: Graph,
    private readonly among: Int32Array,
  ) {
    this.#entered = new Int32Array(count);
    this.#low = new Int32Array(count);
    this.#isOpen = new Uint8Array(count);
    this.#next = successors.first.slice(0, count);
  }

  from(root: number): void {
    if (this.#entered[root] !== 0) return;
    this.#enter(root);
    for (let activity = this.#path.at(-1); activity !== undefined; activity = this.#path.at(-1)) {
      const at = this.#next[activity] ?? 0;
      if (at >= (this.successors.first[activity + 1] ?? 0)) this.#leave(activity);
      else {
        this.#next[activity] = at + 1;
        this.#follow(activity, this.#target(at));
      }
    }
  }

  #follow(activity: number, target: number): void {
    if (this.among[target] === 0) return;
    if (this.#entered[target] === 0) this.#enter(target);
    else if (this.#isOpen[target] === 1) this.#lower(activity, this.#entered[target] ?? 0);
  }

  #target(at: number): number {
    return this.successors.target[at] ?? 0;
  }

  #enter(activity: number): void {
    this.#count++;
    this.#entered[activity] = this.#count;
    this.#low[activity] = this.#count;
    this.#isOpen[activity] = 1;
    this.#open.push(activity);
    this.#path.push(activity);
  }

  #lower(activity: number, value: number): void {
    if (value < (this.#low[activity] ?? 0)) this.#low[activity] = value;
  }

  #leave(activity: number): void {
    this.#path.pop();
    const caller = this.#path.at(-1);
    if (caller !== undefined) this.#lower(caller, this.#low[activity] ?? 0);
    if (this.#low[activity] !== this.#entered[activity]) return;
    const members = this.#open.splice(this.#open.lastIndexOf(activity));
    for (const member of members) this.#isOpen[member] = 0;
    if (members.length > 1 || this.#leadsToItself(activity)) this.sets.push(Int32Array.from(members).sort());
  }

  #leadsToItself(activity: number): boolean {
    const end = this.successors.first[activity + 1] ?? 0;
    for (let at = this.successors.first[activity] ?? 0; at < end; at++) if (this.#target(at) === activity) return true;
    return false;
  }
}
