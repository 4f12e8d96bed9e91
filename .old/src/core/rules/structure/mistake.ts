import type { Json, Report } from '../rule';

/** What the fix of an unknown key needs. */
export interface UnknownPropertyData {
  readonly [key: string]: Json;
  /** To the key. */
  readonly path: readonly string[];
  /** The property that is meant, where one is near-certain. */
  readonly nearest: string | null;
  /** The text that made the key by a comma or a colon in it, as offsets in the piece of the finding. */
  readonly quote: readonly [number, number] | null;
}

export interface MissingPropertyData {
  readonly [key: string]: Json;
  /** To the entry; empty for the whole file. */
  readonly path: readonly string[];
  readonly properties: readonly string[];
}

/** A value that is not what its place takes, and what to put in its place. */
export interface ValueData {
  readonly [key: string]: Json;
  /** To the value, or to the pair whose key is wrong. */
  readonly path: readonly string[];
  /** Whether the key of the pair is wrong, rather than its value. */
  readonly isKey: boolean;
  /** Texts to write in its place, best first. */
  readonly suggestions: readonly string[];
}

export interface WrongTypeData {
  readonly [key: string]: Json;
  readonly path: readonly string[];
  /** The source text to put in place of the value, best first. */
  readonly rewrites: readonly string[];
  /** Where these stand: offsets in the piece of the finding. */
  readonly span: readonly [number, number];
  /** The text that a colon in it made a map of, as offsets in the piece of the finding. */
  readonly quote: readonly [number, number] | null;
  /** The tag to take away, where that is what is wrong. */
  readonly tag: string | null;
}

/** A mistake of the structure: which rule speaks of it, and what that rule says. */
export type Mistake =
  | { readonly rule: 'unknown-property'; readonly report: Report<UnknownPropertyData> }
  | { readonly rule: 'missing-property'; readonly report: Report<MissingPropertyData> }
  | { readonly rule: 'wrong-type'; readonly report: Report<WrongTypeData> }
  | { readonly rule: 'invalid-value'; readonly report: Report<ValueData> };
