import type { ValueShape } from '../plan/shape';
import type { EditValue } from './planEdit';
import { childShape, type EditedFile } from './editedFile';
import { isList } from './expected';
import { keySource, scalarText } from './scalarText';

/** A value as it is written behind a key or a dash: on its line, and on whole lines below it, indented. */
export interface ValueText {
  readonly inline: string;
  readonly below: readonly string[];
}

interface BlockPlace {
  /** The column of the key or dash that the value belongs to. */
  readonly column: number;
  readonly key: string;
  readonly shape: ValueShape | undefined;
  /** Whether a map is written in braces, as those beside it are. */
  readonly braces?: boolean;
}

/** The longest list that is still written in brackets on one line. */
const longestLine = 100;

/** A value in the block style of the file. */
export function blockText(file: EditedFile, value: EditValue, place: BlockPlace): ValueText {
  if (typeof value === 'string') return textOf(file, value, place);
  const flow = flowText(file, value, place.shape);
  if (isEmpty(value)) return { inline: flow, below: [] };
  const short = place.column + place.key.length + flow.length < longestLine;
  if (isList(value)) {
    if (short && file.style.flowLists(place.key)) return { inline: flow, below: [] };
    const dash = ' '.repeat(place.column + file.style.listIndent);
    const context = file.scalarContext(false, childShape(place.shape, '0'));
    return { inline: '', below: value.map((item) => `${dash}- ${scalarText(item, context)}`) };
  }
  if (place.braces && short && Object.values(value).every((inner) => typeof inner === 'string' || isList(inner))) {
    return { inline: flow, below: [] };
  }
  return { inline: '', below: mapLines(file, value, place.column + file.style.indent, place.shape) };
}

/** The properties of a map, each on lines of its own in `column`. */
export function mapLines(
  file: EditedFile,
  value: Readonly<Record<string, EditValue>>,
  column: number,
  shape: ValueShape | undefined,
): readonly string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const entry = entryText(file, key, inner, { column, key, shape: childShape(shape, key) });
    return [' '.repeat(column) + entry.inline, ...entry.below];
  });
}

/** `key: value`, without the indentation of its first line. */
export function entryText(file: EditedFile, key: string, value: EditValue, place: BlockPlace): ValueText {
  const { inline, below } = blockText(file, value, place);
  const name = keySource(key, file.scalarContext(false, undefined));
  return { inline: inline === '' ? `${name}:` : `${name}: ${inline}`, below };
}

/** A value in brackets, braces or as one scalar: on one line, as it may stand inside brackets. */
export function flowText(file: EditedFile, value: EditValue, shape: ValueShape | undefined): string {
  if (typeof value === 'string') return scalarText(value, file.scalarContext(true, shape));
  if (isList(value)) return `[${value.map((item) => flowText(file, item, childShape(shape, '0'))).join(', ')}]`;
  const entries = Object.entries(value).map(([key, inner]) => flowEntry(file, key, inner, childShape(shape, key)));
  if (entries.length === 0) return '{}';
  const pad = file.style.padded ? ' ' : '';
  return `{${pad}${entries.join(', ')}${pad}}`;
}

/** `key: value` as it may stand inside braces. */
export function flowEntry(file: EditedFile, key: string, value: EditValue, shape: ValueShape | undefined): string {
  return `${keySource(key, file.scalarContext(true, undefined))}: ${flowText(file, value, shape)}`;
}

/** A text of one line as one scalar, one of several as a literal block. */
function textOf(file: EditedFile, value: string, { column, shape }: BlockPlace): ValueText {
  const lines = value.replace(/\n$/, '').split('\n');
  // What a literal block would not keep: blanks that would count as indentation, a line break that is not `\n`.
  const literal =
    lines.length > 1 && lines.every((line) => /^(?:\S.*)?$/u.test(line)) && !/[\r\p{Cs}]|\n\n$/u.test(value);
  if (!literal) return { inline: scalarText(value, file.scalarContext(false, shape)), below: [] };
  const indent = ' '.repeat(column + file.style.indent);
  const below = lines.map((line) => (line === '' ? '' : indent + line));
  return { inline: value.endsWith('\n') ? '|' : '|-', below };
}

function isEmpty(value: Exclude<EditValue, string>): boolean {
  return (isList(value) ? value : Object.keys(value)).length === 0;
}
