import type { CutPiece, SyntaxDocument } from './syntaxDocument';

/**
 * A way to read the comments of a document piece by piece. What was read of a piece holds for as long as it is there, and
 * what was read of all of them while none of those with comments changes: most edits are of others.
 *
 * @param read what follows from the comments of a piece, and from its text around them
 * @returns what was read of the pieces that have comments, one after the other
 */
export function byComments<T>(read: (cut: CutPiece) => readonly T[]): (document: SyntaxDocument) => readonly T[] {
  const ofPieces = new WeakMap<CutPiece, readonly T[]>();
  const ofAll = new WeakMap<readonly CutPiece[], readonly T[]>();
  const ofPiece = (cut: CutPiece): readonly T[] => {
    const known = ofPieces.get(cut) ?? read(cut);
    ofPieces.set(cut, known);
    return known;
  };
  return ({ commented }) => {
    const known = ofAll.get(commented) ?? commented.flatMap(ofPiece);
    ofAll.set(commented, known);
    return known;
  };
}
