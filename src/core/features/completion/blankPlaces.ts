import type { PlanFile } from '../../plan/planFile';
import { schemaAt } from '../../schema/lookup';
import type { CursorLine } from './cursorLine';
import { linesAbove, type LinesAbove } from './openColumns';
import { placeAt, type CompletionPlace } from './place';
import { usualForm } from './usualForm';
import { readWith, type Landing, type Reading } from './reading';

/** What a line may become: a key, an entry of a list, a key of an entry that is a map, a value of the key above. */
type Form = 'key' | 'entry' | 'entry-key' | 'value';

/** How a form is read: with a value that no text below can go on with. */
const samples: Readonly<Record<Form, string>> = {
  key: 'x: []',
  entry: '- "x"',
  'entry-key': '- x: []',
  value: '"x"',
};

const prefixes: Readonly<Record<Form, string>> = { key: '', entry: '- ', 'entry-key': '- ', value: '' };

/** How a file is indented. */
export interface Indents {
  readonly indent: number;
  readonly listIndent: number;
}

/**
 * The places that a cursor on a blank line is meant for: those in the deepest column that is no deeper than the cursor
 * and in which something may stand; where there is none, as between the entries of a section, in the next deeper one.
 */
export function blankPlaces(file: PlanFile, line: CursorLine, indents: () => Indents): readonly CompletionPlace[] {
  const { document } = file;
  const above = linesAbove(document, line);
  const typed = readAs(file, line, `${line.text.slice(0, line.column)}x`, line.column);
  const flow = flowPlace(file, line, typed);
  if (flow) return [flow];
  if (typed.landing && goesOn(typed.landing)) return [];
  const before = readWith(document, { start: line.start, end: line.start + line.text.length }, line.text, 0);
  for (const { forms, isBelow } of tries(above, line, indents)) {
    const found = forms.map(({ column, form }) => ({ form, ...formAt(file, line, column, form) }));
    const fitting = found.filter(({ reading }) => reading.landing && reading.problems <= before.problems);
    if (fitting.some(({ reading }) => reading.landing && isText(reading.landing))) return [];
    const all = fitting.flatMap(({ place }) => place ?? []);
    const places = isBelow ? usualFirst(file, all) : all;
    if (places.length > 0) return places;
    // Below a key that the format does not have, nothing is known.
    if (fitting.some(({ reading, form }) => isUnknown(file, reading.landing, form))) return [];
  }
  return [];
}

/** Forms that may stand side by side, each in its column. */
interface Try {
  readonly forms: readonly { readonly column: number; readonly form: Form }[];
  /** Whether they are the first below a key, so that only one of them can be meant. */
  readonly isBelow: boolean;
}

/** What the line may become, the likeliest first. */
function tries({ open, bareKey, below }: LinesAbove, line: CursorLine, indents: () => Indents): readonly Try[] {
  const cursor = line.column;
  const first: Try[] = [];
  if (bareKey !== undefined && cursor > bareKey) {
    const { indent, listIndent } = indents();
    const inside = below ?? Math.min(bareKey + indent, cursor);
    const list = below ?? Math.min(bareKey + (listIndent === 0 ? indent : listIndent), cursor);
    const lists = (['entry', 'entry-key', 'value'] as const).map((form) => ({ column: list, form }));
    first.push({ forms: [{ column: inside, form: 'key' }, ...lists], isBelow: true });
  }
  const columns = [...new Set(open.map(({ column }) => column))];
  const inColumn = (column: number): Try => {
    const kinds = open.filter((each) => each.column === column);
    const forms = kinds.flatMap(({ list }): readonly Form[] => (list ? ['entry', 'entry-key'] : ['key']));
    return { forms: forms.map((form) => ({ column, form })), isBelow: false };
  };
  const fitting = columns.filter((column) => column <= cursor);
  const deeper = columns.filter((column) => column > cursor).reverse();
  return [...first, ...[...fitting, ...deeper].map(inColumn)];
}

/** Of what may stand below one key, what usually does: a map, or a list rather than the only entry of one. */
function usualFirst({ kind }: PlanFile, places: readonly CompletionPlace[]): readonly CompletionPlace[] {
  const isEntry = ({ before }: CompletionPlace): boolean => before.endsWith('- ');
  const entry = places.find(isEntry);
  const list = entry && schemaAt(kind, entry.path.slice(0, -1));
  const keys = places.filter((place) => place.kind === 'key' && !isEntry(place));
  if (!list) return keys.length > 0 ? keys : places;
  const usual = usualForm(list);
  if (usual === 'map' && keys.length > 0) return keys;
  return [...(usual === 'list' ? [] : keys), ...places.filter(isEntry)];
}

function formAt(
  file: PlanFile,
  line: CursorLine,
  column: number,
  form: Form,
): { readonly reading: Reading; readonly place: CompletionPlace | undefined } {
  const indented = ' '.repeat(column);
  const sample = samples[form];
  const reading = readAs(file, line, indented + sample, column + sample.indexOf('x'));
  const { landing } = reading;
  if (landing?.isKey !== (form === 'key' || form === 'entry-key')) return { reading, place: undefined };
  const { start, text } = line;
  const isThere = line.column >= column && text.startsWith(indented);
  const from = isThere ? column : 0;
  const before = (isThere ? '' : indented) + prefixes[form];
  const place = placeAt(file, line, landing, {
    span: { start: start + from, end: start + text.length },
    typed: text.slice(from, line.column),
    before,
    column: from + before.length,
    follows: 'nothing',
  });
  return { reading, place: place && { ...place, quote: undefined } };
}

/** The place in a collection in brackets that goes on over several lines. */
function flowPlace(file: PlanFile, line: CursorLine, { landing }: Reading): CompletionPlace | undefined {
  const holder = landing?.around.at(-1);
  if (!landing || holder?.flow !== true) return undefined;
  const at = line.start + line.column;
  const text = {
    span: { start: at, end: at },
    typed: '',
    before: '',
    column: line.column,
    follows: 'nothing',
  } as const;
  return placeAt(file, line, landing, text);
}

/** Whether what is typed goes on with a text: a block, a text in quotes, a plain one that already has a second line. */
function goesOn(landing: Landing): boolean {
  const { node, isOneLine } = landing;
  if (isOneLine || node.style !== 'plain') return isText(landing);
  const lines = node.piece.text.slice(node.start, node.end).split(/\r\n|\n|\r/);
  return lines.filter((each) => each.trim() !== '').length > 2;
}

function isText({ node, isOneLine }: Landing): boolean {
  return node.style === 'literal' || node.style === 'folded' || !isOneLine;
}

function isUnknown(file: PlanFile, landing: Landing | undefined, form: Form): boolean {
  if (!landing) return false;
  const path = form === 'key' || form === 'entry-key' ? landing.path.slice(0, -1) : landing.path;
  return schemaAt(file.kind, path) === undefined;
}

function readAs({ document }: PlanFile, { start, text }: CursorLine, changed: string, mark: number): Reading {
  return readWith(document, { start, end: start + text.length }, changed, mark);
}
