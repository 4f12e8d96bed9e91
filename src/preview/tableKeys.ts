import { type Roving, stopAt } from './roving';

/** Moves the focus over the rows of a table, of which `ids` are the stops in their order. */
export function onTableKey(event: KeyboardEvent, ids: readonly string[], roving: Roving): void {
  const from = stopAt(event.target);
  const index = from === undefined ? -1 : ids.indexOf(from);
  if (index < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const targets: Readonly<Record<string, string | undefined>> = {
    ArrowDown: ids[index + 1],
    ArrowUp: ids[index - 1],
    PageDown: ids[Math.min(index + 10, ids.length - 1)],
    PageUp: ids[Math.max(index - 10, 0)],
    Home: ids[0],
    End: ids.at(-1),
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  roving.focus(target);
}
