import type { Place } from '../text/sourceText';
import type { Json, Related, Severity } from './rule';

/** What a rule has to say about one place. */
export interface Finding {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly uri: string;
  readonly at: Place;
  readonly message: string;
  readonly related: readonly Related[];
  readonly tags: readonly 'unnecessary'[];
  readonly data?: Json;
  readonly plainSyntax: boolean;
}
