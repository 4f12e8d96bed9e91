import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A JSON Schema object as plain data. */
export type Schema = Record<string, unknown>;

/** All definitions of the format in one namespace, as JSON Schema with references of the form `#/$defs/name`. */
export interface SchemaSource {
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** The kinds of file: the definition of the root of each and the name of the schema that is published for it. */
export const fileKinds = [
  { kind: 'roadmap', root: 'product', schemaPath: 'schemas/roadmap.schema.json' },
  { kind: 'project', root: 'project', schemaPath: 'schemas/project.schema.json' },
  { kind: 'settings', root: 'settings', schemaPath: 'schemas/throughline.schema.json' },
] as const;

const sourceFiles = ['scalars', 'shared', 'roadmap', 'project', 'settings'];

/** Keywords in the order in which a person wants to read them; any other comes after, as written. */
const keywordOrder = [
  '$schema',
  '$ref',
  'title',
  'description',
  'x-entity',
  'x-shorthand',
  'x-scalar',
  'x-reference',
  'x-key',
  'x-area',
  'x-values',
  'type',
  'enum',
  'enumDescriptions',
  'pattern',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'default',
  'examples',
  'required',
  'propertyNames',
  'properties',
  'patternProperties',
  'additionalProperties',
  'items',
  'maxItems',
  '$defs',
];

/** What a list takes over from the schema of its entries, so that a single value may stand in its place. */
const singleValueKeywords = [
  'x-entity',
  'x-shorthand',
  'x-scalar',
  'x-reference',
  'x-values',
  'pattern',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'required',
  'properties',
  'patternProperties',
  'additionalProperties',
];

const idPattern = '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$';

/**
 * Reads `schemas/source/*.yaml` and expands the shorthands that keep it readable:
 *
 * - `$ref: name` refers to the definition `name`;
 * - `list: name` is one value or a list of them, as a union of types;
 * - `map: name` is an object whose values are `name` and whose keys are what `x-key` says;
 * - `values: { value: description }` is `enum` with `enumDescriptions`;
 * - a definition with `x-entity` is an object that takes `notes`, `links` and `x-` keys too, and with `x-shorthand`
 *   the bare value of that property in its place;
 * - `closed: true` is an object that takes `x-` keys, but is no entity.
 *
 * @throws Error when a file cannot be read or names a definition that does not exist.
 */
export async function loadSchemaSource(folder: string): Promise<SchemaSource> {
  const raw: Record<string, Schema> = {};
  for (const file of sourceFiles) {
    const text = await readFile(`${folder}/${file}.yaml`, 'utf8');
    for (const [name, schema] of Object.entries(parse(text) as Record<string, Schema>)) {
      if (raw[name]) throw new Error(`The definition ${name} stands twice in ${folder}.`);
      raw[name] = schema;
    }
  }
  return { definitions: new Expansion(raw).all() };
}

/** Expands definitions on demand, because a list needs the expanded form of its entries. */
class Expansion {
  readonly #raw: Readonly<Record<string, Schema>>;
  readonly #done = new Map<string, Schema>();

  constructor(raw: Readonly<Record<string, Schema>>) {
    this.#raw = raw;
  }

  all(): Readonly<Record<string, Schema>> {
    return Object.fromEntries(Object.keys(this.#raw).map((name) => [name, this.#definition(name)]));
  }

  #definition(name: string): Schema {
    const done = this.#done.get(name);
    if (done) return done;
    const raw = this.#raw[name];
    if (!raw) throw new Error(`There is no definition named ${name}.`);
    const expanded = this.#expand(raw);
    this.#done.set(name, expanded);
    return expanded;
  }

  #expand(raw: Schema): Schema {
    const { list, map, values, closed, $ref, ...rest } = raw;
    const schema: Schema = { ...rest };
    if (typeof $ref === 'string') schema['$ref'] = this.#reference($ref);
    if (values) this.#addValues(schema, values as Record<string, string>);
    if (typeof map === 'string') this.#addMap(schema, map);
    this.#expandChildren(schema);
    if (closed === true || typeof raw['x-entity'] === 'string') this.#close(schema, closed === true);
    if (typeof list === 'string') this.#addList(schema, list);
    return ordered(schema);
  }

  #reference(name: string): string {
    if (!this.#raw[name]) throw new Error(`There is no definition named ${name}.`);
    return `#/$defs/${name}`;
  }

  #addValues(schema: Schema, values: Record<string, string>): void {
    schema['type'] = 'string';
    schema['enum'] = Object.keys(values);
    schema['enumDescriptions'] = Object.values(values);
  }

  #addMap(schema: Schema, entry: string): void {
    schema['type'] = 'object';
    schema['additionalProperties'] = { $ref: this.#reference(entry) };
    const key = schema['x-key'] as { defines?: string; reference?: string; scalar?: string } | undefined;
    if (key?.defines) schema['propertyNames'] = { pattern: idPattern };
    if (key?.scalar === 'period') schema['propertyNames'] = { pattern: this.#definition('period')['pattern'] };
    if (key?.scalar === 'currency') schema['propertyNames'] = { pattern: '^[A-Z]{3}$' };
  }

  #expandChildren(schema: Schema): void {
    if (schema['properties']) {
      const properties = Object.entries(schema['properties'] as Record<string, Schema>);
      schema['properties'] = Object.fromEntries(properties.map(([key, value]) => [key, this.#expand(value)]));
    }
    for (const keyword of ['additionalProperties', 'items']) {
      const child = schema[keyword];
      if (typeof child === 'object' && child !== null && !('$ref' in child && String(child.$ref).startsWith('#'))) {
        schema[keyword] = this.#expand(child as Schema);
      }
    }
  }

  #close(schema: Schema, plain: boolean): void {
    const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
    const own: Record<string, Schema> = plain
      ? {}
      : { notes: { $ref: this.#reference('notes') }, links: { $ref: this.#reference('links') } };
    schema['properties'] = { ...properties, ...own };
    schema['patternProperties'] = { '^x-': true };
    schema['additionalProperties'] = false;
    schema['type'] ??= 'object';
    const shorthand = schema['x-shorthand'];
    if (typeof shorthand !== 'string') return;
    const bare = this.#resolve(properties[shorthand] ?? {});
    schema['type'] = [...typesOf(bare).filter((type) => type !== 'array'), 'object'];
    if (bare['pattern']) schema['pattern'] = bare['pattern'];
  }

  #addList(schema: Schema, entry: string): void {
    const single = this.#definition(entry);
    for (const keyword of singleValueKeywords) {
      if (single[keyword] !== undefined) schema[keyword] ??= single[keyword];
    }
    if (Array.isArray(single['enum'])) {
      // `enum` would refuse the list itself, so the single value is held to a pattern.
      const values = single['enum'] as string[];
      const descriptions = single['enumDescriptions'] as string[];
      schema['pattern'] = `^(${values.join('|')})$`;
      schema['x-values'] = Object.fromEntries(values.map((value, index) => [value, descriptions[index]]));
    }
    schema['type'] = [...typesOf(single), 'array'];
    schema['items'] = { $ref: this.#reference(entry) };
  }

  #resolve(schema: Schema): Schema {
    const reference = schema['$ref'];
    return typeof reference === 'string' ? { ...this.#definition(definitionName(reference)), ...schema } : schema;
  }
}

/** The name in a reference to a definition: `goal` for `#/$defs/goal`. */
export function definitionName(reference: string): string {
  return reference.slice('#/$defs/'.length);
}

/** The JSON types that a schema allows, as a list. */
export function typesOf(schema: Schema): string[] {
  const type = schema['type'];
  return typeof type === 'string' ? [type] : Array.isArray(type) ? (type as string[]) : [];
}

/** Every definition that `schema` needs, directly or through others, by name. */
export function definitionsNeededBy(source: SchemaSource, schema: Schema): ReadonlySet<string> {
  const needed = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [keyword, child] of Object.entries(value)) {
        if (keyword === 'examples' || keyword === 'default') continue;
        if (keyword === '$ref' && typeof child === 'string') {
          const name = definitionName(child);
          if (needed.has(name)) continue;
          needed.add(name);
          visit(source.definitions[name]);
        } else visit(child);
      }
    }
  };
  visit(schema);
  return needed;
}

function ordered(schema: Schema): Schema {
  const rank = (keyword: string): number => {
    const index = keywordOrder.indexOf(keyword);
    return index < 0 ? keywordOrder.length : index;
  };
  return Object.fromEntries(Object.entries(schema).sort(([a], [b]) => rank(a) - rank(b)));
}
