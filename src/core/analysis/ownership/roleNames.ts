import { distance } from 'fastest-levenshtein';
import { isKnownRole, type Plan } from '../../plan/plan';
import { readingsOf, roleAliases, roles } from '../../plan/roles';
import { spelling } from '../../plan/spelling';

/** How many letters a name may differ from that of a role and still be taken for a slip. */
const slip = 2;

/**
 * The roles that a name may be meant to stand for, nearest first, where it is not one itself: those within two letters,
 * or both readings of `pm`. Empty for a role that is known, and for any other text, which is a job title.
 */
export function meantRoles(plan: Plan, name: string): readonly string[] {
  if (plan.role(name) !== undefined || isKnownRole(plan, name)) return [];
  const readings = readingsOf(name);
  if (readings.length > 0) return readings;
  const wanted = spelling(name);
  const near = knownNames(plan).flatMap(({ id, spelt }) => {
    // A short title is within two letters of every other short one, which says nothing.
    const allowed = Math.min(slip, Math.floor(Math.min(wanted.length, spelt.length) / 3));
    const far = Math.abs(wanted.length - spelt.length) > allowed ? Infinity : distance(wanted, spelt);
    return far <= allowed ? [{ id, far }] : [];
  });
  return [...new Set(near.sort((one, other) => one.far - other.far).map(({ id }) => id))].slice(0, 3);
}

function knownNames(plan: Plan): readonly { readonly id: string; readonly spelt: string }[] {
  const own = plan.customRoles.map(({ id }) => id);
  const names = [...own, ...roles.map(({ id }) => id), ...Object.keys(roleAliases)];
  return names.map((id) => ({ id, spelt: spelling(id) }));
}
