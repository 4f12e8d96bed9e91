import { Temporal } from 'temporal-polyfill';
import { finishDate, type Instant } from '../analysis/calendar';
import type { ForecastOf } from '../analysis/forecast/planForecast';
import type { Forecasted } from '../analysis/forecast/planTargets';
import { childItems, goalLine, parentItem, topItems } from '../analysis/lineage';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { isOpenItem } from '../analysis/openWork';
import { daysOf, feasibleDays } from '../analysis/schedule/shownDates';
import { inOrder, itemDates, milestoneDate, type StatedDates } from '../analysis/statedDates';
import type { AnyEntity } from '../plan/entity';
import type { Goal, Item, Milestone } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { writeDate } from '../plan/scalars';
import type { Filterable } from './entryFilter';
import { known } from './known';
import { knownRows, type KnownRow, type KnownRows } from './knownRows';
import type { DateRange, IsoDate, State, TimelineRow } from './model';
import { entryOf, textOf, titleOf } from './naming';
import { projectState, stateOf } from './projectState';
import { percentText } from './texts';
import { TimelineLabels } from './timelineLabels';

/** The rows of a timeline, and the entity that each stands for. */
export interface TimelineRows {
  readonly rows: readonly TimelineRow[];
  /** The id of the row of an item or milestone. */
  readonly idOf: ReadonlyMap<AnyEntity, string>;
  /** What a filter may ask of each row, by its id. */
  readonly filterable: ReadonlyMap<string, Filterable>;
  /** The goals that items and milestones serve, by their ids. */
  readonly goals: ReadonlyMap<string, Goal>;
}

/** The project itself, then its items in their tree with each milestone after the last work that it waits for. */
export function timelineRows(analysis: PlanAnalysis, file: ProjectFile, forecastOf: ForecastOf): TimelineRows {
  const rows = new Rows(analysis, file, forecastOf);
  const items = topItems(file);
  const milestones = file.root?.fields.milestones?.value ?? [];
  if (items.length > 0 || milestones.length > 0) {
    rows.project();
    rows.items(items, 1);
    rows.milestonesAfter(undefined, 1);
  }
  return rows;
}

class Rows implements TimelineRows {
  readonly rows: TimelineRow[] = [];
  readonly idOf = new Map<AnyEntity, string>();
  readonly filterable = new Map<string, Filterable>();
  readonly goals = new Map<string, Goal>();
  readonly #ids = new Set(['']);
  readonly #labels: TimelineLabels;
  readonly #known: KnownRows;
  readonly #owners = new Map<string, Owner>();

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: ProjectFile,
    private readonly forecastOf: ForecastOf,
  ) {
    this.#labels = new TimelineLabels(analysis, file);
    this.#known = knownRows(analysis, file);
  }

  project(): void {
    const { fields } = this.file.root ?? {};
    const baseline = fields?.baseline?.value.fields;
    const dates = inOrder(fields?.start?.value, fields?.end?.value);
    if (!fields || (!dates.first && !dates.last && !baseline?.end)) return;
    const total = this.analysis.progress(this.file).total;
    this.rows.push(
      known({
        entry: { uri: this.file.uri, path: [] },
        id: '',
        kind: 'project' as const,
        depth: 1,
        title: textOf(fields.project) ?? this.file.id,
        state: projectState(this.analysis, this.file),
        ...this.#owner(fields.manager?.value.id),
        progress: total?.progress,
        ...isoDates(dates),
        label: total && percentText(total.progress),
        // Said once for a whole project without a goal, and not again in each of its rows.
        unlinked: this.#known.isUnlinkedProject || undefined,
        baseline: range(baseline?.start?.value, baseline?.end?.value),
        deadline: fields.end && writeDate(fields.end.value),
        p80: isoDate(total?.status === 'done' ? undefined : this.#p80(this.file, dates.last)),
      }),
    );
  }

  items(items: readonly Item[], depth: number): void {
    for (const item of items) {
      this.#item(item, depth);
      this.items(childItems(item), depth + 1);
      this.milestonesAfter(item, depth);
    }
  }

  milestonesAfter(item: Item | undefined, depth: number): void {
    for (const milestone of this.#known.milestones.get(item) ?? []) this.#milestone(milestone, depth);
  }

  #item(item: Item, depth: number): void {
    const id = this.#newId(item);
    const made = this.#reworded(item) ?? this.#made(item, id, depth);
    this.#known.ofItems.set(item, made);
    this.#add(made.row, made.filterable, this.#known.goalsOf.get(item));
  }

  /** The row that is known of an item, with the words that it has now; undefined where there is none, or it says more now. */
  #reworded(item: Item): KnownRow | undefined {
    const known = this.#known.ofItems.get(item);
    if (!known || known.p80 !== this.#forecastFor(item)) return undefined;
    const title = item.fields.title?.value;
    const workers = this.#workers(item);
    const { row, filterable } = known;
    if (title === known.title && workers.owner === row.owner && workers.ownerShort === row.ownerShort) return known;
    const { owner: _, ownerShort: __, ...facts } = row;
    const now = { ...facts, title: titleOf(item), ...workers };
    return { ...known, row: now, filterable: { ...filterable, texts: textsOf(item, now) }, title };
  }

  #made(item: Item, id: string, depth: number): KnownRow {
    const { fields } = item;
    const isGroup = childItems(item).length > 0;
    const progress = this.analysis.progress(this.file).of(item);
    const { dates, totalFloat, ...slack } = this.#scheduled(item);
    const unlinked = progress?.status !== 'dropped' && this.#isUnlinked(item);
    const forecast = this.#forecastFor(item);
    const p80 = laterDay(forecast, dates.last);
    const row = known({
      entry: entryOf(item),
      id,
      kind: isGroup ? ('group' as const) : ('item' as const),
      depth,
      title: titleOf(item),
      state: progress && stateOf(progress.status),
      ...this.#workers(item),
      progress: progress?.progress,
      ...isoDates(dates),
      stated: movableDates(item),
      label: this.#labels.item({ item, last: dates.last, isGroup, unlinked, totalFloat, p80 }),
      unlinked: unlinked || undefined,
      baseline: movedFrom(range(fields.start?.value, fields.end?.value), isoDates(dates)),
      deadline: fields.deadline && writeDate(fields.deadline.value),
      ...slack,
      p80: isoDate(p80),
    });
    const { afterDeadline, overdue } = this.#labels.lateness(item, dates.last);
    const late = afterDeadline > 0 || (!isGroup && overdue > 0);
    const filterable = filterableOf(item, row, { people: workersOf(item), late }, this.#known.goalsOf.get(item));
    return { row, filterable, title: fields.title?.value, p80: forecast };
  }

  /** The days of an item by the schedule, as far as they are known, else as they are written; and how far it may slip. */
  #scheduled(item: Item): ItemSlack {
    const scheduled = this.analysis.schedule.of(item);
    const days = scheduled && feasibleDays(scheduled);
    if (!scheduled || !days) return { dates: itemDates(item) };
    const isOpen = isOpenItem(item);
    const late = isOpen && scheduled.late && daysOf(scheduled.late, scheduled.point);
    const isSlack = late && Temporal.PlainDate.compare(late.last, days.last) > 0;
    return {
      dates: days,
      critical: isOpen ? scheduled.critical : undefined,
      floatEnd: isSlack ? writeDate(late.last) : undefined,
      totalFloat: isSlack ? scheduled.totalFloat : undefined,
    };
  }

  #milestone(milestone: Milestone, depth: number): void {
    const { date, reached } = milestone.fields;
    const expected = this.#expectedDay(milestone);
    const day = expected ?? milestoneDate(milestone);
    const planned = date && { start: writeDate(date.value), end: writeDate(date.value) };
    const p80 = reached ? undefined : this.#p80(milestone, day);
    const row = known({
      entry: entryOf(milestone),
      id: this.#newId(milestone),
      kind: 'milestone' as const,
      depth,
      title: titleOf(milestone),
      state: this.#milestoneState(milestone),
      end: day && writeDate(day),
      stated: day && date && !reached ? { end: writeDate(day) } : undefined,
      label: this.#labels.milestone(milestone, expected, p80),
      baseline: day && (reached || expected) ? movedFrom(planned, { end: writeDate(day) }) : undefined,
      critical: reached ? undefined : this.analysis.schedule.of(milestone)?.critical,
      p80: isoDate(p80),
    });
    const late =
      !reached && date !== undefined && expected !== undefined && this.#labels.daysAfter(date.value, expected) > 0;
    const goals = goalLine(this.analysis.plan, this.file, milestone)?.goals;
    this.#add(row, filterableOf(milestone, row, { late }, goals), goals);
  }

  #add(row: TimelineRow, filterable: Filterable, goals: readonly Goal[] = []): void {
    for (const goal of goals) if (!this.goals.has(goal.id)) this.goals.set(goal.id, goal);
    this.rows.push(row);
    this.filterable.set(row.id, filterable);
  }

  /** The day by which something is done with 80 % probability, where it is known, and later than its last day. */
  #p80(thing: Forecasted, last: Temporal.PlainDate | undefined): Temporal.PlainDate | undefined {
    return laterDay(this.forecastOf(thing)?.p80, last);
  }

  /** When an item is done with 80 % probability, where its row says so: where it has a deadline to keep. */
  #forecastFor(item: Item): Instant | undefined {
    return item.fields.deadline && isOpenItem(item) ? this.forecastOf(item)?.p80 : undefined;
  }

  /** The day that an open milestone is going to have where that is not its date: when what it waits for is done. */
  #expectedDay(milestone: Milestone): Temporal.PlainDate | undefined {
    const scheduled = this.analysis.schedule.of(milestone);
    const isHeld = scheduled?.driver?.kind === 'dependency' && !milestone.fields.reached;
    return isHeld ? feasibleDays(scheduled)?.last : undefined;
  }

  #milestoneState({ fields: { date, reached } }: Milestone): State {
    if (reached) return { kind: 'done', text: 'Reached' };
    const isOverdue = date !== undefined && this.#labels.daysAfter(date.value, this.analysis.today) > 0;
    return isOverdue ? { kind: 'off-track', text: 'Overdue' } : { kind: 'todo', text: 'Not reached yet' };
  }

  #isUnlinked(item: Item): boolean {
    const parent = parentItem(item);
    return this.#known.unlinked.has(item) || (parent !== undefined && this.#isUnlinked(parent));
  }

  /** Whose an item is: its owner, else those who do it. */
  #workers(item: Item): Owner {
    const [first, ...others] = workersOf(item)
      .map((id) => this.#owner(id))
      .filter((one) => one.owner !== undefined);
    if (!first || others.length === 0) return first ?? {};
    return {
      owner: [first, ...others].map((one) => one.owner).join(', '),
      ownerShort: `${first.ownerShort ?? ''} +${String(others.length)}`,
    };
  }

  #owner(id: string | undefined): Owner {
    if (id === undefined) return {};
    const owner = this.#owners.get(id) ?? this.#readOwner(id);
    this.#owners.set(id, owner);
    return owner;
  }

  #readOwner(id: string): Owner {
    const { people } = this.analysis.plan;
    const name = people.name(id).replace(/\s+/g, ' ').trim();
    if (!name) return {};
    const kind = people.fields(id).kind?.value ?? 'person';
    return { owner: name, ownerShort: kind === 'person' ? name.replace(/ .*/s, '') : name };
  }

  /** The id of an entity, changed where a row has it already: two items may have one id until somebody mends that. */
  #newId(entity: Item | Milestone): string {
    let id = entity.id;
    for (let count = 2; this.#ids.has(id); count++) id = `${entity.id} (${String(count)})`;
    this.#ids.add(id);
    if (!this.idOf.has(entity)) this.idOf.set(entity, id);
    return id;
  }
}

type Owner = Pick<TimelineRow, 'owner' | 'ownerShort'>;

/** The days of an item, and what is known of how far it may slip. */
type ItemSlack = Pick<TimelineRow, 'critical' | 'floatEnd'> & {
  readonly dates: StatedDates;
  /** Working minutes. */
  readonly totalFloat?: number | undefined;
};

/** What a filter may ask of a row. */
function filterableOf(
  work: Item | Milestone,
  row: TimelineRow,
  more: Pick<Filterable, 'people' | 'late'>,
  goals: readonly Goal[] = [],
): Filterable {
  return {
    texts: textsOf(work, row),
    state: row.state?.kind,
    goals: goals.map(({ id }) => id),
    critical: row.critical,
    unlinked: row.unlinked,
    ...more,
  };
}

function textsOf({ id }: Item | Milestone, { title, owner }: TimelineRow): Filterable['texts'] {
  return [id, title, owner];
}

/** Its owner, else those who do it. */
function workersOf({ fields: { owner, assignees } }: Item): readonly string[] {
  if (owner) return [owner.value.id];
  return [...new Set((assignees?.value ?? []).map(({ key }) => key.value.id))];
}

function laterDay(finish: Instant | undefined, last: Temporal.PlainDate | undefined): Temporal.PlainDate | undefined {
  const day = finish === undefined ? undefined : finishDate(finish);
  return day && last && Temporal.PlainDate.compare(day, last) > 0 ? day : undefined;
}

function isoDate(day: Temporal.PlainDate | undefined): IsoDate | undefined {
  return day && writeDate(day);
}

/** The dates that an item states, as far as they are still to come about. */
function movableDates({ fields: { start, end, started, finished, status } }: Item): TimelineRow['stated'] {
  if (started || finished || status?.value === 'done' || (!start && !end)) return undefined;
  return known({ start: start && writeDate(start.value), end: end && writeDate(end.value) });
}

function isoDates({ first, last }: StatedDates): Pick<TimelineRow, 'start' | 'end'> {
  return { ...(first ? { start: writeDate(first) } : {}), ...(last ? { end: writeDate(last) } : {}) };
}

function range(first: Temporal.PlainDate | undefined, last: Temporal.PlainDate | undefined): DateRange | undefined {
  if (!first || !last || Temporal.PlainDate.compare(first, last) > 0) return undefined;
  return { start: writeDate(first), end: writeDate(last) };
}

/** The planned days, where it came otherwise. */
function movedFrom(planned: DateRange | undefined, now: Pick<TimelineRow, 'start' | 'end'>): DateRange | undefined {
  if (!planned || (planned.end === now.end && planned.start === (now.start ?? planned.start))) return undefined;
  return planned;
}
