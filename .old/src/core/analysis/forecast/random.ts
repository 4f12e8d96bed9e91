/** How many numbers of a stream are skipped until its first words have spread over all bits. */
const warmUp = 12;
const wordsPerStream = 4;

/**
 * One sequence of random numbers for each key, that depends on the seed and the key alone: whoever adds, removes or
 * reorders other keys changes no draw of this one (common random numbers), so that a forecast moves by what was edited
 * and not by chance.
 *
 * Each sequence is sfc32 (Doty-Humphrey, "PractRand", 2010: three words of chaotic state and a counter, a period of at
 * least 2³²), started from the seed and 64 bits of the key. The same key twice gives the same sequence twice.
 */
export class RandomStreams {
  readonly #words: Int32Array;

  /** @param seed a whole number of 32 bits; of any other number these bits count, of none 0 */
  constructor(seed: number, keys: readonly string[]) {
    this.#words = new Int32Array(keys.length * wordsPerStream);
    const skipped = new Float64Array(warmUp);
    keys.forEach((key, stream) => {
      const words = [hash(key, 0x811c9dc5, 0x01000193), hash(key, 0x2f0b4c47, 0x85ebca6b), seed, 1];
      this.#words.set(words, stream * wordsPerStream);
      this.fill(stream, skipped);
    });
  }

  /** Writes the next numbers of a stream, uniform in [0, 1), into an array from one place up to, not including, another. */
  fill(stream: number, numbers: Float64Array, from = 0, end = numbers.length): void {
    const words = this.#words;
    const at = stream * wordsPerStream;
    let a = words[at] ?? 0;
    let b = words[at + 1] ?? 0;
    let c = words[at + 2] ?? 0;
    let counter = words[at + 3] ?? 0;
    for (let index = from; index < end; index++) {
      const drawn = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + drawn) | 0;
      numbers[index] = (drawn >>> 0) / 0x1_0000_0000;
    }
    words[at] = a;
    words[at + 1] = b;
    words[at + 2] = c;
    words[at + 3] = counter;
  }
}

/** The hash FNV-1a (Fowler, Noll and Vo) with a basis and a multiplier of choice, over UTF-16 units. */
function hash(text: string, basis: number, multiplier: number): number {
  let bits = basis;
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), multiplier);
  return bits;
}
