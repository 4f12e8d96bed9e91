import { InvalidArgumentError, Option } from 'commander';
import type { Temporal } from 'temporal-polyfill';
import { parseDate } from '../../core/plan/scalars/date';

/** Ends the process with an exit code, once all is written. */
export type End = (code: number) => void;

/** `--format`, with the first of the formats as what is taken where nothing is said. */
export function formatOption(formats: Readonly<Record<string, unknown>>, what: string): Option {
  const names = Object.keys(formats);
  const choices = `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  return new Option('--format <format>', `how ${what} written: ${names.join(', ')}`)
    .default(names[0])
    .argParser((text) => {
      if (!names.includes(text)) throw new InvalidArgumentError(`Formats are ${choices}.`);
      return text;
    });
}

/** `--today`: gives a {@link Temporal.PlainDate}. */
export function todayOption(what: string): Option {
  const description = `the day to ${what}, such as 2026-09-30 (default: the status date of the plan, else today)`;
  return new Option('--today <date>', description).argParser(asDate);
}

function asDate(text: string): Temporal.PlainDate {
  const date = parseDate(text);
  if (!date.ok) throw new InvalidArgumentError(date.problem.message);
  return date.value;
}

/** The paths of a call; the working folder where it names none. */
export function pathsOf(paths: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : ['.'];
}
