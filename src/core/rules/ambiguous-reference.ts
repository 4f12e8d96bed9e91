import type { AnyEntity } from '../plan/entity';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import { referenceTo } from '../plan/reference';
import { listed, named, titleOf, inQuotes } from './links/naming';
import { offer } from './links/offer';
import { siteData, siteOf, type SiteData } from './links/sites';
import { defineRule } from './rule';

export default defineRule<SiteData>({
  id: 'ambiguous-reference',
  group: 'references',
  severity: 'error',
  texts: 'choose',
  wholePlan: true,
  docs: {
    summary: 'An id that several roadmaps define, used without saying which is meant.',
    why: 'Two roadmaps may each have a goal `faster`. Inside a roadmap the bare id means its own. Everywhere else it could be either, and work would quietly be counted towards the wrong product. Put the id of the roadmap before it: `checkout/faster`.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# search.roadmap.yaml
product: Search
owner: Carol Diaz
goals:
  faster: Results in half a second
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# search.roadmap.yaml
product: Search
owner: Carol Diaz
goals:
  faster: Results in half a second
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: checkout/faster
`,
  },
  checkFile({ plan, file, report }) {
    for (const site of plan.unresolved(file)) {
      const resolution = plan.resolve(site.reference, file);
      if (resolution.status !== 'ambiguous') continue;
      const { candidates } = resolution;
      const texts = candidates.flatMap((candidate) => qualified(plan, candidate, file)?.text ?? []);
      // Files that share an id are reported as duplicates, and no qualifier would part them.
      if (texts.length === 0) continue;
      const { text, to } = site.reference;
      const owners = listed(candidates.map((candidate) => ownerName(plan, candidate)));
      const message = `\`${text}\` may be the ${to} of ${owners}: write ${listed(
        texts.map((one) => `\`${one}\``),
        'or',
      )}.`;
      const related = candidates.map((candidate) => ({
        at: candidate.key,
        message: `${named(candidate)} of ${ownerName(plan, candidate)}`,
      }));
      report({ at: site.at, message, related, data: siteData(site) });
    }
  },
  fixes({ data, plan, file, edit }) {
    const site = siteOf(file, data);
    const resolution = site && plan.resolve(site.reference, file);
    if (!site || resolution?.status !== 'ambiguous') return [];
    return resolution.candidates.flatMap((candidate) => {
      const choice = qualified(plan, candidate, file);
      const title = titleOf(candidate);
      const what = title === undefined ? '' : ` (${inQuotes(title)})`;
      return choice ? offer(`Write \`${choice.text}\`${what}`, edit.replace(site.at, choice.text)) : [];
    });
  },
});

/** The reference that leads to a candidate and to nothing else; undefined where there is none. */
function qualified(plan: Plan, candidate: AnyEntity, from: PlanFile): { readonly text: string } | undefined {
  const id = plan.fileOf(candidate)?.id ?? '';
  const text = `${id}/${candidate.id}`;
  const resolution = id === '' ? undefined : plan.resolve(referenceTo(candidate.kind as 'goal', text), from);
  return resolution?.status === 'found' && resolution.entity === candidate ? { text } : undefined;
}

function ownerName(plan: Plan, entity: AnyEntity): string {
  const root = plan.fileOf(entity)?.root;
  return root && root.kind !== 'settings' ? named(root) : 'the settings of the plan';
}
