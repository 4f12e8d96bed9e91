import type { TextChange } from '../text/sourceText';
import { Piece, SourceText, type Place } from '../text/sourceText';
import { cut, type Cut, type PieceRole } from './cut';
import { isMerge, Linker } from './link';
import { readPiece } from './pieceTree';
import type { SyntaxProblem } from './problem';
import { recut } from './recut';
import type { CutPiece, SyntaxDocument } from './syntaxDocument';
import { placeOf, type MapNode, type Node, type Pair } from './tree';

export type { CutPiece, SyntaxDocument } from './syntaxDocument';

/** Reads a text. Never throws: what cannot be read is among the problems, and everything else keeps its meaning. */
export function parseDocument(uri: string, text: string): SyntaxDocument {
  return compose(
    uri,
    cut(text).map((part) => cutPiece(uri, text, part)),
  );
}

/**
 * The document after edits, applied one after the other as the Language Server Protocol orders them. The result is
 * what {@link parseDocument} would give for the edited text; pieces that the edits did not touch keep their identity.
 */
export function editDocument(document: SyntaxDocument, changes: readonly TextChange[]): SyntaxDocument {
  return changes.reduce((before, change) => {
    if (!change.range) return parseDocument(before.uri, change.text);
    const start = before.source.offsetAt(change.range.start);
    const end = Math.max(start, before.source.offsetAt(change.range.end));
    const { kept, pieces, dropped } = recut(before, start, end, change.text);
    const fresh = pieces.text === '' ? [] : pieces.cuts.map((part) => cutPiece(before.uri, pieces.text, part));
    return compose(before.uri, [...before.pieces.slice(0, kept), ...fresh, ...before.pieces.slice(dropped)]);
  }, document);
}

function cutPiece(uri: string, text: string, { start, end, role, inside }: Cut): CutPiece {
  const piece = new Piece(uri, text.slice(start, end));
  return { piece, role, inside, tree: readPiece(piece, role) };
}

function compose(uri: string, cuts: readonly CutPiece[]): SyntaxDocument {
  // An empty file has one empty piece, so that what it lacks has a place.
  const pieces = cuts.length > 0 ? cuts : [cutPiece(uri, '', { start: 0, end: 0, role: 'prologue', inside: 0 })];
  const source = new SourceText(
    uri,
    pieces.map(({ piece }) => piece),
  );
  const composition = new Composition();
  for (const piece of pieces) composition.add(piece);
  const { root, problems } = composition.finish();
  return { uri, source, pieces, root, problems };
}

/** A top-level key whose entries are pieces of their own. */
interface Section {
  readonly head: Pair;
  readonly entries: Pair[];
  /** The columns of entries that are indented differently, which is said once of each. */
  readonly columns: Set<number>;
}

/** Puts the trees of the pieces together to the tree of the file. */
class Composition {
  readonly #problems: SyntaxProblem[] = [];
  readonly #linker = new Linker();
  readonly #top: Pair[] = [];
  #section: Section | undefined;
  #only: Node | undefined;

  add({ role, inside, tree }: CutPiece): void {
    this.#problems.push(...tree.problems);
    if (role === 'prologue' || role === 'stray' || role === 'rest' || !tree.root) return;
    const before = this.#linker.problems.length;
    const root = tree.linked ? this.#linker.link(tree.root) : tree.root;
    this.#problems.push(...this.#linker.problems.slice(before));
    if (role === 'whole' || root.kind !== 'map') {
      this.#only ??= root;
    } else if (role === 'entry' && this.#section) {
      this.#entry(this.#section, root, inside);
    } else {
      this.#topLevel(root, role);
    }
  }

  finish(): { root: Node | undefined; problems: readonly SyntaxProblem[] } {
    this.#closeSection();
    const root = this.#map(this.#top) ?? this.#only;
    return { root, problems: this.#problems };
  }

  #entry(section: Section, root: MapNode, inside: number): void {
    const column = columnOf(root);
    if (column !== inside && !section.columns.has(column)) this.#problems.push(misindented(root, column, inside));
    section.entries.push(...root.pairs);
    section.columns.add(column);
  }

  #topLevel(root: MapNode, role: PieceRole): void {
    this.#closeSection();
    const column = columnOf(root);
    if (column !== 0) this.#problems.push(misindented(root, column, 0));
    const [head] = root.pairs;
    if (role === 'head' && head) this.#section = { head, entries: [], columns: new Set() };
    else this.#top.push(...root.pairs);
  }

  #closeSection(): void {
    if (!this.#section) return;
    const { head, entries } = this.#section;
    this.#section = undefined;
    const value = this.#map(entries);
    this.#top.push(value ? { key: head.key, value } : head);
  }

  /** A block map over several pieces; undefined without pairs. */
  #map(pairs: readonly Pair[]): MapNode | undefined {
    const [head] = pairs;
    const tail = pairs.at(-1);
    if (!head || !tail) return undefined;
    const before = this.#linker.problems.length;
    const members = pairs.some(isMerge) ? this.#linker.members(pairs) : pairs;
    this.#problems.push(...this.#linker.problems.slice(before));
    const first = placeOf(head.key);
    const last = placeOf(tail.value ?? tail.key);
    const ending = last.last ?? last.piece;
    return {
      kind: 'map',
      piece: first.piece,
      start: first.start,
      end: last.end,
      ...(ending === first.piece ? {} : { last: ending }),
      flow: false,
      pairs,
      members,
    };
  }
}

function columnOf(root: MapNode): number {
  const { text } = root.piece;
  let at = root.start;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return root.start - at - (text.charCodeAt(at) === 0xfeff ? 1 : 0);
}

function misindented(root: MapNode, column: number, wanted: number): SyntaxProblem {
  const key = root.pairs[0]?.key;
  const at: Place = placeOf(key ?? root);
  const spaces = (count: number): string => (count === 1 ? '1 space' : `${String(count)} spaces`);
  return {
    at,
    message: `This is indented by ${spaces(column)}, and the entries beside it by ${spaces(wanted)}: align them.`,
    plain: true,
  };
}
