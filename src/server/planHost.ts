import { noPublicHolidays } from '../core/analysis/calendar';
import type { PlanHost } from '../core/service';
import { localToday } from './dayChanges';
import type { HolidaySource } from './holidaySource';
import { pauses, type AfterOthers } from './pauses';
import type { ServerFiles } from './serverFiles';
import type { Workspace } from './workspace';

/**
 * The host of a plan service in a server.
 *
 * @param earlier where earlier versions of files can be had
 * @param warn is told what could not be had, and why
 */
export function planHost(
  workspace: Workspace,
  files: ServerFiles,
  holidays: HolidaySource,
  earlier: PlanHost['earlier'],
  warn: (message: string) => void,
  afterOthers: AfterOthers,
): PlanHost {
  return {
    ...(earlier ? { earlier } : {}),
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
    pause: pauses(afterOthers),
  };
}
