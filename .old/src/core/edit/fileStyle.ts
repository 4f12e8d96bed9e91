import type { SyntaxDocument } from '../syntax/document';
import { keyText, placeOf, type MapNode, type Node, type SeqNode } from '../syntax/tree';
import { lineEnd, nextLineStart } from '../text/lines';
import { columnOf } from './layout';
import type { Quote } from './scalarText';

/** How a file is written, so that what is added looks like what is there. */
export interface FileStyle {
  /** The line break that most files have throughout: that of the first line. */
  readonly eol: string;
  /** By how many spaces a block map is indented below its key. */
  readonly indent: number;
  /** By how many spaces the dashes of a list are indented below their key. */
  readonly listIndent: number;
  readonly quote: Quote;
  /** Whether blanks stand inside the braces of a flow map: `{ a: 1 }`. */
  readonly padded: boolean;
  /** Whether lists of texts are written in brackets: those of this key, where the file has any, else all others. */
  flowLists(key: string): boolean;
}

/** Reads the style of a file from what is there; where it says nothing, that of the format's own examples. */
export function fileStyle(document: SyntaxDocument, text: string): FileStyle {
  const survey = new Survey(document, text);
  survey.node(document.root);
  return survey.style();
}

class Survey {
  readonly #indents = new Map<number, number>();
  readonly #listIndents = new Map<number, number>();
  /** By key, how many more lists are written in brackets than in lines. */
  readonly #flowLists = new Map<string, number>();
  #allFlowLists = 0;
  #double = 0;
  #padded = 0;

  constructor(
    private readonly document: SyntaxDocument,
    private readonly text: string,
  ) {}

  style(): FileStyle {
    const end = lineEnd(this.text, 0);
    const eol = this.text.slice(end, nextLineStart(this.text, end)) || '\n';
    const indent = mostFrequent(this.#indents) ?? 2;
    return {
      eol,
      indent,
      listIndent: mostFrequent(this.#listIndents) ?? indent,
      quote: this.#double > 0 ? 'double' : 'single',
      padded: this.#padded >= 0,
      flowLists: (key) => (this.#flowLists.get(key) ?? this.#allFlowLists) > 0,
    };
  }

  /** Nesting is limited by the parser, so recursion is. */
  node(node: Node | undefined, key = ''): void {
    if (node?.kind === 'scalar') {
      if (node.style === 'double') this.#double++;
      else if (node.style === 'single') this.#double--;
    } else if (node?.kind === 'seq') {
      this.#seq(node, key);
    } else if (node?.kind === 'map') {
      this.#map(node);
    }
  }

  #seq(seq: SeqNode, key: string): void {
    if (seq.items.length > 0 && seq.items.every(({ kind }) => kind === 'scalar')) {
      const vote = seq.flow ? 1 : -1;
      this.#flowLists.set(key, (this.#flowLists.get(key) ?? 0) + vote);
      this.#allFlowLists += vote;
    }
    for (const item of seq.items) this.node(item);
  }

  #map(map: MapNode): void {
    if (map.flow && map.pairs.length > 0) this.#padded += /^\{\s/.test(map.piece.text.slice(map.start)) ? 1 : -1;
    for (const pair of map.pairs) {
      const { value } = pair;
      if (!map.flow && (value?.kind === 'map' || value?.kind === 'seq') && !value.flow) this.#nesting(map, value);
      if (pair.key.kind === 'scalar') this.node(pair.key);
      this.node(value, keyText(pair));
    }
  }

  #nesting(map: MapNode, value: MapNode | SeqNode): void {
    const deeper = this.#column(value) - this.#column(map);
    const indents = value.kind === 'map' ? this.#indents : this.#listIndents;
    if (deeper > 0 || (deeper === 0 && value.kind === 'seq')) indents.set(deeper, (indents.get(deeper) ?? 0) + 1);
  }

  #column(node: Node): number {
    return columnOf(this.text, this.document.source.spanOf(placeOf(node))?.start ?? 0);
  }
}

function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
