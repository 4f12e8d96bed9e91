import type { Stepwise } from '../stepwise';
import type { Piece, SourceText } from '../text/sourceText';
import type { PieceRole } from './cut';
import type { HeldTree } from './heldTree';
import type { SyntaxProblem } from './problem';
import type { Node } from './tree';

/** A piece in its place in the cut, and what it says. */
export interface CutPiece {
  readonly piece: Piece;
  readonly role: PieceRole;
  /** See `Cut.inside`. */
  readonly inside: number;
  readonly tree: HeldTree;
}

/** A top-level key whose entries follow it, a piece each, without anything between them. */
export interface Section {
  /** The index of the piece of its key. */
  readonly first: number;
  /** How many entries it has. */
  readonly count: number;
  /** The index of its pair among those of the root. */
  readonly at: number;
}

/**
 * The syntax of one version of a file. Immutable; what an edit did not touch is shared with the version before. Its
 * nodes come and go (see `letGoOfNodes`): whoever keeps something by a node finds it only as long as they are held.
 */
export interface SyntaxDocument {
  readonly uri: string;
  readonly source: SourceText;
  readonly pieces: readonly CutPiece[];
  /** The pieces that have a comment: in a large file few do. */
  readonly commented: readonly CutPiece[];
  /** The root of the file's tree; undefined for a file without content. */
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** Whether an alias, an anchor or a merge key links pieces with one another. */
  readonly linked: boolean;
  /** The sections of which an entry can be exchanged without a look at the others, in source order. */
  readonly sections: readonly Section[];
  /**
   * Lets go of all nodes, until somebody asks for one: they are read again then, from the same pieces. Places, problems
   * and comments stay as they are.
   */
  letGoOfNodes(): void;
  /** Reads all nodes that have been let go of, bit by bit. */
  holdingNodes(): Stepwise<void>;
}
