import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { fileKinds, type Schema } from '../../../scripts/generate/schema-source';

const root = join(__dirname, '../../..');

function readSchema(path: string): Schema {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Schema;
}

/** Every schema inside `schema`, with the JSON pointer that leads to it. */
function* subschemas(schema: Schema, pointer = ''): Generator<readonly [pointer: string, schema: Schema]> {
  yield [pointer, schema];
  for (const keyword of ['properties', '$defs'] as const) {
    for (const [key, child] of Object.entries((schema[keyword] ?? {}) as Record<string, Schema>)) {
      yield* subschemas(child, `${pointer}/${keyword}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  }
  for (const keyword of ['items', 'additionalProperties'] as const) {
    const child = schema[keyword];
    if (typeof child === 'object' && child !== null) yield* subschemas(child as Schema, `${pointer}/${keyword}`);
  }
}

for (const { schemaPath } of fileKinds) {
  describe(schemaPath, () => {
    const schema = readSchema(schemaPath);
    const definitions = schema['$defs'] as Record<string, Schema>;
    const resolved = (child: Schema): Schema => {
      const reference = child['$ref'];
      return typeof reference === 'string' ? { ...definitions[reference.slice('#/$defs/'.length)], ...child } : child;
    };
    // Plain ajv, without our keywords: what any other editor makes of the published file.
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    ajv.addSchema(schema, 'schema');

    it('is valid JSON Schema 2020-12', () => {
      assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
      assert.equal(ajv.validateSchema(schema, false), true, JSON.stringify(ajv.errors));
    });

    it('refers to nothing outside itself', () => {
      for (const [pointer, child] of subschemas(schema)) {
        const reference = child['$ref'];
        if (reference === undefined) continue;
        assert.ok(typeof reference === 'string' && reference.startsWith('#/$defs/'), pointer);
        assert.ok(reference.slice('#/$defs/'.length) in definitions, `${pointer}: ${reference}`);
      }
    });

    it('gives every property a title, a description and examples', () => {
      for (const [pointer, child] of subschemas(schema)) {
        for (const [key, property] of Object.entries((child['properties'] ?? {}) as Record<string, Schema>)) {
          const { title, description, examples } = resolved(property);
          assert.ok(typeof title === 'string' && title !== '', `${pointer}/properties/${key} has no title`);
          assert.ok(typeof description === 'string' && description.endsWith('.'), `${pointer}/properties/${key}`);
          assert.ok(Array.isArray(examples) && examples.length > 0, `${pointer}/properties/${key} has no examples`);
        }
      }
    });

    it('has only examples and defaults that it accepts itself', () => {
      for (const [pointer, child] of subschemas(schema)) {
        const values = [...((child['examples'] ?? []) as unknown[]), ...('default' in child ? [child['default']] : [])];
        if (values.length === 0) continue;
        const validate = ajv.getSchema(`schema#${encodeURI(pointer).replaceAll('%25', '%')}`);
        assert.ok(validate, `no schema at ${pointer}`);
        for (const value of values) {
          assert.ok(validate(value), `${pointer}: ${JSON.stringify(value)}: ${ajv.errorsText(validate.errors)}`);
        }
      }
    });

    it('says of every allowed value what it means', () => {
      for (const [pointer, child] of subschemas(schema)) {
        if (!Array.isArray(child['enum'])) continue;
        const descriptions = child['enumDescriptions'];
        assert.ok(Array.isArray(descriptions), `${pointer} has no enumDescriptions`);
        assert.equal(descriptions.length, child['enum'].length, pointer);
      }
    });

    it('takes notes, links and keys of the user in every entity, and no other unknown key', () => {
      for (const [pointer, child] of subschemas(schema)) {
        if (child['x-entity'] === undefined) continue;
        const properties = child['properties'] as Record<string, Schema>;
        assert.ok('notes' in properties && 'links' in properties, pointer);
        assert.deepEqual(child['patternProperties'], { '^x-': true }, pointer);
        assert.equal(child['additionalProperties'], false, pointer);
      }
    });

    it('uses type unions instead of branches', () => {
      for (const [pointer, child] of subschemas(schema)) {
        for (const keyword of ['oneOf', 'anyOf', 'allOf', 'if', 'not']) assert.ok(!(keyword in child), pointer);
      }
    });
  });
}

describe('the schema of settings', () => {
  const validate = new Ajv2020({ strict: false }).compile(readSchema('schemas/throughline.schema.json'));

  it('knows the rules and their options by name', () => {
    assert.ok(validate({ options: { 'stale-status': { days: 7, 'x-why': 'we meet on Mondays' } } }));
    assert.ok(!validate({ options: { 'stale-status': { dayz: 7 } } }));
    assert.ok(!validate({ options: { 'stale-status': { days: 'a week' } } }));
    assert.ok(!validate({ options: { 'stale-status': { days: -1 } } }));
  });
});
