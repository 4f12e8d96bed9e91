import type { Plan } from '../../plan/plan';
import { goalChoices } from '../../rules/links/goalChoices';
import { holdersOf } from '../../analysis/ownership/holders';
import { managerAreas, ownerAreas } from '../../analysis/ownership/leadership';
import { homeOf, titleOf } from '../cards/naming';
import type { PlanState } from '../planState';
import type { GoalChoice, PersonChoice, NewPlanFileChoices } from './model';
import { unwrittenProject } from './unwrittenProject';

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

/** The people of a plan, in its order; teams, suppliers and clients left out. */
export function peopleChoices({ plan }: Pick<PlanState, 'plan'>): readonly PersonChoice[] {
  const people = plan.people.ids.filter((id) => (plan.people.fields(id).kind?.value ?? 'person') === 'person');
  return people.map((id) => personChoice(plan, id));
}

function leadChoices(plan: Plan, kind: 'roadmap' | 'project'): readonly PersonChoice[] {
  const holders = holdersOf(plan, kind === 'roadmap' ? ownerAreas : managerAreas).map(({ id }) => id);
  const others = peopleChoices({ plan }).filter(({ id }) => !holders.includes(id));
  return [...holders.map((id) => personChoice(plan, id)), ...others];
}

function personChoice(plan: Plan, id: string): PersonChoice {
  const roles = plan.people.roles(id).map((role) => plan.role(role)?.title ?? role);
  return { id, name: plan.people.name(id), detail: roles.join(', ') };
}

function openGoals(plan: Plan, folder: string, title: string): readonly GoalChoice[] {
  return goalChoices(plan, unwrittenProject(folder), [title], Infinity).map(({ goal, reference }) => ({
    reference,
    title: titleOf(goal),
    detail: [homeOf(plan, goal), goal.fields.horizon?.value].filter((part) => part !== undefined).join(' · '),
  }));
}
