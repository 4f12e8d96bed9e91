import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { areaById, areaTitle, distinctionsOf, type Role } from '../../plan/roles';
import { listed, lowered, named, withArticle } from '../links/naming';
import type { Mismatch } from './mismatches';

/** The question that a mismatch puts: whose it usually is, where the line runs, and what to do. */
export function mismatchMessage(plan: Plan, file: PlanFile, { person, roles, areas, as, usual }: Mismatch): string {
  const name = plan.people.name(person);
  const whose = `the ${listed(
    usual.map(({ title }) => lowered(title)),
    'or',
  )}`;
  const lines = roles.flatMap((role) =>
    distinctionsOf(role)
      .filter(({ other }) => usual.some(({ id }) => id === other))
      .map(({ line }) => line),
  );
  const line = lines[0] ? ` ${lines[0]}` : '';
  const where = file.root ? named(file.root) : '';
  const [area = ''] = areas;
  const ask = 'Who really answers for it? Hand it over, or write a `note` that it is meant so.';
  if (as === 'area') {
    const why = areaById(area)?.why;
    return `${areaTitle(area)} of ${where} is with ${name}, ${roleTitles(roles)}, and usually lies with ${whose}.${why ? ` ${why}` : ''}${line} ${ask}`;
  }
  const what = as === 'owner' ? `${where} is owned` : `${where} is managed`;
  return `${what} by ${name}, ${roleTitles(roles)}, and that is usually ${whose}.${line} ${ask}`;
}

/** `a product manager and an account manager` */
export function roleTitles(roles: readonly Role[]): string {
  return listed([...new Set(roles.map(({ title }) => withArticle(title)))]);
}
