import { Temporal } from 'temporal-polyfill';
import { fieldOf, type AnyEntity } from '../../plan/entity';
import type { WorkingCalendar } from '../calendar';
import { comparedProperties, type ComparedProperty } from './comparedProperties';
import type { ChangeDetail, ChangeTopic, Moment } from './planChange';
import { isSameEntry, type Side, type StatedValue } from './statedValue';

/** What has changed of a thing, before it is known how much that matters. */
export interface FoundChange {
  readonly topic: ChangeTopic;
  readonly detail: ChangeDetail;
}

/** A thing in one version of a plan. */
export interface ThingThen extends Side {
  readonly entity: AnyEntity;
}

/** What the properties of a thing say otherwise than they did, in the order in which they are compared. */
export function statedChanges(
  earlier: ThingThen,
  present: ThingThen,
  calendar: WorkingCalendar,
): readonly FoundChange[] {
  return (comparedProperties[present.entity.kind] ?? []).flatMap((property) => {
    const detail = changeOf(property.label, valueOf(property, earlier), valueOf(property, present), calendar);
    return detail ? [{ topic: property.topic, detail }] : [];
  });
}

function valueOf(
  { path, read, otherwise }: ComparedProperty,
  { entity, analysis, file }: ThingThen,
): StatedValue | undefined {
  let at: AnyEntity | undefined = entity;
  for (const name of path.slice(0, -1)) at = at && (fieldOf(at, name)?.value as AnyEntity | undefined);
  const value = at && fieldOf(at, path.at(-1) ?? '')?.value;
  const written = value === undefined ? otherwise : value;
  return written === undefined ? undefined : read(written, { analysis, file });
}

/** What two values of a property have not in common; undefined where they say the same. */
export function changeOf(
  label: string,
  from: StatedValue | undefined,
  to: StatedValue | undefined,
  calendar: WorkingCalendar,
): ChangeDetail | undefined {
  const form = (to ?? from)?.form;
  if (form === undefined) return undefined;
  if (form === 'moment') return movedDetail(label, momentOf(from), momentOf(to), calendar);
  if (form === 'list') return listDetail(label, from, to);
  if (form === 'prose') return proseOf(from) === proseOf(to) ? undefined : { what: 'reworded', label };
  const [one, other] = [wordOf(from), wordOf(to)];
  if (one && other && isSameEntry(one, other)) return undefined;
  return { what: 'set', label, from: one?.text, to: other?.text };
}

/** A date that has moved; undefined where it has not. */
export function movedDetail(
  label: string,
  from: Moment | undefined,
  to: Moment | undefined,
  calendar: WorkingCalendar,
): ChangeDetail | undefined {
  if (from?.period === to?.period && from?.day.toString() === to?.day.toString()) return undefined;
  return { what: 'moved', label, from, to, workdays: from && to ? workdaysBetween(calendar, from.day, to.day) : 0 };
}

/** Working days from one day to another, negative where that is earlier. */
function workdaysBetween(calendar: WorkingCalendar, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return Temporal.PlainDate.compare(from, to) <= 0
    ? calendar.workdays(from.add({ days: 1 }), to)
    : 0 - calendar.workdays(to.add({ days: 1 }), from);
}

function listDetail(
  label: string,
  from: StatedValue | undefined,
  to: StatedValue | undefined,
): ChangeDetail | undefined {
  const [before, after] = [entriesOf(from), entriesOf(to)];
  const added = after.filter((entry) => !before.some((other) => isSameEntry(entry, other))).map(({ text }) => text);
  const removed = before.filter((entry) => !after.some((other) => isSameEntry(entry, other))).map(({ text }) => text);
  return added.length + removed.length === 0 ? undefined : { what: 'list', label, added, removed };
}

const momentOf = (value: StatedValue | undefined): Moment | undefined =>
  value?.form === 'moment' ? value.moment : undefined;
const wordOf = (value: StatedValue | undefined) => (value?.form === 'word' ? value.entry : undefined);
const entriesOf = (value: StatedValue | undefined) => (value?.form === 'list' ? value.entries : []);
const proseOf = (value: StatedValue | undefined): string => (value?.form === 'prose' ? value.text : '');
