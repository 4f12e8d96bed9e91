import { isOpenGoal } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Feature, Goal } from '../plan/generated/entities';
import type { Share, State } from './model';
import { stateOf } from './projectState';
import { sentenceCase } from './texts';

/** Whether a goal is to be reached and nothing in the plan leads to it. What is only proposed needs no work yet. */
export function lacksWork({ lineageTree }: PlanAnalysis, goal: Goal): boolean {
  return isOpenGoal(goal) && goal.fields.status?.value !== 'proposed' && !lineageTree.isServed(goal);
}

/** How a goal stands: as its status says, else by its target and what serves it. */
export function goalState(analysis: PlanAnalysis, goal: Goal): State | undefined {
  switch (goal.fields.status?.value) {
    case 'achieved':
      return { kind: 'done', text: 'Achieved' };
    case 'dropped':
      return { kind: 'dropped', text: 'Dropped' };
    case 'proposed':
      return { kind: 'todo', text: 'Proposed' };
    default: {
      if (lacksWork(analysis, goal)) return { kind: 'at-risk', text: 'No work' };
      const { computed } = analysis.rollUps.goal(goal).health;
      return computed && stateOf(computed);
    }
  }
}

/** How far a goal is: by its key results, those of its parts included, where any is measured, else by its work. */
export function goalProgress({ rollUps }: PlanAnalysis, goal: Goal): Share | undefined {
  const { keyResults, progress } = rollUps.goal(goal);
  return keyResults.progress ?? progress;
}

const featureKinds = {
  idea: 'todo',
  planned: 'todo',
  'in-progress': 'in-progress',
  released: 'done',
  dropped: 'dropped',
} as const;

/** How a feature stands: in trouble with the date of its release, else as its status has it. */
export function featureState({ rollUps }: PlanAnalysis, feature: Feature): State {
  const { status, health } = rollUps.feature(feature);
  const { computed } = health;
  if (computed === 'at-risk' || computed === 'off-track') return stateOf(computed);
  return { kind: featureKinds[status], text: sentenceCase(status) };
}
