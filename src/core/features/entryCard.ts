import type { EntryPath } from '../plan/entryPath';
import { entityCard } from './cards/entityCard';
import type { PlanState } from './planState';

/**
 * What there is to know of the thing that an entry is, as Markdown: what the hover of its key says. Every text of a plan
 * is escaped, and nothing in it is a link.
 *
 * @returns undefined where no thing of the plan stands there
 */
export function entryCard({ plan, today, analysis }: PlanState, { uri, path }: EntryPath): string | undefined {
  const file = plan.files.get(uri);
  if (!file) return undefined;
  const entity =
    path.length === 0
      ? file.root
      : file.definitions.find(
          (each) => each.path.length === path.length && each.path.every((step, at) => step === path[at]),
        );
  const card = entity && entityCard({ plan, file, today, analysis }, entity);
  return card === '' ? undefined : card;
}
