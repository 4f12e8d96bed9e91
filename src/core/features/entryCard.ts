import type { EntryPath } from '../plan/entryPath';
import { entityCard } from './cards/entityCard';
import { entityOf } from './entityOf';
import type { PlanState } from './planState';

/**
 * What there is to know of the thing that an entry is, as Markdown: what the hover of its key says. Every text of a plan
 * is escaped, and nothing in it is a link.
 *
 * @returns undefined where no thing of the plan stands there
 */
export function entryCard({ plan, today, analysis }: PlanState, entry: EntryPath): string | undefined {
  const file = plan.files.get(entry.uri);
  const entity = entityOf(plan, entry);
  const card = file && entity && entityCard({ plan, file, today, analysis }, entity);
  return card === '' ? undefined : card;
}
