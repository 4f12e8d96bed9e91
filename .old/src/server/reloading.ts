/**
 * Runs a task again and again, but never twice at a time: what is asked for while it runs is done by one more run.
 *
 * @returns asks for a run; resolves when one is over that began after the call
 */
export function reloading(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    running = task().finally(() => (running = undefined));
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}
