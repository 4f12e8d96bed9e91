import { spliced } from '../spliced';
import { lastNotAbove } from '../text/lines';
import { blockMap, columnOf, ComposedDocument, hasComment } from './composition';
import type { CutPiece, Section, SyntaxDocument } from './syntaxDocument';
import type { Pair } from './tree';

/**
 * The document with other pieces in the place of some, where all of these are entries of one section and say all that
 * they say by themselves. Nothing else of the document is looked at: what is long is copied, and that is all.
 *
 * @param kept the index of the first piece that goes
 * @param dropped the index of the first piece that stays after them
 * @returns undefined where the pieces have to be put together anew
 */
export function splicedDocument(
  document: SyntaxDocument,
  kept: number,
  fresh: readonly CutPiece[],
  dropped: number,
): SyntaxDocument | undefined {
  const { uri, pieces, root, sections, source, problems, linked } = document;
  const place = sectionAt(sections, kept);
  const section = sections[place];
  if (!section || kept <= section.first || dropped > section.first + 1 + section.count) return undefined;
  const old = pieces.slice(kept, dropped);
  const inside = pieces[section.first + 1]?.inside;
  const isEntry = (piece: CutPiece): boolean => piece.inside === inside && isPlain(piece);
  if (root?.kind !== 'map' || !old.every(isEntry) || !fresh.every(isEntry)) return undefined;
  const top = root.pairs[section.at];
  if (top?.value?.kind !== 'map') return undefined;
  const offset = section.first + 1;
  const entries = spliced(top.value.pairs, kept - offset, dropped - offset, fresh.flatMap(pairsOf));
  const value = blockMap(entries);
  if (!value) return undefined;
  const grown = fresh.length - old.length;
  const text = source.spliced(
    kept,
    fresh.map(({ piece }) => piece),
    dropped,
  );
  const all = spliced(pieces, kept, dropped, fresh);
  return new ComposedDocument(uri, text, all, {
    commented: old.some(hasComment) || fresh.some(hasComment) ? all.filter(hasComment) : document.commented,
    root: blockMap(spliced(root.pairs, section.at, section.at + 1, [{ key: top.key, value }])),
    problems,
    linked,
    sections: sections.map((one, index) => moved(one, index - place, grown)),
  });
}

/** The section that holds the entry of an index among the pieces; undefined for any other piece. */
export function sectionOf({ sections }: SyntaxDocument, index: number): Section | undefined {
  const section = sections[sectionAt(sections, index)];
  return section && index > section.first && index <= section.first + section.count ? section : undefined;
}

/** The index of the section that the piece of an index stands in, or after. */
function sectionAt(sections: readonly Section[], index: number): number {
  return lastNotAbove(
    sections.map(({ first }) => first),
    index,
  );
}

/** A section after one that has grown: itself, one before it (below zero) or one after it. */
function moved(section: Section, distance: number, grown: number): Section {
  if (distance < 0 || grown === 0) return section;
  return distance === 0 ? { ...section, count: section.count + grown } : { ...section, first: section.first + grown };
}

/** Whether a piece is one entry, at its column, without a mistake and without a link to another piece. */
function isPlain({ role, inside, tree }: CutPiece): boolean {
  const { root, problems, linked } = tree;
  if (role !== 'entry' || linked || problems.length > 0) return false;
  return root?.kind === 'map' && root.pairs.length === 1 && columnOf(root) === inside;
}

function pairsOf({ tree }: CutPiece): readonly Pair[] {
  return tree.root?.kind === 'map' ? tree.root.pairs : [];
}
