import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { atOnce, type Stepwise } from '../../stepwise';
import { startOf, type Instant } from '../calendar';
import type { PlanOnDay } from '../planOnDay';
import { connectedFiles, keptParts } from './connectedFiles';
import { fileNetworks, readingNetworks, type FileNetwork } from './fileNetwork';
import { findingFinishes, type Finishes } from './finishes';
import { PlannedPart } from './plannedPart';
import type { Booked, Booking, ChainLink, Dates, Driver, Schedule, ScheduledWork } from './scheduledWork';
import { SchedulePart } from './schedulePart';
import type { ShownFinish } from './shownDates';

type FileNetworks = ReadonlyMap<PlanFile, FileNetwork>;

/** When work was planned to take place: what the network of a plan has without actual dates, progress and today. */
interface Planned {
  readonly networks: FileNetworks;
  readonly parts: readonly PlannedPart[];
  readonly partOf: ReadonlyMap<string, PlannedPart>;
}

/**
 * When everything of a plan takes place: early and late dates from the network of all its projects (see
 * `criticalPath`), and feasible dates by serial placement within the time that people have (see `serialSchedule`).
 *
 * An edit re-computes what it can reach. Each file is read as a network of its own, which is kept for as long as
 * nothing changes that it was read from (see {@link FileNetwork}). Files between which there is a link, or somebody who
 * has to share their time between them, are one part of the plan (see `connectedFiles`), and each part is worked out by
 * itself, when something in it is first asked for. The schedule of the version before is where a new one looks first: a
 * part of the very same networks is the very same part, with all that has been worked out in it. That is all there is
 * to it: nothing that is kept is ever changed, and what has changed in any way is worked out anew.
 */
export class PlanSchedule implements Schedule {
  /** In the order of their first files. */
  readonly parts: readonly SchedulePart[];
  readonly #networks: FileNetworks;
  readonly #partOf: ReadonlyMap<string, SchedulePart>;
  readonly #today: Instant;
  readonly #bookings: Partial<Record<keyof Booked, readonly Booking[]>> = {};
  #planned: Planned | undefined;
  #plannedBefore: Planned | undefined;

  /**
   * Reads the files of a plan bit by bit.
   *
   * @param before the schedule of another version of the plan, from which is taken what holds in this one too
   */
  static *reading(planOnDay: PlanOnDay, before?: PlanSchedule): Stepwise<PlanSchedule> {
    const networks = yield* readingNetworks(planOnDay, 'today', before && before.#networks);
    yield;
    return new PlanSchedule(planOnDay, networks, before);
  }

  private constructor(
    private readonly planOnDay: PlanOnDay,
    networks: FileNetworks,
    before?: PlanSchedule,
  ) {
    const today = startOf(planOnDay.today) ?? 0;
    this.#today = today;
    this.#networks = networks;
    const connected = connectedFiles([...networks.values()], 'links-and-people');
    this.parts = keptParts(connected, before?.parts ?? [], (files) => {
      return new SchedulePart(files, today, before?.closestPart(files));
    });
    this.#partOf = byFile(this.parts);
    this.#plannedBefore = before && (before.#planned ?? before.#plannedBefore);
  }

  /** Works out all parts bit by bit. What is asked meanwhile is answered at once all the same. */
  *working(): Stepwise<void> {
    for (const part of this.parts) yield* part.working();
  }

  /** Finds bookings bit by bit. */
  *booking(which: keyof Booked): Stepwise<readonly Booking[]> {
    const known = this.#bookings[which];
    if (known) return known;
    yield* this.working();
    const bookings: Booking[] = [];
    for (const file of this.#networks.keys()) {
      for (const one of this.partOf(file)?.file(file)?.[which] ?? []) bookings.push(one);
      yield;
    }
    return (this.#bookings[which] ??= bookings);
  }

  /** How many activities the files of the plan have. */
  get size(): number {
    return [...this.#networks.values()].reduce((sum, { nodes }) => sum + nodes.length, 0);
  }

  /** The part of a file; undefined for one that has no work. */
  partOf({ uri }: Pick<PlanFile, 'uri'>): SchedulePart | undefined {
    return this.#partOf.get(uri);
  }

  of(work: Work): ScheduledWork | undefined {
    return this.partOf(work)?.file(work)?.of(work);
  }

  /** The feasible finish of work alone: the same as `of` has it, for whoever asks it of every item of a plan. */
  finish(work: Work): ShownFinish | undefined {
    return this.partOf(work)?.file(work)?.finish(work);
  }

  /** The same of a lot of work of one file, bit by bit. */
  *finishing(file: PlanFile, works: readonly Work[]): Stepwise<Finishes> {
    return yield* findingFinishes(works, this.partOf(file)?.file(file));
  }

  in(file: PlanFile): readonly ScheduledWork[] {
    return this.partOf(file)?.file(file)?.all ?? [];
  }

  span(file: PlanFile): Dates | undefined {
    let [first, last] = [Infinity, -Infinity];
    for (const { start = Infinity, finish = -Infinity } of this.in(file)) {
      first = Math.min(first, start);
      last = Math.max(last, finish);
    }
    return first <= last ? { start: first, finish: last } : undefined;
  }

  chain(work: Work, longest = Infinity): readonly ChainLink[] {
    return this.partOf(work)?.chain(work, longest) ?? [];
  }

  allowedStart(work: Work): { readonly instant: Instant; readonly driver: Driver } | undefined {
    return this.partOf(work)?.allowedStart(work);
  }

  /** The part that has most of some files, by their names. */
  closestPart(files: readonly FileNetwork[]): SchedulePart | undefined {
    const counts = new Map<SchedulePart, number>();
    let closest: SchedulePart | undefined;
    for (const { frame } of files) {
      const part = this.partOf(frame.file);
      if (!part) continue;
      counts.set(part, (counts.get(part) ?? 0) + 1);
      if (!closest || (counts.get(part) ?? 0) > (counts.get(closest) ?? 0)) closest = part;
    }
    return closest;
  }

  /** To be called when words of the plan are others: what has been put into words is put anew. */
  forgetWords(): void {
    for (const part of this.parts) part.forgetWords();
  }

  get bookings(): readonly Booking[] {
    return atOnce(this.booking('bookings'));
  }

  get statedBookings(): readonly Booking[] {
    return atOnce(this.booking('statedBookings'));
  }

  planned(work: Work): Dates | undefined {
    const { partOf } = (this.#planned ??= this.#asPlanned());
    return partOf.get(work.uri)?.dates(work);
  }

  #asPlanned(): Planned {
    const before = this.#plannedBefore;
    this.#plannedBefore = undefined;
    const networks = fileNetworks(this.planOnDay, 'planned', before?.networks);
    const connected = connectedFiles([...networks.values()], 'links');
    const parts = keptParts(connected, before?.parts ?? [], (files) => new PlannedPart(files, this.#today));
    return { networks, parts, partOf: byFile(parts) };
  }
}

/** Parts by the URIs of their files. */
function byFile<P extends { readonly files: readonly FileNetwork[] }>(parts: readonly P[]): ReadonlyMap<string, P> {
  return new Map(parts.flatMap((part) => part.files.map(({ frame }) => [frame.file.uri, part])));
}
