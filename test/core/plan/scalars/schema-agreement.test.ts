import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isScalarName, scalarParsers } from '../../../../src/core/plan/scalars/index';
import projectSchema from '../../../../schemas/project.schema.json';
import roadmapSchema from '../../../../schemas/roadmap.schema.json';
import settingsSchema from '../../../../schemas/throughline.schema.json';

interface ScalarSchema {
  readonly 'x-scalar': string;
  readonly examples?: readonly (string | number | boolean)[];
  readonly pattern?: string;
}

function holdsMaps(node: object): boolean {
  return (
    'examples' in node && Array.isArray(node.examples) && node.examples.some((example) => typeof example === 'object')
  );
}

function isScalarSchema(node: object): node is ScalarSchema {
  // The examples of a union with a map may be maps; those are for the tests of the schemas.
  return 'x-scalar' in node && typeof node['x-scalar'] === 'string' && !holdsMaps(node);
}

function scalarSchemas(node: unknown): ScalarSchema[] {
  if (typeof node !== 'object' || node === null) return [];
  return [...(isScalarSchema(node) ? [node] : []), ...Object.values(node).flatMap(scalarSchemas)];
}

const schemas = [projectSchema, roadmapSchema, settingsSchema].flatMap(scalarSchemas);

describe('the schemas and the scalar parsers', () => {
  it('name the same scalars', () => {
    const names = new Set(schemas.map((schema) => schema['x-scalar']));
    assert.ok(names.size > 15);
    assert.deepEqual(
      [...names].filter((name) => !isScalarName(name)),
      [],
    );
  });

  it('agree on every example', () => {
    for (const schema of schemas) {
      const name = schema['x-scalar'];
      for (const example of schema.examples ?? []) {
        if (!isScalarName(name)) continue;
        const result = scalarParsers[name](String(example));
        assert.ok(result.ok, `${name}: ${String(example)}: ${result.ok ? '' : result.problem.message}`);
      }
    }
  });

  it('accept no text in the parser that the pattern of the schema turns down', () => {
    const pieces = fc.constantFrom(
      ...[
        '2026',
        '-',
        '09',
        '30',
        '..',
        ' ',
        'W36',
        'Q3',
        'H2',
        '5',
        '.',
        '0',
        'd',
        'ed',
        'mo',
        'h',
        '%',
        'EUR',
        '/',
        '+',
      ],
      ...['SS', 'api', 'e', '3', 'users', 'high', 'low', '@', 'a', 'DE', 'true'],
    );
    const patterns = new Map(
      schemas.flatMap((schema) => (schema.pattern ? [[schema.pattern, schema['x-scalar']] as const] : [])),
    );
    assert.ok(patterns.size > 8);
    for (const [pattern, name] of patterns) {
      if (!isScalarName(name) || name === 'text' || name === 'link' || name === 'glob') continue;
      const matcher = new RegExp(pattern, 'u');
      fc.assert(
        fc.property(
          fc.array(pieces, { maxLength: 7 }).map((parts) => parts.join('')),
          (text) => {
            // What YAML takes for a number is no text, and no pattern is asked about it.
            if (Number.isNaN(Number(text)) && scalarParsers[name](text).ok) assert.match(text, matcher);
          },
        ),
        { numRuns: 1500 },
      );
    }
  });
});
