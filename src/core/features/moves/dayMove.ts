import type { Temporal } from 'temporal-polyfill';
import { childItems } from '../../analysis/lineage';
import { leafStatus } from '../../analysis/openWork';
import type { ScheduledWork } from '../../analysis/schedule/scheduledWork';
import { feasibleDays } from '../../analysis/schedule/shownDates';
import type { Item, Milestone } from '../../plan/generated/entities';
import { formatDate, writeDate } from '../../plan/scalars';
import { named } from '../../rules/links/naming';
import type { PlanState } from '../planState';
import type { Refusal, Steps } from './plannedMove';

/**
 * Moves the dates that an item states, its start or its end or both, by calendar days.
 *
 * @returns a refusal for dates that are computed, and for what has already happened
 */
export function itemDayMove({ analysis }: PlanState, item: Item, days: number): Steps | Refusal {
  const { start, end, started, finished } = item.fields;
  const name = named(item);
  const actual = started ?? finished;
  if (actual) {
    const what = started ? 'started' : 'was finished';
    return { refused: `${name} ${what} on ${formatDate(actual.value)}. What has happened is changed in the source.` };
  }
  if (childItems(item).length === 0 && leafStatus(item) === 'done') {
    return { refused: `${name} is done. What has happened is changed in the source.` };
  }
  if (!start && !end) {
    if (childItems(item).length > 0) return { refused: `${name} takes its dates from the items in it. Move those.` };
    return computed(
      name,
      analysis.schedule.of(item),
      'State its start in the source to fix it, or change what drives it.',
    );
  }
  return [
    ...(start ? dateStep(item, 'start', later(start.value, days)) : []),
    ...(end ? dateStep(item, 'end', later(end.value, days)) : []),
  ];
}

/**
 * Moves the date of a milestone to the day that is so many days after the one that it has in views. Where other work
 * holds it up, it can be put to a later day and to no earlier one.
 */
export function milestoneDayMove({ analysis }: PlanState, milestone: Milestone, days: number): Steps | Refusal {
  const { date, reached } = milestone.fields;
  const name = named(milestone);
  if (reached) {
    return {
      refused: `${name} was reached on ${formatDate(reached.value)}. What has happened is changed in the source.`,
    };
  }
  const scheduled = analysis.schedule.of(milestone);
  if (!date) return computed(name, scheduled, 'State its date in the source to fix it, or change what drives it.');
  const isOwn = scheduled?.driver === undefined || scheduled.driver.kind === 'date';
  if (!isOwn && days < 0) return computed(name, scheduled, 'Change what drives it.');
  const shown = (scheduled && feasibleDays(scheduled)?.last) ?? date.value;
  return dateStep(milestone, 'date', later(shown, days));
}

function computed(name: string, scheduled: ScheduledWork | undefined, advice: string): Refusal {
  const why = scheduled?.driver?.why ?? scheduled?.unknown?.why;
  return {
    refused: `${name} cannot be moved, because its dates are computed${why === undefined ? '' : `: it ${why}`}. ${advice}`,
  };
}

function later(day: Temporal.PlainDate, days: number): Temporal.PlainDate | undefined {
  try {
    const moved = day.add({ days });
    // Four digits are what a date is written with.
    return moved.year >= 1 && moved.year <= 9999 ? moved : undefined;
  } catch {
    return undefined;
  }
}

function dateStep({ uri, path }: Item | Milestone, key: string, day: Temporal.PlainDate | undefined): Steps {
  return [(editor) => (day ? editor.setProperty(uri, path, key, writeDate(day)) : undefined)];
}
