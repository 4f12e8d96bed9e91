import { CompletionItemKind } from 'vscode-languageserver-types';
import { calendarOf } from '../../analysis/calendar';
import { canBePlain } from '../../edit/scalarText';
import { keyText, member, nodeAt, resolved } from '../../syntax/tree';
import { formatDuration, scalarParsers, sizes, type DurationUnit, type Size } from '../../plan/scalars';
import type { Candidate, PlaceContext } from './candidate';
import { currenciesOf } from './currencies';
import type { Snippet } from './snippet';

const units: readonly DurationUnit[] = ['h', 'd', 'w', 'mo'];
const usualDurations = ['1d', '2d', '3d', '5d', '1w', '2w', '1mo', '4h'];

/** The number that is typed; undefined where something else is, or nothing. */
function numberTyped({ place }: PlaceContext): string | undefined {
  return /^\d+(?:\.\d+)?(?=[\s%a-zA-Z]*$)/.exec(place.typed)?.[0];
}

/** Lengths of working time: the usual ones, or the number that is typed with each unit. */
export function durationCandidates(context: PlaceContext): readonly Candidate[] {
  const number = numberTyped(context);
  const texts = number === undefined ? usualDurations : [...units, 'ed'].map((unit) => `${number}${unit}`);
  return texts.flatMap((text) => {
    const duration = scalarParsers.duration(text);
    if (!duration.ok) return [];
    const length = formatDuration(duration.value);
    return [
      {
        label: text,
        kind: CompletionItemKind.Unit,
        insert: text,
        title: length,
        detail: [length, ...hoursText(context, text)].join(' · '),
        words: [length],
        passing: true,
      },
    ];
  });
}

/** How many hours of work a length is by the calendar of the file; nothing for one that is in hours, or elapses. */
function hoursText({ state, file }: PlaceContext, text: string): readonly string[] {
  const duration = scalarParsers.duration(text);
  if (!duration.ok || duration.value.elapsed || duration.value.unit === 'h') return [];
  const calendar = calendarOf(state.plan, file.kind === 'project' ? file : undefined, state.analysis.publicHolidays);
  const hours = calendar.minutes(duration.value) / 60;
  return [`${String(Math.round(hours * 10) / 10)} h of work`];
}

/** An effort: as one figure, or as three points. */
export function estimateCandidates(context: PlaceContext): readonly Candidate[] {
  const { place } = context;
  const stops = [
    { stop: 1, text: '3d' },
    { stop: 2, text: '5d' },
    { stop: 3, text: '12d' },
  ] as const;
  const insert: Snippet = ['{ optimistic: ', stops[0], ', likely: ', stops[1], ', pessimistic: ', stops[2], ' }'];
  const threePoints: Candidate = {
    label: '{ optimistic, likely, pessimistic }',
    kind: CompletionItemKind.Snippet,
    insert,
    title: 'three points',
    detail: 'Three points, which say how uncertain the estimate is',
    words: ['three points'],
  };
  return [...durationCandidates(context), ...(place.quote ? [] : [threePoints])];
}

/** T-shirt sizes with the effort that each stands for in the project. */
export function sizeCandidates({ file, place }: PlaceContext): readonly Candidate[] {
  const own = resolved(nodeAt(file.document.root, ['sizes']));
  return sizes.map((size) => {
    const stated = own?.kind === 'map' ? resolved(member(own, size)?.value) : undefined;
    const effort = stated?.kind === 'scalar' && stated.text !== '' ? stated.text : defaultSizes[size];
    const description = place.schema.values.find(({ value }) => value === size)?.description ?? '';
    const duration = scalarParsers.duration(effort);
    const length = duration.ok ? formatDuration(duration.value) : effort;
    return {
      label: size,
      kind: CompletionItemKind.EnumMember,
      insert: size,
      title: length,
      detail: stated ? `${length} in this project` : length,
      documentation: description,
      words: [length],
    };
  });
}

const defaultSizes: Readonly<Record<Size, string>> = { XS: '1d', S: '2d', M: '5d', L: '10d', XL: '20d' };

const usualPercents = ['0', '10', '25', '50', '75', '80', '90', '100'];

export function percentCandidates(context: PlaceContext): readonly Candidate[] {
  const number = numberTyped(context);
  const numbers = number === undefined ? usualPercents : Number(number) <= 100 ? [number] : [];
  return numbers.map((each) => ({
    label: `${each}%`,
    kind: CompletionItemKind.Unit,
    insert: `${each}%`,
    passing: true,
  }));
}

/** Amounts in the currencies of the plan, its own first. */
export function moneyCandidates(context: PlaceContext, per = ''): readonly Candidate[] {
  const number = numberTyped(context);
  return currenciesOf(context.state.plan, context.file).map((currency) => {
    const rest = ` ${currency}${per}`;
    return {
      label: `${number ?? '…'}${rest}`,
      kind: CompletionItemKind.Unit,
      insert: number === undefined ? [{ stop: 1, text: '0' }, rest] : `${number}${rest}`,
      detail: `An amount in ${currency}${per === '' ? '' : (perText[per] ?? '')}`,
      words: [currency],
      passing: true,
    };
  });
}

const perText: Readonly<Record<string, string>> = { '/h': ' for each hour', '/d': ' for each day' };

/** What somebody's time costs, by the day or by the hour. */
export function rateCandidates(context: PlaceContext): readonly Candidate[] {
  return ['/d', '/h'].flatMap((per) => moneyCandidates(context, per));
}

/** Currencies by their codes, as the keys of exchange rates. */
export function currencyCandidates(context: PlaceContext): readonly Candidate[] {
  const { state, file, place } = context;
  const codes = new Set([...currenciesOf(state.plan, file), 'EUR', 'USD', 'GBP', 'CHF', 'JPY']);
  return [...codes]
    .filter((code) => !place.present.has(code))
    .map((code) => ({ label: code, kind: CompletionItemKind.Unit, insert: code }));
}

/** A figure in the unit of those beside it: what is measured keeps its unit. */
export function quantityCandidates(context: PlaceContext): readonly Candidate[] {
  const map = context.place.around.findLast(({ kind }) => kind === 'map');
  const number = numberTyped(context);
  const beside = map?.kind === 'map' ? map.pairs.filter((pair) => figures.has(keyText(pair) ?? '')) : [];
  const endings = beside.flatMap(({ value }) => {
    const node = resolved(value);
    const match = node?.kind === 'scalar' ? /^[+-]?[\d.]+(\s*[^\d\s.].*)$/.exec(node.text) : null;
    const ending = match?.[1];
    return ending !== undefined && canBePlain(`0${ending}`, { flow: context.place.flow, text: true }) ? ending : [];
  });
  return [...new Set(endings)].map((ending) => ({
    label: `${number ?? '…'}${ending}`,
    kind: CompletionItemKind.Unit,
    insert: number === undefined ? [{ stop: 1, text: '0' }, ending] : `${number}${ending}`,
    detail: 'In the unit of the figures beside it',
    passing: true,
  }));
}

const figures: ReadonlySet<string> = new Set(['baseline', 'target', 'current']);
