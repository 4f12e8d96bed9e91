import { pickingReferences } from '../analysis/picking';
import type { Plan } from '../plan/plan';
import { listed, lowered } from './links/naming';
import { offer } from './links/offer';
import { siteData, siteOf, type SiteData } from './links/sites';
import { meantRoles } from '../analysis/ownership/roleNames';
import { readingsOf } from '../plan/roles';
import { defineRule } from './rule';

export default defineRule<SiteData>({
  id: 'unknown-role',
  group: 'ownership',
  severity: 'warning',
  // The plan's own roles may stand in any of its files.
  wholePlan: true,
  docs: {
    summary: 'A role that is a slip of a known one, or `pm`, which may be either of two.',
    why: 'A role that Throughline knows says what is usually whose. A misspelt one says nothing, without anybody noticing. `pm` alone may be a product manager, who decides what is built and why, or a project manager, who sees that it is delivered, and these are different jobs. Any other text is a job title and fine.',
    bad: `# .throughline.yaml
people:
  alice: { name: Alice Ng, role: product-manger }
`,
    good: `# .throughline.yaml
people:
  alice: { name: Alice Ng, role: product-manager }
  dana: { name: Dana Cole, role: developer }
`,
  },
  checkFile({ plan, file, report }) {
    for (const site of rolesIn(file)) {
      const { text } = site.reference;
      const meant = meantRoles(plan, text);
      if (meant.length === 0) continue;
      const titles = meant.map((id) => titleOfRole(plan, id));
      const message =
        readingsOf(text).length > 0
          ? `\`${text}\` may be a ${listed(titles, 'or')}, and these are different jobs: say which one is meant.`
          : `No role is called \`${text}\`. Did you mean ${listed(
              meant.map((id) => `\`${id}\``),
              'or',
            )}?`;
      report({ at: site.at, message, data: siteData(site) });
    }
  },
  fixes({ data, plan, file, edit }) {
    const site = siteOf(file, data);
    if (!site) return [];
    const meant = meantRoles(plan, data.text);
    return meant.flatMap((id) =>
      offer(`Change \`${data.text}\` to \`${id}\``, edit.replace(site.at, id), { preferred: meant.length === 1 }),
    );
  },
});

const rolesIn = pickingReferences(({ reference }) => reference.to === 'role');

function titleOfRole(plan: Plan, id: string): string {
  return lowered(plan.role(id)?.title ?? id);
}
