import type { SelectionRange } from 'vscode-languageserver-types';
import { EditedFile } from '../edit/editedFile';
import type { PlanState } from './planState';
import { commentSpans } from './selection/commentSpans';
import { NodeSpans } from './selection/nodeSpans';
import { wordAt } from './selection/word';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';

/**
 * What a selection grows to from each of the absolute offsets: the word, its line of a longer text, the text, the value
 * with its quotes, the pair, the entry with its comments, the map or list that holds it, and so on to the whole file.
 * Each range holds the offset, and strictly the range before it.
 *
 * @returns as many as there are offsets; undefined for a file of no plan
 */
export function selectionRanges(
  { plan }: PlanState,
  uri: string,
  offsets: readonly number[],
): readonly SelectionRange[] | undefined {
  const planFile = plan.files.get(uri);
  if (!planFile) return undefined;
  const { source } = planFile.document;
  const file = new EditedFile(planFile.document);
  const nodes = new NodeSpans(planFile, file);
  return offsets.map((offset) => {
    const spans = [...nodes.at(offset), ...commentSpans(planFile.document, offset)];
    const word = spans.length > 0 && wordAt(file.text, offset);
    return chain(source, offset, word ? [...spans, word] : spans);
  });
}

/** @param spans from the outermost to the innermost, as far as they are known; what does not fit is left out */
function chain(source: SourceText, offset: number, spans: readonly Span[]): SelectionRange {
  const kept: Span[] = [];
  // A byte order mark has no column, so that no range can begin before it.
  const first = source.offsetAt({ line: 0, character: 0 });
  const at = Math.max(offset, first);
  const placed = spans.map(({ start, end }) => ({ start: Math.max(start, first), end: Math.max(end, first) }));
  for (const span of [...placed.reverse(), { start: first, end: source.length }]) {
    const inner = kept.at(-1) ?? { start: at, end: at };
    const isEmpty = span.start === span.end;
    const isLarger = span.end - span.start > inner.end - inner.start;
    if (!isEmpty && isLarger && span.start <= inner.start && inner.end <= span.end) kept.push(span);
  }
  let range: SelectionRange | undefined;
  for (const span of kept.reverse()) range = { range: source.rangeAt(span), ...(range ? { parent: range } : {}) };
  return range ?? { range: source.rangeAt({ start: at, end: at }) };
}
