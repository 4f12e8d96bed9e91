import { calendarOf, finishDate, type WorkingCalendar } from '../../analysis/calendar';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { feasibleDays } from '../../analysis/schedule/shownDates';
import type { Item } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import { formatDate, formatDuration, type Duration } from '../../plan/scalars';
import { cardMarkdown, fact } from './card';
import { isDone } from './scheduleFacts';
import { daysOfText, hoursText } from './workingTime';

/** The item that states a length, and by which of its properties. */
export interface LengthOf {
  readonly item: Item;
  readonly property: string;
}

/** A length of time in the calendar of its file, and when it ends from the start of the item that states it. */
export function durationCard(analysis: PlanAnalysis, file: PlanFile, duration: Duration, of?: LengthOf): string {
  const { plan, publicHolidays } = analysis;
  const calendar = calendarOf(plan, file.kind === 'project' ? file : undefined, publicHolidays);
  return cardMarkdown({
    title: formatDuration(duration),
    kind: [],
    facts: [fact(...lengthIn(calendar, duration)), fact('Leads to', of && finishFrom(analysis, duration, of))],
  });
}

function lengthIn(calendar: WorkingCalendar, duration: Duration): readonly [label: string, text: string] {
  if (duration.elapsed) return ['Elapsed time', 'it passes on free days too'];
  const minutes = calendar.minutes(duration);
  const days = daysOfText(minutes, calendar);
  const [hoursPerDay, daysPerWeek] = [hoursText(calendar.minutesPerDay), calendar.weekdays.length];
  const week =
    duration.unit === 'w' ? ` and ${formatDuration({ amount: daysPerWeek, unit: 'd', elapsed: false })} a week` : '';
  const inUnits = [
    ...(duration.unit === 'd' ? [] : [days]),
    ...(duration.unit === 'h' ? [] : [hoursText(minutes)]),
  ].join(' or ');
  return ['Working time', `${inUnits}, at ${hoursPerDay} a day${week}`];
}

/** A fixed length is counted from the start of the item; an effort ends when those who do it have done it. */
function finishFrom(analysis: PlanAnalysis, duration: Duration, { item, property }: LengthOf): string | undefined {
  const scheduled = analysis.schedule.of(item);
  const days = scheduled && feasibleDays(scheduled);
  if (scheduled?.start === undefined || !days || isDone(analysis, scheduled)) return undefined;
  const from = (finish: string): string => `${finish}, from its start on ${formatDate(days.first)}`;
  if (property === 'duration') {
    const { calendar, start } = scheduled;
    const elapsed = calendar.elapsedMinutes(duration);
    const finish = elapsed === undefined ? calendar.add(start, calendar.minutes(duration)) : start + elapsed;
    const day = finish === undefined ? undefined : finishDate(finish);
    return day && from(formatDate(day));
  }
  const isMeasure = property === 'estimate' && !item.fields.duration && !item.fields.end && !item.fields.items;
  return isMeasure ? `${from(formatDate(days.last))}, by those who do it` : undefined;
}
