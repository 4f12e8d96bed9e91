import { columnOf } from '../../edit/layout';
import type { PlanFile } from '../../plan/planFile';
import { lineParts, missingClosers, type CursorLine, type LineParts } from './cursorLine';
import { placeAt, type CompletionPlace } from './place';
import { readWith, type Landing, type Reading } from './reading';

/** Stands in a reading for what is typed next. */
const mark = 'x';
/** Stands for the value that a key has yet to get. Nothing can go on behind it, as a plain text would, nor does it close quotes. */
const anyValue = ': []';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** One way to read the line: what is added to it before it is read. */
interface Attempt {
  readonly insertions: readonly Insertion[];
  readonly before: string;
  readonly follows?: CompletionPlace['follows'];
}

/**
 * The places that a cursor on a line with something on it may be meant for. The line is read in every way in which it
 * may go on: as it stands, with a colon behind it, as an entry of a list, with its brackets closed. Those count that
 * leave the fewest mistakes.
 */
export function writtenPlaces(file: PlanFile, line: CursorLine): readonly CompletionPlace[] {
  const parts = lineParts(line.text);
  const readings = attempts(line, parts).map((attempt) => ({ attempt, ...read(file, line, attempt) }));
  const fewest = Math.min(...readings.map(({ problems }) => problems), problemsBefore(file, line, parts));
  const places = readings.flatMap(({ attempt, problems, landing }) => {
    const place = landing && problems === fewest ? placeIn(file, line, attempt, landing) : undefined;
    return place ?? [];
  });
  return withoutDoubles(places);
}

function attempts({ text, column }: CursorLine, { indent, end, hasKey }: LineParts): readonly Attempt[] {
  const typed: Insertion = { at: column, text: mark };
  const before = text.slice(0, column);
  const isApart = column >= end || /\s/.test(text.charAt(column));
  if (isApart && /(?:[^\s:]:|^\s*(?:-\s+)*-)$/.test(before)) {
    // `goal:` and `-` need a blank before what follows.
    return withClosers(text, end, { insertions: [{ at: column, text: ` ${mark}` }], before: ' ' });
  }
  const plain = withClosers(text, end, { insertions: [typed], before: '' });
  if (hasKey || column < indent || column > end) return plain;
  const key = (value: string): readonly Insertion[] => [typed, { at: end, text: value }];
  const entry = { insertions: [{ at: indent, text: '- ' }, typed], before: '- ' };
  return [
    { insertions: key(anyValue), before: '' },
    { insertions: key(':'), before: '', follows: 'lines' },
    ...plain,
    ...(/-\s*$/.test(text.slice(0, indent)) ? [] : [entry]),
  ];
}

/** The attempt, and the same with what its line leaves open closed. */
function withClosers(text: string, end: number, attempt: Attempt): readonly Attempt[] {
  const closers = missingClosers(text.slice(0, end));
  if (closers === '') return [attempt];
  const at = Math.max(end, ...attempt.insertions.map((insertion) => insertion.at));
  return [attempt, { ...attempt, insertions: [...attempt.insertions, { at, text: closers }] }];
}

/** The mistakes that are there without what is typed: a word alone on its line is nothing yet. */
function problemsBefore({ document }: PlanFile, { start, text }: CursorLine, { hasKey }: LineParts): number {
  return readWith(document, { start, end: start + text.length }, hasKey ? text : '', 0).problems;
}

function read({ document }: PlanFile, { start, text }: CursorLine, { insertions }: Attempt): Reading {
  let changed = '';
  let at = 0;
  let markAt = 0;
  for (const insertion of insertions) {
    changed += text.slice(at, insertion.at) + insertion.text;
    if (insertion.text.endsWith(mark)) markAt = changed.length - 1;
    ({ at } = insertion);
  }
  return readWith(document, { start, end: start + text.length }, changed + text.slice(at), markAt);
}

function placeIn(
  file: PlanFile,
  line: CursorLine,
  { insertions, before, follows }: Attempt,
  landing: Landing,
): CompletionPlace | undefined {
  const { start, text, column } = line;
  const { node, isKey } = landing;
  if ((follows && !isKey) || (before === '- ' && startsListAtKey(landing))) return undefined;
  const quotes = node.style === 'single' || node.style === 'double' ? 1 : 0;
  const from = columnBefore(insertions, landing.span.start + quotes - start);
  const to = columnBefore(insertions, landing.span.end - quotes - start);
  if (from > column || to < column) return undefined;
  const colon = /^['"]?[ \t]*:/.test(text.slice(to)) ? 'colon' : 'nothing';
  return placeAt(file, line, landing, {
    span: { start: start + from, end: start + to },
    typed: text.slice(from, column),
    before,
    column: from + before.length,
    follows: isKey ? (follows ?? colon) : 'nothing',
  });
}

/** Whether a word becomes the first entry of a list that is no deeper than its key: rather a key beside that one. */
function startsListAtKey({ around }: Landing): boolean {
  const [map, list] = around.slice(-2);
  if (list?.kind !== 'seq' || list.items.length > 1 || map?.kind !== 'map') return false;
  return columnOf(list.piece.text, list.start) === columnOf(map.piece.text, map.start);
}

/** The column of the line as it is, for one of the line with insertions. */
function columnBefore(insertions: readonly Insertion[], column: number): number {
  let added = 0;
  for (const { at, text } of insertions) {
    if (column <= at + added) break;
    added += Math.min(text.length, column - at - added);
  }
  return column - added;
}

/** Of places of one kind and path, the first. What can be a list is written as one on lines of its own. */
function withoutDoubles(places: readonly CompletionPlace[]): readonly CompletionPlace[] {
  const known = new Set<string>();
  const listed = new Set(places.flatMap(({ before, path }) => (before === '- ' ? [path.slice(0, -1).join('\0')] : [])));
  return places.filter(({ kind, path, before }) => {
    const key = `${kind}\0${path.join('\0')}`;
    if (known.has(key) || (kind === 'value' && before === '' && listed.has(path.join('\0')))) return false;
    known.add(key);
    return true;
  });
}
