import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Customer, Program, Theme } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { referrersOf } from '../referrers';
import { cardMarkdown, countedFact, fact, firstFew } from './card';
import { fileTitle, kindOf, titleOf } from './naming';
import { healthFact, progressFacts } from './progressFacts';
import { referring } from './referringFact';

/** A program: who runs it, what it is for, and its projects. */
export function programCard({ plan, rollUps }: PlanAnalysis, reader: PlanFile, program: Program): string {
  const work = rollUps.program(program);
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
      ...progressFacts(work),
      healthFact(work.health),
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
