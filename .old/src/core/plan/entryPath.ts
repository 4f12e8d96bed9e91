/** Names one entry of a plan file by the keys that lead to it, so that it stays the same while text moves. */
export interface EntryPath {
  readonly uri: string;
  /** Keys (and indices of sequences, as decimal text) from the root: `['goals', 'faster-checkout']`. Empty: the file. */
  readonly path: readonly string[];
}
