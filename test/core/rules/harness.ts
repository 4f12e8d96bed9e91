/**
 * Runs the rules over plans that tests write as text.
 *
 * Two forms of text are read:
 *
 * - `examplesOf`: the `bad` and `good` of a rule's documentation. Each file begins with a line that is its name as a
 *   comment: `# checkout.roadmap.yaml`.
 * - fixtures under `test/fixtures/rules/<rule id>/<case>.yaml`, with the expected findings inside: see `fixture.ts`.
 */
import { Temporal } from 'temporal-polyfill';
import { PlanAnalysis } from '../../../src/core/analysis/planAnalysis';
import { PlanSet } from '../../../src/core/plan/planSet';
import type { Plan } from '../../../src/core/plan/plan';
import { checkPlan } from '../../../src/core/rules/checkPlan';
import type { Finding } from '../../../src/core/rules/finding';
import type { RuleSettings } from '../../../src/core/rules/ruleSettings';

/** The folder of every plan of the tests. */
export const planRoot = 'file:///plan';

/** The day on which the tests are: a Wednesday. */
export const testDay = '2026-09-16';

export interface TestFile {
  /** From the root of the plan: `checkout.roadmap.yaml`, `teams/a.project.yaml`. */
  readonly name: string;
  readonly text: string;
}

export interface CheckSettings {
  readonly settings?: RuleSettings;
  /** ISO date. */
  readonly today?: string;
  /** False: as while files are still being read. */
  readonly complete?: boolean;
}

export interface Checked {
  readonly plan: Plan;
  readonly analysis: PlanAnalysis;
  /** The findings of all files, in the order of the files' names. */
  readonly findings: readonly Finding[];
}

/** One plan of these files. Fails where they do not make one plan. */
export function planOf(files: readonly TestFile[]): Plan {
  const set = new PlanSet();
  set.setFolders([planRoot]);
  for (const { name, text } of files) set.setText(uriOf(name), text);
  const [plan, ...others] = set.plans;
  if (!plan || others.length > 0 || plan.files.size !== files.length) {
    throw new Error(`These files make no plan together: ${files.map(({ name }) => name).join(', ')}`);
  }
  return plan;
}

/** All findings of all rules in these files, with the default settings where none are given. */
export function check(files: readonly TestFile[], options: CheckSettings = {}): Checked {
  const plan = planOf(files);
  const today = Temporal.PlainDate.from(options.today ?? testDay);
  const settings = options.settings ?? {};
  const analysis = new PlanAnalysis(plan, today);
  const { findings: byFile } = checkPlan(analysis, { settings, complete: options.complete ?? true });
  return { plan, analysis, findings: [...byFile.values()].flat() };
}

export function uriOf(name: string): string {
  return `${planRoot}/${name}`;
}

export function nameOf(uri: string): string {
  return uri.slice(planRoot.length + 1);
}

/** The source text that a finding, or a related place, stands on. */
export function textAt(plan: Plan, at: Finding['at']): string {
  return plan.files.get(at.piece.uri)?.document.source.textOf(at) ?? '';
}

/** A finding in one line, as a message of a failed test shows it: `a.project.yaml:3 error [syntax] "text" Message`. */
export function shown(plan: Plan, finding: Finding): string {
  const line = plan.files.get(finding.uri)?.document.source.rangeOf(finding.at)?.start.line;
  const where = `${nameOf(finding.uri)}:${line === undefined ? '?' : String(line + 1)}`;
  return `${where} ${finding.severity} [${finding.rule}] ${JSON.stringify(textAt(plan, finding.at))} ${finding.message}`;
}

const nameLine = /^# ((?:[\w-]+\/)*(?:[\w-]*\.(?:roadmap|project)\.ya?ml|\.throughline\.yaml))$/;

/** The files of an example in a rule's documentation, each with its name line in it. */
export function examplesOf(text: string): readonly TestFile[] {
  const files: { name: string; text: string }[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const name = nameLine.exec(line)?.[1];
    if (name !== undefined) files.push({ name, text: '' });
    const file = files.at(-1);
    if (!file) throw new Error(`An example has to begin with the name of its file, and this does with: ${line}`);
    file.text += `${line}\n`;
  }
  return files;
}
