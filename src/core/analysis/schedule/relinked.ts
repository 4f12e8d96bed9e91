import type { DependencyLink } from '../../plan/entity';
import type { Item } from '../../plan/generated/entities';
import type { Plan, Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { FileNetwork } from './fileNetwork';
import { beganOn, isEndAlone, type PlanNode, type WorkNodes } from './planNodes';
import { referredWork } from './referredWork';

/** How the activities of a file are linked, and their names. */
export type Linked = Pick<FileNetwork, 'nodes' | 'ids' | 'links' | 'columns' | 'outward' | 'references'>;

/** Each piece of work that has another version now, and that version. */
type Versions = ReadonlyMap<Work, Work>;

/**
 * The links of a file as they were in another version of it: the same where every piece of work is there again, in the
 * same state, and says the same of what it waits for. An edit of how long something takes leaves them alone.
 *
 * @param before read with the same frame, on the same day
 * @param nodes the activities of the file before any of them are linked
 * @param nodesOf gets what links add to it
 * @returns undefined where the links have to be read
 */
export function relinked(
  before: FileNetwork,
  plan: Plan,
  file: PlanFile,
  nodes: readonly PlanNode[],
  nodesOf: ReadonlyMap<Work, WorkNodes>,
): Linked | undefined {
  const known = before.frame.file;
  const versions = known.id === file.id ? versionsOf(known, file) : undefined;
  if (!versions) return undefined;
  const nowOf = <W extends Work>(work: W): W => (versions.get(work) as W | undefined) ?? work;
  const isSame = nodes.every((node, at) => isLinkedAlike(node, before.nodes[at], nowOf));
  const added = before.nodes.slice(nodes.length);
  if (!isSame || added.some(({ part }) => part !== 'first' && part !== 'hold')) return undefined;
  const references = before.references.map((one) => (one.work ? { ...one, work: nowOf(one.work) } : one));
  if (references.some(({ reference, work }) => referredWork(plan, reference, file) !== work)) return undefined;
  const owners = added.flatMap((node) => nodesOf.get(nowOf(node.work)) ?? []);
  if (owners.length < added.length) return undefined;
  const all = [...nodes];
  added.forEach((node, index) => {
    const own = owners[index];
    if (!own) return;
    const at = all.push({ ...node, work: nowOf(node.work), frame: own.frame }) - 1;
    if (node.part === 'first') own.first = at;
    else own.hold = at;
  });
  const byNow = <L extends { readonly by: Work }>(link: L): L =>
    versions.has(link.by) ? { ...link, by: nowOf(link.by) } : link;
  const { ids, columns } = before;
  return { nodes: all, ids, columns, links: before.links.map(byNow), outward: before.outward.map(byNow), references };
}

/** What of a file has another version; undefined where anything is new, gone, or waits for something else. */
function versionsOf({ definitions: before }: PlanFile, { definitions: now }: PlanFile): Versions | undefined {
  if (before.length !== now.length) return undefined;
  const versions = new Map<Work, Work>();
  for (let at = 0; at < now.length; at++) {
    const [one, other] = [before[at], now[at]];
    if (one === other) continue;
    if (one?.kind !== 'item' || other?.kind !== 'item') return undefined;
    if (!waitsAlike(one as Item, other as Item)) return undefined;
    versions.set(one as Item, other as Item);
  }
  return versions;
}

/** Whether two versions of an item stand in the same place, are as open as each other, and wait for the same. */
function waitsAlike(one: Item, other: Item): boolean {
  const [fields, others] = [one.fields, other.fields];
  const [links, otherLinks] = [fields.depends_on?.value ?? [], others.depends_on?.value ?? []];
  return (
    one.path.length === other.path.length &&
    one.path.every((step, at) => step === other.path[at]) &&
    fields.status?.value === others.status?.value &&
    (fields.finished === undefined) === (others.finished === undefined) &&
    fields.sequential?.value === others.sequential?.value &&
    fields.milestone?.value.text === others.milestone?.value.text &&
    links.length === otherLinks.length &&
    links.every(({ value }, at) => isSameLink(value, otherLinks[at]?.value))
  );
}

function isSameLink(one: DependencyLink, other: DependencyLink | undefined): boolean {
  return (
    one.target.text === other?.target.text &&
    one.type === other.type &&
    one.lag?.amount === other.lag?.amount &&
    one.lag?.unit === other.lag?.unit &&
    one.lag?.elapsed === other.lag?.elapsed &&
    one.lag?.negative === other.lag?.negative
  );
}

/** Whether an activity is another version of one that links treat in the same way. */
function isLinkedAlike(node: PlanNode, was: PlanNode | undefined, nowOf: (work: Work) => Work): boolean {
  if (node.part !== was?.part) return false;
  if (node.work === was.work) return true;
  return (
    node.work === nowOf(was.work) &&
    node.timing?.state === was.timing?.state &&
    node.fixedFinish === was.fixedFinish &&
    beganOn(node) === beganOn(was) &&
    isEndAlone(node) === isEndAlone(was)
  );
}
