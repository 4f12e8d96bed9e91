import { type Roving, stopAt } from './roving';
import { type ShownRow, type TreeRow, parentOf } from './timelineRows';

interface GridKeyContext<R extends TreeRow> {
  readonly rows: readonly R[];
  /** Those that are not folded away. */
  readonly shown: readonly ShownRow<R>[];
  readonly folded: ReadonlySet<string>;
  readonly fold: (id: string, fold: boolean) => void;
  readonly roving: Roving;
  /** Left out where there is no chart. */
  readonly panBy?: ((pixels: number) => void) | undefined;
  /** Of the chart, in pixels. */
  readonly width?: number | undefined;
}

/** How many rows a page has. */
const page = 15;

/**
 * The keys of a tree or treegrid: up and down through the rows, right and left to unfold, fold and go to the parent; with the
 * shift key, left and right scroll the chart.
 */
export function onGridKey<R extends TreeRow>(event: KeyboardEvent, context: GridKeyContext<R>): void {
  const { rows, shown, folded, fold, roving, panBy, width = 0 } = context;
  const id = stopAt(event.target);
  const index = shown.findIndex(({ row }) => row.id === id);
  const here = shown[index];
  if (!here || id === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  const isFolded = folded.has(id);
  const focusAt = (wanted: number): void => {
    roving.focus(shown[Math.min(Math.max(0, wanted), shown.length - 1)]?.row.id);
  };
  const actions: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      focusAt(index + 1);
    },
    ArrowUp: () => {
      focusAt(index - 1);
    },
    PageDown: () => {
      focusAt(index + page);
    },
    PageUp: () => {
      focusAt(index - page);
    },
    ArrowRight: () => {
      if (event.shiftKey) panBy?.(width / 4);
      else if (here.hasChildren && isFolded) fold(id, false);
      else if (here.hasChildren) focusAt(index + 1);
    },
    ArrowLeft: () => {
      if (event.shiftKey) panBy?.(-width / 4);
      else if (here.hasChildren && !isFolded) fold(id, true);
      else roving.focus(parentOf(rows, id)?.id);
    },
    Home: () => {
      focusAt(0);
    },
    End: () => {
      focusAt(shown.length - 1);
    },
  };
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
