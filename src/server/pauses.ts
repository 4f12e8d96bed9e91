/** How long work goes on before what waits has its turn, in milliseconds: nobody notices that a letter waits for it. */
const slice = 12;

/**
 * One pause for all: were each to wait for a timer of its own, the timers of some would be due whenever those of others
 * have run, and Node looks at nothing else while any timer is due.
 *
 * @returns what work calls now and then: it resolves at once until a slice of time is used up
 */
export function pauses(): () => Promise<void> {
  let start = performance.now();
  let pause: Promise<void> | undefined;
  return async () => {
    if (performance.now() - start < slice) return;
    pause ??= new Promise((resolve) => {
      setTimeout(() => {
        pause = undefined;
        start = performance.now();
        resolve();
      }, 0);
    });
    await pause;
  };
}
