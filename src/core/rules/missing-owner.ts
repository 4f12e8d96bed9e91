import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import { inQuotes, named, withArticle } from './links/naming';
import { offer } from './links/offer';
import { states } from './links/written';
import { holdersOf, type Holder } from '../analysis/ownership/holders';
import { managerAreas, ownerAreas } from '../analysis/ownership/leadership';
import { defineRule } from './rule';
import { BrokenText } from './structure/brokenText';

/** How many people are offered. */
const limit = 5;

const lead = {
  roadmap: { kind: 'product', property: 'owner', areas: ownerAreas },
  project: { kind: 'project', property: 'manager', areas: managerAreas },
} as const;

export default defineRule<true>({
  id: 'missing-owner',
  group: 'ownership',
  severity: 'warning',
  readsFileAlone: true,
  docs: {
    summary: 'A roadmap without an owner, or a project without a manager.',
    why: 'A product needs one person who decides what it becomes and why, and a project one who answers for its plan, its dates and its money. Where nobody is named, everybody waits for somebody else. The owner or manager also answers for every area of their role that nobody else is named for.',
    bad: `# checkout.roadmap.yaml
product: Checkout
goals:
  faster: Buyers pay in under a minute
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, report }) {
    if (file.kind === 'settings' || !file.root) return;
    const { kind, property } = lead[file.kind];
    const title = file.root.kind === 'product' ? file.root.fields.product : file.root.fields.project;
    if (!title || states(file, [], kind, property) || new BrokenText(file.document).atMargin()) return;
    const message =
      file.kind === 'roadmap'
        ? `${named(file.root)} has no owner: name the product manager with \`owner:\`, so that one person decides what it becomes.`
        : `${named(file.root)} has no manager: name the project manager with \`manager:\`, so that one person answers for it.`;
    report({ at: title.at, message, data: true });
  },
  fixes({ plan, file, edit }) {
    if (file.kind === 'settings') return [];
    const { property } = lead[file.kind];
    return candidates(plan, file).flatMap(({ id, name, roles }) => {
      const role = roles[0] ? `, ${withArticle(roles[0].title)}` : '';
      return offer(
        `Set \`${property}: ${id}\` (${inQuotes(name)}${role})`,
        edit.setProperty(file.uri, [], property, id),
      );
    });
  },
});

function candidates(plan: Plan, file: PlanFile): readonly Holder[] {
  if (file.kind === 'roadmap') return holdersOf(plan, lead.roadmap.areas).slice(0, limit);
  return file.kind === 'project' ? holdersOf(plan, lead.project.areas, file).slice(0, limit) : [];
}
