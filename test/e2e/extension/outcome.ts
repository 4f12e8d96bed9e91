/** How a test inside the extension host ended, as it is told to the runner outside through the console. */
export interface Outcome {
  readonly title: string;
  /** Absent: it passed. */
  readonly error?: string;
}

/** Marks a line of the console as an outcome. */
export const outcomePrefix = 'throughline-e2e ';
