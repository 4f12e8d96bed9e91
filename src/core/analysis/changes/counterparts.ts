import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { trackedIn, type Tracked } from './trackedThings';

/** A thing in both versions of a plan. */
export interface Pair {
  readonly earlier: Tracked;
  readonly present: Tracked;
}

/** What of two versions of a plan belongs together. */
export interface Counterparts {
  readonly pairs: readonly Pair[];
  /** Things of the present plan that the earlier one has not. */
  readonly added: readonly Tracked[];
  /** Things of the earlier plan that the present one has not. */
  readonly removed: readonly Tracked[];
  /** The present thing for an earlier one. */
  readonly now: ReadonlyMap<Tracked, Tracked>;
}

/**
 * Finds the same things in two versions of a plan: files by their ids, their places or their names; what stands in them
 * by id and title, then by id, then by title; and last what has gone from one file to another with its title. Things
 * that cannot be told apart are taken in their order, so that a plan is always the counterpart of itself.
 */
export function counterparts(earlier: Plan, present: Plan): Counterparts {
  const before = new Map([...earlier.files.values()].map((file) => [file, trackedIn(file)]));
  const after = new Map([...present.files.values()].map((file) => [file, trackedIn(file)]));
  const matcher = new Matcher();
  for (const [one, other] of filePairs([...before.keys()], [...after.keys()])) {
    const things = { earlier: before.get(one) ?? [], present: after.get(other) ?? [] };
    matcher.roots(things.earlier, things.present);
    for (const key of [byIdAndTitle, byId, byTitle]) matcher.match(things.earlier, things.present, key);
  }
  const all = { earlier: [...before.values()].flat(), present: [...after.values()].flat() };
  matcher.match(all.earlier, all.present, byIdAndTitle);
  return {
    pairs: [...matcher.now].map(([one, other]) => ({ earlier: one, present: other })),
    added: all.present.filter((thing) => !matcher.then.has(thing)),
    removed: all.earlier.filter((thing) => !matcher.now.has(thing)),
    now: matcher.now,
  };
}

/** What two things have to have in common; undefined for a thing that cannot be found by it. */
type Key = (thing: Tracked) => string | undefined;

const byIdAndTitle: Key = ({ entity, title, holder }) => holder && JSON.stringify([entity.kind, entity.id, title]);
const byId: Key = ({ entity, holder }) =>
  holder && entity.id !== '' ? JSON.stringify([entity.kind, entity.id]) : undefined;
const byTitle: Key = ({ entity, title, holder }) =>
  holder && title !== '' ? JSON.stringify([entity.kind, title]) : undefined;

class Matcher {
  readonly now = new Map<Tracked, Tracked>();
  readonly then = new Map<Tracked, Tracked>();

  /** The roots of two files that belong together. */
  roots([earlier]: readonly Tracked[], [present]: readonly Tracked[]): void {
    if (earlier && present) this.#pair(earlier, present);
  }

  /** Pairs what is left and has the same key, in its order. */
  match(earlier: readonly Tracked[], present: readonly Tracked[], key: Key): void {
    const left = present.filter((thing) => !this.then.has(thing));
    for (const [one, other] of inOrder(
      earlier.filter((thing) => !this.now.has(thing)),
      left,
      key,
    ))
      this.#pair(one, other);
  }

  #pair(earlier: Tracked, present: Tracked): void {
    this.now.set(earlier, present);
    this.then.set(present, earlier);
  }
}

function filePairs(
  earlier: readonly PlanFile[],
  present: readonly PlanFile[],
): readonly (readonly [PlanFile, PlanFile])[] {
  const keys: readonly ((file: PlanFile) => string | undefined)[] = [
    ({ kind, id, uri }) => JSON.stringify([kind, id, uri]),
    ({ kind, id }) => (id === '' ? undefined : JSON.stringify([kind, id])),
    ({ kind, uri }) => JSON.stringify([kind, uri]),
    (file) => {
      const [root] = trackedIn(file);
      return root && root.title !== '' ? JSON.stringify([file.kind, root.title]) : undefined;
    },
  ];
  const pairs: (readonly [PlanFile, PlanFile])[] = [];
  let before = earlier;
  let after = present;
  for (const key of keys) {
    pairs.push(...inOrder(before, after, key));
    const paired = new Set(pairs.flat());
    before = before.filter((file) => !paired.has(file));
    after = after.filter((file) => !paired.has(file));
  }
  return pairs;
}

/** The first of one list with a key and the first of the other, the second and the second, and so on. */
function inOrder<T>(
  earlier: readonly T[],
  present: readonly T[],
  key: (thing: T) => string | undefined,
): readonly (readonly [T, T])[] {
  const waiting = new Map<string, T[]>();
  for (const thing of present) {
    const its = key(thing);
    if (its === undefined) continue;
    const same = waiting.get(its);
    if (same) same.push(thing);
    else waiting.set(its, [thing]);
  }
  for (const same of waiting.values()) same.reverse();
  return earlier.flatMap((thing) => {
    const its = key(thing);
    const other = its === undefined ? undefined : waiting.get(its)?.pop();
    return other === undefined ? [] : [[thing, other] as const];
  });
}
