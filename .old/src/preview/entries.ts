import type { BoardView, EntryPath, GoalCard, ViewData } from '../core/views/model';

/** A text that is equal for equal entries: a key for lists, and the `data-entry` of the element that shows it. */
export function entryKey(entry: EntryPath): string {
  return JSON.stringify([entry.uri, ...entry.path]);
}

/** The entry of a `data-entry` text; undefined where the text is not one of ours. */
export function entryOfKey(key: string): EntryPath | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(key);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return undefined;
  const [uri, ...path] = parts;
  return uri === undefined ? undefined : { uri, path };
}

/**
 * The shown entry that a cursor is in: the innermost of `shown` that is the cursor's own entry or holds it. A file as
 * a whole holds all its entries, so it is found only where it is shown as an entry (a project on a roadmap's board).
 */
export function entryHolding(cursor: EntryPath, shown: Iterable<EntryPath>): EntryPath | undefined {
  let innermost: EntryPath | undefined;
  for (const entry of shown) {
    if (entry.uri !== cursor.uri || entry.path.length > cursor.path.length) continue;
    if (!entry.path.every((key, index) => key === cursor.path[index])) continue;
    if (!innermost || entry.path.length > innermost.path.length) innermost = entry;
  }
  return innermost;
}

/** All entries that a view shows as a card, a line or a row of its own. */
export function shownEntries(data: ViewData): EntryPath[] {
  return data.view === 'board' ? boardEntries(data) : data.rows.map((row) => row.entry);
}

function boardEntries(board: BoardView): EntryPath[] {
  const unlinked = board.unlinked?.entries.map(({ entry }) => entry) ?? [];
  const cards = board.columns.flatMap(({ goals }) => goals.flatMap(cardEntries));
  return [...unlinked, ...cards];
}

function cardEntries(goal: GoalCard): EntryPath[] {
  return [goal.entry, ...goal.keyResults.map(({ entry }) => entry), ...goal.projects.map(({ entry }) => entry)];
}
