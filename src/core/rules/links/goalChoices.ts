import { mostAlike } from '../../analysis/mostAlike';
import { isOpenGoal } from '../../analysis/openWork';
import { Topic } from '../../analysis/topic';
import type { Goal } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { referenceText } from '../../plan/referenceText';
import { inQuotes, titleOf } from './naming';

/** A goal that work may serve, and what is written for it. */
export interface GoalChoice {
  readonly goal: Goal;
  readonly reference: string;
}

/**
 * The goals of a plan that are neither achieved nor dropped, those first that sound most like a piece of work, then by
 * horizon.
 *
 * @param about titles and descriptions of the work
 * @param limit how many are given at most
 */
export function goalChoices(
  plan: Plan,
  from: PlanFile,
  about: readonly string[],
  limit: number,
): readonly GoalChoice[] {
  const choices = mostAlike(plan.all('goal').filter(isOpenGoal), new Topic(about)).flatMap((goal) => {
    const reference = referenceText(plan, goal, 'goal', from);
    return reference === undefined ? [] : [{ goal, reference }];
  });
  return choices.slice(0, limit);
}

/** The goal as a fix names it: `goal: faster-checkout` (“Check out in a minute”). */
export function choiceText({ goal, reference }: GoalChoice): string {
  const title = titleOf(goal);
  return `\`goal: ${reference}\`${title === undefined ? '' : ` (${inQuotes(title)})`}`;
}
