import { slugOf } from '../../plan/planFile';
import { freeId } from '../../plan/freeId';

/** Longer ids are cut at the end of a word: they are typed again and again. */
const longestId = 40;

/**
 * An id for something new, from its title.
 *
 * @param taken the ids that it must not have, whatever their case
 * @param fallback for a title that no id can be made of, as one in Chinese
 */
export function newId(title: string, taken: Iterable<string>, fallback: string): string {
  return freeId(shortened(slugOf(title) ?? fallback), taken);
}

function shortened(id: string): string {
  if (id.length <= longestId) return id;
  const end = id.lastIndexOf('-', longestId);
  return id.slice(0, end > 0 ? end : longestId);
}
