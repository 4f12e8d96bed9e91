import type { Stepwise } from '../stepwise';
import { SourceText, type Place } from '../text/sourceText';
import type { PieceRole } from './cut';
import { isMerge, Linker } from './link';
import type { SyntaxProblem } from './problem';
import type { CutPiece, Section, SyntaxDocument } from './syntaxDocument';
import { placeOf, type MapNode, type Node, type Pair } from './tree';

/** How many pieces are read in one step. */
const piecesPerStep = 16;

/** Puts the trees of pieces, in their order and without a gap, together to a document. */
export function composed(uri: string, pieces: readonly CutPiece[]): SyntaxDocument {
  const source = new SourceText(
    uri,
    pieces.map(({ piece }) => piece),
  );
  return new ComposedDocument(uri, source, pieces, compositionOf(pieces));
}

/** What the pieces of a document say together. */
type Composed = Pick<SyntaxDocument, 'commented' | 'root' | 'problems' | 'linked' | 'sections'>;

function compositionOf(pieces: readonly CutPiece[]): Composed {
  const composition = new Composition();
  pieces.forEach((piece, index) => {
    composition.add(piece, index);
  });
  return { commented: pieces.filter(hasComment), ...composition.finish() };
}

export function hasComment({ tree }: CutPiece): boolean {
  return tree.comments.length > 0;
}

/** A document of pieces that have been put together. */
export class ComposedDocument implements SyntaxDocument {
  readonly commented: readonly CutPiece[];
  readonly problems: readonly SyntaxProblem[];
  readonly linked: boolean;
  readonly sections: readonly Section[];
  #root: Node | undefined;
  #isHeld = true;
  #isPartlyHeld = false;

  constructor(
    readonly uri: string,
    readonly source: SourceText,
    readonly pieces: readonly CutPiece[],
    { commented, root, problems, linked, sections }: Composed,
  ) {
    this.commented = commented;
    this.#root = root;
    this.problems = problems;
    this.linked = linked;
    this.sections = sections;
  }

  get root(): Node | undefined {
    if (!this.#isHeld) {
      this.#root = compositionOf(this.pieces).root;
      this.#isHeld = true;
    }
    return this.#root;
  }

  letGoOfNodes(): void {
    if (!this.#isHeld && !this.#isPartlyHeld) return;
    this.#isHeld = false;
    this.#isPartlyHeld = false;
    this.#root = undefined;
    for (const { tree } of this.pieces) tree.letGo();
  }

  *holdingNodes(): Stepwise<void> {
    for (const [index, { tree }] of this.pieces.entries()) {
      if (this.#isHeld) return;
      if (index % piecesPerStep === 0) yield;
      this.#isPartlyHeld = true;
      tree.hold();
    }
    this.#root = this.root;
  }
}

/** A top-level key whose entries are pieces of their own. */
interface OpenSection {
  readonly head: Pair;
  readonly entries: Pair[];
  /** The columns of entries that are indented differently, which is said once of each. */
  readonly columns: Set<number>;
  /** The index of the piece of its key. */
  readonly first: number;
  /** Whether each piece since has been one entry. */
  even: boolean;
}

/** Puts the trees of the pieces together to the tree of the file. */
class Composition {
  readonly #problems: SyntaxProblem[] = [];
  readonly #linker = new Linker();
  readonly #top: Pair[] = [];
  readonly #sections: Section[] = [];
  #section: OpenSection | undefined;
  #only: Node | undefined;
  #linked = false;

  add({ role, inside, tree }: CutPiece, index: number): void {
    this.#problems.push(...tree.problems);
    this.#linked ||= tree.linked;
    if (this.#section && role === 'stray') this.#section.even = false;
    if (role === 'prologue' || role === 'stray' || role === 'rest' || !tree.root) return;
    const before = this.#linker.problems.length;
    const root = tree.linked ? this.#linker.link(tree.root) : tree.root;
    this.#problems.push(...this.#linker.problems.slice(before));
    if (role === 'whole' || root.kind !== 'map') {
      this.#only ??= root;
    } else if (role === 'entry' && this.#section) {
      this.#entry(this.#section, root, inside);
    } else {
      this.#topLevel(root, role, index);
    }
  }

  finish(): Omit<Composed, 'commented'> {
    this.#closeSection();
    const root = this.#map(this.#top) ?? this.#only;
    return { root, problems: this.#problems, linked: this.#linked, sections: this.#linked ? [] : this.#sections };
  }

  #entry(section: OpenSection, root: MapNode, inside: number): void {
    const column = columnOf(root);
    if (column !== inside || root.pairs.length !== 1) section.even = false;
    if (column !== inside && !section.columns.has(column)) this.#problems.push(misindented(root, column, inside));
    section.entries.push(...root.pairs);
    section.columns.add(column);
  }

  #topLevel(root: MapNode, role: PieceRole, index: number): void {
    this.#closeSection();
    const column = columnOf(root);
    if (column !== 0) this.#problems.push(misindented(root, column, 0));
    const [head] = root.pairs;
    if (role === 'head' && head) this.#section = { head, entries: [], columns: new Set(), first: index, even: true };
    else this.#top.push(...root.pairs);
  }

  #closeSection(): void {
    if (!this.#section) return;
    const { head, entries, first, even } = this.#section;
    this.#section = undefined;
    const value = this.#map(entries);
    if (even) this.#sections.push({ first, count: entries.length, at: this.#top.length });
    this.#top.push(value ? { key: head.key, value } : head);
  }

  /** A block map over several pieces; undefined without pairs. */
  #map(pairs: readonly Pair[]): MapNode | undefined {
    const before = this.#linker.problems.length;
    const members = pairs.some(isMerge) ? this.#linker.members(pairs) : pairs;
    this.#problems.push(...this.#linker.problems.slice(before));
    return blockMap(pairs, members);
  }
}

/** A block map over several pieces; undefined without pairs. */
export function blockMap(pairs: readonly Pair[], members = pairs): MapNode | undefined {
  const [head] = pairs;
  const tail = pairs.at(-1);
  if (!head || !tail) return undefined;
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

/** The column of the first key of a piece. */
export function columnOf(root: MapNode): number {
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
