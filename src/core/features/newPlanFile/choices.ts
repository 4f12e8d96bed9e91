import { readPlanFile } from '../../plan/planFile';
import type { Plan } from '../../plan/plan';
import { goalChoices } from '../../rules/links/goalChoices';
import { holdersOf } from '../../rules/ownership/holders';
import { managerAreas, ownerAreas } from '../../rules/ownership/leadership';
import { parseDocument } from '../../syntax/document';
import { homeOf, titleOf } from '../cards/naming';
import type { PlanState } from '../planState';

/** Somebody who may lead a product or project. */
export interface LeadChoice {
  /** As the plan refers to people. */
  readonly id: string;
  readonly name: string;
  /** The roles that this person is known by. */
  readonly detail: string;
}

/** A goal that a project may serve. */
export interface GoalChoice {
  /** What is written for it. */
  readonly reference: string;
  readonly title: string;
  /** Its product and its horizon. */
  readonly detail: string;
}

/** What a plan has to choose from for a new file of it. */
export interface NewPlanFileChoices {
  /** Those whose role it usually is first. Empty where the plan lists nobody: then a person is any text. */
  readonly leads: readonly LeadChoice[];
  /** The open goals, those that sound most like the title first. */
  readonly goals: readonly GoalChoice[];
}

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
