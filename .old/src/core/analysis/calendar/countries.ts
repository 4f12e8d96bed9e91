import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';

/** Whether a plan names a country, of a calendar or of a person: only then does it need any public holidays. */
export function namesCountry(plan: Plan): boolean {
  return [...plan.files.values()].some(fileNamesCountry);
}

function fileNamesCountry({ root }: PlanFile): boolean {
  if (!root) return false;
  const calendar = root.kind === 'product' ? undefined : root.fields.calendar?.value;
  return (
    calendar?.fields.country !== undefined ||
    (root.fields.people?.value ?? []).some(({ fields }) => fields.country !== undefined)
  );
}
