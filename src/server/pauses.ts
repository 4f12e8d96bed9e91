/**
 * Calls back when what waits has had its turn: what has come over the wire is read, and at least one of the messages is
 * answered.
 */
export type AfterOthers = (resume: () => void) => void;

/** How long work goes on before what waits has its turn, in milliseconds: nobody notices that a letter waits for it. */
const slice = 5;

/**
 * One pause for all: were each to wait for a timer of its own, the timers of some would be due whenever those of others
 * have run, and Node looks at nothing else while any timer is due.
 *
 * @returns what work calls now and then: it resolves at once until a slice of time is used up
 */
export function pauses(afterOthers: AfterOthers): () => Promise<void> {
  let start = performance.now();
  let pause: Promise<void> | undefined;
  return async () => {
    if (performance.now() - start < slice) return;
    pause ??= new Promise((resolve) => {
      afterOthers(() => {
        pause = undefined;
        start = performance.now();
        resolve();
      });
    });
    await pause;
  };
}

/** A message comes in one task, and is taken up in another one; the third is that of what it asks for. */
const messages = 3;

/**
 * Waits for messages to itself, which come after what waits already. In a browser timers that follow one another would
 * have to be waited for as long as a slice takes.
 */
export function afterMessages(resume: () => void): void {
  const { port1, port2 } = new MessageChannel();
  let left = messages;
  port1.onmessage = () => {
    left--;
    if (left > 0) {
      port2.postMessage(undefined);
      return;
    }
    port1.close();
    resume();
  };
  port2.postMessage(undefined);
}
