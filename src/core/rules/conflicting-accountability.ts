import { assignmentOf } from '../analysis/responsibility';
import type { Plan } from '../plan/plan';
import type { PlanFile } from '../plan/planFile';
import { areaTitle } from '../plan/roles';
import { inQuotes, listed, lowered, named } from './links/naming';
import { offer } from './links/offer';
import { contestedAreas, sharedAreas, type ContestedArea, type SharedArea } from '../analysis/ownership/conflicts';
import { handover } from './ownership/handover';
import { isClosed } from './schedule/workState';
import { defineRule, type Fix, type FixContext, type Report } from './rule';

/** The area, and for one that two files give away those files by their URIs. */
type Data =
  { readonly shared: string } | { readonly contested: string; readonly roadmap: string; readonly project: string };

export default defineRule<Data>({
  id: 'conflicting-accountability',
  group: 'ownership',
  severity: 'warning',
  docs: {
    summary:
      'One area with two accountable people: in one list, or where a project gives an area of the product manager to somebody else than the roadmap does.',
    why: 'Many people may do the work and be asked, but one answers for the result. Where two do, each relies on the other, and on the day it matters nobody has decided. Areas of the product manager are read across files: what the roadmap has given to one person cannot be given to another one by a project that serves it, unless a `note` says that this is meant.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
responsibilities:
  budget: { accountable: [Bob Okoro, Dana Cole] }
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
responsibilities:
  budget: { accountable: Bob Okoro, responsible: Dana Cole }
`,
  },
  checkPlan({ plan, report }) {
    for (const file of plan.files.values()) {
      if (file.kind === 'settings' || isClosed(file)) continue;
      for (const shared of sharedAreas(plan, file)) report(ofShared(plan, shared));
    }
    for (const project of plan.projects)
      for (const contested of contestedAreas(plan, project)) report(ofContested(plan, contested));
  },
  fixes({ data, ...context }) {
    return 'shared' in data ? sharedFixes(context, data.shared) : contestedFixes(context, data);
  },
});

function ofShared(plan: Plan, { assignment, sites }: SharedArea): Report<Data> {
  const [first, second] = sites;
  const people = listed(sites.map(({ reference }) => inQuotes(plan.people.name(reference.id))));
  const at = (second ?? first)?.at ?? assignment.key;
  const both = sites.length === 2 ? 'both' : 'all';
  const message = `${people} ${both} answer for ${lowered(areaTitle(assignment.id))}: keep one, and make the ${sites.length === 2 ? 'other' : 'others'} responsible.`;
  const related = first
    ? [{ at: first.at, message: `${inQuotes(plan.people.name(first.reference.id))} is named first.` }]
    : [];
  return { at, message, related, data: { shared: assignment.id } };
}

function ofContested(plan: Plan, { area, roadmap, project, inRoadmap, inProject }: ContestedArea): Report<Data> {
  const name = (site: ContestedArea['inProject']): string => inQuotes(plan.people.name(site.reference.id));
  const where = (file: PlanFile): string => (file.root ? named(file.root) : file.id);
  const message = `${areaTitle(area)} is with ${name(inRoadmap)} in the roadmap of ${where(roadmap)} and with ${name(inProject)} in the project ${where(project)}: keep one, and make the other responsible.`;
  const inRoadmapToo = { at: inRoadmap.at, message: `In the roadmap it is with ${name(inRoadmap)}.` };
  const inProjectToo = { at: inProject.at, message: `In the project it is with ${name(inProject)}.` };
  const data = { contested: area, roadmap: roadmap.uri, project: project.uri };
  // A conflict stands on the later of the two.
  return roadmap.uri < project.uri
    ? { at: inProject.at, message, related: [inRoadmapToo], data }
    : { at: inRoadmap.at, message, related: [inProjectToo], data };
}

type Context = Omit<FixContext, 'data'>;

function sharedFixes({ plan, file, edit }: Context, area: string): readonly Fix[] {
  if (file.kind === 'settings') return [];
  const shared = sharedAreas(plan, file).find(({ assignment }) => assignment.id === area);
  if (!shared) return [];
  const people = shared.sites.map(({ reference }) => reference.id);
  return people.flatMap((kept) => {
    const others = people.filter((id) => id !== kept);
    return offer(titleFor(plan, kept, others), handover(edit, file, shared.assignment, kept, others));
  });
}

function contestedFixes(
  { plan, edit }: Context,
  { contested: area, roadmap, project }: Extract<Data, { contested: string }>,
): readonly Fix[] {
  const file = plan.projects.find(({ uri }) => uri === project);
  const found = file && contestedAreas(plan, file).find((each) => each.area === area && each.roadmap.uri === roadmap);
  if (!found) return [];
  const choices = [
    { kept: found.inRoadmap, other: found.inProject, change: found.project },
    { kept: found.inProject, other: found.inRoadmap, change: found.roadmap },
  ];
  return choices.flatMap(({ kept, other, change }) => {
    const assignment = assignmentOf(change, area);
    const [keptId, otherId] = [kept.reference.id, other.reference.id];
    return assignment
      ? offer(titleFor(plan, keptId, [otherId]), handover(edit, change, assignment, keptId, [otherId]))
      : [];
  });
}

function titleFor(plan: Plan, kept: string, others: readonly string[]): string {
  const rest = listed(others.map((id) => inQuotes(plan.people.name(id))));
  return `Keep ${inQuotes(plan.people.name(kept))}, and make ${rest} responsible`;
}
