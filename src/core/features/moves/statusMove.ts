import { childItems } from '../../analysis/lineage';
import { leafStatus, type ItemStatus } from '../../analysis/openWork';
import type { Item } from '../../plan/generated/entities';
import { formatDate } from '../../plan/scalars';
import { named } from '../../rules/links/naming';
import type { PlanState } from '../planState';
import { itemEndings } from '../refactorings/setDone';
import type { Refusal, Steps } from './plannedMove';

/**
 * Gives an item a status. Done, it was finished today; open again, it has not been finished. What has begun does not
 * become work to do: a day or a share that somebody has written is not taken away.
 */
export function statusMove(state: PlanState, item: Item, status: ItemStatus): Steps | Refusal {
  const { uri, path } = item;
  const { started, finished, progress } = item.fields;
  if (childItems(item).length > 0) {
    return { refused: `${named(item)} takes its status from the items in it. Move those.` };
  }
  if (status === leafStatus(item)) return [];
  if (status === 'done') {
    const endings = itemEndings(item, state);
    const when = started ? ` it starts on ${formatDate(started.value)}, which is still to come.` : '';
    return (
      endings ?? { refused: `${named(item)} cannot be done:${when || ' it was dropped.'} Change it in the source.` }
    );
  }
  if (status === 'todo' && started) {
    return {
      refused: `${named(item)} has begun: it started on ${formatDate(started.value)}. To have it to do again, remove that day in the source.`,
    };
  }
  if (status === 'todo' && progress && progress.value > 0) {
    return {
      refused: `${named(item)} has begun: some of it is done. To have it to do again, remove its progress in the source.`,
    };
  }
  return [
    (editor) => editor.setProperty(uri, path, 'status', status),
    ...(finished ? [(editor: Parameters<Steps[number]>[0]) => editor.remove(uri, [...path, 'finished'])] : []),
  ];
}
