import type { Piece } from '../text/sourceText';
import { treeFromEvents } from './fromEvents';
import { maxNesting } from './nesting';
import { afterSpaces, flowKeyEnd, isEndOfLine, keyEnd, scalarAt, scalarOf, wordAt } from './plainScalar';
import type { MapNode, Node, Pair, SeqNode } from './tree';

const [lineFeed, carriageReturn, space, number, comma, hyphen] = [10, 13, 32, 35, 44, 45];
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125];

/** What nests deeper is left to the parser, which counts. */
const deepest = 24;

/**
 * Reads a piece that is written as nearly all of a plan is: block maps and lists, with a text, or brackets around
 * texts, on the line of its key. It does by one look at each character what a parser of all of YAML has to ask many
 * questions for, and gives the same tree as `treeFromEvents`. The lines of a value that is written in another way, such
 * as a text of several lines, are read by the parser alone.
 *
 * @returns undefined where the parser has to read all of it: for what links its entries, and for any mistake
 */
export function plainBlocks(piece: Piece): Node | undefined {
  const { text } = piece;
  if (text.includes('\t') || text.includes('\0') || (text.includes('\r') && /\r(?!\n)/.test(text))) return undefined;
  return new PlainReader(piece).root();
}

class PlainReader {
  readonly #piece: Piece;
  readonly #text: string;
  /** The line that is read next: where it starts, and where its content does. At the end of the text both are there. */
  #line = 0;
  #content = 0;
  /** The pairs and items of all maps and lists that are open: each takes its own off the end, and no more room. */
  readonly #pairs: Pair[] = [];
  readonly #items: Node[] = [];
  /** Whether some lines can be read with the whole piece alone, if at all. */
  #isRefused = false;

  constructor(piece: Piece) {
    this.#piece = piece;
    this.#text = piece.text;
  }

  root(): Node | undefined {
    this.#seek(0);
    if (this.#isAtEnd()) return undefined;
    const root = this.#block(0);
    return this.#isAtEnd() ? root : undefined;
  }

  #isAtEnd(): boolean {
    return this.#content >= this.#text.length;
  }

  get #indent(): number {
    return this.#content - this.#line;
  }

  /** Moves to the first line from the one at `line` on that is neither blank nor a comment. */
  #seek(line: number): void {
    const text = this.#text;
    for (let at = line; ;) {
      const content = afterSpaces(text, at);
      const code = text.charCodeAt(content);
      if (code === lineFeed || code === carriageReturn) at = content + (code === lineFeed ? 1 : 2);
      else if (code === number) at = this.#nextLine(content);
      else {
        this.#line = at;
        this.#content = content;
        return;
      }
    }
  }

  #nextLine(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? this.#text.length : end + 1;
  }

  #block(depth: number): Node | undefined {
    if (depth > deepest) return undefined;
    return this.#isDash(this.#content) ? this.#list(depth) : this.#map(this.#content, depth);
  }

  /** Whether the character at an offset makes a list: a hyphen with a space behind it. */
  #isDash(at: number): boolean {
    return this.#text.charCodeAt(at) === hyphen && this.#text.charCodeAt(at + 1) === space;
  }

  /** The map whose first key stands at an offset of the line that is read. */
  #map(start: number, depth: number): MapNode | undefined {
    const column = start - this.#line;
    const before = this.#pairs.length;
    let end: number;
    for (let at = start; ; at = this.#content) {
      const colon = keyEnd(this.#text, at);
      if (colon < 0) return undefined;
      const key = scalarOf(this.#piece, at, colon, wordAt(this.#text, at, colon), 'plain');
      const [pairs, items] = [this.#pairs.length, this.#items.length];
      const value = this.#value(colon + 1, column, depth) ?? this.#parsed(at, column, pairs, items);
      if (!value) return undefined;
      this.#pairs.push({ key, value });
      ({ end } = value);
      if (this.#isAtEnd() || this.#indent < column) break;
      if (this.#indent > column) return undefined;
    }
    const pairs = this.#pairs.splice(before);
    return { kind: 'map', piece: this.#piece, start, end, flow: false, pairs, members: pairs };
  }

  /**
   * The value of the key that a line begins with, as the parser reads the lines of the two by themselves: a text of
   * several lines is no reason to leave all of the piece to it. What has been read of them counts no more.
   */
  #parsed(at: number, column: number, pairs: number, items: number): Node | undefined {
    const text = this.#text;
    const start = at - column;
    // Behind the dash of a list the line does not begin with the key.
    const isLine = afterSpaces(text, start) === at && (start === 0 || text[start - 1] === '\n');
    if (this.#isRefused || !isLine) return undefined;
    this.#pairs.length = pairs;
    this.#items.length = items;
    this.#content = at;
    do this.#seek(this.#nextLine(this.#content));
    while (!this.#isAtEnd() && (this.#indent > column || (this.#indent === column && this.#isDash(this.#content))));
    const part = {
      piece: this.#piece,
      text: text.slice(start, this.#isAtEnd() ? text.length : this.#line),
      base: start,
    };
    try {
      const { root, linked, anchored, second } = treeFromEvents(part, maxNesting - deepest - 2);
      const isPair = root?.kind === 'map' && root.pairs.length === 1;
      if (isPair && !linked && !anchored && second === undefined) return root.pairs[0]?.value;
    } catch {
      // What is wrong is found in the whole piece.
    }
    this.#isRefused = true;
    return undefined;
  }

  /** The value of a key whose map stands at a column, from behind its colon. */
  #value(from: number, column: number, depth: number): Node | undefined {
    const at = afterSpaces(this.#text, from);
    const code = this.#text.charCodeAt(at);
    if (code !== number && !isEndOfLine(code)) return this.#inLine(at, column, depth);
    this.#seek(this.#nextLine(at));
    if (!this.#isAtEnd()) {
      if (this.#indent > column) return this.#block(depth + 1);
      if (this.#indent === column && this.#isDash(this.#content)) return this.#list(depth + 1);
    }
    return scalarOf(this.#piece, from, from, '', 'plain');
  }

  /** A value within its line, which is all of it: what stands deeper below it would belong to it. */
  #inLine(at: number, column: number, depth: number): Node | undefined {
    const code = this.#text.charCodeAt(at);
    const isFlow = code === openBracket || code === openBrace;
    const value = isFlow ? this.#flow(at, depth + 1) : scalarAt(this.#piece, at, false);
    if (!value) return undefined;
    const rest = afterSpaces(this.#text, value.end);
    const after = this.#text.charCodeAt(rest);
    if (!isEndOfLine(after) && (after !== number || rest === value.end)) return undefined;
    this.#seek(this.#nextLine(rest));
    return !this.#isAtEnd() && this.#indent > column ? undefined : value;
  }

  /** The list whose first dash is the content of the line that is read. */
  #list(depth: number): SeqNode | undefined {
    const start = this.#content;
    const column = this.#indent;
    const before = this.#items.length;
    let end: number;
    do {
      const at = afterSpaces(this.#text, this.#content + 1);
      const isMap = keyEnd(this.#text, at) >= 0;
      const item = isMap ? this.#map(at, depth + 1) : this.#inLine(at, column, depth);
      if (!item) return undefined;
      this.#items.push(item);
      ({ end } = item);
      if (!this.#isAtEnd() && this.#indent > column) return undefined;
    } while (!this.#isAtEnd() && this.#indent === column && this.#isDash(this.#content));
    const items = this.#items.splice(before);
    return { kind: 'seq', piece: this.#piece, start, end, flow: false, items };
  }

  #flow(start: number, depth: number): MapNode | SeqNode | undefined {
    if (depth > deepest) return undefined;
    return this.#text.charCodeAt(start) === openBracket ? this.#flowList(start, depth) : this.#flowMap(start, depth);
  }

  #flowList(start: number, depth: number): SeqNode | undefined {
    const before = this.#items.length;
    let at = afterSpaces(this.#text, start + 1);
    while (this.#items.length > before || this.#text.charCodeAt(at) !== closeBracket) {
      const item = this.#flowValue(at, depth);
      if (!item) return undefined;
      this.#items.push(item);
      at = afterSpaces(this.#text, item.end);
      if (this.#text.charCodeAt(at) === closeBracket) break;
      if (this.#text.charCodeAt(at) !== comma) return undefined;
      at = afterSpaces(this.#text, at + 1);
    }
    const items = this.#items.splice(before);
    return { kind: 'seq', piece: this.#piece, start, end: at + 1, flow: true, items };
  }

  #flowMap(start: number, depth: number): MapNode | undefined {
    const before = this.#pairs.length;
    let at = afterSpaces(this.#text, start + 1);
    while (this.#pairs.length > before || this.#text.charCodeAt(at) !== closeBrace) {
      const colon = flowKeyEnd(this.#text, at);
      if (colon < 0) return undefined;
      const key = scalarOf(this.#piece, at, colon, wordAt(this.#text, at, colon), 'plain');
      const value = this.#flowValue(afterSpaces(this.#text, colon + 1), depth);
      if (!value) return undefined;
      this.#pairs.push({ key, value });
      at = afterSpaces(this.#text, value.end);
      if (this.#text.charCodeAt(at) === closeBrace) break;
      if (this.#text.charCodeAt(at) !== comma) return undefined;
      at = afterSpaces(this.#text, at + 1);
    }
    const pairs = this.#pairs.splice(before);
    return { kind: 'map', piece: this.#piece, start, end: at + 1, flow: true, pairs, members: pairs };
  }

  #flowValue(at: number, depth: number): Node | undefined {
    const code = this.#text.charCodeAt(at);
    if (code === openBracket || code === openBrace) return this.#flow(at, depth + 1);
    return scalarAt(this.#piece, at, true);
  }
}
