import { sortedEdits, type SpanEdit } from './applyEdits';

/** A stretch of the first text that is still there, or a text that has come in. */
type Part = { readonly start: number; readonly end: number } | { readonly text: string };

/**
 * Edits of one text that were made one after the other, each for the text that those before it have left. Offsets are
 * absolute, in UTF-16 units.
 */
export class EditHistory {
  readonly #length: number;
  #parts: Part[];

  /** @param length of the first text */
  constructor(length: number) {
    this.#length = length;
    this.#parts = [{ start: 0, end: length }];
  }

  /** Takes in edits of the text as it is by now, made at once. @throws where they overlap or lie outside of it */
  add(edits: readonly SpanEdit[]): void {
    const sorted = sortedEdits(edits);
    const length = this.#parts.reduce((sum, part) => sum + lengthOf(part), 0);
    if (!sorted || (sorted.at(-1)?.span.end ?? 0) > length) throw new RangeError('These edits are of another text.');
    let shift = 0;
    for (const { span, newText } of sorted) {
      const from = this.#cutAt(span.start + shift);
      const to = this.#cutAt(span.end + shift);
      this.#parts.splice(from, to - from, ...(newText === '' ? [] : [{ text: newText }]));
      shift += newText.length - (span.end - span.start);
    }
  }

  /** What leads from the first text to the present one at once, in the order of the text. */
  edits(): readonly SpanEdit[] {
    const result: SpanEdit[] = [];
    let kept = 0;
    let newText = '';
    for (const part of [...this.#parts, { start: this.#length, end: this.#length }]) {
      if ('text' in part) {
        newText += part.text;
        continue;
      }
      if (newText !== '' || part.start > kept) result.push({ span: { start: kept, end: part.start }, newText });
      kept = part.end;
      newText = '';
    }
    return result;
  }

  /** Divides the parts at an offset of the present text. @returns the index of the part that begins there */
  #cutAt(offset: number): number {
    let passed = 0;
    for (const [index, part] of this.#parts.entries()) {
      if (passed === offset) return index;
      const length = lengthOf(part);
      if (offset < passed + length) {
        this.#parts.splice(index, 1, ...halves(part, offset - passed));
        return index + 1;
      }
      passed += length;
    }
    return this.#parts.length;
  }
}

/** Where a place of a text is after edits of it; what they have taken out is where it was. */
export function offsetAfter(offset: number, edits: readonly SpanEdit[]): number {
  return edits.reduce((at, { span, newText }) => {
    if (span.end <= offset) return at + newText.length - (span.end - span.start);
    return span.start < offset ? at - (offset - span.start) : at;
  }, offset);
}

function lengthOf(part: Part): number {
  return 'text' in part ? part.text.length : part.end - part.start;
}

function halves(part: Part, at: number): [Part, Part] {
  if ('text' in part) return [{ text: part.text.slice(0, at) }, { text: part.text.slice(at) }];
  const middle = part.start + at;
  return [
    { start: part.start, end: middle },
    { start: middle, end: part.end },
  ];
}
