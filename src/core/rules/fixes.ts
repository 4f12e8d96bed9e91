import type { Temporal } from 'temporal-polyfill';
import type { Editor } from '../edit/editor';
import type { Plan } from '../plan/plan';
import type { Finding } from './finding';
import type { Fix, Rule } from './rule';

/** The fixes that a finding's rule offers for it, in their order. */
export function fixesOf(
  finding: Finding,
  rule: Rule | undefined,
  { plan, today }: { readonly plan: Plan; readonly today: Temporal.PlainDate },
  edit: Editor,
): readonly Fix[] {
  const file = plan.files.get(finding.uri);
  if (!rule?.fixes || !file || finding.data === undefined) return [];
  // A rule gets back what it has reported.
  return rule.fixes({ data: finding.data as never, at: finding.at, plan, file, today, edit });
}
