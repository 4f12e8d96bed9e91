import type { AnyEntity } from '../../plan/entity';
import type { PlanFile } from '../../plan/planFile';
import { calendarOf, type WorkingCalendar } from '../calendar';
import type { PlanAnalysis } from '../planAnalysis';
import { computedChanges } from './computedChanges';
import { counterparts, type Counterparts, type Pair } from './counterparts';
import type { ChangeDetail, FileChanges, PlanChange } from './planChange';
import { rankOf } from './rank';
import type { Tracked } from './trackedThings';
import { statedChanges, type FoundChange } from './valueChanges';

/**
 * What has changed from one version of a plan to another, by what the plan says and by what follows from it. How it is
 * written (order, comments, quotes, style) is no change. A thing that came or went is told of once, with all in it.
 *
 * @param earlier looked at as of its own day: what nobody worked on has moved too
 * @param present also gives the calendars by which days are counted
 * @returns files in the order of what matters most in them; none without a change
 */
export function planChanges(earlier: PlanAnalysis, present: PlanAnalysis): readonly FileChanges[] {
  if (earlier === present) return [];
  const found = counterparts(earlier.plan, present.plan);
  const changes: readonly Placed[] = [
    ...wholes(found.added).map(([thing, parts]) => added(thing, parts)),
    ...wholes(found.removed).map(([thing, parts]) => removed(thing, parts, found)),
    ...found.pairs.flatMap((pair) => changesOf(pair, found, earlier, present)),
  ];
  return byFile(changes, present.plan.files);
}

interface Placed {
  readonly file: PlanFile;
  readonly isGone: boolean;
  readonly order: number;
  readonly change: PlanChange;
}

/** Those of some things that stand in none of the others, and how many of the others stand in each, at any depth. */
function wholes(things: readonly Tracked[]): readonly (readonly [Tracked, number])[] {
  const parts = new Map(things.map((thing) => [thing, 0]));
  for (const thing of things) {
    let top = thing;
    while (top.holder && parts.has(top.holder)) top = top.holder;
    if (top !== thing) parts.set(top, (parts.get(top) ?? 0) + 1);
  }
  return [...parts].filter(([{ holder }]) => !holder || !parts.has(holder));
}

function added({ entity, title, file, order }: Tracked, parts: number): Placed {
  const detail = { what: 'added' as const, parts };
  const rank = rankOf(entity.kind, 'added', detail);
  return { file, order, isGone: false, change: { topic: 'added', entity, title, at: entity, detail, rank } };
}

function removed({ entity, title, file, holder, order }: Tracked, parts: number, { now }: Counterparts): Placed {
  const held = holder && now.get(holder);
  const detail = { what: 'removed' as const, parts };
  const rank = rankOf(entity.kind, 'removed', detail);
  const change: PlanChange = { topic: 'removed', entity, title, at: held?.entity, detail, rank };
  return { file: held?.file ?? file, isGone: !held, order, change };
}

function changesOf(pair: Pair, found: Counterparts, before: PlanAnalysis, after: PlanAnalysis): readonly Placed[] {
  const { earlier, present } = pair;
  const calendar = calendarFor(present, after);
  const then = { entity: earlier.entity, file: earlier.file, analysis: before };
  const now = { entity: present.entity, file: present.file, analysis: after };
  const changes = [
    ...moves(pair, found),
    ...names(pair),
    ...withoutRepeats([...statedChanges(then, now, calendar), ...computedChanges(then, now, calendar)]),
  ];
  const { entity, title, file, order } = present;
  return changes.map(({ topic, detail }) => ({
    file,
    order,
    isGone: false,
    change: { topic, entity, title, at: entity, detail, rank: rankOf(entity.kind, topic, detail) },
  }));
}

function names({ earlier, present }: Pair): readonly FoundChange[] {
  const isRoot = !present.holder;
  const [from, to] = [earlier.title, present.title];
  // Where a title is the id of the thing, the id says nothing else.
  const ids = [earlier, present].map(({ entity, file }) => (isRoot ? file.id : entity.id));
  const name: FoundChange[] =
    from === to ? [] : [{ topic: 'name', detail: { what: 'set', label: isRoot ? 'Name' : 'Title', from, to } }];
  const isOtherId = !isRoot && from === to && ids[0] !== ids[1];
  return isOtherId ? [{ topic: 'name', detail: { what: 'set', label: 'Id', from: ids[0], to: ids[1] } }] : name;
}

/** Where a thing stands: in another file, or below another thing. */
function moves({ earlier, present }: Pair, { now }: Counterparts): readonly FoundChange[] {
  if (!earlier.holder || !present.holder || now.get(earlier.holder) === present.holder) return [];
  const root = (thing: Tracked): Tracked => (thing.holder ? root(thing.holder) : thing);
  const isElsewhere = now.get(root(earlier)) !== root(present);
  // What holds it was replaced, which is told of already.
  if (!isElsewhere && !now.has(earlier.holder)) return [];
  const [from, to] = isElsewhere ? [root(earlier), root(present)] : [earlier.holder, present.holder];
  const label = isElsewhere ? 'File' : 'Part of';
  return [{ topic: 'scope', detail: { what: 'set', label, from: from.title, to: to.title } }];
}

/**
 * Without a computed day that follows a stated one: that of a milestone or release, whose date has moved, and that of a
 * project which moved by the same days.
 */
function withoutRepeats(changes: readonly FoundChange[]): readonly FoundChange[] {
  const moved = changes.flatMap(({ detail }) => (detail.what === 'moved' ? [detail] : []));
  const isRepeated = (computed: Moved): boolean =>
    moved.some(
      (stated) =>
        (computed.label === 'Expected date' && stated.label === 'Date' && stated.to !== undefined) ||
        (computed.label === 'Finish' && stated.label === 'Committed finish' && daysOf(stated) === daysOf(computed)),
    );
  return changes.filter(({ detail }) => detail.what !== 'moved' || !isRepeated(detail));
}

type Moved = Extract<ChangeDetail, { readonly what: 'moved' }>;

const daysOf = ({ from, to }: Moved): string => `${String(from?.day)} ${String(to?.day)}`;

function calendarFor({ file }: Tracked, analysis: PlanAnalysis): WorkingCalendar {
  if (file.kind === 'project') return analysis.progress(file).calendar;
  return calendarOf(analysis.plan, undefined, analysis.publicHolidays);
}

/** Of each thing the rank of what matters most. */
function firstRanks(placed: readonly Placed[]): ReadonlyMap<AnyEntity, number> {
  const first = new Map<AnyEntity, number>();
  for (const { change } of placed)
    first.set(change.entity, Math.min(change.rank, first.get(change.entity) ?? Infinity));
  return first;
}

function byFile(all: readonly Placed[], order: ReadonlyMap<string, PlanFile>): readonly FileChanges[] {
  const groups = new Map<PlanFile, Placed[]>();
  for (const placed of all) {
    const group = groups.get(placed.file);
    if (group) group.push(placed);
    else groups.set(placed.file, [placed]);
  }
  const places = new Map([...order.values()].map((file, index) => [file, index]));
  const sorted = [...groups].map(([file, placed]) => {
    const first = firstRanks(placed);
    const rank = ({ change: { entity } }: Placed): number => first.get(entity) ?? 0;
    // The changes of one thing stand together.
    placed.sort(
      (one, other) => rank(one) - rank(other) || one.order - other.order || one.change.rank - other.change.rank,
    );
    const changes = placed.map(({ change }) => change);
    return { file, isGone: placed.every(({ isGone }) => isGone), changes };
  });
  const top = ({ changes }: FileChanges): number => changes[0]?.rank ?? 0;
  const place = ({ file }: FileChanges): number => places.get(file) ?? places.size;
  return sorted.sort((one, other) => top(one) - top(other) || place(one) - place(other));
}
