import type { SchemaNode } from '../../schema/lookup';

/** How a value is usually written: on the line of its key, as a list, or as a map. */
export type UsualForm = 'scalar' | 'list' | 'map';

/** The form of the first example that the format gives of a value; of one without examples, the simplest that it takes. */
export function usualForm({ examples, types }: SchemaNode): UsualForm {
  const [example] = examples;
  if (Array.isArray(example)) return 'list';
  if (typeof example === 'object' && example !== null) return 'map';
  if (example !== undefined || types.some((type) => type !== 'object' && type !== 'array')) return 'scalar';
  return types.includes('object') ? 'map' : 'list';
}
