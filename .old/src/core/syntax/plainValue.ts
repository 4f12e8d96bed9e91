import { isAbsent, keyText, resolved, scalarValue, type Node } from './tree';

/**
 * The plain data that a tree stands for, by YAML's core schema: what validators take. A key without a value is left
 * out, and so is a key that is no text; of a key that is repeated the first counts. Objects have no prototype, so that
 * a key such as `__proto__` is a key like any other.
 */
export function plainValue(node: Node): unknown {
  const value = resolved(node);
  if (!value) return null;
  if (value.kind === 'scalar') return scalarValue(value);
  if (value.kind === 'seq') return value.items.filter((item) => !isAbsent(item)).map(plainValue);
  const object = Object.create(null) as Record<string, unknown>;
  for (const pair of value.members) {
    const key = keyText(pair);
    if (key === undefined || key in object || !pair.value || isAbsent(pair.value)) continue;
    object[key] = plainValue(pair.value);
  }
  return object;
}
