import type { Wait } from '../../analysis/waits';
import type { AnyEntity } from '../../plan/entity';
import type { Related } from '../rule';
import { counted, named } from './naming';

/** A longer ring is named by its first members alone. */
const longestRing = 8;
/** More links than these nobody follows. */
const longestList = 50;

/** What is wrong with a ring, and what to do; it is reported at its first link. */
export function ringMessage(ring: readonly Wait[]): string {
  const [link] = ring;
  if (!link) return '';
  const [waiting, awaited] = [link.from.work, link.to.work];
  if (waiting === awaited) return `${named(waiting)} waits for itself, so it can never begin: remove the link.`;
  const nested = ring.every(
    ({ from, to }) => [waiting, awaited].includes(from.work) && [waiting, awaited].includes(to.work),
  );
  if (nested && isWithin(waiting, awaited)) {
    return `${named(waiting)} waits for ${named(awaited)}, of which it is a part, and that is done only when all its parts are: remove the link.`;
  }
  if (nested && isWithin(awaited, waiting)) {
    return `${named(waiting)} waits for ${named(awaited)}, which is a part of it and cannot begin before it: remove the link.`;
  }
  return `${named(waiting)} waits for itself: ${ringText(ring)}. Remove one of these links.`;
}

function ringText(ring: readonly Wait[]): string {
  const works = ring.map(({ from }) => from.work).filter((work, index, all) => work !== all[index - 1]);
  const [first] = works;
  if (works.length > 1 && works.at(-1) === first) works.pop();
  const shown = works.slice(0, longestRing).map(named);
  const rest = works.length - shown.length;
  return [...shown, ...(rest > 0 ? [counted(rest, 'other')] : []), first ? named(first) : ''].join(' → ');
}

function isWithin(inner: AnyEntity, outer: AnyEntity): boolean {
  for (let at = inner.within; at; at = at.within) if (at === outer) return true;
  return false;
}

/** The other links of a ring, in its order. */
export function ringRelated(ring: readonly Wait[]): readonly Related[] {
  return linksRelated(ring.slice(1));
}

/** Where each of some links is written, in their order. */
export function linksRelated(links: readonly Wait[]): readonly Related[] {
  return links.flatMap(relatedTo).slice(0, longestList);
}

function relatedTo({ from, to, reason, at }: Wait): readonly Related[] {
  const [waiting, awaited] = [named(from.work), named(to.work)];
  switch (reason) {
    case 'itself':
      return [];
    case 'part':
      return [{ at, message: `${waiting} is done only when ${awaited}, a part of it, is.` }];
    case 'whole':
      return [{ at, message: `${waiting} is a part of ${awaited}, and waits for what that waits for.` }];
    case 'sequence':
      return [{ at, message: `${waiting} comes after ${awaited}, because they follow one another.` }];
    case 'dependency':
    case 'milestone':
      return [{ at, message: `${waiting} waits for ${awaited}.` }];
  }
}
