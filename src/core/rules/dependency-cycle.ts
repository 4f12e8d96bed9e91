import { shortestPath } from '../analysis/network/rings';
import type { Wait, Waits, WorkEnd } from '../analysis/waits';
import type { AnyEntity } from '../plan/entity';
import { named } from './links/naming';
import { offer } from './links/offer';
import { ringMessage, ringRelated } from './links/ringWords';
import { pathOfValue } from './links/written';
import { defineRule } from './rule';

interface Data {
  readonly [key: string]: string | readonly string[];
  readonly path: readonly string[];
  readonly property: string;
  readonly text: string;
  readonly title: string;
}

/** The members of the plan by file and place. */
type Order = ReadonlyMap<AnyEntity | undefined, number>;

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
  *checkPlan({ analysis: { waits }, report }) {
    const rings = yield* waits.findingRings();
    if (rings.length === 0) return;
    const order: Order = new Map(waits.ends.map(({ work }, index) => [work, index]));
    for (const set of rings) {
      const ring = shortestRing(set, waits, order);
      const [link] = ring;
      if (!link?.stated) continue;
      const { by, property, text } = link.stated;
      const title = `from ${named(link.from.work)} to ${named(link.to.work)}`;
      report({
        at: link.at,
        message: ringMessage(ring),
        related: ringRelated(ring),
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
function shortestRing(set: ReadonlySet<WorkEnd>, waits: Waits, order: Order): readonly Wait[] {
  let shortest: readonly Wait[] = [];
  for (const link of firstLinks(set, waits, order)) {
    const back = shortestPath(link.to, link.from, (end) => waits.of(end), set);
    if (back && (shortest.length === 0 || back.length + 1 < shortest.length)) shortest = [link, ...back];
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
