/**
 * The same data with the URI of each file replaced by a number, also where it is a part of an id: who reads an exported
 * page may know the plan, but not where it stands on the disk of whoever exported it.
 */
export function withoutPlaces(value: unknown): unknown {
  const uris = new Set<string>();
  visit(value, (key, text) => {
    if (key === 'uri') uris.add(text);
  });
  // The longest first: one may be the beginning of another.
  const named = [...uris]
    .sort((one, other) => other.length - one.length)
    .map((uri, index) => [uri, `plan/${String(index)}`] as const);
  const replaced = (text: string): string => {
    let next = text;
    for (const [uri, name] of named) if (next.includes(uri)) next = next.replaceAll(uri, name);
    return next;
  };
  return copied(value, replaced);
}

function visit(value: unknown, found: (key: string, text: string) => void, key = ''): void {
  if (typeof value === 'string') found(key, value);
  else if (Array.isArray(value)) for (const each of value) visit(each, found, key);
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) visit(each, found, name);
}

function copied(value: unknown, replaced: (text: string) => string): unknown {
  if (typeof value === 'string') return replaced(value);
  if (Array.isArray(value)) return value.map((each) => copied(each, replaced));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copied(each, replaced)]));
}
