import { canReorder } from '../../edit/reorder';
import { fieldOf, type AnyEntity } from '../../plan/entity';
import { entityAtPath } from '../../plan/entityAtPath';
import type { Item } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import { named } from '../../rules/links/naming';
import { keyText, type MapNode } from '../../syntax/tree';
import type { Step } from '../cursor';
import type { PlanState } from '../planState';
import type { Offer, Refactoring } from './refactoring';
import { compareKeys, hasOrder, sortKey, sortOrders, type SortOrder } from './sortKeys';
import { once } from './trial';

/** A map whose entries are entities of one kind, all of which can be told apart. */
interface EntityMap {
  readonly path: readonly string[];
  readonly map: MapNode;
  /** What holds the map. */
  readonly owner: AnyEntity;
  /** In the order of the map. */
  readonly entries: readonly AnyEntity[];
}

/** Puts the entries of a map in the order of their dates or priorities, where their order has no meaning of its own. */
export const sortEntries: Refactoring = {
  kind: 'refactor.rewrite.throughline.sort',

  offers({ file, state, steps, edit }) {
    const found = innermostMap(file, steps);
    if (!found || isSequence(found)) return [];
    const { path } = found;
    return sortOrders.flatMap((order): readonly Offer[] => {
      const keys = once(state, ['sort', order, file.uri, ...path], () => sortedKeys(state, file, found, order));
      return keys ? [{ title: titleOf(found, order), edit: () => edit.reorder(file.uri, path, keys) }] : [];
    });
  },
};

/** The innermost map of entities around a place, or whose key stands there. */
function innermostMap(file: PlanFile, steps: readonly Step[]): EntityMap | undefined {
  for (const { path, value, pair } of [...steps].reverse()) {
    if (!pair || value?.kind !== 'map') continue;
    const owner = entityAtPath(file, path.slice(0, -1));
    const held = owner && fieldOf(owner, path.at(-1) ?? '')?.value;
    if (owner?.path.length !== path.length - 1 || !isEntityMap(held, value)) continue;
    return { path, map: value, owner, entries: held };
  }
  return undefined;
}

/** Whether these are the entities of the entries of a map, one for each. */
function isEntityMap(held: unknown, map: MapNode): held is readonly AnyEntity[] {
  if (!Array.isArray(held) || held.length !== map.pairs.length) return false;
  return map.pairs.every((pair, at) => (held[at] as Partial<AnyEntity>).id === keyText(pair));
}

/** The children of a sequential item follow one another in their order. */
function isSequence({ owner }: EntityMap): boolean {
  return owner.kind === 'item' && (owner as Item).fields.sequential?.value === true;
}

/** The ids in their new order; undefined where that is the present one, or the entries cannot be moved for certain. */
function sortedKeys(
  { analysis }: PlanState,
  { document }: PlanFile,
  { entries, path }: EntityMap,
  order: SortOrder,
): readonly string[] | undefined {
  const [first] = entries;
  if (!first || !hasOrder(first.kind, order) || !canReorder(document, path)) return undefined;
  const keyed = entries.map((entity) => ({ entity, key: sortKey(entity, order, analysis) }));
  const sorted = [...keyed].sort((one, other) => compareKeys(one.key, other.key));
  return sorted.some((one, at) => one !== keyed[at]) ? sorted.map(({ entity }) => entity.id) : undefined;
}

const plurals: Readonly<Record<string, string>> = {
  'profit-and-loss': 'periods',
  'key-result': 'key results',
  'readiness-check': 'readiness checks',
};

function titleOf({ owner, entries: [first] }: EntityMap, order: SortOrder): string {
  const kind = first?.kind ?? '';
  const what = plurals[kind] ?? `${kind}s`;
  return `Sort the ${what}${owner.path.length > 0 ? ` of ${named(owner)}` : ''} by ${order}`;
}
