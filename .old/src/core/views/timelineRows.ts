import { Temporal } from 'temporal-polyfill';
import { childItems, parentItem, topItems } from '../analysis/lineage';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { isOpenItem } from '../analysis/openWork';
import { daysOf, feasibleDays } from '../analysis/schedule/shownDates';
import { inOrder, itemDates, milestoneDate, type StatedDates } from '../analysis/statedDates';
import { unlinkedWork } from '../analysis/unlinked';
import type { AnyEntity } from '../plan/entity';
import type { Item, Milestone } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { writeDate } from '../plan/scalars';
import { known } from './known';
import type { DateRange, State, TimelineRow } from './model';
import { entryOf, textOf, titleOf } from './naming';
import { projectState, stateOf } from './projectState';
import { dayText, percentText } from './texts';

/** The rows of a timeline, and the entity that each stands for. */
export interface TimelineRows {
  readonly rows: readonly TimelineRow[];
  /** The id of the row of an item or milestone. */
  readonly idOf: ReadonlyMap<AnyEntity, string>;
}

/** The project itself, then its items in their tree with each milestone after the last work that it waits for. */
export function timelineRows(analysis: PlanAnalysis, file: ProjectFile): TimelineRows {
  const rows = new Rows(analysis, file);
  const items = topItems(file);
  const milestones = file.root?.fields.milestones?.value ?? [];
  if (items.length === 0 && milestones.length === 0) return { rows: [], idOf: new Map() };
  rows.project();
  rows.items(items, 1);
  rows.milestonesAfter(undefined, 1);
  return { rows: rows.rows, idOf: rows.idOf };
}

class Rows {
  readonly rows: TimelineRow[] = [];
  readonly idOf = new Map<AnyEntity, string>();
  readonly #ids = new Set(['']);
  /** The milestones that stand after an item and all that is under it; those of `undefined` stand last. */
  readonly #milestones: ReadonlyMap<Item | undefined, readonly Milestone[]>;
  readonly #isUnlinkedProject: boolean;
  /** The highest items that no goal asks for. */
  readonly #unlinked: ReadonlySet<Item>;

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: ProjectFile,
  ) {
    this.#milestones = milestonePlaces(analysis, file);
    const work = unlinkedWork(analysis.plan, file);
    this.#isUnlinkedProject = work.kind === 'project';
    this.#unlinked = new Set(work.kind === 'items' ? work.items : []);
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
        unlinked: this.#isUnlinkedProject || undefined,
        baseline: range(baseline?.start?.value, baseline?.end?.value),
        deadline: fields.end && writeDate(fields.end.value),
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
    for (const milestone of this.#milestones.get(item) ?? []) this.#milestone(milestone, depth);
  }

  #item(item: Item, depth: number): void {
    const { fields } = item;
    const isGroup = childItems(item).length > 0;
    const progress = this.analysis.progress(this.file).of(item);
    const { dates, ...slack } = this.#scheduled(item);
    const unlinked = progress?.status !== 'dropped' && this.#isUnlinked(item);
    this.rows.push(
      known({
        entry: entryOf(item),
        id: this.#newId(item),
        kind: isGroup ? ('group' as const) : ('item' as const),
        depth,
        title: titleOf(item),
        state: progress && stateOf(progress.status),
        ...this.#workers(item),
        progress: progress?.progress,
        ...isoDates(dates),
        label: this.#itemLabel(item, dates, isGroup, unlinked),
        unlinked: unlinked || undefined,
        baseline: movedFrom(range(fields.start?.value, fields.end?.value), isoDates(dates)),
        deadline: fields.deadline && writeDate(fields.deadline.value),
        ...slack,
      }),
    );
  }

  /** The days of an item by the schedule, as far as they are known, else as they are written; and how far it may slip. */
  #scheduled(item: Item): { readonly dates: StatedDates } & Pick<TimelineRow, 'critical' | 'floatEnd'> {
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
    };
  }

  #milestone(milestone: Milestone, depth: number): void {
    const { date, reached } = milestone.fields;
    const expected = this.#expectedDay(milestone);
    const day = expected ?? milestoneDate(milestone);
    const planned = date && { start: writeDate(date.value), end: writeDate(date.value) };
    this.rows.push(
      known({
        entry: entryOf(milestone),
        id: this.#newId(milestone),
        kind: 'milestone' as const,
        depth,
        title: titleOf(milestone),
        state: this.#milestoneState(milestone),
        end: day && writeDate(day),
        label: this.#milestoneLabel(milestone, expected),
        baseline: day && (reached || expected) ? movedFrom(planned, { end: writeDate(day) }) : undefined,
        critical: reached ? undefined : this.analysis.schedule.of(milestone)?.critical,
      }),
    );
  }

  /** The day that an open milestone is going to have where that is not its date: when what it waits for is done. */
  #expectedDay(milestone: Milestone): Temporal.PlainDate | undefined {
    const scheduled = this.analysis.schedule.of(milestone);
    const isHeld = scheduled?.driver?.kind === 'dependency' && !milestone.fields.reached;
    return isHeld ? feasibleDays(scheduled)?.last : undefined;
  }

  #milestoneState({ fields: { date, reached } }: Milestone): State {
    if (reached) return { kind: 'done', text: 'Reached' };
    const isOverdue = date !== undefined && this.#daysAfter(date.value, this.analysis.today) > 0;
    return isOverdue ? { kind: 'off-track', text: 'Overdue' } : { kind: 'todo', text: 'Not reached yet' };
  }

  #milestoneLabel({ fields: { date, reached } }: Milestone, expected?: Temporal.PlainDate): string | undefined {
    const { today } = this.analysis;
    if (reached) {
      const late = date ? this.#daysAfter(date.value, reached.value) : 0;
      return dayText(reached.value, today) + (late > 0 ? `, ${String(late)} d after the plan` : '');
    }
    if (!date) return expected && dayText(expected, today);
    const overdue = this.#daysAfter(date.value, today);
    if (overdue > 0) return `${dayText(date.value, today)}, ${String(overdue)} d overdue`;
    const late = expected ? this.#daysAfter(date.value, expected) : 0;
    return late > 0 && expected ? `${dayText(expected, today)}, ${String(late)} d late` : dayText(date.value, today);
  }

  #itemLabel(item: Item, { last }: StatedDates, isGroup: boolean, unlinked: boolean): string | undefined {
    const { today } = this.analysis;
    const progress = this.analysis.progress(this.file).of(item);
    const isOpen = progress?.status !== 'done' && progress?.status !== 'dropped';
    const deadline = item.fields.deadline?.value;
    const afterDeadline = last && deadline && progress?.status !== 'dropped' ? this.#daysAfter(deadline, last) : 0;
    const overdue = last && isOpen ? this.#daysAfter(last, today) : 0;
    const parts = [
      isGroup && progress && progress.status !== 'dropped' && percentText(progress.progress),
      unlinked && 'no goal',
      last && afterDeadline > 0 && `${dayText(last, today)}, ${String(afterDeadline)} d after the deadline`,
      // Of a group its late items say so themselves.
      last && !isGroup && afterDeadline === 0 && overdue > 0 && `${dayText(last, today)}, ${String(overdue)} d overdue`,
    ];
    const text = parts.filter((part) => typeof part === 'string').join(', ');
    return text === '' ? undefined : text;
  }

  #isUnlinked(item: Item): boolean {
    const parent = parentItem(item);
    return this.#unlinked.has(item) || (parent !== undefined && this.#isUnlinked(parent));
  }

  /** Working days after `first` until and with `last`. */
  #daysAfter(first: Temporal.PlainDate, last: Temporal.PlainDate): number {
    return this.analysis.progress(this.file).calendar.workdays(first.add({ days: 1 }), last);
  }

  /** Whose an item is: its owner, else those who do it. */
  #workers({ fields: { owner, assignees } }: Item): Pick<TimelineRow, 'owner' | 'ownerShort'> {
    if (owner) return this.#owner(owner.value.id);
    const ids = [...new Set((assignees?.value ?? []).map(({ key }) => key.value.id))];
    const [first, ...others] = ids.map((id) => this.#owner(id)).filter((one) => one.owner !== undefined);
    if (!first || others.length === 0) return first ?? {};
    return {
      owner: [first, ...others].map((one) => one.owner).join(', '),
      ownerShort: `${first.ownerShort ?? ''} +${String(others.length)}`,
    };
  }

  #owner(id: string | undefined): Pick<TimelineRow, 'owner' | 'ownerShort'> {
    const name = id && this.analysis.plan.people.name(id).replace(/\s+/g, ' ').trim();
    if (id === undefined || !name) return {};
    const kind = this.analysis.plan.people.fields(id).kind?.value ?? 'person';
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

/**
 * Where each milestone stands: after the last of the work that it waits for, at the level on which all of that is
 * together; after everything else where it waits for nothing of its own project.
 */
function milestonePlaces(
  { plan }: PlanAnalysis,
  file: ProjectFile,
): ReadonlyMap<Item | undefined, readonly Milestone[]> {
  const awaited = new Map<AnyEntity, Item[]>();
  const add = (milestone: AnyEntity, item: Item): void => {
    const items = awaited.get(milestone);
    if (items) items.push(item);
    else awaited.set(milestone, [item]);
  };
  const visit = (item: Item): void => {
    const target = item.fields.milestone && plan.target(item.fields.milestone.value, file);
    if (target) add(target, item);
    childItems(item).forEach(visit);
  };
  topItems(file).forEach(visit);
  const places = new Map<Item | undefined, Milestone[]>();
  for (const milestone of file.root?.fields.milestones?.value ?? []) {
    for (const { value } of milestone.fields.depends_on?.value ?? []) {
      const found = plan.resolve(value.target, file);
      if (found.status === 'found' && found.entity.kind === 'item' && found.entity.uri === file.uri) {
        add(milestone, found.entity as Item);
      }
    }
    const place = placeAfter(topItems(file), awaited.get(milestone) ?? []);
    const others = places.get(place);
    if (others) others.push(milestone);
    else places.set(place, [milestone]);
  }
  return places;
}

function placeAfter(top: readonly Item[], awaited: readonly Item[]): Item | undefined {
  const lines = awaited.map(lineOf);
  let siblings = top;
  for (let depth = 0; ; depth++) {
    const held = new Set(lines.map((line) => line[depth]));
    const [only] = held;
    const isTogether = held.size === 1 && only !== undefined && lines.every((line) => line.length > depth + 1);
    if (!isTogether) return siblings.filter((item) => held.has(item)).at(-1);
    siblings = childItems(only);
  }
}

/** From the item at the top of its project down to an item. */
function lineOf(item: Item): readonly Item[] {
  const parent = parentItem(item);
  return parent ? [...lineOf(parent), item] : [item];
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
