import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Editor } from '../edit/editor';
import type { Finding } from './finding';
import type { Fix, Rule } from './rule';

/** The fixes that a finding's rule offers for it in the plan as it is now, in their order. */
export function fixesOf(
  finding: Pick<Finding, 'uri' | 'at' | 'data'>,
  rule: Rule | undefined,
  analysis: PlanAnalysis,
  edit: Editor,
): readonly Fix[] {
  const { plan, today } = analysis;
  const file = plan.files.get(finding.uri);
  if (!rule?.fixes || !file || finding.data === undefined) return [];
  // A rule gets back what it has reported.
  return rule.fixes({ data: finding.data as never, at: finding.at, plan, file, today, analysis, edit });
}
