import type { SyntaxDocument } from '../syntax/document';
import { applyEdits, type SpanEdit } from './applyEdits';
import { editedFile, type EditedFile } from './editedFile';
import { isBlankLine, lineAbove, lineStart } from './layout';
import { stretchOf } from './stretches';

/** What of an entry is taken. */
export interface ExcerptOptions {
  /** Whether the comments above it come along; those on its lines and deeper ones below always do. */
  readonly comments: boolean;
  /** What is changed in it, in absolute offsets of the file. */
  readonly edits?: readonly SpanEdit[];
}

/**
 * The lines of the entry at a path as they are written, but without the indentation of its key: for another block map.
 *
 * @returns undefined where no entry of a map stands there, it does not begin its line, or (in braces) takes several
 */
export function excerpt(
  document: SyntaxDocument,
  path: readonly string[],
  { comments, edits = [] }: ExcerptOptions,
): readonly string[] | undefined {
  const file = editedFile(document);
  const step = file.locate(path)?.steps.at(-1);
  if (step?.container?.kind !== 'map' || !('pair' in step)) return undefined;
  const { container, pair } = step;
  if (container.flow) {
    const inline = part(file, { start: file.outerStart(pair.key), end: file.pairEnd(pair) }, edits);
    return inline === undefined || /[\r\n]/.test(inline) ? undefined : [inline];
  }
  const column = file.column(container);
  const stretch = stretchOf(file, pair, column);
  if (!stretch) return undefined;
  const line = comments ? stretch.start : lineStart(file.text, file.outerStart(pair.key));
  const hasMark = line === 0 && file.text.startsWith('\ufeff');
  const text = part(file, { start: hasMark ? 1 : line, end: stretch.end }, edits);
  return text?.split(/\r\n?|\n/).map((line) => outdented(line, column));
}

/**
 * Some entries of the map at a path as {@link excerpt} gives them, with their comments; those that stand apart by blank
 * lines do so by one.
 */
export function excerpts(
  document: SyntaxDocument,
  path: readonly string[],
  keys: readonly string[],
  edits: readonly SpanEdit[],
): readonly string[] | undefined {
  const lines: string[] = [];
  for (const [at, key] of keys.entries()) {
    const own = excerpt(document, [...path, key], { comments: true, edits });
    if (!own) return undefined;
    if (at > 0 && hasBlankAbove(editedFile(document), [...path, key])) lines.push('');
    lines.push(...own);
  }
  return lines;
}

function hasBlankAbove(file: EditedFile, path: readonly string[]): boolean {
  const step = file.locate(path)?.steps.at(-1);
  if (step?.container?.kind !== 'map' || step.container.flow || !('pair' in step)) return false;
  const start = stretchOf(file, step.pair, file.column(step.container))?.start ?? 0;
  const above = lineAbove(file.text, start);
  return above !== undefined && isBlankLine(file.text, above);
}

/** Lines as they stand in a column; blank ones stay blank. */
export function indented(lines: readonly string[], column: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line));
}

/** A part of a file after edits of it. */
function part({ text }: EditedFile, { start, end }: SpanEdit['span'], edits: readonly SpanEdit[]): string | undefined {
  const own = edits.filter(({ span }) => span.start >= start && span.end <= end);
  const moved = own.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return applyEdits(text.slice(start, end), moved);
}

function outdented(line: string, column: number): string {
  let at = 0;
  while (at < column && line[at] === ' ') at++;
  return line.slice(at);
}
