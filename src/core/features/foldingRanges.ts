import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import { EditedFile } from '../edit/editedFile';
import { blockEnd, columnOf, startsLine } from '../edit/layout';
import type { SyntaxDocument } from '../syntax/document';
import type { MapNode, Node, Pair, SeqNode } from '../syntax/tree';
import { commentRuns, itemStart } from './blocks';
import type { PlanState } from './planState';

/** What a client can take of folding ranges. */
export interface FoldingRequest {
  /** Whether it folds whole lines only. */
  readonly lineFoldingOnly?: boolean | undefined;
  /** How many ranges it takes at most; absent: any number. */
  readonly rangeLimit?: number | undefined;
}

/**
 * What folds in a file: every entry, list element and text of several lines, to the last line that belongs to it, and
 * runs of comment lines. One range starts in a line, the outermost. Where the client takes fewer than there are, outer
 * ones go first.
 *
 * @returns in source order; undefined for a file of no plan
 */
export function foldingRanges(
  { plan }: PlanState,
  uri: string,
  request: FoldingRequest = {},
): readonly FoldingRange[] | undefined {
  const document = plan.files.get(uri)?.document;
  if (!document) return undefined;
  const folding = new Folding(document, request);
  folding.levels(document.root);
  folding.comments();
  return folding.ranges;
}

class Folding {
  readonly #byLine = new Map<number, FoldingRange>();
  readonly #file: EditedFile;
  readonly #limit: number;

  constructor(
    private readonly document: SyntaxDocument,
    private readonly request: FoldingRequest,
  ) {
    this.#file = new EditedFile(document);
    this.#limit = Math.max(0, request.rangeLimit ?? Infinity);
  }

  get ranges(): readonly FoldingRange[] {
    return [...this.#byLine.values()].sort((one, other) => one.startLine - other.startLine);
  }

  /** Folds one level of nesting after the other, so that outer ranges are there when the limit is reached. */
  levels(root: Node | undefined): void {
    if (isFlow(root)) this.#flow(root, this.#file.span(root).start);
    for (let level = isCollection(root) ? [root] : []; level.length > 0;) {
      const next: Collection[] = [];
      for (const node of level) {
        if (this.#isFull) return;
        if (node.kind === 'map') this.#map(node, next);
        else this.#seq(node, next);
      }
      level = next;
    }
  }

  comments(): void {
    for (const piece of this.document.pieces) {
      for (const run of commentRuns(piece)) {
        const span = this.document.source.spanOf(run);
        if (span) this.#addLines(span.start, this.#line(span.end), { kind: FoldingRangeKind.Comment });
      }
    }
  }

  get #isFull(): boolean {
    return this.#byLine.size >= this.#limit;
  }

  #map(map: MapNode, next: Collection[]): void {
    for (const pair of map.pairs) {
      if (!map.flow) this.#pair(pair);
      else if (isFlow(pair.value)) this.#flow(pair.value, this.#file.span(pair.value).start);
      if (isCollection(pair.value)) next.push(pair.value);
    }
  }

  #pair({ key, value }: Pair): void {
    const { start } = this.#file.span(key);
    if (isFlow(value)) this.#flow(value, start);
    else this.#block(start, this.#file.span(value ?? key).end, columnOf(this.#file.text, start));
  }

  #seq(seq: SeqNode, next: Collection[]): void {
    const column = seq.flow ? 0 : this.#file.column(seq);
    for (const item of seq.items) {
      const { start, end } = this.#file.span(item);
      const first = seq.flow ? start : itemStart(this.#file, item);
      if (isFlow(item)) this.#flow(item, first);
      else if (!seq.flow) this.#block(first, end, column);
      if (isCollection(item)) next.push(item);
    }
  }

  /** Folds what stands behind a key or dash in `column`, and the comments that are indented deeper than it. */
  #block(start: number, end: number, column: number): void {
    this.#addLines(start, this.#line(blockEnd(this.#file.text, end, column)));
  }

  /** Folds what stands in brackets. A closing bracket on a line of its own stays in view. */
  #flow(node: Collection, start: number): void {
    const { text } = this.#file;
    const { start: open, end } = this.#file.span(node);
    const close = /[\]}]/.test(text[end - 1] ?? '') ? end - 1 : end;
    if (this.request.lineFoldingOnly === true) {
      const last = close < end && startsLine(text, close) ? this.#line(close) - 1 : this.#line(close);
      this.#addLines(start, last);
    } else if (this.#line(start) === this.#line(open)) {
      const { source } = this.document;
      const startCharacter = source.positionAt(open + 1).character;
      this.#addLines(start, this.#line(close), { startCharacter, endCharacter: source.positionAt(close).character });
    } else {
      this.#addLines(start, this.#line(end));
    }
  }

  #addLines(start: number, endLine: number, more: Partial<FoldingRange> = {}): void {
    const startLine = this.#line(start);
    if (endLine <= startLine || this.#isFull || this.#byLine.has(startLine)) return;
    this.#byLine.set(startLine, { startLine, endLine, ...more });
  }

  #line(offset: number): number {
    return this.document.source.positionAt(offset).line;
  }
}

type Collection = MapNode | SeqNode;

function isCollection(node: Node | undefined): node is Collection {
  return node?.kind === 'map' || node?.kind === 'seq';
}

function isFlow(node: Node | undefined): node is Collection {
  return isCollection(node) && node.flow;
}
