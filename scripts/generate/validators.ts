import { Ajv, type Options } from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import { build } from 'esbuild';
import type { Generator } from './generator';
import { withSharedErrors } from './shared-errors';
import { definitionName, fileKinds, typesOf, type Schema, type SchemaSource } from './schema-source';

const folder = 'src/core/schema/generated';

/** What validation does not look at. Left out, so that it is not compiled into the validators. */
const silentKeywords = ['title', 'description', 'examples', 'default', 'enumDescriptions'];

/**
 * The plain build of ajv: for the keywords that the format uses it says the same as the one for 2020-12 (a test holds
 * it to that), without the code for dynamic references and unevaluated properties in every function.
 */
const ajvOptions: Options = {
  allErrors: true,
  allowUnionTypes: true,
  // Sentences are made from the keyword and the schema, so ajv's own would only be weight.
  messages: false,
  // A definition of more than a few keywords becomes a function that its users share.
  inlineRefs: 0,
  code: { source: true, esm: true, lines: true },
};

/**
 * Validators as plain code: for each kind of file the whole file, each of its top-level values, and one entry of
 * each such value that is a map or a list, so that an edit costs the validation of one entry.
 */
export const validators: Generator = {
  name: 'validators',
  async generate({ source }) {
    const { schemas, targets } = validationTargets(source);
    const ajv = new Ajv(ajvOptions);
    for (const [$id, schema] of Object.entries(schemas)) ajv.addSchema({ ...schema, $id });
    const used = [...new Set(Object.values(targets))];
    const exportName = (id: string): string => `v${String(used.indexOf(id))}`;
    const code = standaloneCode(ajv, Object.fromEntries(used.map((id) => [exportName(id), id])));
    const table = Object.entries(targets).map(([name, id]) => `${JSON.stringify(name)}: ${exportName(id)}`);
    return [
      {
        path: `${folder}/validators.js`,
        content: await bundled(`${code}\nexport const validators = {${table.join(',')}};`),
        formatted: true,
      },
      { path: `${folder}/validators.d.ts`, content: declaration },
    ];
  },
};

interface ValidationTargets {
  /** Schemas to compile, by id. Each is a document of its own, because ajv compiles those once and shares them. */
  readonly schemas: Readonly<Record<string, Schema>>;
  /** The id of the schema for each kind of file and path: `project`, `project items`, `project items *`. */
  readonly targets: Readonly<Record<string, string>>;
}

function validationTargets(source: SchemaSource): ValidationTargets {
  const schemas = mapValues(source.definitions, compilable);
  shareEqualProperties(schemas);
  const targets: Record<string, string> = {};
  for (const { kind, root } of fileKinds) {
    targets[kind] = root;
    const properties = schemas[root]?.['properties'] as Record<string, Schema>;
    for (const key of Object.keys(properties)) {
      const id = hoisted(schemas, `${root}.${key}`, properties, key);
      targets[`${kind} ${key}`] = id;
      const value = schemas[id] ?? {};
      const keyword = typesOf(value).includes('array') ? 'items' : 'additionalProperties';
      if (typeof value[keyword] !== 'object') continue;
      targets[`${kind} ${key} *`] = hoisted(schemas, `${id}.entry`, value, keyword);
    }
  }
  return { schemas, targets };
}

/** Properties of the same form, such as the many lists of texts, become one document, and so one function. */
function shareEqualProperties(schemas: Record<string, Schema>): void {
  const shared = new Map<string, string>();
  for (const schema of Object.values(schemas)) {
    const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
    for (const [key, property] of Object.entries(properties)) {
      if ('$ref' in property) continue;
      const form = JSON.stringify(property);
      const id = shared.get(form) ?? `shared.${String(shared.size)}`;
      shared.set(form, id);
      properties[key] = { $ref: hoisted(schemas, id, properties, key) };
    }
  }
}

/** The id of the schema at `key` of `parent`, which becomes a document named `id` if it is not one yet. */
function hoisted(schemas: Record<string, Schema>, id: string, parent: Record<string, unknown>, key: string): string {
  const schema = parent[key] as Schema;
  if (typeof schema['$ref'] === 'string') return schema['$ref'];
  schemas[id] = schema;
  parent[key] = { $ref: id };
  return id;
}

/** The schema with only what validation looks at, and with references to documents. */
function compilable(schema: Schema): Schema {
  const result: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (silentKeywords.includes(keyword) || keyword.startsWith('x-')) continue;
    if (keyword === '$ref') result[keyword] = definitionName(value as string);
    else if (keyword === 'properties') result[keyword] = mapValues(value as Record<string, Schema>, compilable);
    else if (typeof value === 'object' && value !== null && ['items', 'additionalProperties'].includes(keyword)) {
      result[keyword] = compilable(value as Schema);
    } else result[keyword] = value;
  }
  return result;
}

async function bundled(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: `export { validators } from 'compiled';`, resolveDir: '.' },
    plugins: [
      {
        name: 'compiled',
        setup(api) {
          api.onResolve({ filter: /^compiled$/ }, () => ({ path: 'compiled', namespace: 'compiled' }));
          api.onLoad({ filter: /.*/, namespace: 'compiled' }, () => ({ contents: code, resolveDir: '.' }));
        },
      },
    ],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
    banner: {
      js: '// Generated from schemas/source by `npm run generate`. Do not edit.',
    },
  });
  return withSharedErrors(result.outputFiles[0]?.text ?? '');
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

const declaration = `// Generated by \`npm run generate\`. Do not edit.

/** An error as ajv reports it. */
export interface ValidationError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}

/**
 * Adds to \`found\` what is wrong with a value.
 *
 * @param instancePath where the value stands, as a JSON pointer; what is found below has it before its own path
 */
export type Validator = (value: unknown, instancePath: string, found: ValidationError[]) => void;

/** Validators by kind of file and path, joined by spaces: \`project\`, \`project items\`, \`project items *\`. */
export const validators: Readonly<Record<string, Validator | undefined>>;
`;
