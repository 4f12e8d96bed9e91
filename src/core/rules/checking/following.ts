import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Stepwise } from '../../stepwise';
import type { FileRule } from '../rule';

/** What findings follow from, by the URIs of the files in which they were looked for. */
export type Followed = ReadonlyMap<string, object>;

/** Tells in which files a rule would find what it found before, because it says what that follows from. */
export class Following {
  readonly #now: Map<string, object>;

  /** @param before what it followed from when it was last run in each file */
  constructor(
    private readonly follows: NonNullable<FileRule['follows']>,
    private readonly analysis: PlanAnalysis,
    private readonly before: Followed = new Map(),
  ) {
    this.#now = new Map([...before].filter(([uri]) => analysis.plan.files.has(uri)));
  }

  /** To be kept for the next time. */
  get now(): Followed {
    return this.#now;
  }

  *isSame(uri: string): Stepwise<boolean> {
    const file = this.analysis.plan.files.get(uri);
    if (!file) return false;
    const now = yield* this.follows(this.analysis, file);
    this.#now.set(uri, now);
    return this.before.get(uri) === now;
  }
}
