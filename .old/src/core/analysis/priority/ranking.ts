import type { Candidate, Score, ScoringMethod } from './scores';

/** A score with its place among others. */
export interface RankedScore extends Score {
  readonly value: number;
  /**
   * From 1, the highest score. Equal scores share a rank, and the next one counts them all: 1, 2, 2, 4 (standard
   * competition ranking).
   */
  readonly rank: number;
}

/**
 * Scores of one method, ranked. Immutable. A candidate whose score has no value is in none of its answers but `of`.
 */
export class Ranking {
  /** The highest first; equal ones as they were given. */
  readonly ranked: readonly RankedScore[];
  readonly #ranks: ReadonlyMap<Candidate, RankedScore>;

  constructor(
    readonly method: ScoringMethod,
    scores: Iterable<Score>,
  ) {
    const ranked: RankedScore[] = [];
    for (const score of highestFirst(scores)) {
      const before = ranked.at(-1);
      ranked.push({ ...score, rank: before?.value === score.value ? before.rank : ranked.length + 1 });
    }
    this.ranked = ranked;
    this.#ranks = new Map(ranked.map((score) => [score.candidate, score]));
  }

  /** How many candidates are ranked. */
  get size(): number {
    return this.ranked.length;
  }

  /** Of a candidate that is ranked; undefined for any other. */
  of(candidate: Candidate): RankedScore | undefined {
    return this.#ranks.get(candidate);
  }

  /** Whether a candidate is in the top fifth: of five the first, of ten the first two, and who shares their rank. */
  isInTopFifth(candidate: Candidate): boolean {
    return this.isInTop(candidate, 1 / 5);
  }

  /** The same for any share, from 0 to 1. */
  isInTop(candidate: Candidate, share: number): boolean {
    const score = this.of(candidate);
    // A fifth of 15 is a little more than 3 to a computer, of 35 a little less than 7.
    return score !== undefined && score.rank <= this.size * share + 1e-9;
  }

  /** Whether at least half of all score higher: of five the last two. Where all score alike, nobody. */
  isInLowerHalf(candidate: Candidate): boolean {
    return this.isInLower(candidate, 1 / 2);
  }

  /** The same for any share, from 0 to 1: whether at least all but that share score higher. */
  isInLower(candidate: Candidate, share: number): boolean {
    const score = this.of(candidate);
    return score !== undefined && score.rank - 1 >= this.size * (1 - share) - 1e-9;
  }
}

function highestFirst(scores: Iterable<Score>): readonly (Score & { readonly value: number })[] {
  return [...scores]
    .filter((score): score is Score & { readonly value: number } => score.value !== undefined)
    .sort((one, other) => other.value - one.value);
}
