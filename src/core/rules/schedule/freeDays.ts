import type { Temporal } from 'temporal-polyfill';
import { calendarOf, epochDay, finishDate, startDate, type WorkingCalendar } from '../../analysis/calendar';
import { itemsWhere } from '../../analysis/entries';
import { childItems } from '../../analysis/lineage';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Field } from '../../plan/entity';
import type { Item } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { ProjectFile } from '../../plan/planFile';
import { isClosed, isOver } from './workState';

type Day = Temporal.PlainDate;

/** A stated date of an item on a day that its project does not work. */
export interface FreeDay {
  readonly item: Item;
  readonly property: 'start' | 'end';
  readonly date: Field<Day>;
  /** Whether the weekday is free every week; else it is a holiday. */
  readonly isWeekly: boolean;
  /** The nearest days that are worked; undefined where there is none within the years of a plan. */
  readonly next: Day | undefined;
  readonly previous: Day | undefined;
}

/**
 * The stated starts and ends, today or later, of a project's open items without children that fall on a free day. Left
 * out is what is not done by the project's calendar: work between two dates without any working day, which is meant so
 * (a cutover at the weekend); elapsed durations; work of suppliers, clients and teams alone.
 */
export function freeDaysIn(analysis: PlanAnalysis, file: ProjectFile): readonly FreeDay[] {
  if (isClosed(file)) return [];
  const { plan, publicHolidays } = analysis;
  const calendar = calendarOf(plan, file, publicHolidays);
  return openWithDates(file)
    .filter((item) => isDoneByCalendar(plan, item))
    .flatMap((item) => freeDaysOf(item, calendar, analysis.today));
}

const openWithDates = itemsWhere((item) => {
  const { start, end } = item.fields;
  return (start ?? end) !== undefined && childItems(item).length === 0 && !isOver(item);
});

function freeDaysOf(item: Item, calendar: WorkingCalendar, today: Day): readonly FreeDay[] {
  const { start, end, started } = item.fields;
  const found = (['start', 'end'] as const).flatMap((property): readonly FreeDay[] => {
    const date = item.fields[property];
    const isOvertaken = property === 'start' && started !== undefined;
    if (!date || isOvertaken || epochDay(date.value) < epochDay(today)) return [];
    if (calendar.isWorkday(epochDay(date.value))) return [];
    const [next, previous] = nearest(date.value, calendar);
    return [{ item, property, date, isWeekly: !calendar.weekdays.includes(date.value.dayOfWeek), next, previous }];
  });
  // A range that ends before it starts has no working day either; its own rule speaks of that.
  const isMeant = found.length > 0 && start && end && calendar.workdays(start.value, end.value) === 0;
  return isMeant ? [] : found;
}

/** The next and the last working day around a free one. */
function nearest(date: Day, calendar: WorkingCalendar): readonly [Day | undefined, Day | undefined] {
  const [start, end] = [calendar.startOf(date), calendar.endOf(date)];
  const after = start === undefined ? undefined : calendar.nextWorkingStart(start);
  const before = end === undefined ? undefined : calendar.previousWorkingFinish(end);
  return [after === undefined ? undefined : startDate(after), before === undefined ? undefined : finishDate(before)];
}

function isDoneByCalendar(plan: Plan, { fields }: Item): boolean {
  if (fields.duration?.value.elapsed) return false;
  const assignees = fields.assignees?.value.map(({ key }) => key.value) ?? [];
  const doing = assignees.length > 0 ? assignees : fields.owner ? [fields.owner.value] : [];
  const isPerson = (id: string): boolean => (plan.people.fields(id).kind?.value ?? 'person') === 'person';
  return doing.length === 0 || doing.some(({ id }) => isPerson(id));
}
