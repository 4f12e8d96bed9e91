import type { ReferenceSite } from '../plan/binding';
import type { AnyEntity } from '../plan/entity';
import type { Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';

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
 * Whether two versions of a plan define the same, with the same links: whatever else has changed, the same waits for
 * the same. Of what both have in common nothing is read.
 */
export function areSameLinks(before: StatedLinks, now: StatedLinks): boolean {
  if (before.size !== now.size) return false;
  for (const [uri, file] of now) {
    const other = before.get(uri);
    if (!other || !isSameFile(other, file)) return false;
  }
  return true;
}

function isSameFile(before: FileLinks, now: FileLinks): boolean {
  if (before.definitions === now.definitions) return true;
  return (
    before.kind === now.kind &&
    before.id === now.id &&
    before.isRead === now.isRead &&
    haveSameDefinitions(before, now) &&
    haveSameLinks(before.references, now.references)
  );
}

function haveSameDefinitions({ definitions: before }: FileLinks, { definitions: now }: FileLinks): boolean {
  for (let [at, other] = [0, 0]; ; at++, other++) {
    while (at < before.length && isBeside(before[at])) at++;
    while (other < now.length && isBeside(now[other])) other++;
    const [one, same] = [before[at], now[other]];
    if (!one || !same) return one === same;
    if (one !== same && !isSameDefinition(one, same)) return false;
  }
}

/** Whether a thing neither waits nor is waited for, and no link names it on the way to what is. */
function isBeside(entity: AnyEntity | undefined): boolean {
  return entity?.kind === 'goal' || entity?.kind === 'person' || entity?.kind === 'role';
}

function haveSameLinks(before: readonly ReferenceSite[], now: readonly ReferenceSite[]): boolean {
  for (let [at, other] = [0, 0]; ; at++, other++) {
    while (at < before.length && !isLinkAt(before, at)) at++;
    while (other < now.length && !isLinkAt(now, other)) other++;
    const [one, same] = [before[at], now[other]];
    if (!one || !same) return one === same;
    if (one !== same && !isSameLink(one, same)) return false;
  }
}

function isLinkAt(references: readonly ReferenceSite[], at: number): boolean {
  const site = references[at];
  return site !== undefined && isLink(site);
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
