import { Temporal } from 'temporal-polyfill';
import { childItems, itemTree, topItems } from '../analysis/lineage';
import type { WorkingCalendar } from '../analysis/calendar';
import type { ForecastOf } from '../analysis/forecast/planForecast';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Schedule } from '../analysis/schedule/scheduledWork';
import type { AnyEntity, DependencyLink, Located } from '../plan/entity';
import type { Item, Milestone } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { writeDate, writeDuration, type Lag } from '../plan/scalars';
import { known } from './known';
import { knownRows } from './knownRows';
import type { Choice, DateRange, IsoDate, TimelineLink, TimelineRow, TimelineView, ViewOptions } from './model';
import { titleOf } from './naming';
import { projectHeading } from './projectHeading';
import { projectFacts } from './timelineFacts';
import { stateOf } from './projectState';
import { filteredRows } from './timelineFilter';
import { lanedRows, timelineGroups } from './timelineLanes';
import { timelineRows, type TimelineRows } from './timelineRows';
import type { ViewSettings } from './viewSettings';

/**
 * A project as a timeline: its facts, and its items and milestones with their feasible dates, else those that are
 * written down. A project that says nothing yet is a timeline without rows.
 */
export function timelineView(
  analysis: PlanAnalysis,
  file: ProjectFile,
  settings: ViewSettings = {},
  forecastOf: ForecastOf = () => undefined,
): TimelineView {
  const { calendar } = analysis.progress(file);
  const all = timelineRows(analysis, file, forecastOf);
  const { rows, shown } = filteredRows(all.rows, all.filterable, settings);
  // All of it, so that the chart does not move under somebody who types into the filter.
  const window = windowOf(all.rows, file);
  const laned = lanedRows(analysis, file, { ...all, rows }, settings.groupBy);
  return known({
    view: 'timeline' as const,
    ...projectHeading(analysis, file),
    facts: projectFacts(analysis, file, forecastOf),
    today: writeDate(analysis.today),
    window,
    daysOff: [1, 2, 3, 4, 5, 6, 7].filter((day) => !calendar.weekdays.includes(day)),
    holidays: window ? holidaysWithin(calendar, window) : [],
    rows: laned,
    links: linksBetween(laned, (knownRows(analysis, file).links ??= timelineLinks(analysis, file, all.idOf))),
    shown,
    options: optionsOf(analysis, all, window !== undefined),
  });
}

function optionsOf({ plan }: PlanAnalysis, { rows, filterable, goals }: TimelineRows, zooms: boolean): ViewOptions {
  if (rows.length === 0) return {};
  const facts = [...filterable.values()];
  const owners = new Set(facts.flatMap(({ people = [] }) => people));
  const states = new Set(facts.flatMap(({ state }) => state ?? []));
  return known({
    zooms: zooms || undefined,
    filters: true,
    owners: choices([...owners].map((value) => ({ value, title: plan.people.name(value) }))),
    statuses: choices([...states].map((value) => ({ value, title: stateOf(value).text }))),
    goals: choices([...goals.values()].map((goal) => ({ value: goal.id, title: titleOf(goal) }))),
    critical: facts.some(({ critical }) => critical) || undefined,
    unlinked: facts.some(({ unlinked }) => unlinked) || undefined,
    atRisk: facts.some(({ late = false, state }) => late || state === 'blocked' || state === 'off-track') || undefined,
    groupLabel: 'Rows',
    groups: timelineGroups(rows, filterable),
  });
}

/** Where there is only one to choose, nothing tells entries apart. */
function choices(all: readonly Choice[]): readonly Choice[] | undefined {
  return all.length > 1 ? all : undefined;
}

/** Links that have both of their rows. */
function linksBetween(rows: readonly TimelineRow[], links: readonly TimelineLink[]): readonly TimelineLink[] {
  const ids = new Set(rows.map(({ id }) => id));
  return links.filter(({ from, to }) => ids.has(from) && ids.has(to));
}

/** From the first to the last day that anything in the chart has. */
function windowOf(rows: readonly TimelineRow[], file: ProjectFile): DateRange | undefined {
  const dates = rows.flatMap(({ start, end, baseline, deadline, p80 }) => [
    start,
    end,
    deadline,
    p80,
    baseline?.start,
    baseline?.end,
  ]);
  const own = file.root?.fields;
  if (rows.length > 0) dates.push(own?.start && writeDate(own.start.value), own?.end && writeDate(own.end.value));
  let [first, last]: readonly IsoDate[] = [];
  // ISO dates of four-digit years are in the order of their texts.
  for (const date of dates) {
    if (date === undefined) continue;
    if (first === undefined || date < first) first = date;
    if (last === undefined || date > last) last = date;
  }
  return first !== undefined && last !== undefined ? { start: first, end: last } : undefined;
}

function holidaysWithin(calendar: WorkingCalendar, window: DateRange): readonly DateRange[] {
  return calendar
    .holidays(Temporal.PlainDate.from(window.start), Temporal.PlainDate.from(window.end))
    .map(({ first, last }) => ({ start: writeDate(first), end: writeDate(last) }));
}

/** The dependencies between rows: those that are stated, and those of children that follow one another. */
function timelineLinks(
  { plan, schedule }: PlanAnalysis,
  file: ProjectFile,
  idOf: ReadonlyMap<AnyEntity, string>,
): readonly TimelineLink[] {
  const links = new Map<string, TimelineLink>();
  const add = (
    from: AnyEntity | undefined,
    to: AnyEntity | undefined,
    link: Omit<TimelineLink, 'from' | 'to'>,
  ): void => {
    const fromId = from && idOf.get(from);
    const toId = to && idOf.get(to);
    if (!from || !to || fromId === undefined || toId === undefined || fromId === toId) return;
    // One line is drawn for what is said twice.
    const key = JSON.stringify([fromId, link.type, toId]);
    if (links.has(key)) return;
    links.set(key, known({ from: fromId, to: toId, ...link, critical: isCritical(schedule, from, to) || undefined }));
  };
  const addStated = (work: Item | Milestone, stated: readonly Located<DependencyLink>[]): void => {
    for (const { value } of stated) {
      const found = plan.resolve(value.target, file);
      if (found.status !== 'found') continue;
      add(found.entity, work, known({ type: value.type, lag: value.lag && lagText(value.lag) }));
    }
  };
  for (const item of itemTree(topItems(file))) {
    addStated(item, item.fields.depends_on?.value ?? []);
    const milestone = item.fields.milestone && plan.target(item.fields.milestone.value, file);
    add(item, milestone, { type: 'FS' });
    for (const [before, after] of inSequence(item)) add(before, after, { type: 'FS' });
  }
  for (const milestone of file.root?.fields.milestones?.value ?? []) {
    addStated(milestone, milestone.fields.depends_on?.value ?? []);
  }
  return [...links.values()];
}

/** Whether a dependency lies on the critical path: it is what sets the start of work without float. */
function isCritical(schedule: Schedule, from: AnyEntity, to: AnyEntity): boolean {
  const scheduled = schedule.of(to as Item | Milestone);
  return scheduled?.critical === true && scheduled.driver?.work === from;
}

/** The children of an item that follow one another, as pairs; dropped ones hold nobody up. */
function inSequence(item: Item): readonly (readonly [Item, Item])[] {
  if (item.fields.sequential?.value !== true) return [];
  const children = childItems(item).filter(({ fields }) => fields.status?.value !== 'dropped');
  return children.slice(1).map((child, index) => [children[index] ?? child, child] as const);
}

/** `+2d`, `-1w`; undefined for none. */
function lagText(lag: Lag): string | undefined {
  if (lag.amount === 0) return undefined;
  return `${lag.negative ? '-' : '+'}${writeDuration({ ...lag, amount: Math.abs(lag.amount) })}`;
}
