import type { Temporal } from 'temporal-polyfill';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Release } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import { formatDate, writeDate, type Period } from '../../plan/scalars';
import { weekdayName } from '../../plan/scalars/calendar';
import { titleOf } from '../cards/naming';
import { isOpen } from '../cards/status';
import type { Candidate, PlaceContext } from './candidate';
import { halfOf, monthOf, quarterOf, weekOf, workdayNear, yearOf } from './days';

/** A stretch of days, as it is written and what it is. */
interface Meant {
  readonly text: string;
  readonly meaning: string;
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** Days that are often meant, each with what it is. Where something has happened, the day just past comes early. */
export function dateCandidates(context: PlaceContext): readonly Candidate[] {
  return merged(days(context), context);
}

/** Single days as well as the weeks for which people are away. */
export function dateRangeCandidates(context: PlaceContext): readonly Candidate[] {
  const { state, place } = context;
  const weeks = [weekOf(state.today, 0), weekOf(state.today, 1)].flatMap((week, index) => {
    if (!week) return [];
    const last = week.first.add({ days: 4 });
    const text = `${writeDate(week.first)}..${writeDate(last)}`;
    return [{ text, meaning: index === 0 ? 'This week' : 'Next week', first: week.first, last }];
  });
  const start = /^(\d{4}-\d{2}-\d{2})\.\./.exec(place.typed)?.[1];
  const single = days(context);
  const ends = start === undefined ? [] : single.map((day) => ({ ...day, text: `${start}..${day.text}` }));
  return merged([...ends, ...single, ...weeks], context);
}

/** The quarters, months, halves and years around today, and those of the plan's releases. */
export function periodCandidates(context: PlaceContext): readonly Candidate[] {
  const { today, plan } = context.state;
  const around: readonly (readonly [string, Period | undefined])[] = [
    ['This quarter', quarterOf(today, 0)],
    ['Next quarter', quarterOf(today, 1)],
    ['The quarter after the next', quarterOf(today, 2)],
    ['This month', monthOf(today, 0)],
    ['Next month', monthOf(today, 1)],
    ['This half year', halfOf(today, 0)],
    ['Next half year', halfOf(today, 1)],
    ['This year', yearOf(today, 0)],
    ['Next year', yearOf(today, 1)],
    ['This week', weekOf(today, 0)],
    ['Next week', weekOf(today, 1)],
  ];
  const meant = around.flatMap(([meaning, period]) => (period ? [{ ...period, meaning }] : []));
  const releases = datedReleases(plan).map(({ release, date }) => ({ ...date, meaning: releaseText(release) }));
  return merged([...meant, ...releases], context);
}

function days(context: PlaceContext): readonly Meant[] {
  const { state, file, place } = context;
  const { today, plan } = state;
  const found: Meant[] = [];
  const add = (meaning: string, date: Temporal.PlainDate | undefined): void => {
    if (date) found.push({ text: writeDate(date), meaning, first: date, last: date });
  };
  add('Today', today);
  if (pastDays.has(place.path.at(-1) ?? '')) add('Last working day', workdayNear(state, file, today, -1));
  add('Next working day', workdayNear(state, file, today, 1));
  add('End of this quarter', quarterOf(today, 0)?.last);
  add('End of the next quarter', quarterOf(today, 1)?.last);
  if (file.kind === 'project' && place.path.length > 1) {
    add('Start of the project', file.root?.fields.start?.value);
    add('End of the project', file.root?.fields.end?.value);
  }
  for (const { release, date } of datedReleases(plan)) add(releaseText(release), date.last);
  return found;
}

/** Properties that say when something happened. */
const pastDays: ReadonlySet<string> = new Set([
  'started',
  'finished',
  'reached',
  'opened',
  'approved_on',
  'accepted_on',
]);

/** More releases than these nobody dates anything by. */
const mostReleases = 20;

/** The releases that are still to come, the next first. */
function datedReleases(plan: Plan): readonly { readonly release: Release; readonly date: Period }[] {
  const dated = plan.all('release').flatMap((release) => {
    const date = release.fields.date?.value;
    return date && isOpen(release) ? [{ release, date }] : [];
  });
  return dated
    .sort((one, other) => (writeDate(one.date.last) < writeDate(other.date.last) ? -1 : 1))
    .slice(0, mostReleases);
}

function releaseText(release: Release): string {
  return `Release: ${titleOf(release)}`;
}

/** Each text once, with all that it stands for. */
function merged(meant: readonly Meant[], { place }: PlaceContext): readonly Candidate[] {
  const byText = new Map<string, Meant[]>();
  for (const each of meant) {
    if (!place.present.has(each.text)) byText.set(each.text, [...(byText.get(each.text) ?? []), each]);
  }
  return [...byText].map(([text, same]) => {
    const meanings = [...new Set(same.map(({ meaning }) => meaning))];
    return {
      label: text,
      kind: CompletionItemKind.Value,
      insert: text,
      title: meanings.join(', '),
      detail: [...meanings, ...same.slice(0, 1).map(daysText)].join(' · '),
      words: meanings,
    };
  });
}

/** `Monday, 4 May 2026`, or the first and the last day. */
function daysText({ first, last }: Meant): string {
  const text = (date: Temporal.PlainDate): string => `${weekdayName(date.dayOfWeek)}, ${formatDate(date)}`;
  return first.equals(last) ? text(first) : `${formatDate(first)} to ${formatDate(last)}`;
}
