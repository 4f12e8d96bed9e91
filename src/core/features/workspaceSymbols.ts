import type { SymbolInformation } from 'vscode-languageserver-types';
import type { AnyEntity } from '../plan/entity';
import type { PlanFile } from '../plan/planFile';
import { fileTitle, titleOf } from './cards/naming';
import { entityRanges } from './names/entityRanges';
import type { PlanState } from './planState';
import { fuzzyScore } from './symbols/fuzzyMatch';
import { symbolKindOf } from './symbols/symbolKinds';
import { symbolDetail, symbolName, symbolTags } from './symbols/symbolText';

/** More than this nobody reads: who looks for one thing types another letter. */
export const mostSymbols = 200;

/** Something that can be found by its title or its id. Both are in lower case. */
interface Findable {
  readonly entity: AnyEntity;
  readonly title: string;
  readonly id: string;
}

interface Match extends Findable {
  readonly state: PlanState;
  readonly file: PlanFile;
  readonly score: number;
  /** Whether the title alone fits. */
  readonly byTitle: boolean;
}

/**
 * What the plans define and a query fits: its words have to be found in the title or the id, as fuzzily as people type.
 * The best first, at most {@link mostSymbols}. An empty query fits everything.
 */
export function workspaceSymbols(states: readonly PlanState[], query: string): readonly SymbolInformation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  let best: Match[] = [];
  const keepBest = (): void => {
    best = best.sort(byScore).slice(0, mostSymbols);
  };
  for (const state of states) {
    for (const file of state.plan.files.values()) {
      for (const findable of findablesIn(file)) {
        const fit = fitOf(findable, words);
        if (fit) best.push({ ...findable, ...fit, state, file });
      }
      // Now and then, so that of a plan of any size no more is kept than is needed.
      if (best.length > mostSymbols * 20) keepBest();
    }
  }
  keepBest();
  return best.flatMap(symbolOf);
}

function symbolOf({ entity, byTitle, state: { analysis }, file }: Match): readonly SymbolInformation[] {
  const kind = symbolKindOf(entity.kind);
  const ranges = entityRanges(file, entity);
  if (kind === undefined || !ranges) return [];
  const title = symbolName(analysis, entity);
  const id = idOf(file, entity);
  // Editors filter anew by the name that they show.
  const name = byTitle || id === '' ? title : `${id}: ${title}`;
  const container = containerOf(file, entity);
  return [
    {
      name,
      kind,
      location: { uri: entity.uri, range: ranges.selection },
      ...symbolTags(symbolDetail(analysis, entity)),
      ...(container === '' ? {} : { containerName: container }),
    },
  ];
}

/** Where somebody would look for it: the file, and what holds it in there. */
function containerOf(file: PlanFile, { path, within }: AnyEntity): string {
  if (path.length === 0) return '';
  return within ? `${fileTitle(file)} › ${titleOf(within)}` : fileTitle(file);
}

/** Kept by the file: after an edit only the file that it changed is read anew. */
const known = new WeakMap<PlanFile, readonly Findable[]>();

function findablesIn(file: PlanFile): readonly Findable[] {
  const findables = known.get(file) ?? findablesOf(file);
  known.set(file, findables);
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
    }));
}

function idOf(file: PlanFile, { path, id }: AnyEntity): string {
  return path.length === 0 ? file.id : id;
}

/** How well a thing fits all words; undefined where one of them is neither in its title nor in its id. */
function fitOf({ title, id }: Findable, words: readonly string[]): Pick<Match, 'score' | 'byTitle'> | undefined {
  let score = 0;
  let byTitle = true;
  for (const word of words) {
    const inTitle = fuzzyScore(word, title);
    const inId = fuzzyScore(word, id);
    if (inTitle === undefined && inId === undefined) return undefined;
    byTitle &&= inTitle !== undefined;
    score += Math.max(inTitle ?? 0, inId ?? 0);
  }
  return { score, byTitle };
}

/** What a plan is about before what it is made of; things alike in the order of the plan, which sorting keeps. */
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

function byScore(one: Match, other: Match): number {
  return other.score - one.score || rankOf(one) - rankOf(other);
}

function rankOf({ entity }: Match): number {
  return ranks[entity.kind] ?? 5;
}
