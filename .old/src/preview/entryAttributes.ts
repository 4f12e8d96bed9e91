import type { EntryPath } from '../core/views/model';
import { entryKey } from './entries';

/** The entry that the editor's cursor is in, as a key; what shows it is marked. */
export type MarkedEntry = string | undefined;

interface EntryAttributes {
  readonly 'data-entry': string;
  readonly 'aria-current'?: 'true';
}

/**
 * The attributes of the element that shows an entry: a click finds the entry by them, and the cursor's entry is
 * marked. Place and look of the mark are the style sheet's.
 */
export function entryAttributes(entry: EntryPath, marked: MarkedEntry): EntryAttributes {
  const key = entryKey(entry);
  return key === marked ? { 'data-entry': key, 'aria-current': 'true' } : { 'data-entry': key };
}
