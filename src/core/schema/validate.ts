import type { FileKind, SchemaNode } from './lookup';
import { schemaAt } from './lookup';
import { validators, type ValidationError } from './generated/validators';

/** The keywords of JSON Schema that the format uses, and that a value can therefore go against. */
export type SchemaKeyword =
  | 'type'
  | 'enum'
  | 'pattern'
  | 'required'
  | 'additionalProperties'
  | 'propertyNames'
  | 'minimum'
  | 'exclusiveMinimum'
  | 'maximum'
  | 'maxItems';

/** One way in which a value is not what the format says. */
export interface SchemaError {
  readonly keyword: SchemaKeyword;
  /** Where the wrong value stands, from the value that was validated: keys and indices. Empty: that value itself. */
  readonly path: readonly string[];
  /**
   * What the keyword has to say: `additionalProperty` (the unknown key), `missingProperty`, `propertyName` (the key
   * that is no id), `allowedValues`, `type` (one or a list), `pattern`, `limit`.
   */
  readonly params: Readonly<Record<string, unknown>>;
  /** What the format says of the place where the wrong value stands. */
  readonly schema: SchemaNode;
  /** The wrong value itself. */
  readonly data: unknown;
}

/**
 * Where a value stands that can be validated by itself: a whole file, the value of one of its keys, or one entry of
 * that value, where it is a map or a list.
 */
export type ValidatedPath = readonly [] | readonly [section: string] | readonly [section: string, entry: '*'];

/** Whether the values at this place can be validated by themselves: false for an unknown or a user's own key. */
export function canValidate(kind: FileKind, path: ValidatedPath): boolean {
  return validatorFor(kind, path) !== undefined;
}

/**
 * What is wrong with a value by the schema, in the order in which ajv finds it; empty where nothing is, and for a place
 * that has no schema (see `canValidate`).
 *
 * @param value Plain data: what YAML's core schema makes of the text, without the keys that have no value.
 */
export function validateValue(kind: FileKind, path: ValidatedPath, value: unknown): readonly SchemaError[] {
  const found: ValidationError[] = [];
  validatorFor(kind, path)?.(value, '', found);
  return found.flatMap((error) => schemaError(kind, path, value, error));
}

function validatorFor(kind: FileKind, path: ValidatedPath): (typeof validators)[string] {
  const name = [kind, ...path].join(' ');
  return Object.hasOwn(validators, name) ? validators[name] : undefined;
}

function schemaError(
  kind: FileKind,
  base: ValidatedPath,
  value: unknown,
  { keyword, instancePath, params, propertyName }: ValidationError,
): readonly SchemaError[] {
  // Of a key that is no id ajv says twice: what is wrong with the text of the key, and that the key is wrong.
  if (propertyName !== undefined && keyword !== 'propertyNames') return [];
  const path = pointerSegments(instancePath);
  const schema = schemaAt(kind, [...base, ...path]);
  if (!schema) return [];
  return [{ keyword: keyword as SchemaKeyword, path, params, schema, data: valueAt(value, path) }];
}

function pointerSegments(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const segment of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[segment];
  }
  return current;
}
