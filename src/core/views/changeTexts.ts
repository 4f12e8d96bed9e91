import type { Temporal } from 'temporal-polyfill';
import type { ChangeDetail, Moment } from '../analysis/changes/planChange';
import { workdaysText } from '../analysis/rollUp/lateness';
import { countText, dayText, sentenceCase } from './texts';

/** How many entries of a list are named. */
const mostNamed = 3;
/** Longer words of the plan are cut here: the row leads to the whole. */
const longest = 120;

/** A change as one line: `Owner changed from Ana to Ben`. */
export function changeText(detail: ChangeDetail, today: Temporal.PlainDate): string {
  switch (detail.what) {
    case 'added':
    case 'removed': {
      const parts = detail.parts > 0 ? `, with ${countText(detail.parts, 'entry').replace('entrys', 'entries')}` : '';
      return `${sentenceCase(detail.what)}${parts}`;
    }
    case 'moved':
      return movedText(detail, today);
    case 'set':
      return setText(detail);
    case 'list':
      return listText(detail);
    case 'reworded':
      return `${detail.label} reworded`;
  }
}

type Detail<W extends ChangeDetail['what']> = Extract<ChangeDetail, { readonly what: W }>;

function movedText({ label, from, to, workdays }: Detail<'moved'>, today: Temporal.PlainDate): string {
  const [was, is] = [from && momentText(from, today), to && momentText(to, today)];
  if (was === undefined || is === undefined || !from || !to) return fromToText(label, was, is);
  const days = from.day.until(to.day).days;
  if (days === 0) return fromToText(label, was, is);
  const amount = workdays === 0 ? countText(Math.abs(days), 'day') : workdaysText(Math.abs(workdays));
  return `${label} moved from ${was} to ${is}, ${amount} ${days > 0 ? 'later' : 'earlier'}`;
}

function setText({ label, from, to }: Detail<'set'>): string {
  const isName = label === 'Title' || label === 'Name';
  if (isName && from !== undefined && from !== '') return `Renamed, it was “${shortened(from)}”`;
  return fromToText(label, from, to);
}

function fromToText(label: string, from: string | undefined, to: string | undefined): string {
  if (from === undefined) return `${label} set to ${shortened(to ?? '')}`;
  if (to === undefined) return `${label} taken out, it was ${shortened(from)}`;
  return `${label} changed from ${shortened(from)} to ${shortened(to)}`;
}

function listText({ label, added, removed }: Detail<'list'>): string {
  const [one, other] = [removed[0], added[0]];
  if (removed.length === 1 && added.length === 1) return fromToText(label, one, other);
  const parts = [
    added.length > 0 ? `added ${namesText(added)}` : '',
    removed.length > 0 ? `taken out ${namesText(removed)}` : '',
  ];
  return `${label}: ${parts.filter((part) => part !== '').join('; ')}`;
}

function namesText(names: readonly string[]): string {
  const named = names.slice(0, mostNamed).map(shortened);
  const others = names.length - named.length;
  return `${named.join(', ')}${others > 0 ? ` and ${String(others)} more` : ''}`;
}

function momentText({ day, period }: Moment, today: Temporal.PlainDate): string {
  return period ?? dayText(day, today);
}

/** Words of the plan, cut where they are longer than anybody reads in a row. */
export function shortened(text: string): string {
  const points = Array.from(text);
  return points.length > longest ? `${points.slice(0, longest).join('').trimEnd()}…` : text;
}
