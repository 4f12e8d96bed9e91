import type { EditedFile } from '../../edit/editedFile';
import { blockEnd, columnOf, firstNonBlank, lineAbove, lineStart, startsLine } from '../../edit/layout';
import type { PlanFile } from '../../plan/planFile';
import type { MapNode, Node, Pair, ScalarNode, SeqNode } from '../../syntax/tree';
import { lineEnd } from '../../text/lines';
import type { Span } from '../../text/span';
import { itemStart } from '../blocks';
import { contentOf } from '../scalarContent';

/**
 * The nodes that hold an absolute offset, and the parts of a text that a selection grows by, from the outermost to the
 * innermost. An entry is there twice where comments belong to it: with them, and by itself.
 */
export function nodeSpans(planFile: PlanFile, file: EditedFile, offset: number): readonly Span[] {
  const descent = new Descent(planFile, file, offset);
  descent.node(planFile.document.root);
  return descent.spans;
}

class Descent {
  readonly spans: Span[] = [];

  constructor(
    private readonly planFile: PlanFile,
    private readonly file: EditedFile,
    private readonly offset: number,
  ) {}

  /** Nesting is limited by the parser, so recursion is. */
  node(node: Node | undefined): void {
    if (!node || !this.#holds(this.#extent(node))) return;
    // The anchor and the tag of a value belong to it, and are no part of its text.
    this.spans.push({ start: this.file.outerStart(node), end: this.#end(node) }, this.#extent(node));
    if (node.kind === 'scalar') this.#scalar(node);
    else if (node.kind === 'map') this.#map(node);
    else if (node.kind === 'seq') this.#seq(node);
  }

  #map({ pairs, flow }: MapNode): void {
    const pair = this.#holding(pairs, (each) => this.#extentOfPair(each, flow));
    if (!pair) return;
    this.spans.push(this.#extentOfPair(pair, flow), this.#pair(pair));
    if (this.#holds(this.#extent(pair.key))) this.node(pair.key);
    else this.node(pair.value);
  }

  #seq({ items, flow }: SeqNode): void {
    const item = this.#holding(items, (each) => this.#extentOfItem(each, flow));
    if (!item) return;
    this.spans.push(this.#extentOfItem(item, flow), this.#item(item, flow));
    this.node(item);
  }

  #scalar(node: ScalarNode): void {
    const { source } = this.planFile.document;
    const content = source.spanOf(contentOf(node));
    if (!content || !this.#holds(content)) return;
    this.spans.push(content, this.#lineWithin(content));
    for (const { at } of this.planFile.references) {
      // Of a dependency the name, without its type and lag.
      const name = at.piece === node.piece && at.start >= node.start && at.end <= node.end && source.spanOf(at);
      if (name && name.start >= content.start && name.end <= content.end && this.#holds(name)) this.spans.push(name);
    }
  }

  /** The line of the offset, without its indentation, as far as it belongs to a text. */
  #lineWithin({ start, end }: Span): Span {
    const { text } = this.file;
    const stop = lineEnd(text, this.offset);
    const line = firstNonBlank(text, lineStart(text, this.offset), stop);
    return { start: Math.max(start, line), end: Math.min(end, stop) };
  }

  /** The one of some neighbours, in the order of the text, whose extent holds the offset. */
  #holding<T>(all: readonly T[], extent: (one: T) => Span): T | undefined {
    // Not all of many neighbours are measured.
    let low = 0;
    let high = all.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      const one = all[middle];
      if (one !== undefined && extent(one).start <= this.offset) low = middle;
      else high = middle - 1;
    }
    const found = all[low];
    return found !== undefined && this.#holds(extent(found)) ? found : undefined;
  }

  #pair({ key, value }: Pair): Span {
    return { start: this.file.outerStart(key), end: this.#end(value ?? key) };
  }

  #item(item: Node, flow: boolean): Span {
    return { start: flow ? this.file.outerStart(item) : itemStart(this.file, item), end: this.#end(item) };
  }

  #extentOfPair(pair: Pair, flow: boolean): Span {
    return flow ? this.#pair(pair) : this.#withComments(this.#pair(pair));
  }

  #extentOfItem(item: Node, flow: boolean): Span {
    return flow ? this.#item(item, flow) : this.#withComments(this.#item(item, flow));
  }

  /** A node, and what belongs to the first and the last entry of one in block style. */
  #extent(node: Node): Span {
    return { start: this.#start(node), end: this.#end(node) };
  }

  #start(node: Node): number {
    const [pair] = node.kind === 'map' && !node.flow ? node.pairs : [];
    if (pair) return this.#extentOfPair(pair, false).start;
    const [item] = node.kind === 'seq' && !node.flow ? node.items : [];
    return item ? this.#extentOfItem(item, false).start : this.file.span(node).start;
  }

  #end(node: Node): number {
    const pair = node.kind === 'map' && !node.flow ? node.pairs.at(-1) : undefined;
    if (pair) return this.#extentOfPair(pair, false).end;
    const item = node.kind === 'seq' && !node.flow ? node.items.at(-1) : undefined;
    return item ? this.#extentOfItem(item, false).end : this.file.span(node).end;
  }

  /** An entry with the comments above it that are not indented deeper, those behind it, and those below that are. */
  #withComments({ start, end }: Span): Span {
    const { text } = this.file;
    const column = columnOf(text, start);
    return { start: this.#commentsAbove(start, column), end: Math.max(end, blockEnd(text, end, column)) };
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

  #holds({ start, end }: Span): boolean {
    return start <= this.offset && this.offset <= end;
  }
}
