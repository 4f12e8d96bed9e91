import { URI } from 'vscode-uri';
import { createEditor, type Editor } from '../core/edit/editor';
import { locationOf } from '../core/features/diagnostics';
import { ruleById } from '../core/rules/registry';
import type { Finding } from '../core/rules/finding';
import { fixesOf } from '../core/rules/fixes';
import type { PlanService, PlanState } from '../core/service';
import { relativePath } from './checkedPaths';
import type { ReportedFinding } from './reporters/report';

/**
 * The findings of a file in the order of its text, as the command line tells them.
 *
 * @param cwd the absolute path that files are named relative to
 */
export function reportedFindings(service: PlanService, uri: string, cwd: string): readonly ReportedFinding[] {
  const state = service.state(uri);
  if (!state) return [];
  const editor = createEditor((one) => state.plan.files.get(one)?.document);
  return state.findings(uri).flatMap((finding) => reported(state, finding, editor, cwd) ?? []);
}

function reported(state: PlanState, finding: Finding, editor: Editor, cwd: string): ReportedFinding | undefined {
  const { plan } = state;
  const location = locationOf(plan, finding.at);
  if (!location) return undefined;
  const { start, end } = location.range;
  return {
    file: fileName(location.uri, cwd),
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    related: finding.related.flatMap(({ at, message }) => {
      const place = locationOf(plan, at);
      return place ? [{ file: fileName(place.uri, cwd), line: place.range.start.line + 1, message }] : [];
    }),
    fixable: fixesOf(finding, ruleById(finding.rule), state.analysis, editor).length > 0,
  };
}

function fileName(uri: string, cwd: string): string {
  return relativePath(URI.parse(uri).fsPath, cwd);
}
