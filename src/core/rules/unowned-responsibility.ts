import { Temporal } from 'temporal-polyfill';
import { answerableFor, assignmentOf, assignmentsOf } from '../analysis/responsibility';
import type { EditValue } from '../edit/planEdit';
import type { Release } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import { definitionsOf, type RoadmapFile } from '../plan/planFile';
import { areaTitle } from '../plan/roles';
import { referenceTo } from '../plan/reference';
import { inQuotes, lowered, named } from './links/naming';
import { offer } from './links/offer';
import { states } from './links/written';
import { holdersOf, holdsAny, knownRoles } from '../analysis/ownership/holders';
import { dueText, isDueWithin } from './releases/upcoming';
import { defineRule, type Fix } from './rule';
import { BrokenText } from './structure/brokenText';

const area = 'go-to-market';

/** How many people are offered. */
const limit = 5;

export default defineRule<true, { days: number }>({
  id: 'unowned-responsibility',
  group: 'ownership',
  severity: 'info',
  wholePlan: true,
  options: {
    days: {
      type: 'integer',
      description: 'How many days before a release somebody has to answer for bringing it to its customers.',
      default: 30,
      minimum: 0,
    },
  },
  docs: {
    summary: 'A release within 30 days where nobody holds `go-to-market`.',
    why: 'Building a feature and bringing it to customers are two jobs, and the second one is forgotten more easily: the price, the announcement, the people who sell and support it. It is the product manager’s, unless `responsibilities` names somebody else. Where the owner of the roadmap has another role, somebody has to be named.',
    bad: `# .throughline.yaml
people:
  alice: { name: Alice Ng, role: product-owner }
  carol: { name: Carol Diaz, role: product-manager }
# checkout.roadmap.yaml
product: Checkout
owner: alice
releases:
  autumn: { title: Autumn release, date: 2026-10-09 }
`,
    good: `# .throughline.yaml
people:
  alice: { name: Alice Ng, role: product-owner }
  carol: { name: Carol Diaz, role: product-manager }
# checkout.roadmap.yaml
product: Checkout
owner: alice
releases:
  autumn: { title: Autumn release, date: 2026-10-09 }
responsibilities:
  go-to-market: carol
`,
  },
  checkFile({ plan, file, today, options: { days }, report }) {
    if (file.kind !== 'roadmap' || !file.root || isUnclear(plan, file)) return;
    const due = definitionsOf(file, 'release').filter((release) => isDueWithin(release, days, today));
    const [next] = due.filter((release) => !isHeldFor(plan, release)).sort(byDate);
    if (!next || answerableFor(plan, file, area)) return;
    const message = `${named(next)} is ${dueText(next)}, and nobody answers for ${lowered(areaTitle(area))}: name somebody under \`responsibilities\`.`;
    report({ at: next.key, message, data: true });
  },
  fixes({ plan, file, edit }) {
    if (file.kind !== 'roadmap') return [];
    const known = assignmentOf(file, area);
    const assign = (accountable: string, note?: string): ReturnType<typeof edit.addEntry> => {
      const value: EditValue = note === undefined ? accountable : { accountable, note };
      if (!known) return edit.addEntry(file.uri, ['responsibilities'], area, value);
      const named = edit.setProperty(file.uri, known.path, 'accountable', accountable);
      return note === undefined ? named : edit.combine(named, edit.setProperty(file.uri, known.path, 'note', note));
    };
    const holders = holdersOf(plan, [area]).slice(0, limit);
    const owner = file.root?.fields.owner?.value.id;
    const name = owner === undefined ? '' : plan.people.name(owner);
    return [
      ...holders.flatMap(({ id, name, roles: [role] }): readonly Fix[] => {
        const who = `${inQuotes(name)}${role ? ` (${lowered(role.title)})` : ''}`;
        return offer(`Make ${who} answer for it`, assign(id));
      }),
      ...(owner === undefined
        ? []
        : offer(
            `Make the owner, ${inQuotes(name)}, answer for it, with a note that this is meant`,
            assign(owner, `Agreed that ${name} answers for this here.`),
          )),
    ];
  },
});

/** Whether the file leaves open who answers for it: what is missing or broken there has a finding of its own. */
function isUnclear(plan: Plan, file: RoadmapFile): boolean {
  const assignment = assignmentOf(file, area);
  const isBroken =
    assignment && !assignment.fields.accountable && states(file, assignment.path, 'assignment', 'accountable');
  const mayBeMeant = assignmentsOf(file).some(
    ({ id }) => plan.resolve(referenceTo('area', id), file).status === 'unknown',
  );
  const hasNoEntries = states(file, [], 'product', 'responsibilities') && !file.root?.fields.responsibilities;
  const ownerless = !file.root?.fields.owner;
  return ownerless || isBroken === true || mayBeMeant || hasNoEntries || new BrokenText(file.document).any;
}

/** Whether a release has somebody for it without the roadmap's saying so: its own owner, a check, a project. */
function isHeldFor(plan: Plan, { fields: { owner, readiness } }: Release): boolean {
  const roles = owner && knownRoles(plan, owner.value.id, undefined);
  const isOwners = roles !== undefined && holdsAny(roles, [area]);
  const isChecks = readiness?.value.some(({ fields }) => fields.area?.value.id === area && fields.owner !== undefined);
  return (
    isOwners || isChecks === true || plan.projects.some((project) => assignmentOf(project, area)?.fields.accountable)
  );
}

function byDate(one: Release, other: Release): number {
  const [first, second] = [one.fields.date?.value.last, other.fields.date?.value.last];
  return first && second ? Temporal.PlainDate.compare(first, second) : 0;
}
