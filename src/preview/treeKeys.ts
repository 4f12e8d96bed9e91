import type { Roving } from './roving';
import { stopAt } from './roving';
import { type ShownRow, type TreeRow, parentOf } from './timelineRows';

/** A tree of rows that the keyboard goes through; the stops are the ids of the rows. */
export interface KeyedTree<R extends TreeRow> {
  readonly rows: readonly R[];
  /** Those that are not folded away. */
  readonly shown: readonly ShownRow<R>[];
  readonly folded: ReadonlySet<string>;
  readonly fold: (id: string, fold: boolean) => void;
  readonly roving: Roving;
}

/** The keys of a tree: up and down through the rows, right and left to unfold, fold and go to the parent. */
export function onTreeKey<R extends TreeRow>(event: KeyboardEvent, tree: KeyedTree<R>): void {
  const { rows, shown, folded, fold, roving } = tree;
  const id = stopAt(event.target);
  const index = shown.findIndex(({ row }) => row.id === id);
  const here = shown[index];
  if (!here || id === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  const isFolded = folded.has(id);
  const focus = (at: number): void => {
    roving.focus(shown[Math.min(Math.max(0, at), shown.length - 1)]?.row.id);
  };
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      focus(index + 1);
    },
    ArrowUp: () => {
      focus(index - 1);
    },
    ArrowRight: () => {
      if (here.hasChildren && isFolded) fold(id, false);
      else if (here.hasChildren) focus(index + 1);
    },
    ArrowLeft: () => {
      if (here.hasChildren && !isFolded) fold(id, true);
      else roving.focus(parentOf(rows, id)?.id);
    },
    PageDown: () => {
      focus(index + 10);
    },
    PageUp: () => {
      focus(index - 10);
    },
    Home: () => {
      focus(0);
    },
    End: () => {
      focus(shown.length - 1);
    },
  };
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
