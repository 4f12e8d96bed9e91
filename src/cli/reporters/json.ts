import type { ReportedFinding, Reporter } from './report';

/** The findings as a JSON array, for other programs. */
export const json: Reporter = ({ findings }) => `${escaped(JSON.stringify(findings.map(inOrder), undefined, 2))}\n`;

function inOrder(finding: ReportedFinding): ReportedFinding {
  const { file, rule, severity, message, line, column, endLine, endColumn, related, fixable } = finding;
  const places = related.map(({ file, line, message }) => ({ file, line, message }));
  return { file, rule, severity, message, line, column, endLine, endColumn, related: places, fixable };
}

/** JSON leaves some control characters as they are, and a terminal may obey them. */
function escaped(text: string): string {
  return text.replace(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}
