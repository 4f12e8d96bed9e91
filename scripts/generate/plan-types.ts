import { shapeOf, type EntityShape, type MapShape, type ScalarShape, type ValueShape } from '../../src/core/plan/shape';
import type { Generator } from './generator';
import { definitionName, type Schema, type SchemaSource } from './schema-source';

/** TypeScript types of the entities of a plan, as the binder reads them: with dates, money and references understood. */
export const planTypes: Generator = {
  name: 'plan types',
  generate({ source }) {
    const entities = new Map<string, string>();
    for (const [name, schema] of Object.entries(source.definitions)) {
      const shape = shapeOf(name)?.entity;
      if (shape && schema['x-entity'] === shape.kind) entities.set(shape.kind, entityType(source, shape, schema));
    }
    const kinds = [...entities.keys()].map((kind) => `  readonly '${kind}': ${typeName(kind)};`);
    const content = [
      '// Generated from schemas/source by `npm run generate`. Do not edit.',
      "import type { DependencyLink, Entity, Field, Keyed, Located } from '../entity';",
      "import type { Reference } from '../reference';",
      "import type { ScalarValues } from '../scalars';",
      '',
      ...entities.values(),
      '/** Every kind of entity by its name. */',
      'export interface Entities {',
      ...kinds,
      '}',
    ].join('\n');
    return Promise.resolve([{ path: 'src/core/plan/generated/entities.ts', content }]);
  },
};

function typeName(kind: string): string {
  return kind.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function entityType(source: SchemaSource, shape: EntityShape, schema: Schema): string {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
  const fields = [...shape.fields].map(([key, value]) => {
    const property = properties[key] ?? {};
    return `  /** ${describe(source, property)} */\n  readonly ${key}?: Field<${valueType(value)}>;`;
  });
  const name = typeName(shape.kind);
  return [
    `/** ${describe(source, schema)} */`,
    `export type ${name} = Entity<'${shape.kind}', ${name}Fields>;`,
    `export interface ${name}Fields {`,
    ...fields,
    '}',
    '',
  ].join('\n');
}

function describe(source: SchemaSource, schema: Schema): string {
  const reference = schema['$ref'];
  const fallback = typeof reference === 'string' ? source.definitions[definitionName(reference)] : undefined;
  const description = schema['description'] ?? fallback?.['description'];
  return typeof description === 'string' ? description.replace(/\*\//g, '* /') : '';
}

/** A list stands for one value as well; a map of entities reads as the list of its entries. */
function valueType(shape: ValueShape): string {
  const { scalar, item, entity, map } = shape;
  if (item && map) return `readonly ${keyedType(map, scalar)}[]`;
  if (item) return `readonly ${item.entity ? typeName(item.entity.kind) : `Located<${valueType(item)}>`}[]`;
  const types: string[] = [];
  if (map) types.push(`readonly ${map.value.entity ? mapEntityType(map, map.value) : keyedType(map)}[]`);
  if (entity) types.push(typeName(entity.kind));
  if (scalar && entity?.shorthand === undefined) types.push(scalarType(scalar));
  return types.join(' | ') || 'unknown';
}

function mapEntityType(map: MapShape, { entity, item }: ValueShape): string {
  const name = entity ? typeName(entity.kind) : 'never';
  return item ? keyedType(map) : name;
}

function keyedType(map: MapShape, short?: ScalarShape): string {
  const key = short ? scalarType(short) : map.keyReference ? `Reference<'${map.keyReference}'>` : keyScalar(map);
  return `Keyed<${key}, ${valueType(map.value)}>`;
}

function keyScalar(map: MapShape): string {
  return map.keyScalar ? `ScalarValues['${map.keyScalar}']` : 'string';
}

function scalarType({ scalar, reference, values }: ScalarShape): string {
  if (scalar === 'dependency') return 'DependencyLink';
  if (reference && scalar === undefined) return `Reference<'${reference}'>`;
  if (values && scalar === undefined) return values.map((value) => `'${value}'`).join(' | ');
  return scalar ? `ScalarValues['${scalar}']` : 'string';
}
