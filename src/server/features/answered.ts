/** An answer that a client has, and how it is found anew. */
interface Answer {
  readonly text: string;
  readonly again: () => unknown;
}

/** What a client was answered last, to find out whether it would be answered something else now. */
export class Answered {
  readonly #answers = new Map<string, Answer>();

  /** @param most how many answers are remembered: what was given before them is not on screen any more */
  constructor(private readonly most: number) {}

  /**
   * Gives an answer, and remembers it.
   *
   * @param key tells what was asked for
   * @param find finds the answer, now and again later; what comes out survives JSON
   */
  answer<T>(key: string, find: () => T): T {
    const found = find();
    this.#answers.delete(key);
    this.#answers.set(key, { text: textOf(found), again: find });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.most && oldest !== undefined) this.#answers.delete(oldest);
    return found;
  }

  /** Whether any of the answers would be another one now. Those that would be are forgotten: they are asked for anew. */
  isOutdated(): boolean {
    const outdated = [...this.#answers].filter(([, { text, again }]) => textOf(again()) !== text);
    for (const [key] of outdated) this.#answers.delete(key);
    return outdated.length > 0;
  }
}

/** `undefined` is an answer too. */
function textOf(answer: unknown): string {
  return JSON.stringify([answer]);
}
