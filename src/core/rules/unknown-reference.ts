import type { ReferenceKind } from '../plan/reference';
import { candidatesFor, candidateText } from './links/candidates';
import { definitionFixes } from './links/definitionFixes';
import { sameSpelling } from '../plan/spelling';
import type { Candidates } from './links/nearest';
import { offer } from './links/offer';
import { siteData, siteOf, type SiteData } from './links/sites';
import { hiddenDefinitions } from './links/hiddenDefinitions';
import { listMeant, unknownMessage } from './links/unknownWords';
import { defineRule } from './rule';
import { BrokenText } from './structure/brokenText';

/** In a file where everything is broken, the names that were meant are looked for this often; it takes its time. */
const searches = 100;

export default defineRule<SiteData>({
  id: 'unknown-reference',
  group: 'references',
  severity: 'error',
  texts: 'choose',
  wholePlan: true,
  docs: {
    summary:
      'A name that nobody defines: of a goal, a feature, a person, an item or anything else that is referred to.',
    why: 'A reference is what keeps the plan together. One that leads nowhere is a line that has been cut, most often because the other end was renamed or removed, and everything that follows from it is wrong: whom the work is for, when it can begin, who does it.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: fastr
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
`,
  },
  checkFile({ plan, analysis, file, report }) {
    const candidates = new Map<ReferenceKind, Pick<Candidates, 'nearest'>>();
    const hidden = hiddenDefinitions(analysis);
    let searched = 0;
    let broken: BrokenText | undefined;
    for (const site of plan.unresolved(file)) {
      const { to, text } = site.reference;
      if (plan.resolve(site.reference, file).status !== 'unknown') continue;
      broken ??= new BrokenText(file.document);
      if (broken.touches(site.at) || hidden.hides(site.reference)) continue;
      const known = candidates.get(to) ?? candidatesFor(plan, to, file);
      candidates.set(to, known);
      const meant = searched++ < searches ? known.nearest(text, 2) : [];
      report({ at: site.at, message: unknownMessage(plan, file, site, meant), data: siteData(site) });
    }
  },
  fixes({ data, plan, file, edit }) {
    const site = siteOf(file, data);
    if (!site) return [];
    const { to, text } = site.reference;
    const list = listMeant(plan, file, site);
    if (list) return offer(`Write the list \`${list}\``, edit.replace(site.at, list), { preferred: true });
    const meant = candidatesFor(plan, to, file).nearest(text);
    // Ids are unique whatever their case: what is there already is not defined again.
    const isThere = meant.some((one) => sameSpelling(text, one.text) || sameSpelling(text, one.title ?? ''));
    return [
      ...meant.flatMap((candidate) => {
        const preferred = meant.length === 1 || sameSpelling(text, candidate.text);
        return offer(`Change \`${text}\` to ${candidateText(candidate)}`, edit.replace(site.at, candidate.text), {
          preferred,
        });
      }),
      ...(isThere ? [] : definitionFixes({ plan, file, edit }, site)),
    ];
  },
});
