import type { AnyEntity, DependencyLink, Keyed, Located } from '../../plan/entity';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import {
  formatDate,
  formatDuration,
  formatImpact,
  formatLag,
  formatMoney,
  formatQuantity,
  type Duration,
  type Impact,
  type Money,
  type Period,
  type Probability,
  type Quantity,
} from '../../plan/scalars';
import type { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../planAnalysis';
import type { Moment } from './planChange';
import { nameOf, onOneLine } from './trackedThings';

/** One version of a thing: what its values mean depends on the plan around it. */
export interface Side {
  readonly analysis: PlanAnalysis;
  readonly file: PlanFile;
}

/**
 * What a property says. Two are the same where their keys are, or what they are called: a goal that has got another id
 * is still the goal that a project serves, and so is one that has got another title. So are two that are written alike:
 * what one leads to may not have been there yet.
 */
export interface Entry {
  readonly key: string;
  readonly text: string;
  /** A reference, where it is written otherwise than what it leads to is called. */
  readonly written?: string;
}

export type StatedValue =
  | { readonly form: 'moment'; readonly moment: Moment }
  | { readonly form: 'word'; readonly entry: Entry }
  | { readonly form: 'list'; readonly entries: readonly Entry[] }
  /** A text that is too long to be told whole. */
  | { readonly form: 'prose'; readonly text: string };

/** Reads the value of a field; undefined where it says nothing. */
export type Reader = (value: unknown, side: Side) => StatedValue | undefined;

const word = (text: string, key = text): StatedValue | undefined =>
  text === '' ? undefined : { form: 'word', entry: { key, text } };

/** Takes each value for what the schema says of its field: the binder leaves out what is of another type. */
const reader =
  (read: (value: never, side: Side) => StatedValue | undefined): Reader =>
  (value, side) =>
    read(value as never, side);

/** A word of the format: `in-progress` is said as `in progress`. */
export const wordValue = reader((value: string) => word(value.replaceAll('-', ' ')));
export const textValue = reader((value: string) => word(onOneLine(value)));
export const proseValue = reader((value: string) => ({ form: 'prose' as const, text: onOneLine(value) }));
export const dayValue = reader((day: Temporal.PlainDate) => ({ form: 'moment' as const, moment: { day } }));
export const dayWord = reader((day: Temporal.PlainDate) => word(formatDate(day)));
export const periodValue = reader(({ last, unit, text }: Period) => ({
  form: 'moment' as const,
  moment: unit === 'day' ? { day: last } : { day: last, period: text },
}));
export const moneyValue = reader((money: Money) => word(formatMoney(money)));
export const durationValue = reader((duration: Duration) => word(formatDuration(duration)));
export const quantityValue = reader((quantity: Quantity) => word(formatQuantity(quantity)));
export const probabilityValue = reader(({ percent }: Probability) => word(`${String(percent)} %`));
export const impactValue = reader((impacts: readonly Located<Impact>[]) =>
  word(impacts.map(({ value }) => formatImpact(value)).join(' and ')),
);

/** Effort of one or of three points. */
export const estimateValue = reader((value: Duration | AnyEntity) => {
  if ('unit' in value) return word(formatDuration(value));
  const { optimistic, likely, pessimistic } = value.fields as Readonly<
    Record<string, { readonly value: Duration } | undefined>
  >;
  const points = [optimistic, likely, pessimistic].map((point) => (point ? formatDuration(point.value) : '?'));
  return word(points.join(' / '));
});

export const personValue = reader((reference: Reference<'person'>, { analysis }) => {
  const { key, text } = personEntry(reference, analysis);
  return word(text, key);
});
export const referenceValue = reader((reference: Reference, side) => {
  const entry = referenceEntry(reference, side);
  return entry.text === '' ? undefined : { form: 'word', entry };
});
export const referenceList = reader((references: readonly Located<Reference>[], side) =>
  list(references.map(({ value }) => referenceEntry(value, side))),
);
export const textList = reader((texts: readonly Located<string>[]) =>
  list(texts.map(({ value }) => ({ key: onOneLine(value), text: onOneLine(value) }))),
);
export const dependencyList = reader((links: readonly Located<DependencyLink>[], side) =>
  list(
    links.map(({ value: { target, type, lag } }) => {
      const { key, text, written } = referenceEntry(target, side);
      const how = [type === 'FS' ? '' : type, lag && lag.amount !== 0 ? formatLag(lag) : ''].filter((part) => part);
      const note = how.length > 0 ? ` (${how.join(', ')})` : '';
      return { key: `${key}${note}`, text: `${text}${note}`, written: `${written ?? text}${note}` };
    }),
  ),
);
export const assigneeList = reader((people: readonly Keyed<Reference<'person'>, number>[], { analysis }) =>
  list(
    people.map(({ key: person, value }) => {
      const { key, text } = personEntry(person.value, analysis);
      const share = value === undefined || value === 100 ? '' : ` (${String(value)} %)`;
      return { key: `${key}${share}`, text: `${text}${share}` };
    }),
  ),
);

function list(entries: readonly Entry[]): StatedValue | undefined {
  const told = entries.filter(({ text }) => text !== '');
  return told.length > 0 ? { form: 'list', entries: told } : undefined;
}

function personEntry({ id }: Reference<'person'>, { plan }: PlanAnalysis): Entry {
  return { key: id, text: onOneLine(plan.people.name(id)) || id };
}

function referenceEntry(reference: Reference, { analysis: { plan }, file }: Side): Entry {
  const found = plan.resolve(reference, file);
  const { text } = reference;
  if (found.status !== 'found') return { key: text, text };
  const { entity } = found;
  const home = plan.fileOf(entity);
  if (!home) return { key: text, text };
  return { key: `${home.id}/${entity.id}`, text: nameOf(entity, home) || text, written: text };
}

/** Whether two entries stand for the same. */
export function isSameEntry(one: Entry, other: Entry): boolean {
  const isWrittenAlike = (one.written ?? one.text) === (other.written ?? other.text);
  return one.key === other.key || one.text === other.text || isWrittenAlike;
}
