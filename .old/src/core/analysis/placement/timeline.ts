/** How much there is of something from an instant on, until the next one in the list. */
export interface Steps {
  /** Ascending. Before the first there is nothing; it may be `-Infinity`. */
  readonly from: Float64Array;
  readonly amount: Float64Array;
}

const nobody = 0;
const initialSize = 16;

/**
 * An amount over time that changes in steps. Questions and changes take O(log steps), however long the time is that they
 * are about: a treap (Seidel and Aragon, "Randomized search trees", 1996) of the steps, each subtree with its smallest
 * and largest amount and with what is still to be added to all of it. Its priorities come from a fixed sequence, so that
 * the same changes build the same tree.
 */
export class Timeline {
  #from = new Float64Array(initialSize);
  #amount = new Float64Array(initialSize);
  #least = new Float64Array(initialSize);
  #most = new Float64Array(initialSize);
  /** What is still to be added to the amounts below a node. */
  #pending = new Float64Array(initialSize);
  #priority = new Uint32Array(initialSize);
  #left = new Int32Array(initialSize);
  #right = new Int32Array(initialSize);
  /** Node 0 is no node. */
  #count = 1;
  #root = nobody;
  #random = 0x9e37_79b9;

  /** Steps that are not in order, or no numbers, are left out. */
  constructor({ from, amount }: Steps) {
    const always = from[0] === -Infinity ? (amount[0] ?? NaN) : 0;
    this.#root = this.#node(-Infinity, Number.isNaN(always) ? 0 : always);
    let before = -Infinity;
    for (let step = 0; step < from.length; step++) {
      const instant = from[step] ?? NaN;
      const level = amount[step] ?? NaN;
      if (!(instant > before && instant < Infinity) || Number.isNaN(level)) continue;
      this.#root = this.#merge(this.#root, this.#node(instant, level));
      before = instant;
    }
  }

  /** The earliest instant from the given one on at which there is less than a level; `Infinity` if there always is. */
  firstBelow(instant: number, level: number): number {
    return this.#first(instant, level, true);
  }

  /** The earliest instant from the given one on at which there is at least a level; `Infinity` if there never is. */
  firstAtLeast(instant: number, level: number): number {
    return this.#first(instant, level, false);
  }

  /** Since when there has been less than a level right before an instant; the instant itself if there has been enough. */
  belowUntil(instant: number, level: number): number {
    const enough = this.#lastEnough(this.#root, instant, level);
    if (enough === nobody) return -Infinity;
    const next = this.#find(this.#root, this.#from[enough] ?? 0, -Infinity, false);
    return next === nobody ? instant : Math.min(instant, this.#from[next] ?? instant);
  }

  /** Changes the amount from one instant up to another one, which may be `Infinity`. */
  add(from: number, to: number, change: number): void {
    if (!(from < to)) return;
    this.#cut(from);
    if (to < Infinity) this.#cut(to);
    const [before, rest] = this.#split(this.#root, from);
    const [during, after] = this.#split(rest, to);
    this.#raise(during, change);
    this.#root = this.#merge(this.#merge(before, during), after);
  }

  #first(instant: number, level: number, isBelow: boolean): number {
    const now = this.#amountAt(instant);
    if (isBelow ? now < level : now >= level) return instant;
    const node = this.#find(this.#root, instant, level, isBelow);
    return node === nobody ? Infinity : (this.#from[node] ?? Infinity);
  }

  #amountAt(instant: number): number {
    let amount = 0;
    let above = 0;
    for (let node = this.#root; node !== nobody;) {
      const own = (this.#amount[node] ?? 0) + above;
      above += this.#pending[node] ?? 0;
      if ((this.#from[node] ?? 0) <= instant) {
        amount = own;
        node = this.#right[node] ?? nobody;
      } else node = this.#left[node] ?? nobody;
    }
    return amount;
  }

  /** The first step after an instant with less than a level, or at least it. */
  #find(node: number, instant: number, level: number, isBelow: boolean): number {
    if (node === nobody) return nobody;
    if (isBelow ? (this.#least[node] ?? 0) >= level : (this.#most[node] ?? 0) < level) return nobody;
    this.#pushDown(node);
    const right = this.#right[node] ?? nobody;
    if ((this.#from[node] ?? 0) <= instant) return this.#find(right, instant, level, isBelow);
    const earlier = this.#find(this.#left[node] ?? nobody, instant, level, isBelow);
    if (earlier !== nobody) return earlier;
    const own = this.#amount[node] ?? 0;
    if (isBelow ? own < level : own >= level) return node;
    return this.#find(right, instant, level, isBelow);
  }

  /** The last step before an instant with at least a level. */
  #lastEnough(node: number, instant: number, level: number): number {
    if (node === nobody || (this.#most[node] ?? 0) < level) return nobody;
    this.#pushDown(node);
    const left = this.#left[node] ?? nobody;
    if ((this.#from[node] ?? 0) >= instant) return this.#lastEnough(left, instant, level);
    const later = this.#lastEnough(this.#right[node] ?? nobody, instant, level);
    if (later !== nobody) return later;
    return (this.#amount[node] ?? 0) >= level ? node : this.#lastEnough(left, instant, level);
  }

  /** Makes an instant the beginning of a step. */
  #cut(instant: number): void {
    const [before, after] = this.#split(this.#root, instant);
    const begins = after !== nobody && this.#leftmost(after) === instant;
    const step = begins ? nobody : this.#node(instant, this.#rightmostAmount(before));
    this.#root = this.#merge(this.#merge(before, step), after);
  }

  #leftmost(tree: number): number {
    let node = tree;
    while (this.#left[node] !== nobody) node = this.#left[node] ?? nobody;
    return this.#from[node] ?? 0;
  }

  #rightmostAmount(tree: number): number {
    let node = tree;
    let above = 0;
    while (this.#right[node] !== nobody) {
      above += this.#pending[node] ?? 0;
      node = this.#right[node] ?? nobody;
    }
    return (this.#amount[node] ?? 0) + above;
  }

  /** The steps before an instant, and those from it on. */
  #split(node: number, instant: number): [number, number] {
    if (node === nobody) return [nobody, nobody];
    this.#pushDown(node);
    if ((this.#from[node] ?? 0) < instant) {
      const [before, after] = this.#split(this.#right[node] ?? nobody, instant);
      this.#right[node] = before;
      this.#sumUp(node);
      return [node, after];
    }
    const [before, after] = this.#split(this.#left[node] ?? nobody, instant);
    this.#left[node] = after;
    this.#sumUp(node);
    return [before, node];
  }

  #merge(before: number, after: number): number {
    if (before === nobody) return after;
    if (after === nobody) return before;
    const isBeforeOnTop = (this.#priority[before] ?? 0) >= (this.#priority[after] ?? 0);
    const top = isBeforeOnTop ? before : after;
    this.#pushDown(top);
    if (isBeforeOnTop) this.#right[top] = this.#merge(this.#right[top] ?? nobody, after);
    else this.#left[top] = this.#merge(before, this.#left[top] ?? nobody);
    this.#sumUp(top);
    return top;
  }

  #pushDown(node: number): void {
    const change = this.#pending[node] ?? 0;
    if (change === 0) return;
    this.#pending[node] = 0;
    this.#raise(this.#left[node] ?? nobody, change);
    this.#raise(this.#right[node] ?? nobody, change);
  }

  #raise(node: number, change: number): void {
    if (node === nobody) return;
    for (const amounts of [this.#amount, this.#least, this.#most, this.#pending]) {
      amounts[node] = (amounts[node] ?? 0) + change;
    }
  }

  #sumUp(node: number): void {
    let least = this.#amount[node] ?? 0;
    let most = least;
    for (const child of [this.#left[node] ?? nobody, this.#right[node] ?? nobody]) {
      if (child === nobody) continue;
      least = Math.min(least, this.#least[child] ?? least);
      most = Math.max(most, this.#most[child] ?? most);
    }
    this.#least[node] = least;
    this.#most[node] = most;
  }

  #node(from: number, amount: number): number {
    const node = this.#count++;
    if (node === this.#from.length) this.#grow();
    this.#from[node] = from;
    this.#amount[node] = amount;
    this.#least[node] = amount;
    this.#most[node] = amount;
    this.#priority[node] = this.#nextPriority();
    return node;
  }

  #grow(): void {
    const doubled = <A extends Float64Array | Uint32Array | Int32Array>(old: A, grown: A): A => {
      grown.set(old);
      return grown;
    };
    const size = this.#from.length * 2;
    this.#from = doubled(this.#from, new Float64Array(size));
    this.#amount = doubled(this.#amount, new Float64Array(size));
    this.#least = doubled(this.#least, new Float64Array(size));
    this.#most = doubled(this.#most, new Float64Array(size));
    this.#pending = doubled(this.#pending, new Float64Array(size));
    this.#priority = doubled(this.#priority, new Uint32Array(size));
    this.#left = doubled(this.#left, new Int32Array(size));
    this.#right = doubled(this.#right, new Int32Array(size));
  }

  /** Marsaglia, "Xorshift RNGs", 2003. */
  #nextPriority(): number {
    let next = this.#random;
    next ^= next << 13;
    next ^= next >>> 17;
    next ^= next << 5;
    this.#random = next;
    return next >>> 0;
  }
}
