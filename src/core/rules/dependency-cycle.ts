import { Waits, type Wait, type WorkEnd } from '../analysis/waits';
import type { AnyEntity } from '../plan/entity';
import { counted, named } from './links/naming';
import { offer } from './links/offer';
import { shortestPath, stronglyConnected } from './links/rings';
import { pathOfValue } from './links/written';
import { defineRule, type Related } from './rule';

interface Data {
  readonly [key: string]: string | readonly string[];
  readonly path: readonly string[];
  readonly property: string;
  readonly text: string;
  readonly title: string;
}

/** The members of the plan by file and place. */
type Order = ReadonlyMap<AnyEntity | undefined, number>;

/** A longer ring is named by its first members alone. */
const longestRing = 8;
/** More links than these nobody follows. */
const longestList = 50;

export default defineRule<Data>({
  id: 'dependency-cycle',
  group: 'references',
  severity: 'error',
  docs: {
    summary: 'Items, milestones or features that wait for each other.',
    why: 'Work that waits for itself, directly or by way of other work, can never begin, and no date can be computed for it. An item waits for what its parent waits for, a parent is done when its last child is, and a milestone waits for the items that name it: a ring may lead through all of these, and through several projects. Dropped work holds nobody up. Every ring is reported once, at one of its links; the others are listed with it.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  api: { title: Payment API, depends_on: form }
  form: { title: Payment form, depends_on: api }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
    good: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  contract: What the form asks of the API
  api: { title: Payment API, depends_on: contract }
  form: { title: Payment form, depends_on: contract }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkPlan({ plan, report }) {
    const waits = new Waits(plan);
    const waitsOf = (end: WorkEnd): readonly Wait[] => waits.of(end);
    const order: Order = new Map(waits.ends.map(({ work }, index) => [work, index]));
    for (const set of stronglyConnected(waits.ends, waitsOf)) {
      const ring = shortestRing(set, waits, order);
      const [link, ...others] = ring ?? [];
      if (!link?.stated) continue;
      const { by, property, text } = link.stated;
      const title = `from ${named(link.from.work)} to ${named(link.to.work)}`;
      report({
        at: link.at,
        message: messageFor(link, [link, ...others]),
        related: others.flatMap(relatedTo).slice(0, longestList),
        data: { path: by.path, property, text, title },
      });
    }
  },
  fixes({ data: { path, property, text, title }, file, edit }) {
    const value = pathOfValue(file, path, property, text);
    return value ? offer(`Remove the link ${title}`, edit.remove(file.uri, value)) : [];
  },
});

/** The shortest ring through a link that the first member states; it begins with that link. */
function shortestRing(set: ReadonlySet<WorkEnd>, waits: Waits, order: Order): readonly Wait[] | undefined {
  let shortest: readonly Wait[] | undefined;
  for (const link of firstLinks(set, waits, order)) {
    const back = shortestPath(link.to, link.from, (end) => waits.of(end), set);
    if (back && (!shortest || back.length + 1 < shortest.length)) shortest = [link, ...back];
  }
  return shortest;
}

/**
 * The links within a set that its first member states, by file and place: what it waits for, then the milestone that
 * waits for it. A parent that is a member by its children alone states none.
 */
function firstLinks(set: ReadonlySet<WorkEnd>, waits: Waits, order: Order): readonly Wait[] {
  const links = [...set].flatMap((end) => waits.of(end).filter(({ to, stated }) => stated && set.has(to)));
  const place = ({ stated }: Wait): number => order.get(stated?.by) ?? Infinity;
  const first = Math.min(...links.map(place));
  const own = links.filter((link) => place(link) === first);
  return [
    ...own.filter(({ reason }) => reason === 'dependency'),
    ...own.filter(({ reason }) => reason !== 'dependency'),
  ];
}

function messageFor(link: Wait, ring: readonly Wait[]): string {
  const [waiting, awaited] = [link.from.work, link.to.work];
  if (waiting === awaited) return `${named(waiting)} waits for itself, so it can never begin: remove the link.`;
  const nested = ring.every(
    ({ from, to }) => [waiting, awaited].includes(from.work) && [waiting, awaited].includes(to.work),
  );
  if (nested && isWithin(waiting, awaited)) {
    return `${named(waiting)} waits for ${named(awaited)}, of which it is a part, and that is done only when all its parts are: remove the link.`;
  }
  if (nested && isWithin(awaited, waiting)) {
    return `${named(waiting)} waits for ${named(awaited)}, which is a part of it and cannot begin before it: remove the link.`;
  }
  return `${named(waiting)} waits for itself: ${ringText(ring)}. Remove one of these links.`;
}

function ringText(ring: readonly Wait[]): string {
  const works = ring.map(({ from }) => from.work).filter((work, index, all) => work !== all[index - 1]);
  const [first] = works;
  if (works.length > 1 && works.at(-1) === first) works.pop();
  const shown = works.slice(0, longestRing).map(named);
  const rest = works.length - shown.length;
  return [...shown, ...(rest > 0 ? [counted(rest, 'other')] : []), first ? named(first) : ''].join(' → ');
}

function isWithin(inner: AnyEntity, outer: AnyEntity): boolean {
  for (let at = inner.within; at; at = at.within) if (at === outer) return true;
  return false;
}

function relatedTo({ from, to, reason, at }: Wait): readonly Related[] {
  const [waiting, awaited] = [named(from.work), named(to.work)];
  switch (reason) {
    case 'itself':
      return [];
    case 'part':
      return [{ at, message: `${waiting} is done only when ${awaited}, a part of it, is.` }];
    case 'whole':
      return [{ at, message: `${waiting} is a part of ${awaited}, and waits for what that waits for.` }];
    case 'sequence':
      return [{ at, message: `${waiting} comes after ${awaited}, because they follow one another.` }];
    case 'dependency':
    case 'milestone':
      return [{ at, message: `${waiting} waits for ${awaited}.` }];
  }
}
