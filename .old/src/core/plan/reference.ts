/** What a reference can point at. `work` is an item or a milestone; `rule` and `area` are no entities of a file. */
export type ReferenceKind =
  | 'goal'
  | 'feature'
  | 'release'
  | 'theme'
  | 'customer'
  | 'program'
  | 'person'
  | 'role'
  | 'area'
  | 'item'
  | 'milestone'
  | 'work'
  | 'rule';

/** A name in a plan file that stands for something defined elsewhere. */
export interface Reference<K extends ReferenceKind = ReferenceKind> {
  readonly to: K;
  /** As written, a qualifier included: `checkout/faster-checkout`. */
  readonly text: string;
  /** The id of the file that is meant, where the reference is qualified. */
  readonly file?: string;
  /** The id without the qualifier. */
  readonly id: string;
}

/** Reads a reference; any text is one. */
export function referenceTo<K extends ReferenceKind>(to: K, text: string): Reference<K> {
  const slash = qualifiable.has(to) ? text.indexOf('/') : -1;
  return slash < 0 ? { to, text, id: text } : { to, text, file: text.slice(0, slash), id: text.slice(slash + 1) };
}

/** People and roles are names of the whole plan: a slash in one of them is part of the name. */
const qualifiable: ReadonlySet<ReferenceKind> = new Set([
  'goal',
  'feature',
  'release',
  'theme',
  'customer',
  'program',
  'item',
  'milestone',
  'work',
]);
