import { fieldOf, type AnyEntity } from '../../plan/entity';

/** The statuses that end a thing, of all kinds. */
const closed: ReadonlySet<unknown> = new Set([
  'done',
  'dropped',
  'released',
  'cancelled',
  'closed',
  'resolved',
  'achieved',
  'declined',
]);

/** The status that holds where none is written. */
const defaults: Readonly<Record<string, string>> = {
  goal: 'active',
  feature: 'planned',
  release: 'planned',
  idea: 'new',
  item: 'todo',
  risk: 'open',
  issue: 'open',
};

/** The status of an entity, as written or by default; undefined for what has none. */
export function statusOf(entity: AnyEntity): string | undefined {
  const written = fieldOf(entity, 'status')?.value;
  return typeof written === 'string' ? written : defaults[entity.kind];
}

/** Whether a thing is still to be done or reached. */
export function isOpen(entity: AnyEntity): boolean {
  return !closed.has(statusOf(entity));
}
