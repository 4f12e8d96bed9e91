import type { Temporal } from 'temporal-polyfill';
import type { PublicHolidays } from '../analysis/calendar';
import type { NoEarlierPlan } from '../analysis/changes/earlierPlan';
import type { Since } from '../analysis/changes/since';

/** A question for the texts that the files of a plan had. */
export interface EarlierFilesRequest {
  /** The URI of the folder that bounds the plan, without a slash at its end. */
  readonly root: string;
  /** URIs of the files that the plan has now. */
  readonly uris: readonly string[];
  readonly since: Since;
}

/** The plan and settings files below a folder as they were, or why they cannot be had. */
export type EarlierFiles =
  | {
      readonly found: true;
      /** By their URIs of that time. */
      readonly files: readonly { readonly uri: string; readonly text: string }[];
      /** The day of what was found: the one asked for, or that of the commit. */
      readonly day: Temporal.PlainDate;
      /** The history does not reach as far as was asked for: this is where it begins. */
      readonly isFirst: boolean;
    }
  | { readonly found: false; readonly why: Exclude<NoEarlierPlan, 'not-understood'> };

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
  /** The texts that files had; absent where nobody keeps them. Asked when a view wants them, and not while one types. */
  earlier?(request: EarlierFilesRequest): Promise<EarlierFiles>;
  /** The public holidays of all countries. Asked for once, when a plan first names a country: the data are large. */
  holidays(): Promise<PublicHolidays>;
  /** Lets other work of the host go first, where it is its turn: it may be called very often. */
  pause(): Promise<void>;
}
