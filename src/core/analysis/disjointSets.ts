/** Numbers that are put together into sets (Galler and Fisher, "An improved equivalence algorithm", 1964). */
export class DisjointSets {
  readonly #above: Int32Array;

  /** @param count each of the numbers from 0 up is a set of its own at first */
  constructor(count: number) {
    this.#above = Int32Array.from({ length: count }, (_, number) => number);
  }

  /** Makes one set of those that two numbers are in. */
  unite(one: number, other: number): void {
    const [first, second] = [this.#root(one), this.#root(other)];
    this.#above[Math.max(first, second)] = Math.min(first, second);
  }

  /** For each number the number of its set: sets count from 0 up, in the order of their smallest numbers. */
  numbers(): Int32Array {
    const known = new Map<number, number>();
    return this.#above.map((_, number) => {
      const root = this.#root(number);
      return known.get(root) ?? known.set(root, known.size).size - 1;
    });
  }

  #root(number: number): number {
    const above = this.#above;
    let at = number;
    for (let next = above[at] ?? at; next !== at; next = above[at] ?? at) {
      above[at] = above[next] ?? next;
      at = above[at] ?? next;
    }
    return at;
  }
}
