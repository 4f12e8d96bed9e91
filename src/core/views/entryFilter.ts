import type { StateKind } from './model';
import type { ViewSettings } from './viewSettings';

/** What is known of an entry that a filter may ask for; what is left out, no filter that asks for it finds. */
export interface Filterable {
  /** Titles, ids and names by which it is found. */
  readonly texts: readonly (string | undefined)[];
  /** Ids of the people who own it or are assigned to it. */
  readonly people?: readonly string[];
  readonly state?: StateKind | undefined;
  /** Ids of the goals that it serves. */
  readonly goals?: readonly string[];
  readonly critical?: boolean | undefined;
  readonly unlinked?: boolean | undefined;
  /** Late for a date that it has, whatever its state says. */
  readonly late?: boolean | undefined;
}

/** Whether a filter leaves an entry in the view. */
export type EntryFilter = (entry: Filterable) => boolean;

const finished: ReadonlySet<StateKind> = new Set(['done', 'dropped']);
const inTrouble: ReadonlySet<StateKind> = new Set(['at-risk', 'off-track', 'blocked']);

/** The filter of a reader's settings; undefined where they leave everything in. */
export function entryFilter({ filter, hidesDone = false }: ViewSettings): EntryFilter | undefined {
  if (!filter && !hidesDone) return undefined;
  const { text, owner, status, goal, critical, unlinked, atRisk } = filter ?? {};
  const words = folded(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return ({ texts, people = [], goals = [], state, ...entry }) => {
    if (hidesDone && state !== undefined && finished.has(state)) return false;
    if (owner !== undefined && !people.includes(owner)) return false;
    if (status !== undefined && state !== status) return false;
    if (goal !== undefined && !goals.includes(goal)) return false;
    if (critical && !entry.critical) return false;
    if (unlinked && !entry.unlinked) return false;
    if (atRisk && !entry.late && !(state !== undefined && inTrouble.has(state))) return false;
    if (words.length === 0) return true;
    const all = folded(texts.filter((each) => each !== undefined).join(' '));
    return words.every((word) => all.includes(word));
  };
}

/** A text without case and accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
