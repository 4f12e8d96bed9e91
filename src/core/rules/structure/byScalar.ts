import type { Piece, Place } from '../../text/sourceText';

/** What is known of scalars, by where they stand: their nodes are others once they have been let go of and read again. */
export class ByScalar<T> {
  readonly #byPiece = new Map<Piece, Map<string, T>>();

  get(scalar: Place): T | undefined {
    return this.#byPiece.get(scalar.piece)?.get(keyOf(scalar));
  }

  set(scalar: Place, value: T): void {
    const inPiece = this.#byPiece.get(scalar.piece) ?? new Map<string, T>();
    this.#byPiece.set(scalar.piece, inPiece.set(keyOf(scalar), value));
  }
}

function keyOf({ start, end }: Place): string {
  return `${String(start)} ${String(end)}`;
}
