import type { Role as RoleEntity } from './generated/entities';
import type { CustomRole } from './roles';

/** A role that a plan defines, as the catalogue of roles takes it. */
export function customRole({ id, fields }: RoleEntity): CustomRole {
  const signs = { add: '+', remove: '-' } as const;
  return {
    id,
    title: fields.title?.value,
    summary: fields.summary?.value,
    answers: fields.answers?.value,
    extends: fields.extends?.value.text,
    responsibilities: fields.responsibilities?.value.map(
      ({ value: { area, change } }) => `${change ? signs[change] : ''}${area}`,
    ),
    measures: fields.measures?.value.map(({ value }) => value),
  };
}
