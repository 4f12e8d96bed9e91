import type { Temporal } from 'temporal-polyfill';
import { epochDay } from '../analysis/calendar';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Progress } from '../analysis/progress';
import type { Item, Milestone } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { dayText, percentText } from './texts';

/** What is known of an item when its label is made. */
export interface LabelledItem {
  readonly item: Item;
  readonly last: Temporal.PlainDate | undefined;
  readonly isGroup: boolean;
  readonly unlinked: boolean;
  /** Of open work in the schedule: how far it may slip, in working minutes. */
  readonly totalFloat?: number | undefined;
  readonly p80?: Temporal.PlainDate | undefined;
}

/** By how many working days something is late; 0 for what is not. */
export interface Lateness {
  readonly afterDeadline: number;
  readonly overdue: number;
}

/** What stands right of the bars of one project: what somebody has to know, the most pressing first. */
export class TimelineLabels {
  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: ProjectFile,
  ) {}

  item({ item, last, isGroup, unlinked, totalFloat, p80 }: LabelledItem): string | undefined {
    const { today } = this.analysis;
    const progress = this.#progress(item);
    const { afterDeadline, overdue } = this.lateness(item, last);
    const parts = [
      isGroup && progress && progress.status !== 'dropped' && percentText(progress.progress),
      unlinked && 'no goal',
      last && afterDeadline > 0 && `${dayText(last, today)}, ${String(afterDeadline)} d after the deadline`,
      // Of a group its late items say so themselves.
      last && !isGroup && afterDeadline === 0 && overdue > 0 && `${dayText(last, today)}, ${String(overdue)} d overdue`,
      p80 && `P80 ${dayText(p80, today)}`,
    ].filter((part) => typeof part === 'string');
    if (parts.length === 0 && !isGroup) parts.push(this.#floatText(totalFloat) ?? '');
    const text = parts.join(', ');
    return text === '' ? undefined : text;
  }

  /**
   * @param expected the day that it is going to have, where that is not its date
   * @param p80 where that is later
   */
  milestone(milestone: Milestone, expected?: Temporal.PlainDate, p80?: Temporal.PlainDate): string | undefined {
    const { today } = this.analysis;
    const day = this.#milestoneDay(milestone, expected);
    return p80 && day !== undefined ? `${day}, P80 ${dayText(p80, today)}` : day;
  }

  /** How late an item is: after its deadline, and since its last day while it is open. */
  lateness(item: Item, last: Temporal.PlainDate | undefined): Lateness {
    const status = this.#progress(item)?.status;
    const isOpen = status !== 'done' && status !== 'dropped';
    const deadline = item.fields.deadline?.value;
    return {
      afterDeadline: last && deadline && status !== 'dropped' ? this.daysAfter(deadline, last) : 0,
      overdue: last && isOpen ? this.daysAfter(last, this.analysis.today) : 0,
    };
  }

  /** Working days after `first` until and with `last`. */
  daysAfter(first: Temporal.PlainDate, last: Temporal.PlainDate): number {
    return this.analysis.progress(this.file).calendar.workdaysBetween(epochDay(first) + 1, epochDay(last));
  }

  #progress(item: Item): Progress | undefined {
    return this.analysis.progress(this.file).of(item);
  }

  /** `12 d float`; undefined for less than a day. */
  #floatText(minutes: number | undefined): string | undefined {
    const days = Math.floor((minutes ?? 0) / this.analysis.progress(this.file).calendar.minutesPerDay);
    return days >= 1 ? `${String(days)} d float` : undefined;
  }

  #milestoneDay({ fields: { date, reached } }: Milestone, expected?: Temporal.PlainDate): string | undefined {
    const { today } = this.analysis;
    if (reached) {
      const late = date ? this.daysAfter(date.value, reached.value) : 0;
      return dayText(reached.value, today) + (late > 0 ? `, ${String(late)} d after the plan` : '');
    }
    if (!date) return expected && dayText(expected, today);
    const overdue = this.daysAfter(date.value, today);
    if (overdue > 0) return `${dayText(date.value, today)}, ${String(overdue)} d overdue`;
    const late = expected ? this.daysAfter(date.value, expected) : 0;
    return late > 0 && expected ? `${dayText(expected, today)}, ${String(late)} d late` : dayText(date.value, today);
  }
}
