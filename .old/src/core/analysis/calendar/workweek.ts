import type { EpochDay } from './instant';

/** What day 0, 1 January 1970, is counted from its Monday on: a Thursday. */
const dayOfWeekOfEpoch = 3;

/** The weekdays that are worked, week after week, and how many of them lie before a day. Holidays are not its matter. */
export class Workweek {
  /** In order, 1 (Monday) to 7 (Sunday). Empty where nobody ever works. */
  readonly weekdays: readonly number[];
  /** How many of the first n days of a week are worked, for n from 0 to 7. */
  readonly #ofWeek: readonly number[];

  /** @param weekdays 1 (Monday) to 7 (Sunday); others are left out */
  constructor(weekdays: Iterable<number>) {
    const worked = new Set(weekdays);
    this.weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => worked.has(day));
    const ofWeek = [0];
    for (let day = 1; day <= 7; day++) ofWeek.push((ofWeek[day - 1] ?? 0) + (worked.has(day) ? 1 : 0));
    this.#ofWeek = ofWeek;
  }

  /** How many worked weekdays lie before a day; negative far back: only differences mean anything. */
  before(day: EpochDay): number {
    const fromMonday = day + dayOfWeekOfEpoch;
    const week = Math.floor(fromMonday / 7);
    return week * this.weekdays.length + (this.#ofWeek[fromMonday - week * 7] ?? 0);
  }

  /** The worked weekday before which `count` others lie: the inverse of {@link before}. NaN where nobody ever works. */
  nth(count: number): EpochDay {
    const perWeek = this.weekdays.length;
    const week = Math.floor(count / perWeek);
    return week * 7 + (this.weekdays[count - week * perWeek] ?? NaN) - 1 - dayOfWeekOfEpoch;
  }
}
