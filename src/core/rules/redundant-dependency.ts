import type { Item } from '../plan/generated/entities';
import { impliedLinks, type ImpliedLink } from './links/impliedLinks';
import { listed, named } from './links/naming';
import { linksRelated } from './links/ringWords';
import { pathOfValue } from './links/written';
import { isClosed, isOver } from './schedule/workState';
import { defineRule } from './rule';

interface Data {
  readonly [key: string]: string | readonly string[];
  readonly path: readonly string[];
  readonly property: string;
  readonly text: string;
  readonly title: string;
}

export default defineRule<Data>({
  id: 'redundant-dependency',
  group: 'references',
  severity: 'off',
  docs: {
    summary: 'A dependency that a longer chain of dependencies implies anyway.',
    why: 'It changes no date, but it is one more line to read, one more arrow to draw, and one more place to change when the order does. Some people write such links on purpose, so the rule is off unless you ask for it. Only plain links from finish to start are compared, and never those of milestones.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  contract: Contract with the card company
  api: { title: Payment API, depends_on: contract }
  form: { title: Payment form, depends_on: [api, contract] }
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
  contract: Contract with the card company
  api: { title: Payment API, depends_on: contract }
  form: { title: Payment form, depends_on: api }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkPlan({ plan, analysis, report }) {
    for (const { link, chain } of impliedLinks(analysis.waits)) {
      const { from, to, at, stated } = link;
      const file = plan.fileOf(from.work);
      if (!stated || !file || isClosed(file) || isOver(from.work as Item)) continue;
      const title = `from ${named(from.work)} to ${named(to.work)}`;
      report({
        at,
        message: `${named(from.work)} waits for ${named(to.work)} anyway, by way of ${wayOf({ link, chain })}: remove the link.`,
        related: linksRelated(chain),
        tags: ['unnecessary'],
        data: { path: stated.by.path, property: stated.property, text: stated.text, title },
      });
    }
  },
  fixes({ data: { path, property, text, title }, file, edit }) {
    const value = pathOfValue(file, path, property, text);
    const change = value && edit.remove(file.uri, value);
    // The chain keeps every date where it is.
    return change ? [{ title: `Remove the link ${title}`, edit: change, preferred: true, certain: true }] : [];
  },
});

/** What lies between the two ends of a link, each piece of work once. */
function wayOf({ link, chain }: ImpliedLink): string {
  const between = chain.map(({ to }) => to.work).filter((work) => work !== link.to.work && work !== link.from.work);
  return listed([...new Set(between)].map(named));
}
