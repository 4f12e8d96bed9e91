/**
 * Puts calls that come close together into one.
 *
 * @param delay in milliseconds, from the first call on
 * @returns the function to call instead
 */
export function batched(task: () => void, delay: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      task();
    }, delay);
  };
}
