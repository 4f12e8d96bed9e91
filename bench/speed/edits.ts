import type { Random } from '../random';
import type { TextEdit } from './server';

/** An edit, and the one that takes it back. */
export interface EditPair {
  readonly there: TextEdit;
  readonly back: TextEdit;
}

/** @param random chooses the place; without it, it is the first one */
export type EditKind = (text: TextLines, random?: Random) => EditPair;

/** The lines of a text, to find places for edits in it. Every edit is taken back, so that they stay true. */
export class TextLines {
  readonly lines: readonly string[];
  readonly #matching = new Map<RegExp, readonly number[]>();

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  /** A line that matches: of many any, the first where there is no chance. */
  one(pattern: RegExp, random?: Random): { readonly line: number; readonly match: RegExpExecArray } {
    const known = this.#matching.get(pattern) ?? this.lines.flatMap((text, line) => (pattern.test(text) ? [line] : []));
    this.#matching.set(pattern, known);
    const line = known[random?.below(known.length) ?? 0] ?? -1;
    const match = pattern.exec(this.lines[line] ?? '');
    if (!match) throw new Error(`No line matches ${String(pattern)}.`);
    return { line, match };
  }
}

/** A letter typed at the end of the first word of a title. */
export const inTitle: EditKind = (text, random) => typedAfter(text, random, /^ +title: \w+/, 'x');

/** A digit typed into an estimate: it moves what waits for the item. */
export const inEstimate: EditKind = (text, random) => typedAfter(text, random, /^ {8}estimate: (?=\dd$)/, '1');

/** A quote opened before a title, which is not closed. */
export const quoteOpened: EditKind = (text, random) => typedAfter(text, random, /^ +title: (?=\w)/, '"');

/** Another id for an item: what waits for it does not find it. */
export const keyRenamed: EditKind = (text, random) => typedAfter(text, random, /^ {6}item-\d+(?=:$)/, 'x');

/** Ten items with what belongs to them, pasted before another one. */
export const blockPasted: EditKind = (text, random) => {
  const { line } = text.one(/^ {6}item-\d+:$/, random);
  const pasted = Array.from({ length: 10 }, (_, at) => [
    `      pasted-${at}:`,
    `        title: Something else that is to be done (${at})`,
    '        description: As it stood in another plan, and was copied from there.',
    `        estimate: ${at + 1}d`,
    ...(at === 0 ? [] : [`        depends_on: pasted-${at - 1}`]),
  ]).flat();
  const start = { line, character: 0 };
  return {
    there: { range: { start, end: start }, text: `${pasted.join('\n')}\n` },
    back: { range: { start, end: { line: line + pasted.length, character: 0 } }, text: '' },
  };
};

function typedAfter(text: TextLines, random: Random | undefined, pattern: RegExp, typed: string): EditPair {
  const { line, match } = text.one(pattern, random);
  return typedAt(line, match[0].length, typed);
}

/** Something typed within a line. */
export function typedAt(line: number, character: number, typed: string): EditPair {
  const start = { line, character };
  return {
    there: { range: { start, end: start }, text: typed },
    back: { range: { start, end: { line, character: character + typed.length } }, text: '' },
  };
}
