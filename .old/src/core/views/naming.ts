import type { AnyEntity } from '../plan/entity';
import type { Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { Reference } from '../plan/reference';
import type { EntryPath } from './model';

/** Where an entity is written. */
export function entryOf({ uri, path }: Pick<AnyEntity, 'uri' | 'path'>): EntryPath {
  return { uri, path };
}

/** What something is called: its title, else its id. */
export function titleOf({ id, fields }: Pick<Item, 'id'> & { readonly fields: Pick<Item['fields'], 'title'> }): string {
  return textOf(fields.title) ?? id;
}

/** The name of the person that a reference names; undefined without one. */
export function personName(plan: Plan, reference: Reference<'person'> | undefined): string | undefined {
  const name = reference && plan.people.name(reference.id).trim();
  return name === '' ? undefined : name;
}

/** A text on one line; undefined where there is none, or nothing but blanks. */
export function textOf(field: { readonly value: string } | undefined): string | undefined {
  const text = field?.value.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
