import type { Temporal } from 'temporal-polyfill';
import type { Goal, Release } from '../../plan/generated/entities';
import { type Period, readPeriod, writeDate } from '../../plan/scalars';
import { named } from '../../rules/links/naming';
import type { Refusal, Steps } from './plannedMove';

/**
 * Moves the target of a goal or the date of a release by periods of its own kind: a quarter by quarters, a day by days.
 *
 * @returns a refusal for what has ended, and for what states none
 */
export function periodMove(entity: Goal | Release, periods: number): Steps | Refusal {
  const name = named(entity);
  const ended = entity.kind === 'goal' ? endedGoal(entity) : endedRelease(entity);
  if (ended !== undefined) return { refused: `${name} is ${ended}. What has happened is changed in the source.` };
  const [key, field] =
    entity.kind === 'goal' ? (['target', entity.fields.target] as const) : (['date', entity.fields.date] as const);
  if (!field) return { refused: `${name} states no ${key}. State one in the source, and it can be moved.` };
  const text = shiftedPeriod(field.value, periods);
  if (text === undefined) return { refused: `${name} cannot be moved so far. Change it in the source.` };
  return [(editor) => editor.setProperty(entity.uri, entity.path, key, text)];
}

function endedGoal({ fields: { status } }: Goal): string | undefined {
  return status?.value === 'achieved' || status?.value === 'dropped' ? status.value : undefined;
}

function endedRelease({ fields: { status } }: Release): string | undefined {
  return status?.value === 'released' || status?.value === 'cancelled' ? status.value : undefined;
}

/** The period of the same kind that is so many of them later, as it is written; undefined beyond the years of a plan. */
export function shiftedPeriod({ first, unit }: Period, count: number): string | undefined {
  try {
    const text = periodText(first.add(lengths[unit](count)), unit);
    return readPeriod(text) && text;
  } catch {
    // No calendar goes that far.
    return undefined;
  }
}

const lengths: Readonly<Record<Period['unit'], (count: number) => Temporal.DurationLike>> = {
  day: (days) => ({ days }),
  week: (weeks) => ({ weeks }),
  month: (months) => ({ months }),
  quarter: (quarters) => ({ months: quarters * 3 }),
  half: (halves) => ({ months: halves * 6 }),
  year: (years) => ({ years }),
};

function periodText(first: Temporal.PlainDate, unit: Period['unit']): string {
  const day = writeDate(first);
  const year = day.slice(0, -6);
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return `${String(first.yearOfWeek).padStart(4, '0')}-W${String(first.weekOfYear).padStart(2, '0')}`;
    case 'month':
      return day.slice(0, -3);
    case 'quarter':
      return `${year}-Q${String(Math.ceil(first.month / 3))}`;
    case 'half':
      return `${year}-H${String(Math.ceil(first.month / 6))}`;
    case 'year':
      return year;
  }
}
