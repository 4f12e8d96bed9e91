import type { EditedFile } from '../../edit/editedFile';
import { blockEnd, columnOf, firstNonBlank, lineAbove, lineStart, startsLine } from '../../edit/layout';
import type { PlanFile } from '../../plan/planFile';
import type { MapNode, Node, ScalarNode, SeqNode } from '../../syntax/tree';
import { lineEnd } from '../../text/lines';
import type { Piece, Place } from '../../text/sourceText';
import type { Span } from '../../text/span';
import { itemStart } from '../blocks';
import { contentOf } from '../scalarContent';

/** A pair of a map, or an element of a list. */
interface Entry {
  /** With its anchor, tag and dash. */
  readonly start: number;
  readonly key?: Node;
  readonly value: Node | undefined;
  /** The value, or the key where there is none. */
  readonly last: Node;
}

/** The nodes of one file by their places. */
export class NodeSpans {
  /** Where nodes of several entries end, with their comments. */
  readonly #ends = new Map<Node, number>();
  #names: ReadonlyMap<Piece, readonly Place[]> | undefined;

  constructor(
    private readonly planFile: PlanFile,
    private readonly file: EditedFile,
  ) {}

  /**
   * The nodes that hold an absolute offset, and the parts of a text that a selection grows by, from the outermost to the
   * innermost. An entry is there twice where comments belong to it: with them, and by itself.
   */
  at(offset: number): readonly Span[] {
    return [...this.#within(this.planFile.document.root, offset)];
  }

  /** Nesting is limited by the parser, so recursion is. */
  *#within(node: Node | undefined, offset: number): Iterable<Span> {
    const span = node && { start: this.#start(node), end: this.#end(node) };
    if (!span || !holds(span, offset)) return;
    // The anchor and the tag of a value belong to it, and are no part of its text.
    yield { start: this.file.outerStart(node), end: span.end };
    yield span;
    if (node.kind === 'scalar') yield* this.#parts(node, offset);
    else if (node.kind !== 'alias') yield* this.#entry(node, offset);
  }

  *#entry(node: MapNode | SeqNode, offset: number): Iterable<Span> {
    const entry = this.#holding(node, offset);
    if (!entry) return;
    const { start, key, value, last } = entry;
    yield this.#extent(node, entry);
    yield { start, end: this.#end(last) };
    const isKey = key && holds({ start, end: this.#end(key) }, offset);
    yield* this.#within(isKey ? key : value, offset);
  }

  *#parts(node: ScalarNode, offset: number): Iterable<Span> {
    const { source } = this.planFile.document;
    const content = source.spanOf(contentOf(node));
    if (!content || !holds(content, offset)) return;
    yield content;
    yield this.#lineOf(content, offset);
    for (const at of this.#namesIn(node.piece)) {
      const name = source.spanOf(at);
      // Of a dependency the name, without its type and lag.
      if (name && name.start >= content.start && name.end <= content.end && holds(name, offset)) yield name;
    }
  }

  /** Where a piece names other things. Read once for all offsets: there may be many names. */
  #namesIn(piece: Piece): readonly Place[] {
    this.#names ??= placesByPiece(this.planFile.references.map(({ at }) => at));
    return this.#names.get(piece) ?? [];
  }

  /** The line that holds an offset, without its indentation, as far as it belongs to a text. */
  #lineOf({ start, end }: Span, offset: number): Span {
    const { text } = this.file;
    const stop = lineEnd(text, offset);
    return { start: Math.max(start, firstNonBlank(text, lineStart(text, offset), stop)), end: Math.min(end, stop) };
  }

  /** The entry that holds an offset, with its comments. Not all of many entries are measured. */
  #holding(node: MapNode | SeqNode, offset: number): Entry | undefined {
    let low = 0;
    let high = count(node) - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#entryAt(node, middle)?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    // The comments above an entry stand before it.
    return [low, low + 1]
      .map((index) => this.#entryAt(node, index))
      .find((entry) => entry && holds(this.#extent(node, entry), offset));
  }

  #entryAt(node: MapNode | SeqNode, index: number): Entry | undefined {
    if (node.kind === 'map') {
      const pair = node.pairs[index];
      return (
        pair && {
          start: this.file.outerStart(pair.key),
          key: pair.key,
          value: pair.value,
          last: pair.value ?? pair.key,
        }
      );
    }
    const item = node.items[index];
    return (
      item && { start: node.flow ? this.file.outerStart(item) : itemStart(this.file, item), value: item, last: item }
    );
  }

  /** An entry of a block with its comments: those above it that are not indented deeper, and those below that are. */
  #extent({ flow }: MapNode | SeqNode, { start, last }: Entry): Span {
    const end = this.#end(last);
    if (flow) return { start, end };
    const column = columnOf(this.file.text, start);
    return { start: this.#commentsAbove(start, column), end: blockEnd(this.file.text, end, column) };
  }

  #start(node: Node): number {
    const first = isBlock(node) ? this.#entryAt(node, 0) : undefined;
    return first ? this.#commentsAbove(first.start, columnOf(this.file.text, first.start)) : this.file.span(node).start;
  }

  /** Where a node ends, with the comments that belong to the last entry of a block. */
  #end(node: Node): number {
    const known = this.#ends.get(node);
    if (known !== undefined) return known;
    const last = isBlock(node) ? this.#entryAt(node, count(node) - 1) : undefined;
    const end = last && isBlock(node) ? this.#extent(node, last).end : this.file.span(node).end;
    this.#ends.set(node, end);
    return end;
  }

  #commentsAbove(start: number, column: number): number {
    const { text } = this.file;
    if (!startsLine(text, start)) return start;
    let first = start;
    for (let at = lineAbove(text, lineStart(text, start)); at !== undefined; at = lineAbove(text, at)) {
      const content = firstNonBlank(text, at, lineEnd(text, at));
      if (text[content] !== '#' || content - at > column) break;
      first = content;
    }
    return first;
  }
}

function placesByPiece(places: readonly Place[]): ReadonlyMap<Piece, readonly Place[]> {
  const byPiece = new Map<Piece, Place[]>();
  for (const place of places) {
    const known = byPiece.get(place.piece);
    if (known) known.push(place);
    else byPiece.set(place.piece, [place]);
  }
  return byPiece;
}

function isBlock(node: Node): node is MapNode | SeqNode {
  return (node.kind === 'map' || node.kind === 'seq') && !node.flow;
}

function count(node: MapNode | SeqNode): number {
  return node.kind === 'map' ? node.pairs.length : node.items.length;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
