import type { ReferenceSite } from '../plan/binding';
import type { AnyEntity } from '../plan/entity';
import type { Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import { differing } from '../plan/differing';
import { canWait, type Waiting } from './canWait';

/** What of a file tells which work waits for which. */
interface FileLinks extends Pick<PlanFile, 'kind' | 'id' | 'definitions'> {
  readonly isRead: boolean;
  /** In source order; those that are links count. */
  readonly references: readonly ReferenceSite[];
}

/** All of a plan that what waits for what follows from, see `Waits`: what is defined, and which references are links. */
export type StatedLinks = ReadonlyMap<string, FileLinks>;

export function statedLinks({ files }: Plan): StatedLinks {
  return new Map(
    Array.from(files, ([uri, { kind, id, definitions, root, references }]) => [
      uri,
      { kind, id, definitions, isRead: root !== undefined, references },
    ]),
  );
}

/** Whether a reference can make something wait. */
export function isLink({ property }: ReferenceSite): boolean {
  return property === 'depends_on' || property === 'milestone';
}

/**
 * The work that something may wait for, or that may wait for something, in another way than in an earlier version of the
 * plan. Each link that there was not leads from one of these, to one of these, or from what is under one of these: it
 * says whether that is left out, and whether it follows one another. Where a link takes the place of others that led the
 * same way, as between the neighbours of a child that is gone, there is nothing new to it. Of what both versions have in
 * common no more is read than the names of links.
 *
 * @param now of the plan as it is
 * @returns undefined where files have come or gone, or are called otherwise: then it may be any
 */
export function linkedAnew(plan: Plan, before: StatedLinks, now: StatedLinks): ReadonlySet<Waiting> | undefined {
  if (before.size !== now.size) return undefined;
  const anew = new Set<Waiting>();
  const add = (entity: AnyEntity): void => {
    if (canWait(entity)) anew.add(entity);
  };
  const names = new Set<string>();
  for (const [uri, file] of now) {
    const other = before.get(uri);
    if (other?.kind !== file.kind || other.id !== file.id || other.isRead !== file.isRead) return undefined;
    if (other.definitions === file.definitions) continue;
    const defined = differing(other.definitions, file.definitions, mayBeOnTheWay, isSameDefinition);
    for (const { id } of [...defined.gone, ...defined.come]) names.add(id);
    for (const entity of defined.come) add(entity);
    for (const { by } of differing(other.references, file.references, isLink, isSameLink).come) add(by);
  }
  if (names.size > 0) {
    for (const file of plan.files.values())
      for (const site of plan.referring(file, names)) if (isLink(site)) add(site.by);
  }
  return anew;
}

/** Whether a thing waits or is waited for, or a link may name it on the way to what is. */
function mayBeOnTheWay({ kind }: AnyEntity): boolean {
  return kind !== 'goal' && kind !== 'person' && kind !== 'role';
}

/** Whether two things have the same name in the same place, and both take part, or neither does. */
function isSameDefinition(one: AnyEntity, other: AnyEntity): boolean {
  return (
    one.kind === other.kind &&
    one.id === other.id &&
    isSamePath(one, other) &&
    isDropped(one) === isDropped(other) &&
    isSequential(one) === isSequential(other)
  );
}

function isSameLink(one: ReferenceSite, other: ReferenceSite): boolean {
  return (
    one.property === other.property &&
    one.reference.to === other.reference.to &&
    one.reference.text === other.reference.text &&
    one.by.kind === other.by.kind &&
    isSamePath(one.by, other.by)
  );
}

function isSamePath({ path }: AnyEntity, { path: other }: AnyEntity): boolean {
  return path.length === other.length && path.every((step, index) => step === other[index]);
}

function isDropped({ fields }: AnyEntity): boolean {
  return (fields as Item['fields']).status?.value === 'dropped';
}

function isSequential({ fields }: AnyEntity): boolean {
  return (fields as Item['fields']).sequential?.value === true;
}
