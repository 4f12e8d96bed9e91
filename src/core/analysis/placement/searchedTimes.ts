/** Stretches of time of which it is known that no work of some length, or a longer one, starts in them. */
interface Searched {
  readonly length: number;
  /** Ascending and disjoint: from `from[i]` on, up to and not including `until[i]`. */
  readonly from: number[];
  readonly until: number[];
}

/** So many lengths are remembered for each kind of work: of more, those that have least to tell are forgotten. */
const mostLengths = 64;

/**
 * Where work of a kind has been looked for a place and did not find one. Works are of one kind that take the same amount
 * of the same resource in the same times, and differ in their length alone. As long as what is left of a resource only
 * gets less, what was too short for a work stays so, and is too short for every longer one of its kind: nobody has to
 * look there again.
 */
export class SearchedTimes {
  readonly #kinds = new Map<string, Searched[]>();

  /** Until when no start is possible from an instant on, as far as is known; the instant itself where nothing is. */
  until(kind: string, length: number, instant: number): number {
    let until = instant;
    for (const searched of this.#kinds.get(kind) ?? []) {
      if (searched.length > length) break;
      const at = lastUpTo(searched.from, instant);
      until = Math.max(until, searched.until[at] ?? until);
    }
    return until;
  }

  /** Takes note that no work of a length, or a longer one, can start from an instant on, up to another one. */
  add(kind: string, length: number, from: number, until: number): void {
    let all = this.#kinds.get(kind);
    if (!all) this.#kinds.set(kind, (all = []));
    let at = all.findIndex((searched) => searched.length >= length);
    if (at < 0) at = all.length;
    if (all[at]?.length !== length) all.splice(at, 0, { length, from: [], until: [] });
    const searched = all[at];
    if (searched) join(searched, from, until);
    if (all.length > mostLengths) forgetLeast(all);
  }
}

/** Adds a stretch, as one with all that it touches. */
function join({ from: froms, until: untils }: Searched, from: number, until: number): void {
  const before = lastUpTo(froms, from);
  const first = (untils[before] ?? -Infinity) >= from ? before : before + 1;
  const end = lastUpTo(froms, until) + 1;
  const joinedFrom = Math.min(from, first < end ? (froms[first] ?? from) : from);
  const joinedUntil = Math.max(until, first < end ? (untils[end - 1] ?? until) : until);
  froms.splice(first, Math.max(0, end - first), joinedFrom);
  untils.splice(first, Math.max(0, end - first), joinedUntil);
}

function forgetLeast(all: Searched[]): void {
  let least = 0;
  let leastTime = Infinity;
  all.forEach(({ from, until }, index) => {
    const time = until.reduce((sum, end, at) => sum + end - (from[at] ?? end), 0);
    if (time < leastTime) [least, leastTime] = [index, time];
  });
  all.splice(least, 1);
}

/** The index of the last number up to a limit; −1 where all are greater. */
function lastUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
