import type { PlanSummary } from '../protocol';
import { escapeIcons } from './escapeIcons';

/** The status bar item of a plan: its text with icons, and the same in words. */
export interface StatusText {
  readonly text: string;
  readonly label: string;
  /** Each line plain text. */
  readonly tooltip: readonly string[];
}

/** Longer titles of releases are cut: others want to stand in the status bar too. */
const longestTitle = 28;

/** A plan in the status bar: what is wrong in it, and which release comes next. */
export function statusText({ findings, releases }: PlanSummary): StatusText {
  const [next] = releases;
  const wrong = [
    ...(findings.error > 0 ? [`$(error) ${String(findings.error)}`] : []),
    ...(findings.warning > 0 ? [`$(warning) ${String(findings.warning)}`] : []),
  ].join(' ');
  const release = next && `${escapeIcons(cut(next.title))} ${next.when}`;
  const said = [wrong, release ?? ''].filter((part) => part !== '').join(' · ');
  const counts = findingsText(findings);
  return {
    text: `$(target) ${said === '' ? 'Plan' : said}`,
    label: next ? `Plan: ${counts}, ${next.title} ${next.when}` : `Plan: ${counts}`,
    tooltip: [capitalised(counts), ...releases.map(({ title, date, when }) => `${title}: ${date}, ${when}`)],
  };
}

/** `2 errors, 1 warning`; `no findings`. */
export function findingsText(findings: PlanSummary['findings']): string {
  const counts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) => {
    const count = findings[severity];
    if (count === 0) return [];
    return [`${String(count)} ${severity === 'info' ? 'info' : `${severity}${count === 1 ? '' : 's'}`}`];
  });
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}

function cut(title: string): string {
  const points = Array.from(title);
  return points.length > longestTitle ? `${points.slice(0, longestTitle).join('').trimEnd()}…` : title;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
