import type { ReferenceSite } from '../../plan/binding';
import type { AnyEntity } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { idFrom } from '../../plan/scalars';
import type { Span } from '../../text/span';
import { titleOf } from '../cards/naming';
import { locationOf } from '../diagnostics';
import { labelText } from '../labelText';
import type { PlanState } from '../planState';
import { isWithin, type Hint } from './hint';

/** The titles behind the ids that a file refers to, each with a way to its definition. */
export function titleHints({ plan }: PlanState, file: PlanFile, span: Span): readonly Hint[] {
  return file.references.flatMap((site) => {
    const place = isWithin(file, site.at, span) ? file.document.source.spanOf(site.at) : undefined;
    const entity = place && namedBy(plan, file, site);
    if (!entity) return [];
    const value = labelText(entity.kind === 'person' ? plan.people.name(entity.id) : titleOf(entity));
    if (value === '' || saysTheSame(value, entity.id)) return [];
    const location = locationOf(plan, entity.key);
    return [{ offset: afterQuote(file, place), label: [{ value, ...(location ? { location } : {}) }] }];
  });
}

/** Behind the quote that ends with a reference; behind the reference itself where none does. */
function afterQuote({ document: { source } }: PlanFile, { start, end }: Span): number {
  const [before, after] = [source.slice(start - 1, start), source.slice(end, end + 1)];
  return before === after && /^["']$/.test(after) ? end + 1 : end;
}

/** What a reference leads to; undefined where that is nothing, several things, or no thing with a title of its own. */
function namedBy(plan: Plan, file: PlanFile, { reference }: ReferenceSite): AnyEntity | undefined {
  if (reference.to === 'role') return undefined;
  const resolution = plan.resolve(reference, file);
  return resolution.status === 'found' ? resolution.entity : undefined;
}

/** Whether a title tells no more than the id: `One page` for `one-page`. */
function saysTheSame(title: string, id: string): boolean {
  return title === id || idFrom(title.toLowerCase()) === idFrom(id.toLowerCase());
}
