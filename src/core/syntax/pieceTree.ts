import type { Piece } from '../text/sourceText';
import type { Span } from '../text/span';
import { commentsOf } from './comments';
import type { PieceRole } from './cut';
import { treeFromEvents } from './fromEvents';
import { maxNesting, nestingBound } from './nesting';
import { plainBlocks } from './plainBlocks';
import type { SyntaxProblem } from './problem';
import { firstContent } from './contentLine';
import { keyNode, mapOf, repaired, strayProblem, tooDeep } from './repair';
import { isBareAfter, keyColon } from './lineShape';
import type { Node } from './tree';

/** What one piece says, whatever stands around it. */
export interface PieceTree {
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Span[];
  /** Whether an alias, an anchor or a merge key stands in it, which have to be linked with those of other pieces. */
  readonly linked: boolean;
}

const none: readonly SyntaxProblem[] = [];

/**
 * Reads one piece of a cut file. Never throws: what cannot be read is a problem, and the rest of the piece stays.
 */
export function readPiece(piece: Piece, role: PieceRole): PieceTree {
  if (role === 'prologue')
    return { root: undefined, problems: [], comments: commentsOf(piece, undefined), linked: false };
  if (role === 'rest') return restTree(piece);
  const part = { piece, text: piece.text, base: 0 };
  if (role === 'stray') {
    const line = firstContent(piece.text);
    const problems = line ? [strayProblem(part, line)] : [];
    return { root: undefined, problems, comments: commentsOf(piece, undefined), linked: false };
  }
  const plain = plainBlocks(piece);
  if (plain) return { root: plain, problems: none, comments: commentsOf(piece, plain), linked: false };
  try {
    const tree = treeFromEvents(part, role === 'entry' ? maxNesting - 1 : maxNesting);
    const problems = tree.second === undefined ? [] : [secondDocument(piece, tree.second)];
    const comments = commentsOf(piece, tree.root);
    return { root: tree.root, problems, comments, linked: tree.linked || tree.anchored };
  } catch {
    if (nestingBound(piece.text) > maxNesting) return deepTree(piece);
    const { root, problems } = repaired(part);
    return { root, problems, comments: commentsOf(piece, root), linked: /[&*]|<</.test(piece.text) };
  }
}

function restTree(piece: Piece): PieceTree {
  const line = firstContent(piece.text);
  const after = line && (!isBareAfter(piece.text, line.at + 3, line.end) || firstContent(piece.text, line.end));
  // `...` alone ends a document without starting another one.
  const ends = line && piece.text.startsWith('...', line.at) && !after;
  const problems = line && !ends ? [secondDocument(piece, line.at)] : [];
  return { root: undefined, problems, comments: [], linked: false };
}

function secondDocument(piece: Piece, start: number): SyntaxProblem {
  return {
    at: { piece, start, end: start + 3 },
    message: 'A plan file holds one document, and a second one starts here: move it to a file of its own.',
    plain: false,
  };
}

/** A piece that nests too deep keeps its key, so that what refers to it still finds it. */
function deepTree(piece: Piece): PieceTree {
  const part = { piece, text: piece.text, base: 0 };
  const line = firstContent(piece.text);
  if (!line) return { root: undefined, problems: [], comments: [], linked: false };
  const colon = keyColon(piece.text, line.content, line.end);
  const key = colon < 0 ? undefined : keyNode(part, line, colon);
  const at = { piece, start: line.content, end: colon < 0 ? Math.min(line.end, line.content + 1) : colon };
  return {
    root: key && mapOf(part, [{ key }]),
    problems: [{ at, message: tooDeep, plain: false }],
    comments: [],
    linked: false,
  };
}
