import { readPlanFile } from '../../plan/planFile';
import type { Plan } from '../../plan/plan';
import { goalChoices } from '../../rules/links/goalChoices';
import { holdersOf } from '../../rules/ownership/holders';
import { managerAreas, ownerAreas } from '../../rules/ownership/leadership';
import { parseDocument } from '../../syntax/document';
import { homeOf, titleOf } from '../cards/naming';
import type { PlanState } from '../planState';
import type { GoalChoice, LeadChoice, NewPlanFileChoices } from './model';

/**
 * Who may lead a new roadmap or project, and which goals it may serve.
 *
 * @param folder that the file is to be in
 * @param title of the product or project
 */
export function newPlanFileChoices(
  { plan }: Pick<PlanState, 'plan'>,
  kind: 'roadmap' | 'project',
  folder: string,
  title: string,
): NewPlanFileChoices {
  return { leads: leadChoices(plan, kind), goals: openGoals(plan, folder, title) };
}

function leadChoices(plan: Plan, kind: 'roadmap' | 'project'): readonly LeadChoice[] {
  const holders = holdersOf(plan, kind === 'roadmap' ? ownerAreas : managerAreas).map(({ id }) => id);
  const people = plan.people.ids.filter((id) => (plan.people.fields(id).kind?.value ?? 'person') === 'person');
  return [...new Set([...holders, ...people])].map((id) => {
    const roles = plan.people.roles(id).map((role) => plan.role(role)?.title ?? role);
    return { id, name: plan.people.name(id), detail: roles.join(', ') };
  });
}

function openGoals(plan: Plan, folder: string, title: string): readonly GoalChoice[] {
  const uri = `${folder}/.project.yaml`;
  // The file is not there yet, and what it says makes no difference to what a reference in it means.
  const reader = readPlanFile('project', parseDocument(uri, ''));
  return goalChoices(plan, reader, [title], Infinity).map(({ goal, reference }) => ({
    reference,
    title: titleOf(goal),
    detail: [homeOf(plan, goal), goal.fields.horizon?.value].filter((part) => part !== undefined).join(' · '),
  }));
}
