import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Candidate, ScoringMethod } from '../../analysis/priority/scores';
import { fact, type Fact } from './card';

const methods = { rice: 'RICE', wsjf: 'WSJF' } as const;

/** The scores of a feature or an idea, each with its arithmetic and its rank among what is open of its product. */
export function scoreFacts(analysis: PlanAnalysis, candidate: Candidate): readonly (Fact | undefined)[] {
  return (['rice', 'wsjf'] as const).map((method) => fact(methods[method], scoreText(analysis, candidate, method)));
}

/** `8000 × 2 × 80 % / 4 = 3200, rank 2 of 12`; what it lacks where it has no value; undefined without any such score. */
export function scoreText(
  { priorities, plan }: PlanAnalysis,
  candidate: Candidate,
  method: ScoringMethod,
): string | undefined {
  const score = priorities.score(candidate, method);
  if (score?.arithmetic === undefined) return score?.why;
  const roadmap = plan.fileOf(candidate);
  const ranking = priorities.ranking(method, roadmap?.kind === 'roadmap' ? { roadmap } : {});
  const rank = ranking.of(candidate)?.rank;
  return rank === undefined ? score.arithmetic : `${score.arithmetic}, rank ${String(rank)} of ${String(ranking.size)}`;
}
