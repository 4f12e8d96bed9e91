import { childItems, itemTree, topItems } from '../analysis/lineage';
import { isDropped } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { AnyEntity, DependencyLink, Located } from '../plan/entity';
import type { Item, Milestone } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { writeDuration, type Lag } from '../plan/scalars';
import type { DependencyType } from './model';
import { leavesOf } from './workFacts';

export type Work = Item | Milestone;

/** A dependency between work without children. */
export interface WorkLink {
  readonly from: Work;
  readonly to: Work;
  readonly type: DependencyType;
  readonly lag?: string | undefined;
  /** What the plan names as the one that is waited for: the same, or an item that holds it. */
  readonly stated: Work;
}

/** A dependency as it is written: also between items with children. */
type StatedLink = Omit<WorkLink, 'stated'>;

/**
 * The dependencies of a project between items without children and milestones, and those across its border: what it
 * waits for in other projects, and what waits for it there. A link to or from an item with children is one to its
 * first, or from its last children: those that wait for no other of them, and those that no other waits for.
 */
export function networkLinks(analysis: PlanAnalysis, file: ProjectFile): readonly WorkLink[] {
  const stated = [...analysis.plan.projects].flatMap((project) =>
    statedLinks(analysis, project).filter(({ from, to }) => from.uri === file.uri || to.uri === file.uri),
  );
  const within = new Within(stated);
  const links = new Map<string, WorkLink>();
  const ids = new Map<Work, number>();
  const idOf = (work: Work): number => {
    const id = ids.get(work) ?? ids.size;
    ids.set(work, id);
    return id;
  };
  for (const link of stated) {
    for (const from of within.ends(link.from, link.type.startsWith('F') ? 'last' : 'first')) {
      for (const to of within.ends(link.to, link.type.endsWith('S') ? 'first' : 'last')) {
        const key = `${String(idOf(from))} ${link.type} ${String(idOf(to))}`;
        if (from !== to && !links.has(key)) links.set(key, { ...link, from, to, stated: link.from });
      }
    }
  }
  return [...links.values()];
}

/** The first and the last of the items under an item, by the links between them. */
class Within {
  readonly #before = new Map<Work, Work[]>();
  readonly #after = new Map<Work, Work[]>();
  readonly #known = { first: new Map<Work, readonly Work[]>(), last: new Map<Work, readonly Work[]>() };

  constructor(links: readonly StatedLink[]) {
    const add = (map: Map<Work, Work[]>, of: Work, other: Work): void => {
      const known = map.get(of);
      if (known) known.push(other);
      else map.set(of, [other]);
    };
    for (const { from, to, type } of links) {
      if (type !== 'FS') continue;
      add(this.#before, to, from);
      add(this.#after, from, to);
    }
  }

  ends(work: Work, which: 'first' | 'last'): readonly Work[] {
    if (work.kind === 'milestone' || childItems(work).length === 0) return [work];
    const known = this.#known[which].get(work);
    if (known) return known;
    const neighbours = which === 'first' ? this.#before : this.#after;
    const leaves = leavesOf([work]).filter((leaf) => !isDropped(leaf));
    const own = new Set<Work>([...itemTree([work])]);
    const hasNeighbour = (each: Work): boolean => neighbours.get(each)?.some((other) => own.has(other)) ?? false;
    const ends = leaves.filter((leaf) => !lineWithin(leaf, own).some(hasNeighbour));
    const found = ends.length > 0 ? ends : leaves;
    this.#known[which].set(work, found);
    return found;
  }
}

/** An item and those that hold it, below the outermost of a set. */
function lineWithin(item: Work, own: ReadonlySet<Work>): readonly Work[] {
  const line: Work[] = [];
  for (let at: AnyEntity | undefined = item; at && own.has(at as Work); at = at.within) line.push(at as Work);
  // The outermost holds all of them, so that what it waits for is no matter within it.
  return line.slice(0, Math.max(1, line.length - 1));
}

/** The dependencies as a project has them: stated, by milestone, and of children that follow one another. */
function statedLinks({ plan }: PlanAnalysis, file: ProjectFile): readonly StatedLink[] {
  const links: StatedLink[] = [];
  const addStated = (to: Work, stated: readonly Located<DependencyLink>[]): void => {
    for (const { value } of stated) {
      const found = plan.resolve(value.target, file);
      const from = found.status === 'found' ? found.entity : undefined;
      if (from && isWork(from)) links.push({ from, to, type: value.type, lag: value.lag && lagText(value.lag) });
    }
  };
  for (const item of itemTree(topItems(file))) {
    if (isDropped(item)) continue;
    addStated(item, item.fields.depends_on?.value ?? []);
    const milestone = item.fields.milestone && plan.target(item.fields.milestone.value, file);
    if (milestone) links.push({ from: item, to: milestone, type: 'FS' });
    for (const [from, to] of inSequence(item)) links.push({ from, to, type: 'FS' });
  }
  for (const milestone of file.root?.fields.milestones?.value ?? [])
    addStated(milestone, milestone.fields.depends_on?.value ?? []);
  return links;
}

function isWork(entity: AnyEntity): entity is Work {
  return entity.kind === 'milestone' || (entity.kind === 'item' && !isDropped(entity as Item));
}

/** The children of an item that follow one another, as pairs. */
function inSequence(item: Item): readonly (readonly [Item, Item])[] {
  if (item.fields.sequential?.value !== true) return [];
  const children = childItems(item).filter((child) => !isDropped(child));
  return children.slice(1).map((child, index) => [children[index] ?? child, child] as const);
}

/** `+2d`, `-1w`; undefined for none. */
export function lagText(lag: Lag): string | undefined {
  if (lag.amount === 0) return undefined;
  return `${lag.negative ? '-' : '+'}${writeDuration({ ...lag, amount: Math.abs(lag.amount) })}`;
}
