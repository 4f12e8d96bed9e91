import type { ReferenceSite } from './binding';
import { endsInCommon } from './differing';
import type { PlanFile } from './planFile';

type References = readonly ReferenceSite[];

/** What is known of one version of a file: a number for the name in each of its references. */
interface Numbered {
  readonly references: References;
  readonly numbers: Uint32Array;
}

/**
 * Finds the references that have certain names, without a look at the others. Of each reference of a file there is a
 * number that follows from its name: numbers are read much faster than names, and of another version of the file only
 * those of its new references are worked out.
 */
export class ReferringSites {
  readonly #numbered = new Map<string, Numbered>();

  /** The places among the references of a file of those whose id (without a qualifier) is one of these names. */
  naming({ uri, references }: PlanFile, names: ReadonlySet<string>): readonly number[] {
    const { numbers } = this.#numberedOf(uri, references);
    const wanted = new Set(Array.from(names, numberOf));
    const [only] = wanted;
    const found: number[] = [];
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      if (wanted.size === 1 ? number !== only : !wanted.has(number)) continue;
      // Several names have the same number.
      if (names.has(references[at]?.reference.id ?? '')) found.push(at);
    }
    return found;
  }

  /** To be called when a file is gone. */
  drop(uri: string): void {
    this.#numbered.delete(uri);
  }

  #numberedOf(uri: string, references: References): Numbered {
    const before = this.#numbered.get(uri);
    if (before?.references === references) return before;
    const numbered = { references, numbers: numbersOf(references, before) };
    this.#numbered.set(uri, numbered);
    return numbered;
  }
}

function numbersOf(now: References, before: Numbered | undefined): Uint32Array {
  const numbers = new Uint32Array(now.length);
  const { start, end, moved } = endsInCommon(now, before?.references ?? []);
  if (before) {
    numbers.set(before.numbers.subarray(0, start));
    numbers.set(before.numbers.subarray(end - moved), end);
  }
  for (let at = start; at < end; at++) numbers[at] = numberOf(now[at]?.reference.id ?? '');
  return numbers;
}

/** Names of a plan differ in their last letters, or in their length. */
const lettersRead = 8;

/** FNV-1a, Fowler, Noll and Vo 1991, of the length of a name and its last letters. */
function numberOf(name: string): number {
  let number = 0x811c9dc5 ^ name.length;
  for (let at = Math.max(0, name.length - lettersRead); at < name.length; at++)
    number = Math.imul(number ^ name.charCodeAt(at), 0x01000193);
  return number >>> 0;
}
