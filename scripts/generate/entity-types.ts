import { compile } from 'json-schema-to-typescript';
import type { Generator } from './generator';
import { definitionName, typesOf, type Schema, type SchemaSource } from './schema-source';

/** TypeScript types of the values in a file, as they stand there: before references, dates and units are read. */
export const entityTypes: Generator = {
  name: 'types',
  async generate({ source }) {
    const definitions = Object.entries(source.definitions).map(([name, schema]) => [
      typeName(source, name),
      withNamedTypes(source, schema),
    ]);
    const content = await compile({ $defs: Object.fromEntries(definitions) as Record<string, object> }, 'Unused', {
      additionalProperties: false,
      bannerComment: '// Generated from schemas/source by `npm run generate`. Do not edit.',
      format: false,
      unreachableDefinitions: true,
    });
    // The compiler wants a root; ours has nothing but definitions.
    const withoutRoot = content
      .replace(/export interface Unused \{[^}]*\}\n?/, '')
      .replace(/\s*\*\s*\n\s*\* This interface was referenced by `Unused`[^/]*\*\//g, '\n */');
    return [{ path: 'src/core/schema/generated/types.ts', content: withoutRoot }];
  },
};

/** `Goal` for `goal`; scalars are values (`DateValue`), so that none hides a type of the language. */
function typeName(source: SchemaSource, name: string): string {
  const pascal = name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const types = typesOf(source.definitions[name] ?? {});
  const isScalar = !types.includes('object') && !types.includes('array') && !name.endsWith('-reference');
  return isScalar ? `${pascal}Value` : pascal;
}

/**
 * The schema with every reference replaced by the name of its type, because the compiler takes a reference with a
 * description beside it for a type of its own. What only concerns people and validation is left out.
 */
function withNamedTypes(source: SchemaSource, schema: Schema): Schema {
  const { $ref, ...rest } = schema;
  for (const keyword of ['title', 'examples', 'patternProperties', 'propertyNames'])
    Reflect.deleteProperty(rest, keyword);
  const description = rest['description'];
  if (typeof $ref === 'string') {
    const name = definitionName($ref);
    return { description: description ?? source.definitions[name]?.['description'], tsType: typeName(source, name) };
  }
  const items = schema['items'] as Schema | undefined;
  if (typesOf(schema).includes('array') && typeof items?.['$ref'] === 'string' && !schema['x-key']) {
    const entry = typeName(source, definitionName(items['$ref']));
    return { description, tsType: `${entry} | ${entry}[]` };
  }
  const result: Schema = { ...rest };
  for (const keyword of ['additionalProperties', 'items']) {
    const child = result[keyword];
    if (typeof child === 'object' && child !== null) result[keyword] = withNamedTypes(source, child as Schema);
  }
  if (result['properties']) {
    const properties = Object.entries(result['properties'] as Record<string, Schema>);
    result['properties'] = Object.fromEntries(properties.map(([key, child]) => [key, withNamedTypes(source, child)]));
  }
  return result;
}
