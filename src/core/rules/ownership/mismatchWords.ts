import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { areaById, areaTitle, distinctionsOf, type Role } from '../../plan/roles';
import { listed, lowered, named, withArticle } from '../links/naming';
import type { Mismatch } from '../../analysis/ownership/mismatches';

/** The question that a mismatch puts: who has it, whose it usually is and where the line runs. */
export function mismatchMessage(plan: Plan, file: PlanFile, { person, roles, areas, as, usual }: Mismatch): string {
  const name = plan.people.name(person);
  const whose = `the ${listed(
    usual.map(({ title }) => lowered(title)),
    'or',
  )}`;
  const lines = roles.flatMap((role) =>
    distinctionsOf(role)
      .filter(({ other }) => usual.some(({ id }) => id === other))
      .map(({ short }) => short),
  );
  const where = file.root ? named(file.root) : '';
  const [area = ''] = areas;
  // One sentence says where the line runs: between the two roles, else why the area lies where it does.
  const line = lines[0] ?? (as === 'area' ? areaById(area)?.why : undefined);
  const what =
    as === 'area'
      ? `${areaTitle(area)} of ${where} is with ${name}, ${roleTitles(roles)}, and usually with ${whose}.`
      : `${where} is ${as === 'owner' ? 'owned' : 'managed'} by ${name}, ${roleTitles(roles)}, and usually by ${whose}.`;
  return [what, line, 'Who really answers for it?'].filter((part) => part !== undefined).join(' ');
}

/** `a product manager and an account manager` */
export function roleTitles(roles: readonly Role[]): string {
  return listed([...new Set(roles.map(({ title }) => withArticle(title)))]);
}
