import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { exitCode, type CommandIo } from './commandIo';
import { checkCommand } from './commands/check';
import { explainCommand } from './commands/explain';
import { lspCommand } from './commands/lsp';
import type { End } from './commands/options';
import { renderCommand } from './commands/render';
import { reportCommand } from './commands/report';
import { scheduleCommand } from './commands/schedule';
import { printable } from './printable';

/** What each command that writes JSON writes where it has nothing to tell. */
const emptyJson: Readonly<Record<string, string>> = { check: '[]\n', schedule: '[]\n', report: '{}\n' };

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
    io.out(jsonInstead(argv));
    if (error instanceof CommanderError) return exitCode.unusable;
    // A mistake of ours: better told than hidden, and never taken for a clean plan.
    io.err(`Throughline could not finish: ${printable(error instanceof Error ? error.message : String(error))}\n`);
    return exitCode.unusable;
  }
}

/** What a call for JSON that could not be understood gets; empty for any other call. */
function jsonInstead(argv: readonly string[]): string {
  const [command = ''] = argv;
  const asksForJson = / --format[ =]json( |$)/.test(argv.join(' '));
  return asksForJson && Object.hasOwn(emptyJson, command) ? (emptyJson[command] ?? '') : '';
}

function programFor(io: CommandIo, end: End): Command {
  const program = new Command('throughline')
    .description('Roadmaps and projects as code: checks, schedules and reports the plans in your repository.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', help);
  const commands = [
    checkCommand(io, end),
    scheduleCommand(io, end),
    reportCommand(io, end),
    renderCommand(io, end),
    explainCommand(io, end),
    lspCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands]) writingTo(io, command);
  return program;
}

/** Lets a command write where it is told to, and end nothing by itself. */
function writingTo(io: CommandIo, command: Command): void {
  command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError();
}

const help = `
Examples:
  throughline check                     check the plans below this folder
  throughline check plans --format json
  throughline schedule                  when everything takes place, and why then
  throughline report                    how projects, goals and releases stand
  throughline render shop.roadmap.yaml --out roadmap.html
  throughline explain missing-goal      why a rule reports, and how to put it right
  throughline explain product-manager   what a role holds, and how it differs from others
  throughline lsp --stdio               the language server, for editors other than VS Code`;
