import { schemaAt, type FileKind } from '../../schema/lookup';

/**
 * Whether a key is the user's own, which is never looked at: one that begins with `x-`, among keys that the format
 * names. Among ids it is an id: `x-ray` may well be an item.
 *
 * @param path to the map that the key stands in
 */
export function isOwnKey(kind: FileKind, path: readonly string[], key: string): boolean {
  if (!key.startsWith('x-')) return false;
  const schema = schemaAt(kind, path);
  return schema?.keyKind === undefined || schema.propertyNames.length > 0;
}
