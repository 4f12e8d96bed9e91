import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020';
import { parse } from 'yaml';
import { isScalarName, scalarParsers } from '../../../src/core/plan/scalars';
import definitions from '../../../src/core/schema/generated/definitions.json';
import type { RawSchema } from '../../../src/core/schema/definitions';

/**
 * The schemas say roughly what the parsers of the plan say exactly: a text that a parser reads must be valid, or the
 * same value would be right in one place and wrong in another.
 */
describe('the forms of scalars in the schema', () => {
  const ajv = new Ajv2020({ strict: false });
  const scalars = (Object.values(definitions) as unknown as RawSchema[]).flatMap((schema) => {
    const name = schema['x-scalar'];
    const isPlain = schema.properties === undefined && schema.$ref === undefined && schema.items === undefined;
    if (name === undefined || !isPlain || !isScalarName(name)) return [];
    // Here it is the number of a text.
    const { description: _description, ...compilable } = schema;
    return [{ name, schema, isValid: ajv.compile(compilable) }];
  });

  it('are read by a parser, every example of them', () => {
    assert.ok(scalars.length > 15);
    for (const { name, schema } of scalars) {
      const examples = (schema.examples ?? []).filter((example) => typeof example !== 'object') as (string | number)[];
      for (const example of examples) assert.ok(scalarParsers[name](String(example)).ok, `${name}: ${String(example)}`);
    }
  });

  it('take whatever a parser takes', () => {
    const texts = [
      '0d', '6ed', '1.5mo', '-5 EUR', '5  EUR', '0.50 EUR', '80 USD/h', '12 EUR/mo', '0.5%', '100.0%', '060%', '62%',
      '1e3 users', '-12', '4.5/5', '5 €', '3', '18000 users', '2026', '2026-02', '2026-W53', '2026-H2', '2026-Q1',
      '2026-01-31', '2026-01-01..2026-01-02', '2026-01-01 .. 2026-01-02', 'api', 'api SS', 'api SS + 2d', 'a/b FF-1.5ew',
      'a  +2d', 'a-b.c_d/1.4', '+area', '-area-name', 'XL', 'PAY-123', '1.10', 'low', 'DE', 'a@example.com', 'true',
    ]; // prettier-ignore
    let taken = 0;
    for (const { name, schema, isValid } of scalars) {
      for (const text of texts) {
        // A list of numbers to choose from, such as the version of the format, is narrower than its scalar on purpose.
        if (!scalarParsers[name](text).ok || (name === 'number' && schema.enum)) continue;
        // `1.10` reaches the schema as the number that YAML makes of it.
        const value: unknown = parse(text);
        if (name === 'number' && typeof value === 'number' && value <= 0) continue;
        assert.ok(isValid(value), `${name}: ${text}`);
        taken++;
      }
    }
    assert.ok(taken > 100, String(taken));
  });
});
