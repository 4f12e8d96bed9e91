import definitions from './generated/definitions.json';

/** The kinds of file of the format. */
export type FileKind = 'roadmap' | 'project' | 'settings';

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';

/** What the keys of a map are: ids that the map defines, references to things defined elsewhere, or scalars. */
export type KeyKind =
  | { readonly defines: string; readonly reference?: never; readonly scalar?: never }
  | { readonly reference: string; readonly defines?: never; readonly scalar?: never }
  | { readonly scalar: string; readonly defines?: never; readonly reference?: never };

/**
 * A definition of the format as `schemas/source` writes it, but for its texts, of which it has the numbers: JSON Schema
 * with annotations of our own.
 */
export interface RawSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: number;
  readonly 'x-entity'?: string;
  readonly 'x-shorthand'?: string;
  readonly 'x-scalar'?: string;
  readonly 'x-reference'?: string;
  readonly 'x-key'?: KeyKind;
  readonly 'x-area'?: string;
  readonly 'x-values'?: Readonly<Record<string, number>>;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly (string | number)[];
  readonly enumDescriptions?: readonly number[];
  readonly pattern?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, RawSchema>>;
  readonly additionalProperties?: RawSchema | boolean;
  readonly items?: RawSchema;
}

// JSON has no literal types: what the import gives as strings is narrowed by the interface, which the tests hold it to.
const byName = definitions as unknown as Readonly<Record<string, RawSchema>>;

const rootNames: Readonly<Record<FileKind, string>> = { roadmap: 'product', project: 'project', settings: 'settings' };

/** The definition of a whole file. */
export function rootSchema(kind: FileKind): RawSchema {
  return byName[rootNames[kind]] ?? {};
}

/** What references lead to. The schemas never change, so neither does what is remembered here. */
const followed = new WeakMap<RawSchema, RawSchema>();

/** The schema with its reference followed; what stands beside the reference goes before what it leads to. */
export function resolved(schema: RawSchema): RawSchema {
  if (schema.$ref === undefined) return schema;
  const known = followed.get(schema);
  if (known) return known;
  const result = follow(schema);
  followed.set(schema, result);
  return result;
}

function follow(schema: RawSchema): RawSchema {
  let result = schema;
  while (result.$ref !== undefined) {
    const { $ref, ...beside } = result;
    result = { ...byName[$ref.slice('#/$defs/'.length)], ...beside };
  }
  return result;
}
