import { noPublicHolidays } from '../core/analysis/calendar';
import type { PlanHost } from '../core/service';
import { localToday } from './dayChanges';
import type { HolidaySource } from './holidaySource';
import type { ServerFiles } from './serverFiles';
import type { Workspace } from './workspace';

/**
 * The host of a plan service in a server.
 *
 * @param warn is told what could not be had, and why
 */
export function planHost(
  workspace: Workspace,
  files: ServerFiles,
  holidays: HolidaySource,
  warn: (message: string) => void,
): PlanHost {
  return {
    folders: () => workspace.folders,
    list: () =>
      files.list(workspace.folders, workspace.strays).catch((error: unknown) => {
        warn(`The files of the workspace could not be listed: ${String(error)}`);
        return [];
      }),
    read: (uris) =>
      files.read(uris).catch((error: unknown) => {
        warn(`${uris.length} files could not be read: ${String(error)}`);
        return uris.map(() => undefined);
      }),
    today: localToday,
    holidays: () =>
      holidays().catch((error: unknown) => {
        warn(`The public holidays could not be loaded: ${String(error)}`);
        return noPublicHolidays;
      }),
    pause: pauses(),
  };
}

/** How long work goes on before what waits has its turn, in milliseconds: nobody notices that a letter waits for it. */
const slice = 12;

/** @returns what work calls now and then: it resolves at once until a slice of time is used up */
function pauses(): () => Promise<void> {
  let start = performance.now();
  return async () => {
    if (performance.now() - start < slice) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    start = performance.now();
  };
}
