/** How long things have to rest before the work begins, in milliseconds. */
const rest = 300;

/** Work that can wait until nobody has asked for it for a moment. */
export class Background {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** @param failed is told of what goes wrong: there is no caller left who could be */
  constructor(private readonly failed: (error: unknown) => void) {}

  /**
   * Puts work off, and what was put off under the same key, which is not done then.
   *
   * @param work once begun, it is for itself to end when it is not wanted any more
   */
  later(key: string, work: () => Promise<void>): void {
    clearTimeout(this.#timers.get(key));
    const start = (): void => {
      this.#timers.delete(key);
      work().catch(this.failed);
    };
    this.#timers.set(key, setTimeout(start, rest));
  }
}
