import { deliveringItems } from '../../analysis/delivery';
import type { AnyEntity } from '../../plan/entity';
import type { Customer, Feature, Program, Release, Theme } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { referrersOf } from '../referrers';
import { cardMarkdown, countedFact, fact, firstFew, type Fact } from './card';
import { fileTitle, homeOf, kindTitle, titleFrom, titleOf } from './naming';
import { limitText } from './periodText';
import { statusOf } from './status';

/** A feature: what it is for, when it comes, and what delivers it. */
export function featureCard(plan: Plan, reader: PlanFile, feature: Feature): string {
  const { owner, goal, release, priority, horizon, status, description, depends_on: needs } = feature.fields;
  const home = plan.fileOf(feature) ?? reader;
  const goals = goal?.value.flatMap(({ value }) => plan.target(value, home) ?? []) ?? [];
  const target = release && plan.target(release.value, home);
  const first = needs?.value.flatMap(({ value }) => plan.target(value, home) ?? []) ?? [];
  const delivering = deliveringItems(plan).get(feature) ?? [];
  return cardMarkdown({
    title: titleOf(feature),
    kind: kindOf(plan, feature, status?.value, horizon?.value, priority?.value),
    facts: [
      fact('Owner', owner && plan.people.name(owner.value.id)),
      fact(goals.length > 1 ? 'Goals' : 'Goal', goals.length === 0 ? undefined : firstFew(goals.map(titleOf))),
      fact('Release', target && releaseText(target)),
      countedFact('Needs first', first.map(titleOf)),
      referring(plan, reader, feature, 'Needed by', 'feature', 'depends_on'),
      countedFact(
        'Delivered by',
        delivering.map(({ item }) => titleFrom(plan, item, reader)),
      ),
    ],
    text: description?.value,
  });
}

/** A release: when it comes, how ready it is, and what it brings. */
export function releaseCard(plan: Plan, reader: PlanFile, release: Release): string {
  const { owner, goal, date, readiness, notes } = release.fields;
  const home = plan.fileOf(release) ?? reader;
  const goals = goal?.value.flatMap(({ value }) => plan.target(value, home) ?? []) ?? [];
  const checks = readiness?.value ?? [];
  const ready = checks.filter(({ fields }) => fields.done?.value === true);
  const open = checks.filter((check) => !ready.includes(check)).map(titleOf);
  return cardMarkdown({
    title: titleOf(release),
    kind: kindOf(plan, release, statusOf(release)),
    facts: [
      fact('Date', date && limitText(date.value)),
      fact('Owner', owner && plan.people.name(owner.value.id)),
      fact(goals.length > 1 ? 'Goals' : 'Goal', goals.length === 0 ? undefined : firstFew(goals.map(titleOf))),
      checks.length === 0
        ? undefined
        : fact(
            'Ready',
            `${String(ready.length)} of ${String(checks.length)}${open.length > 0 ? `, open: ${firstFew(open)}` : ''}`,
          ),
      referring(plan, reader, release, 'Features', 'feature', 'release'),
      referring(plan, reader, release, 'Items', 'item', 'release'),
      referring(plan, reader, release, 'Milestones', 'milestone', 'release'),
    ],
    text: notes?.value,
  });
}

/** A program: who runs it, what it is for, and its projects. */
export function programCard(plan: Plan, reader: PlanFile, program: Program): string {
  const { manager, goal, description } = program.fields;
  const home = plan.fileOf(program) ?? reader;
  const goals = goal?.value.flatMap(({ value }) => plan.target(value, home) ?? []) ?? [];
  const projects = referrersOf(plan, program).flatMap(({ file, site }) =>
    site.by.kind === 'project' ? [fileTitle(file)] : [],
  );
  return cardMarkdown({
    title: titleOf(program),
    kind: kindOf(plan, program),
    facts: [
      fact('Manager', manager && plan.people.name(manager.value.id)),
      fact(goals.length > 1 ? 'Goals' : 'Goal', goals.length === 0 ? undefined : firstFew(goals.map(titleOf))),
      countedFact('Projects', projects),
    ],
    text: description?.value,
  });
}

/** A theme or a customer: which goals and features belong to it. */
export function groupCard(plan: Plan, reader: PlanFile, group: Theme | Customer): string {
  const needs = group.kind === 'customer' ? group.fields.needs?.value : undefined;
  return cardMarkdown({
    title: titleOf(group),
    kind: kindOf(plan, group),
    facts: [
      needs && { label: 'Needs', list: needs.map(({ value }) => value) },
      referring(plan, reader, group, 'Goals', 'goal', group.kind),
      referring(plan, reader, group, 'Features', 'feature', group.kind),
    ],
    text: group.kind === 'theme' ? group.fields.description?.value : group.fields.notes?.value,
  });
}

function kindOf(plan: Plan, entity: AnyEntity, ...more: readonly (string | undefined)[]): readonly string[] {
  return [kindTitle(plan, entity), homeOf(plan, entity), ...more].filter(
    (part) => part !== undefined && part !== '',
  ) as string[];
}

function releaseText(release: Release): string {
  const { date } = release.fields;
  return date ? `${titleOf(release)} (${limitText(date.value)})` : titleOf(release);
}

/** Counts the entities of a kind that refer to this one by a property. */
function referring(
  plan: Plan,
  reader: PlanFile,
  entity: AnyEntity,
  label: string,
  kind: string,
  property: string,
): Fact | undefined {
  const titles = referrersOf(plan, entity)
    .filter(({ site }) => site.by.kind === kind && site.property === property)
    .map(({ site }) => titleFrom(plan, site.by, reader));
  return countedFact(label, titles);
}
