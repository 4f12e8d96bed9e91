/**
 * The same data with the URI of each file replaced by a number: who reads an exported page may know the plan, but not
 * where it stands on the disk of whoever exported it.
 */
export function withoutPlaces(value: unknown): unknown {
  const known = new Map<string, string>();
  const named = (uri: string): string => {
    const name = known.get(uri) ?? `plan/${String(known.size)}`;
    known.set(uri, name);
    return name;
  };
  const copied = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(copied);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, each]) => [
        key,
        key === 'uri' && typeof each === 'string' ? named(each) : copied(each),
      ]),
    );
  };
  return copied(value);
}
