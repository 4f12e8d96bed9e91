import { atOnce, type Stepwise } from '../stepwise';
import { lineEnd, lineFeedAfter, nextLineStart } from '../text/lines';
import {
  byteOrderMark,
  contentStart,
  entryIndent,
  isBareAfter,
  isDocumentMarker,
  isIndicator,
  isUncut,
  keyColon,
} from './lineShape';

/**
 * What a piece of a plan file is:
 * - `prologue`: what stands before the first content and does not belong to it
 * - `top`: a top-level key with its value
 * - `head`: a bare top-level key (`items:`) whose entries are cut into pieces of their own
 * - `entry`: one entry below such a key
 * - `stray`: lines where a key must stand and none does
 * - `rest`: a document marker after content, and all that follows it
 * - `whole`: a file that is not cut (a flow, list or indented root, a directive)
 */
export type PieceRole = 'prologue' | 'top' | 'head' | 'entry' | 'stray' | 'rest' | 'whole';

/** One piece of the cut: `[start, end)` of the text. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly role: PieceRole;
  /** The indentation of the entries of the section that is open where the piece starts; 0 at the top level. */
  readonly inside: number;
}

/** Where a scan may start: at a boundary of an earlier cut. */
export interface CutStart {
  readonly at: number;
  readonly inside: number;
  /** True at the start of a text. */
  readonly fresh: boolean;
}

/** Asked at each boundary after the first; true ends the scan there. */
type CutStop = (start: number, inside: number) => boolean;

/**
 * Cuts a text into pieces by a scan of its lines, without parsing it: at the top-level keys and, below a bare key
 * whose first content is a deeper key, at the keys of that indentation. Comments go with the entry that follows.
 * What a boundary leads to depends on nothing but the text from there on and `inside`, so a scan may start at any.
 *
 * @returns pieces that follow one another without a gap, from the start to where the scan ended
 */
export function cut(text: string, from?: CutStart, stop?: CutStop): readonly Cut[] {
  return atOnce(cutting(text, from, stop));
}

const linesPerStep = 4096;

/** The same bit by bit. */
export function* cutting(
  text: string,
  from: CutStart = { at: 0, inside: 0, fresh: true },
  stop?: CutStop,
): Stepwise<readonly Cut[]> {
  if (from.fresh && isUncut(text)) return [{ start: 0, end: text.length, role: 'whole', inside: 0 }];
  const scan = new Scan(text, from, stop);
  const endOf = text.includes('\r') ? lineEnd : lineFeedAfter;
  let lines = 0;
  // A byte order mark is no part of the first line.
  for (
    let at = from.at + (from.fresh && text.charCodeAt(0) === byteOrderMark ? 1 : 0);
    at < text.length && !scan.ended;
  ) {
    const end = endOf(text, at);
    const next = nextLineStart(text, end);
    scan.line(at, end, next);
    at = next;
    if (++lines % linesPerStep === 0) yield;
  }
  if (!scan.ended) scan.close(text.length);
  return scan.cuts;
}

class Scan {
  readonly cuts: Cut[] = [];
  ended = false;
  #start: number;
  #role: PieceRole | undefined;
  #opened: number;
  #inside: number;
  #fresh: boolean;
  /** Where the comments that belong to what follows start; -1 when there are none. */
  #comments = -1;

  constructor(
    private readonly text: string,
    from: CutStart,
    private readonly stop: CutStop | undefined,
  ) {
    this.#start = from.at;
    this.#opened = from.inside;
    this.#inside = from.inside;
    this.#fresh = from.fresh;
  }

  /** Takes in the line `[at, end)`, whose successor starts at `next`. */
  line(at: number, end: number, next: number): void {
    const { text } = this;
    const content = contentStart(text, at, end);
    if (content === end) return;
    const first = text[content] ?? '';
    const indent = content - at;
    if (first === '#') {
      if (indent <= this.#inside && this.#comments < 0) this.#comments = at;
      return;
    }
    if (indent === 0 && isDocumentMarker(text, at, end)) {
      this.#marker(at, next);
    } else if (!this.#continues(first, content, end, indent)) {
      this.#entry(this.#comments >= 0 ? this.#comments : at, content, end, next, indent);
    }
    this.#comments = -1;
  }

  close(end: number): void {
    if (end === this.#start) return;
    this.cuts.push({ start: this.#start, end, role: this.#role ?? 'prologue', inside: this.#opened });
    this.#start = end;
  }

  #marker(at: number, next: number): void {
    if (this.#fresh) {
      // `---` before the content opens the document; whatever stands before it is no part of the plan.
      this.close(next);
      this.#fresh = false;
      return;
    }
    if (this.#open(this.#comments >= 0 ? this.#comments : at, 'rest')) this.close(this.text.length);
    this.ended = true;
  }

  /** Whether a content line belongs to the piece that is open. */
  #continues(first: string, content: number, end: number, indent: number): boolean {
    if (this.#role === undefined) return false;
    if (first === '\t' || indent > this.#inside) return true;
    if (indent < this.#inside) return false;
    if (first === '}' || first === ']') return true;
    const indicator = isIndicator(this.text, content, end);
    if (first === ':' && indicator) return true;
    // YAML lets the list of a key stand at the key's own indentation.
    if (first === '-' && indicator) return true;
    return this.#role === 'stray' && !this.#isKey(content, end);
  }

  #isKey(content: number, end: number): boolean {
    return (
      keyColon(this.text, content, end) >= 0 || (this.text[content] === '?' && isIndicator(this.text, content, end))
    );
  }

  /** Opens the piece that the content line at `content` starts. */
  #entry(start: number, content: number, end: number, next: number, indent: number): void {
    const { text } = this;
    const inside = indent === 0 ? 0 : this.#inside;
    if (!this.#isKey(content, end)) {
      if (this.#open(start, 'stray')) this.#inside = inside;
      return;
    }
    const colon = keyColon(text, content, end);
    const below = indent === 0 && colon >= 0 && isBareAfter(text, colon + 1, end) ? entryIndent(text, next) : 0;
    if (this.#open(start, below > 0 ? 'head' : inside > 0 ? 'entry' : 'top')) this.#inside = below > 0 ? below : inside;
  }

  /** Closes the open piece at `start` and opens one there; false where the caller's `stop` ends the scan instead. */
  #open(start: number, role: PieceRole): boolean {
    this.close(start);
    if (this.cuts.length > 0 && this.stop?.(start, this.#inside)) {
      this.ended = true;
      return false;
    }
    this.#opened = this.#inside;
    this.#role = role;
    this.#fresh = false;
    return true;
  }
}
