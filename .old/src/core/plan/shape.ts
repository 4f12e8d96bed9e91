import definitions from '../schema/generated/definitions.json';
import { isScalarName, type ScalarName } from './scalars';
import type { ReferenceKind } from './reference';

/**
 * What may stand in one place of a plan file, read from the schema: the forms that are allowed side by side, and what
 * each of them means. The binder reads values by it, and the types of the entities are generated from it.
 */
export interface ValueShape {
  /** A plain or quoted text, number or boolean. */
  readonly scalar?: ScalarShape;
  /** A list of such values. */
  readonly item?: ValueShape;
  /** A map with known keys. */
  readonly entity?: EntityShape;
  /** A map whose keys the user chooses. */
  readonly map?: MapShape;
}

export interface ScalarShape {
  /** How the text is read; absent: as an enumerated value or a reference. */
  readonly scalar?: ScalarName;
  /** What the text, or the first word of a dependency, refers to. */
  readonly reference?: ReferenceKind;
  readonly values?: readonly string[];
  /** Whether a number or a boolean counts as its source text here; else it is of the wrong type. */
  readonly anyScalar: boolean;
}

export interface EntityShape {
  readonly kind: string;
  /** The property that a bare scalar stands for, where an entry may be one. */
  readonly shorthand?: string;
  readonly fields: ReadonlyMap<string, ValueShape>;
}

export interface MapShape {
  /** The kind of entity that each key names and defines. */
  readonly defines?: string;
  readonly keyReference?: ReferenceKind;
  readonly keyScalar?: ScalarName;
  readonly value: ValueShape;
}

/** The parts of a schema that say what a value means; what only concerns validation is left to the validators. */
interface Definition {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly additionalProperties?: Definition | boolean;
  readonly items?: Definition;
  readonly 'x-entity'?: string;
  readonly 'x-shorthand'?: string;
  readonly 'x-scalar'?: string;
  readonly 'x-reference'?: string;
  readonly 'x-key'?: { readonly defines?: string; readonly reference?: string; readonly scalar?: string };
}

const named = definitions as unknown as Readonly<Record<string, Definition>>;
const shapes = new Map<string, ValueShape>();

/** The shape of a definition of the schema by its name, such as `project`; undefined where there is none. */
export function shapeOf(name: string): ValueShape | undefined {
  const known = shapes.get(name);
  if (known) return known;
  const definition = named[name];
  if (!definition) return undefined;
  // Registered before it is filled, because items hold items.
  const shape: ValueShape = {};
  shapes.set(name, shape);
  return Object.assign(shape, read(definition));
}

/** The shape of a file's root. */
export function entityShapeOf(name: 'product' | 'project' | 'settings'): EntityShape {
  const entity = shapeOf(name)?.entity;
  if (!entity) throw new Error(`The schema has no entity ${name}.`);
  return entity;
}

function read(definition: Definition): ValueShape {
  if (definition.$ref) return shapeOf(definition.$ref.replace('#/$defs/', '')) ?? {};
  const types = typeof definition.type === 'string' ? [definition.type] : (definition.type ?? []);
  const scalar = types.some((type) => type !== 'array' && type !== 'object');
  return {
    ...(scalar ? { scalar: scalarShape(definition) } : {}),
    ...(definition.items ? { item: read(definition.items) } : {}),
    ...(definition['x-entity'] && definition.properties
      ? { entity: entityShape(definition, definition['x-entity']) }
      : {}),
    ...(types.includes('object') && definition['x-key'] ? { map: mapShape(definition, definition['x-key']) } : {}),
  };
}

function scalarShape(definition: Definition): ScalarShape {
  const scalar = definition['x-scalar'];
  const types = typeof definition.type === 'string' ? [definition.type] : (definition.type ?? []);
  const values = definition.enum?.filter((value) => typeof value === 'string');
  return {
    ...(scalar !== undefined && isScalarName(scalar) ? { scalar } : {}),
    ...(definition['x-reference'] ? { reference: definition['x-reference'] as ReferenceKind } : {}),
    ...(values && values.length > 0 ? { values } : {}),
    anyScalar: types.includes('number') || types.includes('integer') || types.includes('boolean'),
  };
}

function entityShape(definition: Definition, kind: string): EntityShape {
  const fields = new Map<string, ValueShape>();
  for (const [key, property] of Object.entries(definition.properties ?? {})) fields.set(key, read(property));
  return { kind, ...(definition['x-shorthand'] ? { shorthand: definition['x-shorthand'] } : {}), fields };
}

function mapShape(definition: Definition, key: NonNullable<Definition['x-key']>): MapShape {
  // `sizes` names its keys one by one, and they have one form.
  const [first] = Object.values(definition.properties ?? {});
  const value = typeof definition.additionalProperties === 'object' ? definition.additionalProperties : first;
  return {
    ...(key.defines ? { defines: key.defines } : {}),
    ...(key.reference ? { keyReference: key.reference as ReferenceKind } : {}),
    ...(key.scalar !== undefined && isScalarName(key.scalar) ? { keyScalar: key.scalar } : {}),
    value: value ? read(value) : {},
  };
}
