/** A record without the properties that are not known, so that it is the same after a way through JSON. */
export function known<T extends object>(record: T): T {
  const copy: Partial<T> = {};
  // A view has one for each of its rows: a list of entries for each would take longer than all else about it.
  for (const key of Object.keys(record) as (keyof T)[]) if (record[key] !== undefined) copy[key] = record[key];
  return copy as T;
}
