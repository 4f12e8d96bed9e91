import { Temporal } from 'temporal-polyfill';
import type { PlanHost } from '../core/service';
import type { ServerFiles } from './serverFiles';

/**
 * The host of a plan service in a server.
 *
 * @param folders gives the URIs of the folders that are open now
 * @param warn is told why files could not be had
 */
export function planHost(
  folders: () => readonly string[],
  files: ServerFiles,
  warn: (message: string) => void,
): PlanHost {
  return {
    folders,
    list: () =>
      files.list(folders()).catch((error: unknown) => {
        warn(`The files of the workspace could not be listed: ${String(error)}`);
        return [];
      }),
    read: (uris) =>
      files.read(uris).catch((error: unknown) => {
        warn(`${String(uris.length)} files could not be read: ${String(error)}`);
        return uris.map(() => undefined);
      }),
    today: () => Temporal.Now.plainDateISO(),
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  };
}
