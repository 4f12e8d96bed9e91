import { painter, type Paint } from '../paint';
import { printable } from '../printable';
import { countOf, type Report, type ReportedFinding, type Reporter } from './report';

const severityStyle = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' } as const;

/** The longest message that the names of rules are lined up behind: a longer one would push all others aside. */
const widestMessage = 100;

/** The findings to be read by people: by file, a line each, what explains them below, and a summary. */
export const pretty: Reporter = (report, options) => {
  const paint = painter(options);
  const blocks = [...byFile(report.findings)].map(([file, findings]) => fileBlock(file, findings, paint));
  return `${[...blocks, summary(report, paint)].join('\n\n')}\n`;
};

function byFile(findings: readonly ReportedFinding[]): ReadonlyMap<string, readonly ReportedFinding[]> {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const group = files.get(finding.file);
    if (group) group.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
}

function fileBlock(file: string, findings: readonly ReportedFinding[], paint: Paint): string {
  const place = ({ line, column }: ReportedFinding): string => `${line}:${column}`;
  const placeWidth = Math.max(...findings.map((finding) => place(finding).length));
  const severityWidth = Math.max(...findings.map(({ severity }) => severity.length));
  const messages = findings.map(({ message }) => printable(message));
  const messageWidth = Math.max(0, ...messages.map(({ length }) => length).filter((width) => width <= widestMessage));
  const lines = findings.map((finding, index) => {
    const { severity, rule, related } = finding;
    const columns = [
      `  ${paint('dim', place(finding).padStart(placeWidth))}`,
      paint(severityStyle[severity], severity.padEnd(severityWidth)),
      (messages[index] ?? '').padEnd(messageWidth),
      paint('dim', rule),
    ];
    const indent = ' '.repeat(placeWidth + severityWidth + 6);
    const places = related.map(({ file: other, line, message }) =>
      paint('dim', `${indent}${printable(other)}:${line}  ${printable(message)}`),
    );
    return [columns.join('  '), ...places].join('\n');
  });
  return [paint('underline', printable(file)), ...lines].join('\n');
}

function summary(report: Report, paint: Paint): string {
  const [errors, warnings, infos, hints] = [
    countOf(report, 'error'),
    countOf(report, 'warning'),
    countOf(report, 'info'),
    countOf(report, 'hint'),
  ];
  const files = counted(report.fileCount, 'file');
  if (report.findings.length === 0) return paint('green', `No findings in ${files}.`);
  const counts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(infos > 0 ? [`${infos} info`] : []),
    ...(hints > 0 ? [counted(hints, 'hint')] : []),
  ];
  const style = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'blue';
  return paint(['bold', style], `${counts.join(', ')} in ${files}.`);
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
