import type { Place } from '../text/sourceText';
import type { Json, Related, Severity } from './rule';

/** Findings of form and references are there first: they need no schedule, which on a large plan takes long. */
export type FindingPart = 'first' | 'other';

/** What a rule has to say about one place. */
export interface Finding {
  readonly rule: string;
  readonly part: FindingPart;
  readonly severity: Exclude<Severity, 'off'>;
  readonly uri: string;
  readonly at: Place;
  readonly message: string;
  readonly related: readonly Related[];
  readonly tags: readonly 'unnecessary'[];
  readonly data?: Json;
  readonly plainSyntax: boolean;
}
