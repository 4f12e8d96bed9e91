import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Budget } from '../../plan/generated/entities';

/** Where a plan names no money. */
const customary = ['EUR', 'USD', 'GBP'];

/**
 * The currencies of a plan, that of the file first: by its budget, then what its people cost, then the budgets of the
 * other projects and the figures of products.
 */
export function currenciesOf(plan: Plan, file: PlanFile): readonly string[] {
  const others = [...plan.files.values()].filter((other) => other !== file);
  const rates = plan.people.ids.flatMap((id) => plan.people.fields(id).rate?.value.money.currency ?? []);
  const found = new Set([...inFile(file), ...rates, ...others.flatMap(inFile)]);
  return found.size > 0 ? [...found] : customary;
}

function inFile({ root }: PlanFile): readonly string[] {
  if (root?.kind === 'project') {
    const { baseline, budget } = root.fields;
    const approved = baseline?.value.fields.budget?.value.currency;
    return [...(approved === undefined ? [] : [approved]), ...(budget ? inBudget(budget.value) : [])];
  }
  if (root?.kind !== 'product') return [];
  return (root.fields.profit_and_loss?.value ?? []).flatMap(({ fields: { forecast, actual } }) =>
    [forecast, actual].flatMap((figures) => figures?.value.fields.revenue?.value.currency ?? []),
  );
}

function inBudget({ fields: { total, contingency, lines } }: Budget): readonly string[] {
  const amounts = [total, contingency, ...(lines?.value ?? []).flatMap(({ fields }) => [fields.planned, fields.spent])];
  return amounts.flatMap((amount) => amount?.value.currency ?? []);
}
