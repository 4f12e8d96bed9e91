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

/** Work that is done once, whoever asks for it: who takes steps while others do goes on where these are. */
export class SharedWork<T extends object> {
  #under: Stepwise<T> | undefined;
  #done: T | undefined;

  constructor(private readonly begin: () => Stepwise<T>) {}

  /** What has been worked out; undefined until all of it is. */
  get done(): T | undefined {
    return this.#done;
  }

  /** What is worked out: what is left of that is done at once. */
  get result(): T {
    return this.#done ?? atOnce(this.steps());
  }

  *steps(): Stepwise<T> {
    while (!this.#done) {
      const step = (this.#under ??= this.begin()).next();
      if (step.done === true) [this.#done, this.#under] = [step.value, undefined];
      yield;
    }
    return this.#done;
  }
}
