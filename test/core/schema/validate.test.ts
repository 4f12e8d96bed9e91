import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { parse } from 'yaml';
import { fileKinds } from '../../../scripts/generate/schema-source';
import { resolved, rootSchema, type RawSchema } from '../../../src/core/schema/definitions';
import type { FileKind } from '../../../src/core/schema/lookup';
import { canValidate, validateValue, type SchemaError, type ValidatedPath } from '../../../src/core/schema/validate';

const root = join(__dirname, '../../..');
const fixtures: readonly (readonly [FileKind, string])[] = [
  ['roadmap', 'all-features.roadmap.yaml'],
  ['project', 'all-features.project.yaml'],
  ['settings', 'all-features.throughline.yaml'],
];

function readFixture(name: string): Record<string, unknown> {
  const text = readFileSync(join(root, 'test/fixtures/format', name), 'utf8');
  return parse(text) as Record<string, unknown>;
}

/** The errors in short: keyword, path and what the keyword has to say. */
function brief(errors: readonly SchemaError[]): string[] {
  return errors.map(({ keyword, path, params }) => {
    const about = params['additionalProperty'] ?? params['missingProperty'] ?? params['propertyName'];
    return [keyword, `/${path.join('/')}`, ...(typeof about === 'string' ? [about] : [])].join(' ');
  });
}

function errorsOf(kind: FileKind, path: ValidatedPath, yaml: string): string[] {
  return brief(validateValue(kind, path, parse(yaml)));
}

describe('a file that uses every key', () => {
  /** Notes every property of the format that occurs in `value`, as entity (or path) and key. */
  function collectUsed(schema: RawSchema, value: unknown, owner: string, used: Set<string>): void {
    const { properties, additionalProperties, items, 'x-entity': entity } = resolved(schema);
    if (Array.isArray(value)) for (const entry of value) collectUsed(items ?? {}, entry, owner, used);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const name = entity ?? owner;
    for (const [key, child] of Object.entries(value)) {
      const property = properties?.[key];
      if (property) used.add(`${name}.${key}`);
      const next = property ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
      if (next) collectUsed(next, child, `${name}.${key}`, used);
    }
  }

  function collectAll(schema: RawSchema, owner: string, all: Set<string>): void {
    const { properties, additionalProperties, items, 'x-entity': entity } = resolved(schema);
    const name = entity ?? owner;
    for (const [key, property] of Object.entries(properties ?? {})) {
      if (all.has(`${name}.${key}`)) continue;
      all.add(`${name}.${key}`);
      collectAll(property, `${name}.${key}`, all);
    }
    if (items) collectAll(items, owner, all);
    if (typeof additionalProperties === 'object') collectAll(additionalProperties, owner, all);
  }

  for (const [kind, name] of fixtures) {
    it(`${name} is valid`, () => {
      assert.deepEqual(brief(validateValue(kind, [], readFixture(name))), []);
    });

    it(`${name} leaves out no property`, () => {
      const used = new Set<string>();
      const all = new Set<string>();
      collectUsed(rootSchema(kind), readFixture(name), kind, used);
      collectAll(rootSchema(kind), kind, all);
      assert.deepEqual(
        [...all].filter((property) => !used.has(property)),
        [],
      );
    });

    it(`${name} is valid in every part that can be validated by itself`, () => {
      for (const [section, value] of Object.entries(readFixture(name))) {
        if (section.startsWith('x-')) {
          assert.equal(canValidate(kind, [section]), false);
          continue;
        }
        assert.ok(canValidate(kind, [section]), section);
        assert.deepEqual(brief(validateValue(kind, [section], value)), [], section);
        if (!canValidate(kind, [section, '*']) || typeof value !== 'object' || value === null) continue;
        // One decision in place of a list of decisions is itself the entry.
        const isMap = rootSchema(kind).properties?.[section] && !canTakeList(kind, section);
        const entries = Array.isArray(value) ? (value as unknown[]) : isMap ? Object.values(value) : [value];
        for (const entry of entries) assert.deepEqual(brief(validateValue(kind, [section, '*'], entry)), [], section);
      }
    });
  }

  function canTakeList(kind: FileKind, section: string): boolean {
    const schema = resolved(rootSchema(kind).properties?.[section] ?? {});
    return [schema.type ?? []].flat().includes('array');
  }
});

interface PublishedSchema {
  readonly properties?: { readonly options?: { properties?: unknown } };
}

describe('the compiled validators', () => {
  const kinds = new Map<FileKind, (value: unknown) => boolean>();
  for (const { kind, schemaPath } of fileKinds) {
    const schema = JSON.parse(readFileSync(join(root, schemaPath), 'utf8')) as PublishedSchema;
    // The options of rules are a matter of two rules, which know their names, and of other editors by the schema.
    delete schema.properties?.options?.properties;
    kinds.set(kind, new Ajv2020({ strict: false }).compile(schema));
  }

  /** Copies of `value`, each with one value somewhere in it replaced by another. */
  function* withOneChange(value: unknown, replacement: unknown): Generator {
    yield replacement;
    if (Array.isArray(value)) {
      for (const [at, entry] of value.entries()) {
        for (const changed of withOneChange(entry, replacement))
          yield value.map((other: unknown, index) => (index === at ? changed : other));
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) {
        for (const changed of withOneChange(entry, replacement)) yield { ...value, [key]: changed };
      }
    }
  }

  for (const [kind, name] of fixtures) {
    it(`agree with ajv for 2020-12 on ${name}, whatever in it is changed`, () => {
      let valid = 0;
      let invalid = 0;
      for (const replacement of [7, true, 'some words', [], ['2026-01-01'], { unknown: 1 }, {}]) {
        for (const changed of withOneChange(readFixture(name), replacement)) {
          const expected = kinds.get(kind)?.(changed);
          assert.equal(validateValue(kind, [], changed).length === 0, expected, JSON.stringify(changed));
          if (expected) valid++;
          else invalid++;
        }
      }
      assert.ok(valid > 50 && invalid > 200, `${String(valid)} valid, ${String(invalid)} invalid`);
    });
  }
});

describe('validateValue', () => {
  it('reports an unknown key at the map that holds it', () => {
    assert.deepEqual(errorsOf('roadmap', ['goals', '*'], '{ title: Faster, taget: 2026-Q3 }'), [
      'additionalProperties / taget',
    ]);
  });

  it('tells what the format says of the place, and gives the value', () => {
    const [error] = validateValue('project', ['items', '*'], {
      title: 'Api',
      items: { tests: { title: 'T', progress: 60 } },
    });
    assert.deepEqual(error?.path, ['items', 'tests', 'progress']);
    assert.equal(error.keyword, 'type');
    assert.equal(error.schema.title, 'Progress');
    assert.equal(error.schema.scalar, 'percent');
    assert.equal(error.data, 60);
  });

  it('reports one error for each mistake in a value of several forms', () => {
    const cases: readonly (readonly [FileKind, ValidatedPath, string, readonly string[]])[] = [
      ['project', ['items', '*'], '[a, b]', ['type /']],
      ['project', ['items', '*'], '{ title: A, estimate: 5 }', ['type /estimate']],
      ['project', ['items', '*'], '{ title: A, estimate: five }', ['pattern /estimate']],
      [
        'project',
        ['items', '*'],
        '{ title: A, estimate: { likely: 5d, optimistic: 3d } }',
        ['required /estimate pessimistic'],
      ],
      ['project', ['items', '*'], '{ title: A, assignees: { dana: 50 } }', ['type /assignees/dana']],
      ['project', ['items', '*'], '{ title: A, assignees: [{ dana: 50% }] }', ['type /assignees/0']],
      ['project', ['items', '*'], '{ title: A, goal: { a: b } }', ['type /goal']],
      ['project', ['team', '*'], '[{ allocation: 60% }, { until: 2026-08-01 }]', ['additionalProperties /1 until']],
      ['project', ['team', '*'], '{ until: 2026-08-01 }', ['additionalProperties / until']],
      ['project', ['calendar'], '{ workdays: [mon, tues] }', ['enum /workdays/1']],
      ['project', ['calendar'], '{ workdays: tues }', ['pattern /workdays']],
      ['project', ['risks', '*'], '{ impact: [2w, 5 EUR, 3d] }', ['maxItems /impact']],
      ['project', ['risks', '*'], '{ impact: [2w, much] }', ['pattern /impact/1']],
      ['project', ['risks', '*'], '{ probability: huge }', ['pattern /probability']],
      ['project', ['sizes'], '{ XXL: 30d }', ['additionalProperties / XXL']],
      ['roadmap', ['profit_and_loss'], '{ 2026-Q9: {} }', ['propertyNames / 2026-Q9']],
      ['roadmap', ['profit_and_loss', '*'], '{ actual: { cost: { Team: 9 } } }', ['type /actual/cost/Team']],
      ['roadmap', ['responsibilities', '*'], '[bob]', ['type /']],
      ['settings', ['rules'], '{ missing-goal: fatal }', ['enum /missing-goal']],
    ];
    for (const [kind, path, yaml, expected] of cases) assert.deepEqual(errorsOf(kind, path, yaml), expected, yaml);
  });

  it('reports a key that is no id once, and checks what stands under it all the same', () => {
    assert.deepEqual(errorsOf('project', ['items'], '{ not an id: { title: A, size: huge } }'), [
      'propertyNames / not an id',
      'enum /not an id/size',
    ]);
  });

  it('reads back keys that a JSON pointer has to escape', () => {
    assert.deepEqual(errorsOf('roadmap', ['profit_and_loss', '*'], '{ actual: { cost: { a/b~c: 1 } } }'), [
      'type /actual/cost/a/b~c',
    ]);
    const [error] = validateValue('roadmap', ['profit_and_loss', '*'], { actual: { cost: { 'a/b~c': 1 } } });
    assert.deepEqual(error?.path, ['actual', 'cost', 'a/b~c']);
    assert.equal(error.data, 1);
  });

  it('requires no more than the format does', () => {
    assert.deepEqual(errorsOf('roadmap', [], '{ product: Checkout }'), []);
    assert.deepEqual(errorsOf('project', [], '{ project: Rewrite }'), []);
    assert.deepEqual(errorsOf('settings', [], '{}'), []);
    assert.deepEqual(errorsOf('roadmap', [], '{}'), ['required / product']);
    assert.deepEqual(errorsOf('project', [], '{}'), ['required / project']);
    for (const section of ['goals', 'features', 'releases', 'ideas']) {
      assert.deepEqual(errorsOf('roadmap', [section, '*'], '{}'), ['required / title'], section);
    }
    for (const section of ['milestones', 'risks', 'issues', 'stakeholders', 'people', 'roles']) {
      assert.deepEqual(errorsOf('project', [section, '*'], '{}'), [], section);
    }
  });

  it('takes a number or a boolean for text, an id, a period or a quantity, and not where a unit belongs', () => {
    assert.deepEqual(errorsOf('roadmap', ['goals', '*'], '{ title: 1.10, target: 2026, why: true, parent: 1.4 }'), []);
    assert.deepEqual(
      errorsOf('roadmap', ['goals', '*'], '{ title: A, key_results: { a: { title: 5, target: 3 } } }'),
      [],
    );
    assert.deepEqual(errorsOf('project', ['budget'], '{ total: 5000 }'), ['type /total']);
    assert.deepEqual(errorsOf('project', ['start'], '2026'), ['type /']);
  });

  it('takes keys of the user in every entity, and ids that begin like one', () => {
    assert.deepEqual(errorsOf('project', ['items'], '{ x-ray: { title: X-ray, x-jira: [1, { a: b }] } }'), []);
    assert.deepEqual(errorsOf('project', ['items'], '{ x-ray: { title: X-ray, jira: 1 } }'), [
      'additionalProperties /x-ray jira',
    ]);
  });

  it('says nothing of a place that has no schema, or of names that objects have by themselves', () => {
    for (const section of ['x-mine', 'unknown', 'constructor', '__proto__']) {
      assert.equal(canValidate('project', [section]), false);
      assert.deepEqual(validateValue('project', [section], 1), []);
    }
    assert.deepEqual(errorsOf('project', [], '{ project: P, constructor: 1, toString: 2 }'), [
      'additionalProperties / constructor',
      'additionalProperties / toString',
    ]);
  });

  it('does not run out of time on long texts that almost have a form', () => {
    const long = ['+1'.repeat(20_000), `a${' '.repeat(40_000)}`, '1'.repeat(40_000), 'a-'.repeat(20_000)];
    const started = performance.now();
    for (const text of long) {
      validateValue('project', ['items', '*'], { title: 'A', depends_on: text, estimate: text, goal: text });
      validateValue('roadmap', ['goals', '*'], { title: 'A', key_results: { [text]: { title: 'A', target: text } } });
    }
    assert.ok(performance.now() - started < 5000);
  });
});
