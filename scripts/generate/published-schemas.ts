import { rules } from '../../src/core/rules/registry';
import type { Rule } from '../../src/core/rules/rule';
import type { Generator } from './generator';
import { optionSchemas, optionsOf } from './rule-text';
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
    ...(root === 'settings' ? withRules(schema) : schema),
    $defs: Object.fromEntries(needed.map((name) => [name, source.definitions[name]])),
  };
}

/** The schema of a settings file with every rule and option by name, so that any editor completes and checks them. */
function withRules(schema: Schema): Schema {
  const properties = schema['properties'] as Readonly<Record<string, Schema>>;
  const named = (key: string, of: (rule: Rule) => Schema, some: readonly Rule[]): Schema => ({
    ...properties[key],
    properties: Object.fromEntries(some.map((rule) => [rule.id, { title: rule.id, ...of(rule) }])),
  });
  const severities = named(
    'rules',
    ({ docs, severity }) => ({
      ...(properties['rules']?.['additionalProperties'] as Schema),
      description: docs.summary,
      examples: [severity],
    }),
    rules,
  );
  const options = named(
    'options',
    (rule) => ({
      description: rule.docs.summary,
      type: 'object',
      properties: optionSchemas(rule),
      patternProperties: { '^x-': true },
      additionalProperties: false,
      examples: [Object.fromEntries(optionsOf(rule).map(([name, option]) => [name, option.default]))],
    }),
    rules.filter((rule) => optionsOf(rule).length > 0),
  );
  return { ...schema, properties: { ...properties, rules: severities, options } };
}
