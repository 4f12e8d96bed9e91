import type { DependencyType, EntryPath, Fact, ProjectViewBase, State } from './model';

/** The items and milestones of a project that wait for each other, as a graph. */
export interface NetworkView extends ProjectViewBase {
  readonly view: 'network';
  /** At most four. */
  readonly facts: readonly Fact[];
  /** Whatever waits for something, or is waited for; in the order of the file, what belongs to other projects last. */
  readonly nodes: readonly NetworkNode[];
  /** Between nodes; none twice. */
  readonly links: readonly NetworkLink[];
  /** Items and milestones that nothing waits for, and that wait for nothing. */
  readonly loose: readonly NetworkNode[];
  /** How many nodes there are more than a graph can be read with; those on the critical path are never left out. */
  readonly left?: number | undefined;
}

export interface NetworkNode {
  /** Unique among the nodes and what is loose. */
  readonly id: string;
  readonly entry: EntryPath;
  readonly kind: 'item' | 'milestone';
  readonly title: string;
  readonly state: State;
  /** `'7 Dec – 15 Jan'` */
  readonly when?: string | undefined;
  /** `'4 d float'`; left out for what is critical, done or of no known date. */
  readonly float?: string | undefined;
  /** No total float is left. */
  readonly critical?: boolean | undefined;
  /** The title of another project that it belongs to. */
  readonly project?: string | undefined;
}

/** `to` waits for `from`. */
export interface NetworkLink {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly type: DependencyType;
  /** As written: `'+2d'`. */
  readonly lag?: string | undefined;
  readonly critical?: boolean | undefined;
}
