import type { CancellationToken } from 'vscode-languageserver';

/** Changes are over when none has come for this long, in milliseconds. */
const pause = 40;

/** Nobody waits longer than this for the end of a burst of changes, in milliseconds. */
const limit = 250;

/** Work that takes less than this is rather done for each change of a burst than waited for, in milliseconds. */
const little = 50;

/** Waits for a burst of changes to be over, so that work is done once for all of them. */
export class Lull {
  #last = -Infinity;
  #isWorthWhile = true;

  /** @param now milliseconds on a clock that only goes forward */
  constructor(private readonly now: () => number = () => performance.now()) {}

  changed(): void {
    this.#last = this.now();
  }

  /** Does the work that is waited with. While it takes next to no time, nobody waits. */
  async measured<T>(work: Promise<T>): Promise<T> {
    const start = this.now();
    const result = await work;
    this.#isWorthWhile = this.now() - start > little;
    return result;
  }

  /** Resolves when no change has come for a moment: at once, if it is long over. Or when the wait is cancelled. */
  async begins(token?: CancellationToken): Promise<void> {
    if (!this.#isWorthWhile) return;
    const end = this.now() + limit;
    for (;;) {
      const now = this.now();
      const left = Math.min(this.#last + pause, end) - now;
      if (left <= 0 || token?.isCancellationRequested === true) return;
      await new Promise((resolve) => setTimeout(resolve, left));
    }
  }
}
