/** Numbers that are the same for the same seed: xorshift32 (Marsaglia, "Xorshift RNGs", 2003). */
export class Random {
  #state: number;

  /** @param seed a whole number but 0, which would give nothing but zeros */
  constructor(seed: number) {
    this.#state = seed;
    // The first numbers of small seeds are small.
    for (let skipped = 0; skipped < 16; skipped++) this.#next();
  }

  /** A number from 0 up to, not including, 1. */
  share(): number {
    return this.#next() / 2 ** 32;
  }

  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number {
    return Math.floor(this.share() * count);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** One of several. */
  of<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  #next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return state >>> 0;
  }
}
