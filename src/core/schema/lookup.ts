import { resolved, rootSchema, type FileKind, type JsonType, type KeyKind, type RawSchema } from './definitions';
import { textOf } from './texts';

export type { FileKind, JsonType, KeyKind } from './definitions';

/** A value that the format names, with what it means. */
export interface NamedValue {
  readonly value: string | number;
  readonly description: string;
}

/** What the format says of the value at one place in a file. */
export interface SchemaNode {
  readonly title: string;
  readonly description: string;
  readonly examples: readonly unknown[];
  readonly default?: unknown;
  /** All forms that the value may have; an integer counts as a form of its own. */
  readonly types: readonly JsonType[];
  /** The entity that a map here describes: `goal`, `team-window`. */
  readonly entity?: string;
  /** The property that a bare scalar in place of the map stands for. */
  readonly shorthand?: string;
  /** The form of a scalar here: `money`, `date`. */
  readonly scalar?: string;
  /** What a scalar here refers to: `goal`, `person`; `work` is an item or a milestone. */
  readonly reference?: string;
  /** What the keys of a map here are, unless they are properties of an entity. */
  readonly keyKind?: KeyKind;
  /** The responsibility area that the key of this value stands for. */
  readonly area?: string;
  /** The values that the format names, in its order; empty where it names none. */
  readonly values: readonly NamedValue[];
  /** Whether the value has to be one of `values`, rather than one of them or something else of its form. */
  readonly isClosed: boolean;
  readonly pattern?: string;
  /** Properties that an entity here has to have. */
  readonly required: readonly string[];
  /** The properties of an entity here, in the order in which they are usually written. */
  readonly propertyNames: readonly string[];
  /** Whether a list may stand here. Where `types` has other forms too, one value may stand for a list of one. */
  readonly isList: boolean;
}

/**
 * What the format says of the value at `path`, or undefined where it says nothing: below an unknown key, a key of the
 * user (`x-…`), or a scalar.
 *
 * `path` holds keys and, for the entries of lists, indices in decimal text. `*` stands for any key of a map and any
 * index of a list.
 */
export function schemaAt(kind: FileKind, path: readonly string[]): SchemaNode | undefined {
  let schema: RawSchema | undefined = rootSchema(kind);
  for (const segment of path) {
    schema = childOf(resolved(schema), segment);
    if (schema === undefined) return undefined;
  }
  return nodeOf(schema);
}

/** The properties of the entity at `path`, in the order in which they are usually written; empty where there is none. */
export function propertyNames(kind: FileKind, path: readonly string[]): readonly string[] {
  return schemaAt(kind, path)?.propertyNames ?? [];
}

const index = /^(?:\d+|\*)$/;

function childOf(schema: RawSchema, segment: string): RawSchema | undefined {
  const { properties, items, additionalProperties } = schema;
  if (properties && Object.hasOwn(properties, segment)) return properties[segment];
  const isMap = typeof additionalProperties === 'object';
  // Where both a list and a map may stand, a number is an index: no person's name is one.
  if (items && index.test(segment) && !(isMap && segment === '*')) return items;
  return isMap ? additionalProperties : undefined;
}

/** Nodes by the schema that they are made from. The schemas never change, so neither does what is remembered here. */
const nodes = new WeakMap<RawSchema, SchemaNode>();

function nodeOf(schema: RawSchema): SchemaNode {
  const known = nodes.get(schema);
  if (known) return known;
  const node = makeNode(resolved(schema));
  nodes.set(schema, node);
  return node;
}

function makeNode(schema: RawSchema): SchemaNode {
  const types: readonly JsonType[] = schema.type === undefined ? [] : [schema.type].flat();
  const optional = {
    default: schema.default,
    entity: schema['x-entity'],
    shorthand: schema['x-shorthand'],
    scalar: schema['x-scalar'],
    reference: schema['x-reference'],
    keyKind: schema['x-key'],
    area: schema['x-area'],
    pattern: schema.pattern,
  };
  return Object.freeze({
    title: schema.title ?? '',
    get description() {
      return described(schema.description);
    },
    examples: schema.examples ?? [],
    types,
    values: namedValues(schema),
    isClosed: schema.enum !== undefined || closedList(schema),
    required: schema.required ?? [],
    propertyNames: Object.keys(schema.properties ?? {}),
    isList: types.includes('array'),
    ...present(optional),
  });
}

function namedValues({ enum: values, enumDescriptions, 'x-values': others }: RawSchema): readonly NamedValue[] {
  if (values) return values.map((value, at) => namedValue(value, enumDescriptions?.[at]));
  return Object.entries(others ?? {}).map(([value, text]) => namedValue(value, text));
}

function namedValue(value: string | number, text: number | undefined): NamedValue {
  return Object.freeze({
    value,
    get description() {
      return described(text);
    },
  });
}

function described(text: number | undefined): string {
  return text === undefined ? '' : textOf(text);
}

/** Whether the entries of a list here are closed to named values, as those of `workdays` are. */
function closedList({ items }: RawSchema): boolean {
  return items !== undefined && resolved(items).enum !== undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The record without the keys that have no value, so that an absent annotation is an absent property. */
function present<T extends object>(record: T): Present<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Present<T>;
}
