import { jsonText } from '../jsonText';
import type { ReportedFinding, Reporter } from './report';

/** The findings as a JSON array, for other programs. */
export const json: Reporter = ({ findings }) => jsonText(findings.map(inOrder));

function inOrder(finding: ReportedFinding): ReportedFinding {
  const { file, rule, severity, message, line, column, endLine, endColumn, related, fixable } = finding;
  const places = related.map(({ file, line, message }) => ({ file, line, message }));
  return { file, rule, severity, message, line, column, endLine, endColumn, related: places, fixable };
}
