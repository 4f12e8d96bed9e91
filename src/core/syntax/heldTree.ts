import type { Piece } from '../text/sourceText';
import type { Span } from '../text/span';
import type { PieceRole } from './cut';
import { readPiece, type PieceTree } from './pieceTree';
import type { SyntaxProblem } from './problem';
import type { Node } from './tree';

/**
 * What one piece says, whose nodes can be let go of: they are most of what is held of a file. What is asked of every
 * file again and again, its comments and problems, stays.
 */
export class HeldTree implements PieceTree {
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Span[];
  readonly linked: boolean;
  readonly #piece: Piece;
  readonly #role: PieceRole;
  #root: Node | undefined;
  #isHeld = true;

  constructor(piece: Piece, role: PieceRole) {
    const { root, problems, comments, linked } = readPiece(piece, role);
    this.#piece = piece;
    this.#role = role;
    this.#root = root;
    this.problems = problems;
    this.comments = comments;
    this.linked = linked;
    piece.isEntry = role === 'entry' && !linked && root?.kind === 'map' && root.pairs.length === 1;
  }

  /** Read again from the same text where it has been let go of: nodes like those before, and none of them. */
  get root(): Node | undefined {
    this.hold();
    return this.#root;
  }

  /** Reads the nodes where they have been let go of. */
  hold(): void {
    if (this.#isHeld) return;
    this.#root = readPiece(this.#piece, this.#role).root;
    this.#isHeld = true;
  }

  /** Lets go of the nodes until they are asked for. */
  letGo(): void {
    this.#isHeld = this.#root === undefined && this.#isHeld;
    this.#root = undefined;
  }
}
