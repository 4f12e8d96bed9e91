/** Something to be timed over and over. */
export interface Case {
  readonly name: string;
  /** Does all of the work, and gives its result, so that nothing of it can be left out. */
  readonly run: () => unknown;
  readonly goal?: Goal;
}

/** What a case should stay under; both where both are given. */
export interface Goal {
  readonly milliseconds?: number;
  /** Of its time to that of the first case. */
  readonly ratio?: number;
}

/** Cases that are compared with the first of them. */
export interface Measure {
  readonly title: string;
  readonly cases: readonly Case[];
  /** How often each case is timed; 21 where not given. */
  readonly rounds?: number;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  /** The median of the ratios to the first case in the same round. */
  readonly ratio: number;
  readonly goal?: Goal;
}

const warmUpRounds = 6;

/** Times the cases of a measure, one after the other in each round. */
export function timings({ cases, rounds = 21 }: Measure): readonly Timing[] {
  const times: number[][] = cases.map(() => []);
  for (let round = -warmUpRounds; round < rounds; round++) {
    cases.forEach(({ run }, index) => {
      const start = performance.now();
      run();
      const time = performance.now() - start;
      if (round >= 0) times[index]?.push(time);
    });
  }
  const [base = []] = times;
  return cases.map(({ name, goal }, index) => {
    const own = times[index] ?? [];
    return {
      name,
      median: quantile(own, 0.5),
      lowerQuartile: quantile(own, 0.25),
      upperQuartile: quantile(own, 0.75),
      ratio: quantile(
        own.map((time, round) => time / (base[round] ?? NaN)),
        0.5,
      ),
      ...(goal ? { goal } : {}),
    };
  });
}

/** The value below which a share of numbers lies: of the sorted ones the nearest. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}
