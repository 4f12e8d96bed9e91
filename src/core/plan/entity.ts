import type { Place } from '../text/sourceText';
import type { Reference } from './reference';
import type { Dependency } from './scalars';

/** A value with the place where it is written. */
export interface Located<T> {
  readonly value: T;
  readonly at: Place;
}

/** A property of an entity: its value, where the value stands, and where its key stands. */
export interface Field<T> extends Located<T> {
  readonly key: Place;
}

/** An entry of a map whose values are no entities: `{ dana: 50% }`. The value is absent in the short form, a list. */
export interface Keyed<K, V> {
  readonly key: Located<K>;
  readonly value?: V;
}

/** A dependency with what it waits for. */
export interface DependencyLink extends Dependency {
  readonly target: Reference<'work'>;
}

/** A thing of a plan that is written as one entry. Immutable. */
export interface Entity<K extends string, F> {
  readonly kind: K;
  /** As written in the source: the key of its entry. For the root of a file, see `PlanFile.id`. Empty in a list. */
  readonly id: string;
  readonly uri: string;
  /** The keys (in a list: the index) that lead to the entry from the root of its file. */
  readonly path: readonly string[];
  /** The key of the entry; of an entry in a list, its first key; of a file, its first key. */
  readonly key: Place;
  /** The whole entry, key included. */
  readonly at: Place;
  /** The entity that holds this one, where both stand in one top-level entry: the parent of a child item. */
  readonly within: AnyEntity | undefined;
  readonly fields: F;
}

/** An entity of any kind, for code that treats all alike. */
export type AnyEntity = Entity<string, object>;

/** A property by its name, for code that treats all entities alike. */
export function fieldOf(entity: AnyEntity, name: string): Field<unknown> | undefined {
  return (entity.fields as Readonly<Record<string, Field<unknown> | undefined>>)[name];
}

/** Whether two things have the same name. */
export function isNamedAlike(one: AnyEntity, other: AnyEntity): boolean {
  return one.kind === other.kind && one.id === other.id;
}
