/**
 * Work that is done bit by bit: between two steps other work may have its turn, and who asks for the result no more
 * just takes no further step. Until the last step nobody sees anything of it.
 */
export type Stepwise<T> = Generator<undefined, T, void>;

/** Does work that can be done bit by bit at once. */
export function atOnce<T>(work: Stepwise<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
