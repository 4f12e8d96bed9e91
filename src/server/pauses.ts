/**
 * Calls back when what waits has had its turn: what has come over the wire is read, and at least one of the messages is
 * answered.
 */
export type AfterOthers = (resume: () => void) => void;

/** How long work goes on before what waits has its turn, in milliseconds: nobody notices that a letter waits for it. */
const slice = 5;
/** Where a timer has to be waited for, which takes as long as a slice in a browser, turns are longer. */
const sliceBetweenTimers = 12;

/**
 * One pause for all: were each to wait for a timer of its own, the timers of some would be due whenever those of others
 * have run, and Node looks at nothing else while any timer is due.
 *
 * @param afterOthers absent where there are nothing but timers
 * @returns what work calls now and then: it resolves at once until a slice of time is used up
 */
export function pauses(afterOthers?: AfterOthers): () => Promise<void> {
  const longest = afterOthers ? slice : sliceBetweenTimers;
  let start = performance.now();
  let pause: Promise<void> | undefined;
  return async () => {
    if (performance.now() - start < longest) return;
    pause ??= new Promise((resolve) => {
      (afterOthers ?? afterTimer)(() => {
        pause = undefined;
        start = performance.now();
        resolve();
      });
    });
    await pause;
  };
}

const afterTimer: AfterOthers = (resume) => void setTimeout(resume, 0);
