import { Command, InvalidArgumentError } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import { ruleById, rules } from '../../core/rules/registry';
import { severities, type Severity } from '../../core/rules/rule';
import { asSeverity } from '../../core/rules/ruleSettings';
import { check, reporters } from '../check';
import type { CommandIo } from '../commandIo';
import { nearestTo } from '../explain';
import { printable } from '../printable';
import { formatOption, pathsOf, todayOption, type End } from './options';

interface CheckArguments {
  readonly format: keyof typeof reporters;
  readonly maxWarnings?: number;
  readonly rule?: Readonly<Record<string, Severity>>;
  readonly today?: Temporal.PlainDate;
  readonly fix?: boolean;
}

export function checkCommand(io: CommandIo, end: End): Command {
  return new Command('check')
    .description('report what is wrong in roadmaps and projects')
    .argument('[paths...]', 'files and folders to check (default: this folder)')
    .addOption(formatOption(reporters, 'findings are'))
    .option('--max-warnings <count>', 'fail when there are more warnings than this', asCount)
    .option('--rule <id=severity>', 'another severity for a rule; may be given several times', asRuleSeverity)
    .option('--fix', 'first apply the fixes that need no judgement, and tell which')
    .addOption(todayOption('check for'))
    .addHelpText('after', help)
    .action(async (paths: string[], { format, maxWarnings, rule, today, fix }: CheckArguments) => {
      const options = { format, maxWarnings, rules: rule ?? {}, today, fix: fix === true };
      end(await check(pathsOf(paths), options, io));
    });
}

function asCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It takes a whole number, such as 0.');
  return Number(text);
}

function asRuleSeverity(
  text: string,
  before: Readonly<Record<string, Severity>> = {},
): Readonly<Record<string, Severity>> {
  const [id = '', written, ...more] = text.split('=');
  const severity = asSeverity(written);
  if (ruleById(id) === undefined) {
    const near = nearestTo(
      id,
      rules.map((rule) => rule.id),
    );
    const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
    throw new InvalidArgumentError(`There is no rule “${printable(id)}”.${hint}`);
  }
  if (severity === undefined || more.length > 0) {
    throw new InvalidArgumentError(`Write it as ${id}=SEVERITY, with one of ${severities.join(', ')}.`);
  }
  return { ...before, [id]: severity };
}

const help = `
Examples:
  throughline check
  throughline check checkout.roadmap.yaml projects --max-warnings 0
  throughline check --rule missing-goal=error --rule missing-owner=off
  throughline check --today 2026-09-30 --format json
  throughline check --fix

With --fix, what is left is what counts. In JSON that is all there is: what was changed
is told on the standard error.

Exit codes:
  0  no findings at error, and no more warnings than allowed
  1  findings at error, or too many warnings
  2  arguments that cannot be used, a path that is missing, no plan files, or a file
     that cannot be read or written: it is named, and what is found in the others is printed`;
