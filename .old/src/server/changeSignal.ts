import type { CancellationToken } from 'vscode-languageserver';

/** Something that many may wait for, again and again. */
export class ChangeSignal {
  #waiting = new Set<() => void>();

  fire(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const resolve of waiting) resolve();
  }

  /** Resolves at the next change, or when the wait is cancelled. */
  next(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      if (token.isCancellationRequested) {
        resolve();
        return;
      }
      const cancellation = token.onCancellationRequested(() => done());
      const done = (): void => {
        cancellation.dispose();
        this.#waiting.delete(done);
        resolve();
      };
      this.#waiting.add(done);
    });
  }
}
