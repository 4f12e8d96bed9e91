import { isDropped } from '../../analysis/openWork';
import { createEditor, type PlanEdit } from '../../edit/editor';
import { named } from '../../rules/links/naming';
import type { PlanState } from '../planState';
import { addDependencyCommand } from './commands';
import { mayWaitFor, waitingAt } from './dependencyCandidates';
import { entityAt, isWrittenOnce } from './entitiesAt';
import type { Refactoring } from './refactoring';

/** Has the client ask what an item, milestone or feature is to wait for. */
export const addDependency: Refactoring = {
  kind: 'refactor.rewrite.throughline.addDependency',

  offers(place) {
    const { file, client } = place;
    const entity = client.runsCommands ? entityAt(place, ['item', 'milestone', 'feature']) : undefined;
    if (!entity || waitingAt(file, entity.path) !== entity || !isWrittenOnce(file, entity.path)) return [];
    if (entity.kind === 'item' && isDropped(entity)) return [];
    const title = `Add a dependency to ${named(entity)}…`;
    return [
      { title, command: { title, command: addDependencyCommand, arguments: [{ uri: file.uri, path: entity.path }] } },
    ];
  },
};

/**
 * The edit that has an item, milestone or feature wait for something.
 *
 * @param path of the entry that is to wait
 * @param reference one that was given as a candidate for it
 * @returns undefined where it may not wait for that, or that cannot be written
 */
export function dependencyEdit(
  state: PlanState,
  uri: string,
  path: readonly string[],
  reference: string,
): PlanEdit | undefined {
  const { plan } = state;
  const file = plan.files.get(uri);
  const waiting = file && waitingAt(file, path);
  // The plan may have changed since somebody was asked.
  if (!waiting || !mayWaitFor(state, waiting, file).some((candidate) => candidate.reference === reference))
    return undefined;
  const editor = createEditor((asked) => plan.files.get(asked)?.document);
  return editor.appendToList(uri, [...waiting.path, 'depends_on'], reference);
}
