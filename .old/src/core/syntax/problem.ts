import type { Place } from '../text/sourceText';

/** A place that cannot be read as it was meant, in words for the person who wrote it. */
export interface SyntaxProblem {
  readonly at: Place;
  readonly message: string;
  /** The text that has to be put in quotes to be read as it was meant. */
  readonly quote?: Place;
  /** The text around it that may be read otherwise than it is meant, where that is more than the place itself. */
  readonly clouds?: Place;
  /** True where any YAML parser rejects the text; false for what only a plan file does not allow. */
  readonly plain: boolean;
}

/** What is said of the commonest mistake of all, wherever it is found. */
export const colonInText = 'A colon followed by a blank makes a key in YAML: put this text in quotes.';
