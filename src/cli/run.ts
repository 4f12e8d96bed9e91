import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import { version } from '../../package.json';
import { parseDate } from '../core/plan/scalars/date';
import { ruleById, rules } from '../core/rules/registry';
import { severities, type Severity } from '../core/rules/rule';
import { asSeverity } from '../core/rules/ruleSettings';
import { check, reporters } from './check';
import { exitCode, type CommandIo } from './commandIo';
import { explain, nearestTo } from './explain';
import { printable } from './printable';

/**
 * Runs the `throughline` command.
 *
 * @param argv the arguments, without the program's own name
 * @returns the exit code; see {@link exitCode}
 */
export async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  let code: number = exitCode.clean;
  const program = programFor(io, (next) => (code = next));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCode.clean;
    // Whoever reads the output as JSON gets what can be read as JSON, whatever happens.
    if (asksForJson(argv)) io.out('[]\n');
    if (error instanceof CommanderError) return exitCode.unusable;
    // A mistake of ours: better told than hidden, and never taken for a clean plan.
    io.err(`Throughline could not finish: ${printable(error instanceof Error ? error.message : String(error))}\n`);
    return exitCode.unusable;
  }
}

/** Whether a call that could not be understood was one for JSON. */
function asksForJson(argv: readonly string[]): boolean {
  return argv[0] === 'check' && / --format[ =]json( |$)/.test(argv.join(' '));
}

interface CheckArguments {
  readonly format: keyof typeof reporters;
  readonly maxWarnings?: number;
  readonly rule?: Readonly<Record<string, Severity>>;
  readonly today?: Temporal.PlainDate;
}

function programFor(io: CommandIo, end: (code: number) => void): Command {
  const program = new Command('throughline')
    .description('Roadmaps and projects as code: checks the plans in your repository.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError()
    .addHelpText('after', helpExamples);

  program
    .command('check')
    .description('report what is wrong in roadmaps and projects')
    .argument('[paths...]', 'files and folders to check (default: this folder)')
    .option('--format <format>', `how findings are written: ${Object.keys(reporters).join(', ')}`, asFormat, 'pretty')
    .option('--max-warnings <count>', 'fail when there are more warnings than this', asCount)
    .option('--rule <id=severity>', 'another severity for a rule; may be given several times', asRuleSeverity)
    .option('--today <date>', 'the day to check for, such as 2026-09-30 (default: the date of today)', asDate)
    .addHelpText('after', checkHelp)
    .action(async (paths: string[], { format, maxWarnings, rule, today }: CheckArguments) => {
      const asked = paths.length > 0 ? paths : ['.'];
      end(await check(asked, { format, maxWarnings, rules: rule ?? {}, today: today ?? io.today() }, io));
    });

  program
    .command('explain')
    .description('explain a rule, a role or a responsibility area')
    .argument('<name>', 'such as missing-goal, product-manager or budget')
    .action((name: string) => end(explain(name, io)));

  program
    .command('lsp')
    .description('serve plans to an editor over the Language Server Protocol')
    .option('--stdio', 'talk over the standard streams, which is the only way and the default')
    // Some clients add it to every server that they start; the protocol tells the same.
    .option('--clientProcessId <id>', 'the process of the editor, with which the server ends')
    .action(async () => {
      const { serveStdio } = await import('../server/stdio');
      serveStdio();
      // The connection ends the process.
      await new Promise(() => undefined);
    });

  return program;
}

function asFormat(text: string): keyof typeof reporters {
  const format = (Object.keys(reporters) as (keyof typeof reporters)[]).find((name) => name === text);
  if (format === undefined) throw new InvalidArgumentError(`Formats are ${Object.keys(reporters).join(' and ')}.`);
  return format;
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

function asDate(text: string): Temporal.PlainDate {
  const date = parseDate(text);
  if (!date.ok) throw new InvalidArgumentError(date.problem.message);
  return date.value;
}

const helpExamples = `
Examples:
  throughline check                     check the plans below this folder
  throughline check plans --format json
  throughline explain missing-goal      why a rule reports, and how to put it right
  throughline explain product-manager   what a role holds, and how it differs from others
  throughline lsp --stdio               the language server, for editors other than VS Code`;

const checkHelp = `
Examples:
  throughline check
  throughline check checkout.roadmap.yaml projects --max-warnings 0
  throughline check --rule missing-goal=error --rule missing-owner=off
  throughline check --today 2026-09-30 --format json

Exit codes:
  0  no findings at error, and no more warnings than allowed
  1  findings at error, or too many warnings
  2  arguments that cannot be used, a path that is missing, no plan files, or a file
     that cannot be read: it is named, and what is found in the others is printed`;
