import type { Stepwise } from '../stepwise';
import type { Place } from '../text/sourceText';
import {
  isAbsent,
  keyText,
  placeOf,
  placeOfPair,
  resolved,
  scalarValue,
  type MapNode,
  type Node,
  type Pair,
  type ScalarNode,
} from '../syntax/tree';
import { plainValue } from '../syntax/plainValue';
import type { Binding, Findings, PropertyBinding, ReferenceSite, RootBinding, ValueProblem } from './binding';
import type { AnyEntity, DependencyLink, Entity, Field, Keyed, Located } from './entity';
import { knowEntry, knownEntry, type KnownEntry } from './knownEntries';
import { partOfScalar, placesOfRoot } from './places';
import { referenceTo, type Reference } from './reference';
import { parsedScalar, type AreaChange, type Dependency, type ScalarName } from './scalars';
import { pathOf, type EntityPlace, type Site } from './placing';
import { bindSection, type SectionBinding } from './sectionBinding';
import type { EntityShape, MapShape, ScalarShape, ValueShape } from './shape';

/**
 * Reads a map as an entity: its properties as dates, money, references and nested entities. Nothing is reported twice:
 * what is of the wrong type or unknown is left to the validators, and is absent here.
 *
 * @param before the root of another version of the file, of which most entries are the same
 */
export function bindRoot(uri: string, map: MapNode, shape: EntityShape, before?: AnyEntity): RootBinding {
  const binder = new Binder(uri, before && { earlier: sectionsOf.get(before), now: new Map() });
  const { entity, referencesOf } = binder.root(map, shape);
  if (binder.sections) sectionsOf.set(entity, binder.sections.now);
  return { entity, referencesOf, ...binder.findings };
}

/** The sections of files of which another version was read before, by their roots: for others they would be kept in vain. */
const sectionsOf = new WeakMap<AnyEntity, ReadonlyMap<string, SectionBinding>>();

interface Sections {
  readonly earlier: ReadonlyMap<string, SectionBinding> | undefined;
  readonly now: Map<string, SectionBinding>;
}

/** How many entries are read in one step. */
const entriesPerStep = 16;

/** Reads the entries at the top of a file, bit by bit: {@link bindRoot} then finds them read. */
export function* bindingEntries(uri: string, map: MapNode, shape: EntityShape): Stepwise<void> {
  let count = 0;
  const sections = new Set<string>();
  for (const pair of map.members) {
    const section = keyText(pair) ?? '';
    const mapShape = shape.fields.get(section)?.map;
    const value = resolved(pair.value);
    // A key that is repeated counts once.
    if (!mapShape || value?.kind !== 'map' || sections.has(section)) continue;
    sections.add(section);
    for (const [id, entry] of entriesOf(value, mapShape)) {
      entryBinding(uri, entry, id, mapShape, section);
      if (++count % entriesPerStep === 0) yield;
    }
  }
}

/** Reads one property of the root of a file by itself. */
export function bindProperty(root: AnyEntity, pair: Pair, shape: EntityShape): PropertyBinding {
  const binder = new Binder(root.uri);
  const field = binder.property(root, pair, shape);
  return { field, ...binder.findings };
}

/** Reads another version of an entry of which something is kept, by itself. */
export function bindEntryLike(before: Pair, after: Pair): Binding | undefined {
  const kept = knownEntry(before);
  const id = keyText(after);
  return kept && id !== undefined ? new Binder(after.key.piece.uri).entry(after, id, kept) : undefined;
}

/** What an entry at the top of a file says, read once; undefined below a key whose entries are no entities. */
function entryBinding(uri: string, pair: Pair, id: string, shape: MapShape, section: string): Binding | undefined {
  const before = knownEntry(pair);
  if (before?.shape === shape && before.section === section) return before.binding;
  const isOwn = !shape.keyReference && !shape.value.item;
  const binding = isOwn ? new Binder(uri).entry(pair, id, { shape, section }) : undefined;
  // What a trial reads it as below another key is not what it is known as.
  if (binding && !before) knowEntry(pair, { shape, section, binding });
  return binding;
}

class Binder {
  references: ReferenceSite[] = [];
  definitions: AnyEntity[] = [];
  problems: ValueProblem[] = [];

  /** @param sections absent where they are not kept */
  constructor(
    private readonly uri: string,
    readonly sections?: Sections,
  ) {}

  get findings(): Findings {
    const { references, definitions, problems } = this;
    return { references: exact(references), definitions: exact(definitions), problems: exact(problems) };
  }

  root(map: MapNode, shape: EntityShape): Pick<RootBinding, 'entity' | 'referencesOf'> {
    const fields: Record<string, Field<unknown>> = {};
    const place = { id: '', path: [], ...placesOfRoot(map), within: undefined };
    const entity: AnyEntity = { kind: shape.kind, uri: this.uri, ...place, fields };
    const referencesOf = new Map<string, readonly [number, number]>();
    for (const pair of map.members) {
      const from = this.references.length;
      this.#field(fields, entity, shape, pair);
      const name = keyText(pair) ?? '';
      if (!referencesOf.has(name)) referencesOf.set(name, [from, this.references.length]);
    }
    return { entity, referencesOf };
  }

  property(root: AnyEntity, pair: Pair, shape: EntityShape): Field<unknown> | undefined {
    const fields: Record<string, Field<unknown>> = {};
    this.#field(fields, root, shape, pair);
    return fields[keyText(pair) ?? ''];
  }

  entry(pair: Pair, id: string, { shape, section }: Pick<KnownEntry, 'shape' | 'section'>): Binding | undefined {
    const entity = shape.value.entity;
    if (!entity) return undefined;
    // An entry says nothing of the root that holds it, and holds on to none.
    const by = {
      kind: '',
      id: '',
      uri: this.uri,
      path: [],
      key: placeOf(pair.key),
      at: placeOf(pair.key),
      within: undefined,
      fields: {},
    };
    const bound = this.#entry(pair, id, shape, entity, { by, property: section, path: [section, id] });
    return { entity: bound, ...this.findings };
  }

  #entity(node: Node, shape: EntityShape, { id, path, key, at, within }: EntityPlace): AnyEntity {
    const fields: Record<string, Field<unknown>> = {};
    const { kind } = shape;
    const entity: Entity<string, object> = { kind, uri: this.uri, id, path, key, at, within, fields };
    const value = resolved(node);
    if (value?.kind === 'map') {
      for (const pair of value.members) this.#field(fields, entity, shape, pair);
    } else if (value?.kind === 'scalar' && shape.shorthand !== undefined && !isAbsent(value)) {
      this.#shorthand(fields, entity, shape, shape.shorthand, node);
    }
    return entity;
  }

  #field(fields: Record<string, Field<unknown>>, entity: AnyEntity, shape: EntityShape, pair: Pair): void {
    const name = keyText(pair);
    const valueShape = name === undefined ? undefined : shape.fields.get(name);
    // Of a key that is repeated the first counts; the later one is reported as a duplicate.
    if (name === undefined || !valueShape || Object.hasOwn(fields, name) || isAbsent(pair.value) || !pair.value) return;
    const value = this.#value(pair.value, valueShape, { by: entity, property: name });
    if (value !== undefined) fields[name] = { value, at: placeOf(pair.value), key: placeOf(pair.key) };
  }

  #shorthand(
    fields: Record<string, Field<unknown>>,
    entity: AnyEntity,
    shape: EntityShape,
    property: string,
    node: Node,
  ): void {
    const valueShape = shape.fields.get(property);
    const value = valueShape && this.#value(node, valueShape, { by: entity, property, path: entity.path });
    const at = placeOf(resolved(node) ?? node);
    if (value !== undefined) fields[property] = { value, at, key: at };
  }

  #value(node: Node, shape: ValueShape, site: Site): unknown {
    const value = resolved(node);
    if (!value) return undefined;
    // Where the schema leaves everything open, the plain data is the meaning: the options of a rule.
    if (!shape.scalar && !shape.item && !shape.entity && !shape.map) return plainValue(value);
    if (value.kind === 'map') {
      if (shape.map) return this.#map(value, shape.map, site);
      const entity = shape.entity ?? shape.item?.entity;
      if (!entity) return undefined;
      const bound = this.#nested(value, entity, site);
      return shape.item ? [bound] : bound;
    }
    if (value.kind === 'seq') return shape.item ? this.#list(value.items, shape.item, site, shape.map) : undefined;
    if (shape.scalar && !(shape.entity?.shorthand !== undefined)) {
      const scalar = this.#scalar(value, shape.scalar, node === value ? site : { ...site, alias: placeOf(node) });
      if (scalar === undefined || !shape.item) return scalar;
      const located = { value: scalar, at: placeOf(value) };
      return shape.map ? [{ key: located }] : [located];
    }
    return this.#scalarEntity(value, shape, site);
  }

  /** An entity in its short form, a text, where an entity or a list of them may stand. */
  #scalarEntity(value: ScalarNode, shape: ValueShape, site: Site): unknown {
    const entity = shape.entity ?? shape.item?.entity;
    if (entity?.shorthand === undefined) return undefined;
    const bound = this.#nested(value, entity, site);
    return shape.item ? [bound] : bound;
  }

  #nested(node: Node, shape: EntityShape, site: Site): AnyEntity {
    const path = pathOf(site);
    const value = resolved(node);
    const first = value?.kind === 'map' ? value.pairs[0]?.key : undefined;
    return this.#entity(node, shape, { id: '', path, key: placeOf(first ?? node), at: placeOf(node), within: site.by });
  }

  #list(items: readonly Node[], shape: ValueShape, site: Site, map: MapShape | undefined): readonly unknown[] {
    const path = pathOf(site);
    const read: unknown[] = [];
    for (const [index, item] of items.entries()) {
      if (isAbsent(item)) continue;
      const value = this.#value(
        item,
        shape,
        isText(item, shape) ? site : { ...site, path: path.concat(String(index)) },
      );
      if (value === undefined) continue;
      const located = shape.entity ? value : { value, at: placeOf(resolved(item) ?? item) };
      read.push(map && !shape.entity ? { key: located } : located);
    }
    return read.slice();
  }

  #map(map: MapNode, shape: MapShape, site: Site): readonly unknown[] {
    const read: unknown[] = [];
    const entity = shape.value.item ? undefined : shape.value.entity;
    const path = pathOf(site);
    // What a key refers to, it does for the root, of which each version of a file has another one.
    const isAtTop = entity !== undefined && site.by.path.length === 0 && !shape.keyReference;
    const section = isAtTop && this.sections && this.#section(map, shape, site.property, this.sections);
    if (section) return section.entities;
    for (const [id, pair] of entriesOf(map, shape)) {
      const known = isAtTop ? entryBinding(this.uri, pair, id, shape, site.property) : undefined;
      if (known) this.#take(known);
      const entry = known?.entity ?? this.#mapEntry(pair, id, shape, entity, { ...site, path: path.concat(id) });
      if (entry !== undefined) read.push(entry);
    }
    return read.slice();
  }

  /** A section at the top of a file, of which what an earlier version has in common with it is taken over. */
  #section(map: MapNode, shape: MapShape, name: string, { earlier, now }: Sections): SectionBinding | undefined {
    const bound = bindSection(map, shape, earlier?.get(name), (pair, id) =>
      entryBinding(this.uri, pair, id, shape, name),
    );
    if (!bound) return undefined;
    now.set(name, bound);
    this.references = this.references.concat(bound.references);
    this.definitions = this.definitions.concat(bound.definitions);
    this.problems = this.problems.concat(bound.problems);
    return bound;
  }

  #mapEntry(pair: Pair, id: string, shape: MapShape, entity: EntityShape | undefined, site: Site): unknown {
    return entity ? this.#entry(pair, id, shape, entity, site) : this.#keyed(pair, id, shape, site);
  }

  /** What an entry at the top of a file says it says by itself, so that it is read once. */
  #take({ references, definitions, problems }: Binding): void {
    for (const one of references) this.references.push(one);
    for (const one of definitions) this.definitions.push(one);
    for (const one of problems) this.problems.push(one);
  }

  /** An entry of a map of entities. One without a value is still there: its id is taken, and what it lacks is reported. */
  #entry(pair: Pair, id: string, shape: MapShape, entity: EntityShape, site: Site): AnyEntity {
    this.#key(pair, id, shape, site);
    // A parent stands before what it holds, though it is bound after it: something else keeps its place.
    const place = shape.defines === undefined ? -1 : this.definitions.push(site.by) - 1;
    const bound = this.#entity(pair.value ?? pair.key, pair.value ? entity : { ...entity, fields: new Map() }, {
      id,
      path: pathOf(site),
      key: placeOf(pair.key),
      at: placeOfPair(pair),
      within: site.by.path.length === 0 ? undefined : site.by,
    });
    if (place >= 0) this.definitions[place] = bound;
    return bound;
  }

  #keyed(pair: Pair, id: string, shape: MapShape, site: Site): Keyed<unknown, unknown> | undefined {
    const key = this.#key(pair, id, shape, site);
    if (key === undefined) return undefined;
    const value = pair.value && !isAbsent(pair.value) ? this.#value(pair.value, shape.value, site) : undefined;
    return value === undefined ? { key } : { key, value };
  }

  #key(pair: Pair, id: string, { keyReference, keyScalar }: MapShape, site: Site): Located<unknown> | undefined {
    const at = placeOf(pair.key);
    const node = resolved(pair.key);
    if (keyReference) {
      return { value: this.#reference(referenceTo(keyReference, id), at, site), at };
    }
    if (keyScalar && node?.kind === 'scalar') {
      const value = this.#parsed(node, keyScalar);
      return value === undefined ? undefined : { value, at };
    }
    return { value: id, at };
  }

  #scalar(node: ScalarNode, shape: ScalarShape, site: Site): unknown {
    const written = scalarValue(node);
    if (written === null) return undefined;
    if (shape.scalar === 'number') return typeof written === 'number' && Number.isFinite(written) ? written : undefined;
    if (shape.scalar === 'boolean') return typeof written === 'boolean' ? written : undefined;
    // A bare number where a unit belongs is of the wrong type, which the validators report.
    if (typeof written !== 'string' && !shape.anyScalar) return undefined;
    if (shape.scalar === 'dependency') return this.#dependency(node, site);
    if (shape.values && shape.scalar !== 'probability') return shape.values.includes(node.text) ? node.text : undefined;
    if (shape.scalar) {
      const value = this.#parsed(node, shape.scalar);
      if (value !== undefined && shape.reference === 'area') this.#areaChange(node, value, site);
      return value;
    }
    if (!shape.reference) return node.text;
    return this.#reference(referenceTo(shape.reference, node.text), placeOf(node), site);
  }

  #reference<R extends Reference>(reference: R, at: Place, { by, property, alias }: Site): R {
    this.references.push(alias ? { reference, at, alias, by, property } : { reference, at, by, property });
    return reference;
  }

  #areaChange(node: ScalarNode, value: unknown, site: Site): void {
    const { area, areaSpan } = value as AreaChange;
    this.#reference(referenceTo('area', area), partOfScalar(node, areaSpan), site);
  }

  #dependency(node: ScalarNode, site: Site): DependencyLink | undefined {
    const dependency = this.#parsed(node, 'dependency') as Dependency | undefined;
    if (!dependency) return undefined;
    const target = this.#reference(
      referenceTo('work', dependency.reference),
      partOfScalar(node, dependency.referenceSpan),
      site,
    );
    return { ...dependency, target };
  }

  #parsed(node: ScalarNode, scalar: ScalarName): unknown {
    const result = parsedScalar(scalar, node.text);
    if (result.ok) return result.value;
    const { problem } = result;
    this.problems.push({
      ...problem,
      whole: placeOf(node),
      scalar,
      at: problem.span ? partOfScalar(node, problem.span) : placeOf(node),
    });
    return undefined;
  }
}

/** The entries of a map that count, by their ids. */
function entriesOf(map: MapNode, shape: MapShape): ReadonlyMap<string, Pair> {
  const entries = new Map<string, Pair>();
  for (const pair of map.members) {
    const id = keyText(pair);
    // `x-` marks the user's own keys, but an id may begin so.
    if (id === undefined || entries.has(id) || (shape.defines === undefined && id.startsWith('x-'))) continue;
    entries.set(id, pair);
  }
  return entries;
}

/** Without the room for more that an array has which has grown: there are several for each entry of a plan. */
function exact<T>(grown: readonly T[]): readonly T[] {
  return grown.length > 0 ? grown.slice() : none;
}

const none: readonly never[] = [];

/** Whether an entry of a list is a text that holds nothing which would have a path of its own. */
function isText(item: Node, { entity, item: inner }: ValueShape): boolean {
  return item.kind === 'scalar' && !entity && !inner;
}
