import { epochDay } from '../analysis/calendar';
import type { PersonLoad } from '../analysis/capacity/personLoad';
import { daysAskedBetween } from '../analysis/capacity/weekLoad';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Item } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { monthName } from '../plan/scalars/calendar';
import { capacityColumns, capacityGroups, type ColumnDays } from './capacityColumns';
import type { CapacityCell, CapacityRow, CapacityView, CapacityWork, CellKind } from './capacityModel';
import { entryFilter } from './entryFilter';
import { known } from './known';
import type { Fact, ViewOptions } from './model';
import { entryOf, textOf, titleOf } from './naming';
import { projectHeading } from './projectHeading';
import { countText, effortText } from './texts';
import type { ViewSettings } from './viewSettings';

/** Shares such as a third do not add up to exactly one. */
const roundingError = 1e-9;

/**
 * What is asked of the people of a project and what they can give, by week, or by month where the reader groups by it.
 * What other projects of the plan ask of them counts as well.
 */
export function capacityView(analysis: PlanAnalysis, file: ProjectFile, settings: ViewSettings = {}): CapacityView {
  const unit = settings.groupBy === 'month' ? 'month' : 'week';
  const loads = loadsOf(analysis, file);
  const columns = loads.length > 0 ? capacityColumns(analysis, file, unit) : [];
  const rows = loads.map((load) => new PersonRow(analysis, file, load).row(columns));
  const filter = entryFilter(settings);
  const left = filter
    ? rows.filter(({ id, name, work, cells }) =>
        filter({ texts: [id, name, ...work.map(({ title }) => title)], people: [id], late: cells.some(isOver) }),
      )
    : rows;
  return known({
    ...projectHeading(analysis, file),
    view: 'capacity' as const,
    facts: factsOf(analysis, loads, rows, columns),
    groups: capacityGroups(columns),
    columns: columns.map(({ label, name, isNow }) => known({ label, name, isNow })),
    people: left,
    shown: filter && { count: left.length, total: rows.length },
    options: optionsOf(rows),
  });
}

function optionsOf(rows: readonly CapacityRow[]): ViewOptions {
  if (rows.length === 0) return {};
  return known({
    filters: true,
    owners: rows.map(({ id, name }) => ({ value: id, title: name })),
    atRisk: rows.some(({ cells }) => cells.some(isOver)) || undefined,
    groupLabel: 'By',
    groups: [
      { value: 'week', title: 'Week' },
      { value: 'month', title: 'Month' },
    ],
  });
}

/** Whoever the project books or names in its team: people first, in the order of the team, then of their names. */
function loadsOf({ plan, capacity }: PlanAnalysis, file: ProjectFile): readonly PersonLoad[] {
  const team = (file.root?.fields.team?.value ?? []).map(({ key }) => key.value.id);
  const place = (id: string): number => (team.includes(id) ? team.indexOf(id) : team.length);
  return capacity.people
    .filter(({ id, bookings }) => team.includes(id) || bookings.some((booking) => booking.file === file))
    .sort(
      (one, other) =>
        Number(other.isLimited) - Number(one.isLimited) ||
        place(one.id) - place(other.id) ||
        (plan.people.name(one.id) < plan.people.name(other.id) ? -1 : 1),
    );
}

function isOver({ kind }: CapacityCell): boolean {
  return kind === 'over';
}

function factsOf(
  analysis: PlanAnalysis,
  loads: readonly PersonLoad[],
  rows: readonly CapacityRow[],
  columns: readonly ColumnDays[],
): readonly Fact[] {
  if (rows.length === 0) return [];
  const over = rows.filter(({ cells }) => cells.some(isOver));
  const count = over.reduce((sum, { cells }) => sum + cells.filter(isOver).length, 0);
  const unit = columns[0]?.last === (columns[0]?.first ?? 0) + 6 ? 'week' : 'month';
  const overFact: Fact =
    over.length === 0
      ? { label: 'Over capacity', value: 'Nobody', state: 'on-track' }
      : {
          label: 'Over capacity',
          value: over.length === 1 ? '1 person' : `${String(over.length)} people`,
          note: countText(count, unit),
        };
  return [overFact, worstFact(rows, columns), freeFact(analysis, loads)].filter((fact) => fact !== undefined);
}

function worstFact(rows: readonly CapacityRow[], columns: readonly ColumnDays[]): Fact | undefined {
  let worst: { readonly value: string; readonly percent: number; readonly row: CapacityRow } | undefined;
  for (const row of rows) {
    row.cells.forEach(({ kind, percent = 0 }, index) => {
      if (kind !== 'over' || percent <= (worst?.percent ?? 0)) return;
      worst = { percent, row, value: `${row.shortName}, ${columns[index]?.name ?? ''}, ${String(percent)} %` };
    });
  }
  return worst && known({ label: 'Worst', value: worst.value, state: 'off-track' as const, entry: worst.row.entry });
}

/** What all of them together can still take on in the next month. */
function freeFact({ today }: PlanAnalysis, loads: readonly PersonLoad[]): Fact | undefined {
  const limited = loads.filter(({ isLimited }) => isLimited);
  const [first] = limited;
  if (!first) return undefined;
  const month = today.with({ day: 1 }).add({ months: 1 });
  const [from, to] = [epochDay(month), epochDay(month.with({ day: month.daysInMonth }))];
  const days = limited.reduce((sum, load) => {
    const { demand, capacity = 0 } = load.between(from, to);
    return sum + Math.max(0, capacity - demand) / load.minutesPerDay;
  }, 0);
  return { label: `Free in ${monthName(month.month)}`, value: effortText(days, first.minutesPerDay) };
}

/** Makes the row of one person. */
class PersonRow {
  readonly #work: CapacityWork[] = [];
  readonly #places = new Map<Item, number>();

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: ProjectFile,
    private readonly load: PersonLoad,
  ) {}

  row(columns: readonly ColumnDays[]): CapacityRow {
    const { plan } = this.analysis;
    const { id, isLimited } = this.load;
    const { kind, capacity } = plan.people.fields(id);
    const name = plan.people.name(id).replace(/\s+/g, ' ').trim() || id;
    const [definition] = plan.people.definitions(id);
    const cells = isLimited ? columns.map((column) => this.#cell(column)) : [];
    return known({
      id,
      name,
      shortName: isLimited ? name.replace(/ .*/s, '') : name,
      note: isLimited ? `${String(capacity?.value ?? 100)} % of full time` : (kind?.value ?? 'person'),
      entry: definition && entryOf(definition),
      cells,
      unlimited: isLimited ? undefined : this.#unlimited(columns),
      work: this.#work,
    });
  }

  #cell({ first, last }: ColumnDays): CapacityCell {
    const { demand, capacity = 0 } = this.load.between(first, last);
    const share = capacity > 0 ? demand / capacity : undefined;
    const kind = kindOf(demand, capacity);
    const parts = this.#asked(first, last).map(({ item, file, minutes }) =>
      known({
        work: this.#place(item, file),
        percent: capacity > 0 ? Math.round((minutes / capacity) * 100) : undefined,
        text: hoursText(minutes),
      }),
    );
    return known({
      kind,
      percent: share === undefined ? undefined : percentOf(share, kind),
      text: cellText(kind, demand, capacity),
      parts,
    });
  }

  /** What each item asks for in some days, the most first. */
  #asked(
    first: number,
    last: number,
  ): readonly { readonly item: Item; readonly file: ProjectFile; readonly minutes: number }[] {
    const asked = new Map<Item, { item: Item; file: ProjectFile; minutes: number }>();
    for (const booking of this.load.bookings) {
      const minutes = daysAskedBetween(booking, first, last) * this.load.minutesPerDay;
      if (minutes <= 0) continue;
      const same = asked.get(booking.item);
      if (same) same.minutes += minutes;
      else asked.set(booking.item, { item: booking.item, file: booking.file, minutes });
    }
    return [...asked.values()].sort((one, other) => other.minutes - one.minutes);
  }

  #place(item: Item, file: ProjectFile): number {
    const placed = this.#places.get(item);
    if (placed !== undefined) return placed;
    const place = this.#work.length;
    this.#places.set(item, place);
    this.#work.push(
      known({
        entry: entryOf(item),
        title: titleOf(item),
        project: textOf(file.root?.fields.project) ?? file.id,
        isElsewhere: file !== this.file || undefined,
      }),
    );
    return place;
  }

  #unlimited(columns: readonly ColumnDays[]): string {
    const [first, last] = [columns[0]?.first ?? 0, columns.at(-1)?.last ?? -1];
    const { demand } = this.load.between(first, last);
    for (const { item, file } of this.#asked(first, last)) this.#place(item, file);
    const { minutesPerDay } = this.load;
    return demand > 0
      ? `No limit: ${effortText(demand / minutesPerDay, minutesPerDay)} of work planned`
      : 'No work planned';
  }
}

function kindOf(demand: number, capacity: number): CellKind {
  if (demand > capacity * (1 + roundingError)) return 'over';
  if (capacity === 0) return 'away';
  return demand > 0 ? 'planned' : 'free';
}

/** What is over is never said as 100 %, nor what is not as more. */
function percentOf(share: number, kind: CellKind): number {
  const percent = Math.round(share * 100);
  return kind === 'over' ? Math.max(101, percent) : Math.min(100, percent);
}

function cellText(kind: CellKind, demand: number, capacity: number): string {
  if (kind === 'away') return 'away';
  if (capacity === 0) return `away, ${hoursText(demand)} planned`;
  if (kind === 'free') return `0 %: ${hoursText(capacity)} free`;
  const percent = percentOf(demand / capacity, kind);
  return `${String(percent)} %: ${hoursText(demand)} planned of ${hoursText(capacity)}`;
}

/** `38.4 h`, `120 h` */
function hoursText(minutes: number): string {
  const hours = minutes / 60;
  return `${String(hours < 100 ? Math.round(hours * 10) / 10 : Math.round(hours))} h`;
}
