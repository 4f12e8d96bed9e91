/** What a view with nothing to show can begin with. */
const starterKinds = [
  'goal',
  'release',
  'feature',
  'item',
  'risk',
  /** An item that somebody works on. */
  'assignment',
  'budget',
  'status-update',
] as const;
export type StarterKind = (typeof starterKinds)[number];

/** A kind out of data that is not trusted. */
export function readStarterKind(value: unknown): StarterKind | undefined {
  return starterKinds.find((kind) => kind === value);
}
