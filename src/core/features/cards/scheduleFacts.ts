import type { Temporal } from 'temporal-polyfill';
import { childItems } from '../../analysis/lineage';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { workdaysLate, workdaysText } from '../../analysis/rollUp/lateness';
import type { DriverKind, ScheduledWork } from '../../analysis/schedule/scheduledWork';
import { feasibleDays, feasibleFinish } from '../../analysis/schedule/shownDates';
import { workName } from '../../analysis/schedule/workName';
import type { Item, Milestone } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import { formatDate } from '../../plan/scalars';
import { daysText } from '../../plan/texts';
import { fact, type Fact } from './card';
import { forecastFact } from './forecastFact';
import { spanText } from './periodText';
import { workingDaysText, workingTimeText } from './workingTime';

/** How many causes of a date are told beside its own reason. */
const shownCauses = 3;

/** When work takes place and why then, how far it may slip, and how it keeps its promise; of what is dropped nothing. */
export function scheduleFacts(analysis: PlanAnalysis, work: Work): readonly (Fact | undefined)[] {
  const scheduled = analysis.schedule.of(work);
  if (!scheduled || scheduled.dropped) return [];
  const isOver = isDone(analysis, scheduled);
  const dates =
    work.kind === 'item' ? [itemDates(scheduled, work, isOver)] : milestoneDates(analysis.today, scheduled, work);
  if (isOver) return dates;
  return [
    ...dates,
    reason(analysis, scheduled),
    float(scheduled),
    work.kind === 'item' ? deadline(analysis, scheduled, work) : undefined,
    forecastFact(analysis, work, work.kind === 'item' ? 'the deadline' : 'the date'),
  ];
}

/** Whether nothing of a piece of work is left to do. */
export function isDone(analysis: PlanAnalysis, { work, file }: ScheduledWork): boolean {
  if (work.kind === 'milestone') return work.fields.reached !== undefined;
  return file.kind === 'project' && analysis.progress(file).of(work)?.status === 'done';
}

function itemDates(scheduled: ScheduledWork, item: Item, isOver: boolean): Fact | undefined {
  const { start, end, started, finished } = item.fields;
  const [first, last] = [started ?? start, finished ?? end];
  // When work without dates was done nobody knows: the schedule only takes it as behind.
  if (isOver) return fact('Dates', spanText(first?.value, last?.value));
  const days = feasibleDays(scheduled);
  const stated = spanText(first?.value, last?.value);
  if (!days) return fact('Dates', [stated, unknownText(scheduled)].filter((part) => part !== undefined).join('; '));
  const basis =
    childItems(item).length > 0
      ? ', from what is below it'
      : first && last
        ? ', as stated'
        : first
          ? ', the end computed'
          : last
            ? ', the start computed'
            : ', computed';
  return fact('Dates', `${daysText(days)}${basis}`);
}

function milestoneDates(
  today: Temporal.PlainDate,
  scheduled: ScheduledWork,
  { fields: { date, reached } }: Milestone,
): readonly (Fact | undefined)[] {
  if (reached) return [fact('Date', date && formatDate(date.value)), fact('Reached', formatDate(reached.value))];
  const finish = feasibleFinish(scheduled);
  if (!date) return [fact('Date', finish ? `${formatDate(finish)}, computed` : unknownText(scheduled))];
  const late = finish && workdaysLate(scheduled.calendar, date.value, finish, today);
  const comes = finish && late ? `comes on ${formatDate(finish)}, ${workdaysText(late)} late` : unknownText(scheduled);
  return [fact('Date', comes === undefined ? formatDate(date.value) : `${formatDate(date.value)}; ${comes}`)];
}

function unknownText({ unknown }: ScheduledWork): string | undefined {
  return unknown && `not known, since it ${unknown.why}`;
}

/** The drivers that say no more than the dates that are written down. */
const plain: ReadonlySet<DriverKind> = new Set(['stated', 'actual', 'date']);

/** Why it starts when it does, and the causes of that, the nearest first. */
function reason({ schedule }: PlanAnalysis, { work, driver }: ScheduledWork): Fact | undefined {
  if (!driver || plain.has(driver.kind)) return undefined;
  const causes = schedule
    .chain(work, shownCauses + 2)
    .slice(0, -1)
    .reverse();
  const list = causes.slice(0, shownCauses).map((cause) => `${workName(cause.scheduled.work)} ${cause.driver.why}`);
  return { label: 'Why', text: `it ${driver.why}`, list: causes.length > shownCauses ? [...list, 'and so on'] : list };
}

function float({ totalFloat, freeFloat = 0, critical, calendar }: ScheduledWork): Fact | undefined {
  if (totalFloat === undefined) return undefined;
  if (totalFloat < 0)
    return fact('Total float', `${workingDaysText(-totalFloat, calendar)} too few, so it is critical`);
  if (critical) return fact('Total float', 'none, so it is critical');
  const free = freeFloat === 0 ? 'none' : workingTimeText(freeFloat, calendar);
  const isLess = freeFloat < totalFloat;
  return fact('Total float', `${workingDaysText(totalFloat, calendar)}${isLess ? `; free float ${free}` : ''}`);
}

function deadline({ today }: PlanAnalysis, scheduled: ScheduledWork, { fields }: Item): Fact | undefined {
  if (!fields.deadline) return undefined;
  const { value } = fields.deadline;
  const finish = feasibleFinish(scheduled);
  const late = workdaysLate(scheduled.calendar, value, finish, today);
  const spare = finish ? scheduled.calendar.workdays(finish.add({ days: 1 }), value) : 0;
  const inTime = spare === 0 ? 'with no day to spare' : `${workdaysText(spare)} to spare`;
  const comparison = late ? `${workdaysText(late)} late` : finish && inTime;
  return fact('Deadline', comparison === undefined ? formatDate(value) : `${formatDate(value)}, ${comparison}`);
}
