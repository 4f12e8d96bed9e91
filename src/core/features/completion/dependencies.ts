import { CompletionItemKind } from 'vscode-languageserver-types';
import { dependencyTypes } from '../../plan/scalars';
import { dependencyMeanings } from '../cards/dependencyMeanings';
import type { Candidate, PlaceContext } from './candidate';
import { namedCandidates } from './references';
import type { Snippet } from './snippet';

/** What is waited for; behind its name, the type of the dependency and its lag. */
export function dependencyCandidates(context: PlaceContext): readonly Candidate[] {
  const { file, place } = context;
  const { source } = file.document;
  const written = source.slice(place.span.start, place.span.end);
  const name = /^\S*/.exec(written)?.[0].length ?? 0;
  if (place.typed.length > name) return termCandidates(context, name);
  const span = { start: place.span.start, end: place.span.start + name };
  return namedCandidates(context, 'work').map((candidate) => ({ ...candidate, span }));
}

/** @param name how long the name is that stands before the terms */
function termCandidates({ place }: PlaceContext, name: number): readonly Candidate[] {
  const blanks = /^\s*/.exec(place.typed.slice(name))?.[0].length ?? 0;
  const start = place.span.start + name + blanks;
  const typed = place.typed.slice(name + blanks);
  const parts = /^([A-Z]{0,2})\s*(?:([+-])\s*(\d+(?:\.\d+)?)?e?[a-z]{0,2})?$/i.exec(typed);
  if (!parts) return [];
  const span = { start, end: place.span.end };
  const term = (label: string, insert: Snippet, title: string): Candidate => ({
    label,
    kind: CompletionItemKind.Operator,
    insert,
    title,
    detail: title,
    span,
  });
  const [, type = '', sign, number] = parts;
  if (sign !== undefined && number !== undefined) {
    return ['h', 'd', 'w'].map((unit) => {
      const lag = `${type.toUpperCase()}${sign}${number}${unit}`;
      const title = sign === '+' ? 'With a wait' : 'With an overlap';
      return { ...term(lag, [lag], title), passing: true };
    });
  }
  const plain = dependencyTypes.map((type) => term(type, [type], dependencyMeanings[type]));
  const lags = [
    term('+1d', ['+', { stop: 1, text: '1d' }], 'With a wait of a day'),
    term('-1d', ['-', { stop: 1, text: '1d' }], 'With an overlap of a day'),
  ];
  const both = dependencyTypes.map((type) =>
    term(`${type}+1d`, [`${type}+`, { stop: 1, text: '1d' }], `${dependencyMeanings[type]}, and a day more`),
  );
  return [...plain, ...lags, ...both];
}
