import type { SymbolInformation } from 'vscode-languageserver-types';
import type { AnyEntity } from '../plan/entity';
import type { PlanFile } from '../plan/planFile';
import type { SyntaxDocument } from '../syntax/syntaxDocument';
import { fileTitle, titleOf } from './cards/naming';
import { entityRanges } from './names/entityRanges';
import type { PlanState } from './planState';
import { fuzzyScore } from './symbols/fuzzyMatch';
import { symbolKindOf } from './symbols/symbolKinds';
import { symbolName, symbolTags } from './symbols/symbolText';

/** More than this nobody reads: who looks for one thing types another letter. */
export const mostSymbols = 200;

/** Something that can be found by its title or its id. Both are in lower case. */
interface Findable {
  readonly entity: AnyEntity;
  readonly title: string;
  readonly id: string;
  /** From 0 for what a plan is about to 5 for its details. */
  readonly rank: number;
}

interface Match {
  readonly findable: Findable;
  readonly file: PlanFile;
  readonly state: PlanState;
  readonly score: number;
}

/**
 * What the plans define and a query fits: its words have to be found in the title or the id, as fuzzily as people type.
 * The best first, at most {@link mostSymbols}. An empty query fits everything.
 */
export function workspaceSymbols(states: readonly PlanState[], query: string): readonly SymbolInformation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const best = new BestMatches();
  for (const state of states) {
    for (const file of state.plan.files.values()) {
      for (const findable of findablesIn(file)) {
        const score = scoreOf(findable, words);
        if (score !== undefined) best.add(findable, score, file, state);
      }
    }
  }
  return best.all().flatMap((match) => symbolOf(match, words));
}

/** Keeps the best of any number of matches; of equal ones those that came first. */
class BestMatches {
  #matches: Match[] = [];
  /** What the worst of those that are kept scores, once there are enough. */
  #least = -Infinity;

  add(findable: Findable, score: number, file: PlanFile, state: PlanState): void {
    if (score <= this.#least) return;
    this.#matches.push({ findable, score, file, state });
    if (this.#matches.length >= mostSymbols * 8) this.#cut();
  }

  all(): readonly Match[] {
    this.#cut();
    return this.#matches;
  }

  #cut(): void {
    this.#matches = this.#matches.sort((one, other) => other.score - one.score).slice(0, mostSymbols);
    if (this.#matches.length === mostSymbols) this.#least = this.#matches.at(-1)?.score ?? -Infinity;
  }
}

function symbolOf(
  { findable, state: { analysis }, file }: Match,
  words: readonly string[],
): readonly SymbolInformation[] {
  const { entity } = findable;
  const kind = symbolKindOf(entity.kind);
  const ranges = entityRanges(file, entity);
  if (kind === undefined || !ranges) return [];
  const title = symbolName(analysis, entity);
  const id = idOf(file, entity);
  const fitsTitle = words.every((word) => fuzzyScore(word, findable.title) !== undefined);
  const container = containerOf(file, entity);
  return [
    {
      // Editors filter anew by the name that they show.
      name: fitsTitle || id === '' ? title : `${id}: ${title}`,
      kind,
      location: { uri: entity.uri, range: ranges.selection },
      ...symbolTags(entity),
      ...(container === '' ? {} : { containerName: container }),
    },
  ];
}

/** Where somebody would look for it: the file, and what holds it in there. */
function containerOf(file: PlanFile, { path, within }: AnyEntity): string {
  if (path.length === 0) return '';
  return within ? `${fileTitle(file)} › ${titleOf(within)}` : fileTitle(file);
}

/** Kept by the text of the file: after an edit only the file that it changed is read anew. */
const known = new WeakMap<SyntaxDocument, readonly Findable[]>();

function findablesIn(file: PlanFile): readonly Findable[] {
  const findables = known.get(file.document) ?? findablesOf(file);
  known.set(file.document, findables);
  return findables;
}

function findablesOf(file: PlanFile): readonly Findable[] {
  const { root, definitions } = file;
  return [...(root ? [root] : []), ...definitions]
    .filter(({ kind }) => symbolKindOf(kind) !== undefined)
    .map((entity) => ({
      entity,
      title: titleOf(entity).toLowerCase(),
      id: idOf(file, entity).toLowerCase(),
      rank: ranks[entity.kind] ?? 5,
    }));
}

function idOf(file: PlanFile, { path, id }: AnyEntity): string {
  return path.length === 0 ? file.id : id;
}

/**
 * How well a thing fits all words; undefined where one of them is neither in its title nor in its id. Of things that fit
 * alike, what a plan is about comes before what it is made of.
 */
function scoreOf({ title, id, rank }: Findable, words: readonly string[]): number | undefined {
  let score = -rank;
  for (const word of words) {
    const inTitle = fuzzyScore(word, title);
    const inId = fuzzyScore(word, id);
    if (inTitle === undefined && inId === undefined) return undefined;
    score += 10 * Math.max(inTitle ?? 0, inId ?? 0);
  }
  return score;
}

const ranks: Readonly<Record<string, number>> = {
  product: 0,
  project: 0,
  program: 1,
  goal: 1,
  release: 2,
  feature: 2,
  milestone: 3,
  item: 4,
};
