import type { Temporal } from 'temporal-polyfill';
import type { PublicHolidays } from '../analysis/calendar';

/** What the service needs from where it runs. */
export interface PlanHost {
  /** URIs of the folders that are open; they bound plans that have no settings file. */
  folders(): readonly string[];
  /** URIs of all plan and settings files, those that the host skips left out. */
  list(): Promise<readonly string[]>;
  /** The texts of files, in the order asked for; undefined where one cannot be read. */
  read(uris: readonly string[]): Promise<readonly (string | undefined)[]>;
  /**
   * Whether there is more to the plans than could be read: rules that need all files say nothing then. Asked after
   * every reading of all files; absent where what cannot be read counts as not there.
   */
  isPartial?(): boolean;
  /** The date in the user's time zone. */
  today(): Temporal.PlainDate;
  /** The day as of which somebody wants to look at all plans: it stands above today and the plans' own status dates. */
  asOf?(): Temporal.PlainDate | undefined;
  /** The public holidays of all countries. Asked for once, when a plan first names a country: the data are large. */
  holidays(): Promise<PublicHolidays>;
  /** Lets other work of the host go first, where it is its turn: it may be called very often. */
  pause(): Promise<void>;
}
