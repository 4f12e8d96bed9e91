import type { EntryPath, ProjectViewBase, Share, State } from './model';

/** The items of a project by their status. */
export interface ProjectBoardView extends ProjectViewBase {
  readonly view: 'board';
  /** Always to do, in progress and done; blocked stands among them only while something is. */
  readonly columns: readonly ItemColumn[];
  /** The same items in lanes, where the reader asks for some; then `columns` has them all without. */
  readonly lanes?: readonly ItemLane[] | undefined;
}

export type ItemColumnKind = 'todo' | 'in-progress' | 'blocked' | 'done';

export interface ItemColumn {
  readonly kind: ItemColumnKind;
  /** `'In progress'` */
  readonly title: string;
  /** `'5 items, 42 d'`; empty where there are none. */
  readonly summary: string;
  readonly items: readonly ItemCard[];
}

/** A row across the board. */
export interface ItemLane {
  /** Unique among the lanes. */
  readonly id: string;
  /** `'Yuki Tanaka'`, `'No goal'` */
  readonly title: string;
  /** Where the person or goal is defined. */
  readonly entry?: EntryPath | undefined;
  /** Columns of the same kinds in every lane. */
  readonly columns: readonly ItemColumn[];
}

/** An item without children. */
export interface ItemCard {
  readonly entry: EntryPath;
  /** The lane that the card stands in: the same item may stand in several. */
  readonly lane?: string | undefined;
  readonly title: string;
  /** The items that hold it: `'Order in one tap'`. */
  readonly within?: string | undefined;
  readonly state: State;
  /** Names of those who do it: `'Devon Clarke, Yuki Tanaka'`. */
  readonly owner?: string | undefined;
  /** When it takes place, or when it was finished: `'7 Dec – 15 Jan'`, `'23 Oct'`. */
  readonly when?: string | undefined;
  /** `'2 d late'` */
  readonly late?: string | undefined;
  /** `'14 d'` */
  readonly effort?: string | undefined;
  /** Left out for what has not begun, and for what is done. */
  readonly progress?: Share | undefined;
  /** No total float is left. */
  readonly critical?: boolean | undefined;
  /** No goal asks for it. */
  readonly unlinked?: boolean | undefined;
  /** What holds up what has not begun: `'Waits for Search over all suppliers until 15 January 2027'`. */
  readonly waits?: string | undefined;
}
