import type { AnyEntity } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { referrersOf } from '../referrers';
import { countedFact, type Fact } from './card';
import { titleFrom } from './naming';

/** Counts the entities of a kind that refer to this one by a property. */
export function referring(
  plan: Plan,
  reader: PlanFile,
  entity: AnyEntity,
  label: string,
  kind: string,
  property: string,
): Fact | undefined {
  const titles = referrersOf(plan, entity)
    .filter(({ site }) => site.by.kind === kind && site.property === property)
    .map(({ site }) => titleFrom(plan, site.by, reader));
  return countedFact(label, titles);
}
