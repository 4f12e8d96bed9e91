/** A record without the properties that are not known, so that it is the same after a way through JSON. */
export function known<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
