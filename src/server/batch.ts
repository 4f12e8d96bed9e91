/**
 * Puts calls that come close together into one.
 *
 * @param task never rejects
 * @param delay in milliseconds, from the first call on
 * @returns the function to call instead
 */
export function batched(task: () => void | Promise<void>, delay: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void task();
    }, delay);
  };
}
