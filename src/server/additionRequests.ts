import {
  type EntryPath,
  type ItemHome,
  itemHomesRequest,
  type NewEntryRequest,
  newEntryRequest,
  type NewPlanFileChoices,
  type NewPlanFileChoicesParams,
  newPlanFileChoicesRequest,
  type NewPlanFileRequest,
  newPlanFileRequest,
  peopleRequest,
  type PersonChoice,
  type PlannedChange,
  type ServedGoal,
  type StarterParams,
  starterRequest,
} from '../protocol';
import { fileUri, folderUri } from './fileUri';
import type { OverviewContext } from './overviewRequests';

/** Answers our own requests for what can be added to plans, and for the changes that do so. */
export function serveAdditions({ connection, service, loaded }: OverviewContext): void {
  connection.onRequest(newEntryRequest, ({ parent, project, ...rest }: NewEntryRequest): PlannedChange | null => {
    const home = project === undefined ? undefined : fileUri(project);
    return service.newEntry({ ...rest, parent: knownEntry(parent), project: home }) ?? null;
  });
  connection.onRequest(
    starterRequest,
    ({ uri, kind }: StarterParams): PlannedChange | null => service.starter(fileUri(uri), kind) ?? null,
  );
  connection.onRequest(itemHomesRequest, (feature: EntryPath): readonly ItemHome[] =>
    service.itemHomes(knownEntry(feature)),
  );
  connection.onRequest(peopleRequest, async (): Promise<readonly PersonChoice[]> => {
    await loaded;
    return service.people();
  });
  connection.onRequest(
    newPlanFileRequest,
    async ({ folder, goal, ...rest }: NewPlanFileRequest): Promise<PlannedChange | null> => {
      await loaded;
      return service.newPlanFile({ ...rest, folder: folderUri(folder), goal: goal && knownGoal(goal) }) ?? null;
    },
  );
  connection.onRequest(
    newPlanFileChoicesRequest,
    async ({ kind, folder, title }: NewPlanFileChoicesParams): Promise<NewPlanFileChoices> => {
      await loaded;
      return service.newPlanFileChoices(kind, folderUri(folder), title);
    },
  );
}

function knownEntry({ uri, path }: EntryPath): EntryPath {
  return { uri: fileUri(uri), path };
}

function knownGoal(goal: ServedGoal): ServedGoal {
  return 'entry' in goal ? { entry: knownEntry(goal.entry) } : goal;
}
