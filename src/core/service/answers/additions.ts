import { newPlanFileChoices, peopleChoices } from '../../features/additions/choices';
import { itemHomes } from '../../features/additions/itemHomes';
import type {
  ItemHome,
  NewEntryRequest,
  NewPlanFileChoices,
  NewPlanFileRequest,
  PersonChoice,
  PlannedChange,
} from '../../features/additions/model';
import { newEntry } from '../../features/additions/newEntry';
import { newPlanFile } from '../../features/additions/newPlanFile';
import { starterEntry } from '../../features/additions/starter';
import type { StarterKind } from '../../features/additions/starterKinds';
import type { PlanState } from '../../features/planState';
import type { EntryPath } from '../../plan/entryPath';
import type { Asked } from './asked';

/**
 * Changes that add something to a plan, for the editor to make.
 *
 * @param stateOf the plan that a new file in a folder would be in
 * @param states all plans as they are now
 */
export function additionAnswers(
  asked: Asked,
  stateOf: (folder: string) => PlanState,
  states: () => readonly PlanState[],
) {
  return {
    /** The people of all plans, each once. */
    people(): readonly PersonChoice[] {
      const choices = states().flatMap(peopleChoices);
      return [...new Map(choices.map((choice) => [choice.id, choice])).values()];
    },

    newEntry(request: NewEntryRequest): PlannedChange | undefined {
      return asked(request.parent.uri, (state) => newEntry(state, request));
    },

    /** A first entry of a kind, for a file that has none. */
    starter(uri: string, kind: StarterKind): PlannedChange | undefined {
      return asked(uri, (state) => starterEntry(state, uri, kind));
    },

    /** The projects that may take an item of a feature. */
    itemHomes(feature: EntryPath): readonly ItemHome[] {
      return asked(feature.uri, (state) => itemHomes(state, feature)) ?? [];
    },

    newPlanFile(request: NewPlanFileRequest): PlannedChange | undefined {
      return newPlanFile(stateOf(request.folder), request);
    },

    newPlanFileChoices(kind: 'roadmap' | 'project', folder: string, title: string): NewPlanFileChoices {
      return newPlanFileChoices(stateOf(folder), kind, folder, title);
    },
  };
}
