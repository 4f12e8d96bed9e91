import type { Temporal } from 'temporal-polyfill';
import { areasOf } from '../../analysis/responsibility';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { areaTitle } from '../../plan/roles';
import { formatDateRange, formatPercent } from '../../plan/scalars';
import { referrersOfPerson } from '../referrers';
import { cardMarkdown, countedFact, fact, firstFew, type Fact } from './card';
import { fileTitle, titleFrom } from './naming';
import { isOpen } from './status';

const kinds = { person: 'Person', team: 'Team', supplier: 'Supplier', client: 'Client' } as const;

/** Properties that make somebody answer for what holds them. */
const ownership: ReadonlySet<string> = new Set(['owner', 'manager', 'sponsor']);

/** A person, team, supplier or client: who it is, and what it answers for, owns and is assigned to in this plan. */
export function personCard(plan: Plan, reader: PlanFile, id: string, today: Temporal.PlainDate): string {
  const fields = plan.people.fields(id);
  const roles = plan.people.roles(id).map((name) => plan.role(name)?.title ?? name);
  const isKnown = plan.people.definitions(id).length > 0;
  return cardMarkdown({
    title: plan.people.name(id),
    kind: [kinds[fields.kind?.value ?? 'person'], ...roles, ...(fields.team ? [fields.team.value] : [])],
    facts: [
      accountability(plan, id),
      ...workOf(plan, reader, id),
      windows(plan, id),
      fact('Days off ahead', daysOff(plan, id, today)),
      fact('Capacity', fields.capacity && `${formatPercent(fields.capacity.value)} of full time`),
      fact('Email', fields.email?.value),
    ],
    text: isKnown ? fields.notes?.value : 'This plan defines no people, so any name will do.',
  });
}

function accountability(plan: Plan, id: string): Fact | undefined {
  const list = [...plan.roadmaps, ...plan.projects].flatMap((file) => {
    const { assigned, byRole } = areasOf(plan, file, id);
    const areas = [...assigned, ...byRole];
    return areas.length === 0 ? [] : [`${fileTitle(file)}: ${firstFew(areas.map(areaTitle))}`];
  });
  return list.length === 0 ? undefined : { label: 'Accountable for', list };
}

function workOf(plan: Plan, reader: PlanFile, id: string): readonly (Fact | undefined)[] {
  const owned = new Set<string>();
  const assigned: { title: string; open: boolean }[] = [];
  for (const { site } of referrersOfPerson(plan, id)) {
    const { by, property } = site;
    if (ownership.has(property)) {
      const as = property === 'owner' ? '' : ` (${property})`;
      owned.add(`${titleFrom(plan, by, reader)}${as}`);
    } else if (property === 'assignees') {
      assigned.push({ title: titleFrom(plan, by, reader), open: isOpen(by) });
    }
  }
  const open = assigned.filter((each) => each.open);
  return [
    countedFact('Owns', [...owned]),
    assigned.length === 0
      ? undefined
      : {
          label: `Assigned to (${String(assigned.length)}, ${String(open.length)} open)`,
          text: firstFew([...open, ...assigned.filter((each) => !each.open)].map(({ title }) => title)),
        },
  ];
}

function windows(plan: Plan, id: string): Fact | undefined {
  const teams = plan.projects.flatMap((file) => {
    const member = file.root?.fields.team?.value.find(({ key }) => key.value.id === id);
    if (!member) return [];
    const [window] = member.value ?? [];
    const share = window?.fields.allocation;
    return [share ? `${fileTitle(file)} (${formatPercent(share.value)})` : fileTitle(file)];
  });
  return fact('On the team of', teams.length === 0 ? undefined : firstFew(teams));
}

function daysOff(plan: Plan, id: string, today: Temporal.PlainDate): string | undefined {
  const ranges = plan.people.definitions(id).flatMap(({ fields }) => fields.away?.value ?? []);
  const ahead = ranges.map(({ value }) => value).filter(({ last }) => last.since(today).days >= 0);
  ahead.sort((one, other) => one.first.since(other.first).days);
  return ahead.length === 0 ? undefined : firstFew(ahead.map(formatDateRange));
}
