/**
 * Puts calls that come close together into one.
 *
 * @param delay in milliseconds, from the first call on
 * @param failed is told of what the task throws: there is no caller left who could be
 * @returns the function to call instead
 */
export function batched(
  task: () => void | Promise<void>,
  delay: number,
  failed: (error: unknown) => void = () => undefined,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (): Promise<void> => {
    timer = undefined;
    try {
      await task();
    } catch (error) {
      failed(error);
    }
  };
  return () => {
    timer ??= setTimeout(() => void run(), delay);
  };
}
