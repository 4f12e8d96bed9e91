import type { Generator } from './generator';
import { definitionsNeededBy, fileKinds, type Schema, type SchemaSource } from './schema-source';

/** The published schemas: each stands alone, so that any editor can use it without looking for the others. */
export const publishedSchemas: Generator = {
  name: 'schemas',
  generate: ({ source }) =>
    Promise.resolve(
      fileKinds.map(({ root, schemaPath }) => ({
        path: schemaPath,
        content: JSON.stringify(publishedSchema(source, root)),
      })),
    ),
};

/** One self-contained schema: the definition of the root with every definition that it needs. */
export function publishedSchema(source: SchemaSource, root: string): Schema {
  const schema = source.definitions[root] ?? {};
  const needed = [...definitionsNeededBy(source, schema)].sort();
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...schema,
    $defs: Object.fromEntries(needed.map((name) => [name, source.definitions[name]])),
  };
}
