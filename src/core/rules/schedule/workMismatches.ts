import { Temporal } from 'temporal-polyfill';
import { itemsWhere } from '../../analysis/entries';
import { childItems } from '../../analysis/lineage';
import { isDropped } from '../../analysis/openWork';
import { definitionsButItems } from '../../analysis/picking';
import { fieldOf, type Field } from '../../plan/entity';
import type { Item, Milestone } from '../../plan/generated/entities';
import type { PlanFile, ProjectFile } from '../../plan/planFile';
import { formatDate } from '../../plan/scalars';
import { counted, listed, named } from '../links/naming';
import { offer } from '../links/offer';
import type { Fix, FixContext } from '../rule';
import { leafMismatch } from './leafMismatches';
import type { Mismatch } from './mismatch';
import { isClosed, openLeaves } from './workState';

type Edit = FixContext['edit'];
type Day = Temporal.PlainDate;

/** What the items and milestones of a file say that contradicts itself or the calendar, in source order of each kind. */
export function workMismatches(file: PlanFile, today: Day): readonly Mismatch[] {
  if (isClosed(file)) return [];
  const milestones = definitionsButItems(file).filter((entity): entity is Milestone => entity.kind === 'milestone');
  return [
    ...(file.kind === 'project' ? telling(file).flatMap((item) => itemMismatches(file, item, today)) : []),
    ...milestones.flatMap((milestone) => futureDate(milestone, 'reached', 'date', milestone.fields.reached, today)),
  ];
}

/** The items that say enough of how far they are to contradict themselves or the calendar. */
const telling = itemsWhere((item) => {
  const { started, finished, status, progress } = item.fields;
  const isSaid = started ?? finished ?? (status && (progress ?? (childItems(item).length > 0 ? status : undefined)));
  return isSaid !== undefined && !isDropped(item);
});

function itemMismatches(file: ProjectFile, item: Item, today: Day): readonly Mismatch[] {
  const { started, finished } = item.fields;
  const future = [
    ...futureDate(item, 'started', 'start', started, today),
    ...futureDate(item, 'finished', 'end', finished, today),
  ];
  if (future.length > 0) return future;
  const own = childItems(item).length > 0 ? finishedParent(item) : leafMismatch(file, item);
  return own ? [own] : [];
}

/** An actual date that is still to come, and so is a planned one. */
function futureDate(
  work: Item | Milestone,
  actual: string,
  planned: string,
  field: Field<Day> | undefined,
  today: Day,
): readonly Mismatch[] {
  if (!field || Temporal.PlainDate.compare(field.value, today) <= 0) return [];
  const hasPlanned = fieldOf(work, planned) !== undefined;
  const fix = (edit: Edit): readonly Fix[] => {
    const path = [...work.path, actual];
    return hasPlanned
      ? offer(`Remove \`${actual}\``, edit.remove(work.uri, path))
      : offer(`Make it the planned \`${planned}\``, edit.renameKey(work.uri, path, planned));
  };
  const mismatch = {
    kind: `${actual}-in-future`,
    entity: work,
    at: field.at,
    message: `${named(work)} has \`${actual}\` on ${formatDate(field.value)}, which is still to come: \`${actual}\` is for what has happened, \`${planned}\` for what is planned.`,
    related: [],
    fixes: fix,
  };
  return [mismatch];
}

/** More fixes of this kind at once nobody looks through. */
const mostDone = 20;

/** A parent that is said to be finished while something under it is open. Its status follows from its children anyway. */
function finishedParent(item: Item): Mismatch | undefined {
  const { status, finished } = item.fields;
  const said = status?.value === 'done' ? status : finished;
  const open = said ? openLeaves(item) : [];
  if (!said || open.length === 0) return undefined;
  const property = said === status ? 'status' : 'finished';
  const fact = said === status ? 'is said to be done' : `has \`finished\``;
  const what = open.length > 3 ? counted(open.length, 'item') : listed(open.map(named));
  return {
    kind: 'finished-parent',
    entity: item,
    at: said.at,
    message: `${named(item)} ${fact}, but ${what} under it ${open.length > 1 ? 'are' : 'is'} open: finish ${open.length > 1 ? 'them' : 'it'}, or leave the state of the whole to its parts.`,
    related: open.slice(0, mostDone).map((leaf) => ({
      at: leaf.fields.status?.at ?? leaf.key,
      message: `${named(leaf)} is \`${leaf.fields.status?.value ?? 'todo'}\`.`,
    })),
    fixes: (edit) => [
      ...offer(`Remove \`${property}\` from ${named(item)}`, edit.remove(item.uri, [...item.path, property])),
      ...(open.length > mostDone ? [] : allDone(open, what, edit)),
    ],
  };
}

function allDone(open: readonly Item[], what: string, edit: Edit): readonly Fix[] {
  const changes = open.map(({ uri, path }) => edit.setProperty(uri, path, 'status', 'done'));
  return offer(`Set ${what} to \`status: done\``, edit.combine(...changes));
}
