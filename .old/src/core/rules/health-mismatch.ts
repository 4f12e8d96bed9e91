import type { HealthReason } from '../analysis/rollUp/health';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ProjectFile } from '../plan/planFile';
import { formatDate } from '../plan/scalars';
import { listed, named } from './links/naming';
import { defineRule, type Related } from './rule';
import { latenessOf } from './schedule/lateness';

export default defineRule({
  id: 'health-mismatch',
  group: 'communication',
  severity: 'info',
  // Who waits for whom, and what people cost, may stand in any file.
  wholePlan: true,
  docs: {
    summary: 'A project that is said to be on track, while its end, its deadlines or its budget say otherwise.',
    why: 'The health of a project is its manager’s own call, and a manager may well know more than the plan. But where the dates or the money say that a promise will not be kept, either the plan or the health is out of date, and stakeholders should not be the ones to find out. Days that have already gone by are left to the rule `overdue`.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
health: on-track
start: 2026-09-14
# throughline-disable-next-line missed-deadline -- a later end is being asked for
end: 2026-09-25
items:
  api: { title: Payment API, estimate: 4w }
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
health: off-track
start: 2026-09-14
# throughline-disable-next-line missed-deadline -- a later end is being asked for
end: 2026-09-25
items:
  api: { title: Payment API, estimate: 4w }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, analysis, report }) {
    const health = file.kind === 'project' ? file.root?.fields.health : undefined;
    if (file.kind !== 'project' || !file.root || health?.value !== 'on-track') return;
    const reasons = reasonsAgainst(file, analysis);
    if (reasons.length === 0) return;
    const state = reasons.some((reason) => reason.state === 'off-track') ? 'off-track' : 'at-risk';
    const figures = listed(reasons.map(({ why }) => why));
    const message = `${named(file.root)} is said to be on track, but it ${figures}: say \`${state}\`, or plan it so that it is on track.`;
    report({ at: health.at, message, related: reasons.flatMap((reason) => relatedTo(reason, file, analysis)) });
  },
});

/**
 * Why a project is not on track, the worst first, without what has its cause in a mistake of the plan that is reported
 * there: a day that is past, a date that is stated beyond the end of the project, an end before the start.
 */
function reasonsAgainst(file: ProjectFile, analysis: PlanAnalysis): readonly HealthReason[] {
  const { reasons } = analysis.rollUps.project(file).health;
  if (reasons.length === 0) return [];
  const { end, missed } = latenessOf(analysis, file);
  const isMissed = (kind: 'item' | 'milestone'): boolean => [...missed.keys()].some((work) => work.kind === kind);
  return reasons.filter(({ kind }) => {
    if (kind === 'finish') return end !== undefined;
    if (kind === 'deadline') return isMissed('item');
    return kind === 'milestone' ? isMissed('milestone') : true;
  });
}

function relatedTo({ kind, about }: HealthReason, file: ProjectFile, analysis: PlanAnalysis): readonly Related[] {
  if (about?.kind === 'item' || about?.kind === 'milestone')
    return [{ at: about.key, message: `${named(about)} comes too late.` }];
  const last = kind === 'finish' ? latenessOf(analysis, file).end?.last : undefined;
  if (!last) return [];
  return [{ at: last.work.key, message: `${named(last.work)} ends last, on ${formatDate(last.finish)}.` }];
}
