import type { PublicHolidays } from '../core/analysis/calendar';
import type { HolidaySource } from './holidaySource';

// The language server's own types bring those of a window along.
declare const self: DedicatedWorkerGlobalScope & {
  readonly throughlinePublicHolidays?: { readonly publicHolidays: PublicHolidays };
};

/**
 * The public holidays, in a web worker.
 *
 * @param url of their bundle, from the client; without it they cannot be loaded
 */
export function workerHolidays(url: string | undefined): HolidaySource {
  return () => {
    if (url === undefined) return Promise.reject(new Error('the client does not say where they are'));
    try {
      self.importScripts(url);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    const loaded = self.throughlinePublicHolidays;
    return loaded ? Promise.resolve(loaded.publicHolidays) : Promise.reject(new Error(`they are not in ${url}`));
  };
}
