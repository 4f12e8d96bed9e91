import { columnOf } from '../../edit/layout';
import type { Cut } from '../../syntax/cut';
import type { SyntaxDocument } from '../../syntax/document';
import { readPiece, type PieceTree } from '../../syntax/pieceTree';
import { recut } from '../../syntax/recut';
import { keyText, type MapNode, type Node, type ScalarNode, type SeqNode } from '../../syntax/tree';
import { Piece, SourceText } from '../../text/sourceText';
import type { Span } from '../../text/span';
import { cursorAt } from '../cursor';

/** How the text around a place would be read if something else stood there. */
export interface Reading {
  /** How many mistakes there would be in what the change reaches. */
  readonly problems: number;
  readonly landing: Landing | undefined;
}

/** The key or value that a mark becomes a part of. */
export interface Landing {
  readonly node: ScalarNode;
  readonly isKey: boolean;
  /** Leads to the value; for a key, to the value that it is the key of. */
  readonly path: readonly string[];
  /** The collections around the word, outermost first, as far as they stand in its piece. */
  readonly around: readonly (MapNode | SeqNode)[];
  /** Where the word stands in the text with the change, quotes included. */
  readonly span: Span;
  readonly isOneLine: boolean;
}

/** A change that reaches more pieces than these is judged by those next to it. */
const mostPieces = 12;

interface ReadCut {
  readonly cut: Cut;
  readonly piece: Piece;
  readonly tree: PieceTree;
}

/**
 * Reads a document as if `text` stood in a span of it, and finds what a mark in that text becomes: a key, a value, a
 * part of a longer text. It is the parser that says so, whatever the style of the file and whatever is broken around it.
 * The document is not changed, and only the pieces that the change touches are read.
 *
 * @param span absolute offsets
 * @param mark the offset in `text` of a character that stands for what is being typed
 */
export function readWith(document: SyntaxDocument, span: Span, text: string, mark: number): Reading {
  const { uri, source } = document;
  const { kept, pieces: fresh } = recut(document, span.start, span.end, text);
  const base = source.startOf(kept);
  const at = span.start + mark - base;
  const index = fresh.cuts.findIndex(({ start, end }) => start <= at && at < end);
  const read = (cut: Cut): ReadCut => {
    const piece = new Piece(uri, fresh.text.slice(cut.start, cut.end));
    return { cut, piece, tree: readPiece(piece, cut.role) };
  };
  const first = fresh.cuts.length > mostPieces ? Math.max(0, index - 1) : 0;
  const near = fresh.cuts.slice(first, fresh.cuts.length > mostPieces ? index + 2 : undefined).map(read);
  const problems = near.reduce((sum, each) => sum + problemsOf(each), 0);
  const own = near[index - first];
  const landing = own && landingIn(own, at - own.cut.start, base + own.cut.start);
  if (!own || !landing) return { problems, landing: undefined };
  const section = own.cut.role === 'entry' ? sectionKey(document, kept, fresh.cuts.slice(0, index), read) : [];
  return { problems, landing: { ...landing, path: [...section, ...landing.path] } };
}

function problemsOf({ cut, piece, tree }: ReadCut): number {
  const { root, problems } = tree;
  const isPlaced = cut.role === 'entry' || cut.role === 'top' || cut.role === 'head';
  if (!root || !isPlaced) return problems.length;
  const column = cut.role === 'entry' ? cut.inside : 0;
  return problems.length + (columnOf(piece.text, root.start) === column ? 0 : 1);
}

function landingIn({ piece, tree: { root } }: ReadCut, at: number, base: number): Landing | undefined {
  const source = new SourceText(piece.uri, [piece]);
  const { steps, word } = cursorAt({ document: { source, root } }, at);
  if (word?.node.kind !== 'scalar') return undefined;
  const { node, isKey, path } = word;
  if (at < node.start || at >= node.end) return undefined;
  // The last step leads to the word, or to the value that it is the key of.
  const around = [root, ...steps.slice(0, -1).map(({ value }) => value)].filter(isCollection);
  return {
    node,
    isKey,
    path,
    around,
    span: { start: base + node.start, end: base + node.end },
    isOneLine: !/[\r\n]/.test(piece.text.slice(node.start, node.end)),
  };
}

function isCollection(node: Node | undefined): node is MapNode | SeqNode {
  return node?.kind === 'map' || node?.kind === 'seq';
}

/** The key of the section whose entries follow: in what was cut anew, else in what is before. */
function sectionKey(
  { pieces }: SyntaxDocument,
  kept: number,
  before: readonly Cut[],
  read: (cut: Cut) => ReadCut,
): readonly string[] {
  const cut = before.findLast(({ role }) => role === 'head');
  let index = kept - 1;
  while (!cut && index > 0 && pieces[index]?.role !== 'head') index--;
  const head = cut ? read(cut).tree.root : pieces[index]?.tree.root;
  const pair = head?.kind === 'map' ? head.pairs[0] : undefined;
  const key = pair && keyText(pair);
  return key === undefined ? [] : [key];
}
