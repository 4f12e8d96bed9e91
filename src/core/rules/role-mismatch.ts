import { assignmentsOf } from '../analysis/responsibility';
import type { PlanEdit } from '../edit/editor';
import { inQuotes, lowered } from './links/naming';
import { offer } from './links/offer';
import { siteData, type SiteData } from './links/sites';
import { holdersOf } from '../analysis/ownership/holders';
import { mismatchesIn, type Mismatch } from '../analysis/ownership/mismatches';
import { mismatchMessage, roleTitles } from './ownership/mismatchWords';
import { defineRule, type FixContext } from './rule';

/** How many people are offered. */
const limit = 5;

export default defineRule<SiteData>({
  id: 'role-mismatch',
  group: 'ownership',
  severity: 'warning',
  wholePlan: true,
  docs: {
    summary:
      'Somebody answers for an area that is usually another role’s, or owns a roadmap or manages a project without a role for it.',
    why: 'Product, project and program managers have different jobs with one shared outcome, and most quarrels between them are about where one ends and the next begins. This rule asks who really owns something; it does not say that anybody is wrong. In many organisations roles overlap on purpose: write that down as a `note` of the assignment, and everybody knows. People whose roles Throughline does not know, teams and suppliers are never judged, nor are areas that no role holds.',
    bad: `# .throughline.yaml
people:
  alice: { name: Alice Ng, role: product-manager }
  bob: { name: Bob Okoro, role: project-manager }
# checkout.roadmap.yaml
product: Checkout
owner: alice
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: bob
goal: faster
responsibilities:
  budget: alice
`,
    good: `# .throughline.yaml
people:
  alice: { name: Alice Ng, role: product-manager }
  bob: { name: Bob Okoro, role: project-manager }
# checkout.roadmap.yaml
product: Checkout
owner: alice
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: bob
goal: faster
responsibilities:
  budget: { accountable: alice, note: Alice pays for this one from the product's own budget. }
`,
  },
  checkFile({ plan, file, report }) {
    if (file.kind === 'settings') return;
    for (const mismatch of mismatchesIn(plan, file)) {
      const [definition] = plan.people.definitions(mismatch.person);
      const role = definition?.fields.role;
      const at = role?.at ?? definition?.key;
      const name = plan.people.name(mismatch.person);
      report({
        at: mismatch.site.at,
        message: mismatchMessage(plan, file, mismatch),
        related: at ? [{ at, message: `${name} is ${roleTitles(mismatch.roles)} here.` }] : [],
        data: siteData(mismatch.site),
      });
    }
  },
  fixes({ data, plan, file, edit }) {
    if (file.kind === 'settings') return [];
    const mismatch = mismatchesIn(plan, file).find(
      ({ site: { by, property, reference } }) =>
        by.path.join('\0') === data.path.join('\0') && property === data.property && reference.text === data.text,
    );
    if (!mismatch) return [];
    const { site, person, areas } = mismatch;
    const project = file.kind === 'project' ? file : undefined;
    const holders = holdersOf(plan, areas, project).filter(({ id }) => id !== person);
    return [
      ...holders.slice(0, limit).flatMap(({ id, name, roles }) => {
        const role = roles[0] ? ` (${lowered(roles[0].title)})` : '';
        return offer(`Hand it to ${inQuotes(name)}${role}`, edit.replace(site.at, id));
      }),
      ...offer('Record with a `note` that it is meant so', noteEdit({ plan, file, edit }, mismatch)),
    ];
  },
});

/** A note on the area itself; for an owner or manager on one of their areas, best one that they are named for anyway. */
function noteEdit(
  { plan, file, edit }: Pick<FixContext, 'plan' | 'file' | 'edit'>,
  { person, areas, as }: Mismatch,
): PlanEdit | undefined {
  if (file.kind === 'settings') return undefined;
  const note = `Agreed that ${plan.people.name(person)} answers for this here.`;
  const assignments = assignmentsOf(file);
  const own = assignments.find(
    ({ id, fields: { accountable } }) =>
      areas.includes(id) && accountable?.value.some(({ value }) => value.id === person),
  );
  if (own) return edit.setProperty(file.uri, own.path, 'note', note);
  const free = (as === 'owner' ? ['roadmap', ...areas] : areas).find((area) =>
    assignments.every(({ id }) => id !== area),
  );
  return free === undefined
    ? undefined
    : edit.addEntry(file.uri, ['responsibilities'], free, { accountable: person, note });
}
