import { distance } from 'fastest-levenshtein';
import {
  areas,
  areaText,
  keyAreas,
  readingsOf,
  roleAliases,
  roleById,
  roles,
  roleText,
} from '../core/plan/roles/index';
import { ruleById, rules } from '../core/rules/registry';
import { exitCode, type CommandIo, type ExitCode } from './commandIo';
import { printable } from './printable';
import { ruleText } from './ruleText';

/** Writes what a rule, a role or a responsibility area is. An ambiguous name gets all that it may mean. */
export function explain(name: string, io: CommandIo): ExitCode {
  const texts = textsOf(name);
  if (texts.length > 0) {
    io.out(`${texts.join(`\n\n${'-'.repeat(60)}\n\n`)}\n`);
    return exitCode.clean;
  }
  const near = nearest(name);
  const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
  io.err(`No rule, role or responsibility area is called “${printable(name)}”.${hint}\n`);
  return exitCode.unusable;
}

function textsOf(name: string): readonly string[] {
  const id = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const rule = ruleById(id);
  const readings = readingsOf(name);
  const role = roleById(name);
  // A key of the format stands for an area: `items` for the project plan.
  const key = id.replaceAll('-', '_');
  const area = areas.find((one) => one.id === id)?.id ?? (Object.hasOwn(keyAreas, key) ? keyAreas[key] : undefined);
  return [
    ...(rule ? [ruleText(rule)] : []),
    ...(readings.length > 0 ? [`“${printable(name)}” may mean ${orList(readings.map(titleOf))}.`] : []),
    ...[...readings.map((reading) => roleById(reading)), role].flatMap((one) => (one ? [roleText(one)] : [])),
    ...(area === undefined ? [] : [areaText(area)]),
  ];
}

function titleOf(id: string): string {
  return roleById(id)?.title ?? id;
}

function orList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

/** The names that can be explained and that are spelled alike, the nearest first; at most three. */
function nearest(name: string): readonly string[] {
  return nearestTo(
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
    [...[...rules, ...roles, ...areas].map(({ id }) => id), ...Object.keys(roleAliases)],
  );
}

/** The candidates that a misspelled name may mean, the nearest first; at most three. */
export function nearestTo(name: string, candidates: readonly string[]): readonly string[] {
  const limit = name.length < 3 ? 1 : Math.max(2, Math.floor(name.length / 3));
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, away: Math.min(distance(name, candidate), wordDistance(name, candidate)) }))
    .filter(({ away }) => away <= limit)
    .sort((one, other) => one.away - other.away || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Half a name is often all that somebody remembers: `dependency` of `dependency-cycle`, `sponsor`. */
function wordDistance(name: string, candidate: string): number {
  if (name.length < 4) return Infinity;
  if (candidate.startsWith(name)) return 1;
  return 1 + Math.min(...candidate.split('-').map((word) => distance(name, word)));
}
