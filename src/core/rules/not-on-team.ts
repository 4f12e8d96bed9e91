import { byEntry, itemsWhere, withItemsBelow } from '../analysis/entries';
import type { Keyed } from '../plan/entity';
import type { Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import type { Reference } from '../plan/reference';
import { formatPercent } from '../plan/scalars';
import { counted, inQuotes, named } from './links/naming';
import { offer } from './links/offer';
import { isClosed, isOver } from './schedule/workState';
import { defineRule } from './rule';
import { BrokenText } from './structure/brokenText';

type Assignment = Keyed<Reference<'person'>, number>;

interface Data {
  readonly [key: string]: string;
  readonly person: string;
}

export default defineRule<Data>({
  id: 'not-on-team',
  group: 'people-and-money',
  severity: 'info',
  // Who is a supplier may stand in any file.
  wholePlan: true,
  docs: {
    summary: 'Somebody who is assigned to open work of a project, and not in its team.',
    why: 'The `team` says who works on a project, how much of their time it gets, and from when to when. Somebody who is missing there counts as full-time from the first day, so that dates come out too early, and is forgotten when the project plans its meetings. Only projects that have a team are asked; their manager, suppliers and clients need not be in it.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
team:
  Dana Fox: { allocation: 60% }
items:
  api: { title: Payment API, assignees: Dana Fox }
  form: { title: Payment form, assignees: [Dana Fox, Erin Wu] }
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
team:
  Dana Fox: { allocation: 60% }
  Erin Wu: { allocation: 50%, from: 2026-10-05 }
items:
  api: { title: Payment API, assignees: Dana Fox }
  form: { title: Payment form, assignees: [Dana Fox, Erin Wu] }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ plan, file, report }) {
    const team = file.kind === 'project' ? file.root?.fields.team : undefined;
    if (file.kind !== 'project' || !file.root || !team || isClosed(file) || isTeamUnclear(plan, file)) return;
    for (const [person, [first, ...others]] of strangers(plan, file)) {
      const what = `${named(first.item)}${others.length > 0 ? ` and ${counted(others.length, 'other item')}` : ''}`;
      const message = `${inQuotes(plan.people.name(person))} is assigned to ${what}, but is not in the team of ${named(file.root)}: add them to \`team\` with their share of time, or assign somebody who is in it.`;
      const related = [{ at: team.key, message: 'The team of the project.' }];
      report({ at: first.assignment.key.at, message, related, data: { person } });
    }
  },
  fixes({ data: { person }, plan, file, edit }) {
    const assigned = file.kind === 'project' ? strangers(plan, file).get(person) : undefined;
    if (!assigned) return [];
    // As much as the plan counts with already.
    const allocation = formatPercent(Math.max(...assigned.map(({ assignment }) => assignment.value ?? 100)));
    const added = edit.addEntry(file.uri, ['team'], person, { allocation });
    return offer(`Add ${inQuotes(plan.people.name(person))} to the team with ${allocation}`, added, {
      preferred: true,
    });
  },
});

interface AssignedItem {
  readonly item: Item;
  readonly assignment: Assignment;
}

type Assigned = readonly [AssignedItem, ...AssignedItem[]];

/** The ids of the people of each item at the top, and of what is under it: mostly the same few. */
const assignedPeople = byEntry((entry) => {
  const assignments = withItemsBelow(entry).flatMap(({ fields }) => fields.assignees?.value ?? []);
  return [...new Set(assignments.map(({ key }) => key.value.id))];
});

const openAssigned = itemsWhere((item) => (item.fields.assignees?.value.length ?? 0) > 0 && !isOver(item));

/** Whoever is assigned to open work and not in the team, with that work in source order. */
function strangers(plan: Plan, file: ProjectFile): ReadonlyMap<string, Assigned> {
  const members = new Set(file.root?.fields.team?.value.map(({ key }) => key.value.id));
  const manager = file.root?.fields.manager?.value.id;
  const found = new Map<string, Assigned>();
  if (assignedPeople(file).every((person) => members.has(person) || person === manager)) return found;
  for (const item of openAssigned(file)) {
    for (const assignment of item.fields.assignees?.value ?? []) {
      const person = assignment.key.value.id;
      if (members.has(person) || person === manager || !belongsInTeam(plan, file, assignment, members)) continue;
      const known = found.get(person);
      found.set(person, known ? [...known, { item, assignment }] : [{ item, assignment }]);
    }
  }
  return found;
}

function belongsInTeam(plan: Plan, file: ProjectFile, { key }: Assignment, members: ReadonlySet<string>): boolean {
  const status = plan.resolve(key.value, file).status;
  if (status !== 'found' && status !== 'known') return false;
  const { kind, team } = plan.people.fields(key.value.id);
  if (kind?.value === 'supplier' || kind?.value === 'client') return false;
  // Whoever belongs to a team that works on the project works on it as well.
  const ofTeam = team?.value.trim();
  return (
    ofTeam === undefined || ![...members].some((member) => member === ofTeam || plan.people.name(member) === ofTeam)
  );
}

/** Whether a name in the team may be meant for anybody, or part of the team could not be read. */
function isTeamUnclear(plan: Plan, file: ProjectFile): boolean {
  const team = file.root?.fields.team?.value ?? [];
  const isBroken = team.some(({ key }) => plan.resolve(key.value, file).status === 'unknown');
  return team.length === 0 || isBroken || new BrokenText(file.document).any;
}
