import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { itemTree, topItems } from '../lineage';
import { bookingsOf, statedBookingsOf } from './bookings';
import type { Drivers } from './drivers';
import type { FileNetwork } from './fileNetwork';
import { programMilestones } from './projectFrame';
import { ParentWork, SingleWork } from './planWork';
import type { Booking, ScheduledWork } from './scheduledWork';
import type { Unknowns } from './unknowns';
import { shownFinishOf, type ShownFinish } from './shownDates';
import { feasibleDates, shownPoint, type ScheduleNumbers } from './workDates';
import { qualifiedId } from './workName';

/** What the work of a file is read from. */
export interface FileSource {
  readonly numbers: ScheduleNumbers;
  readonly drivers: Drivers;
  readonly unknowns: Unknowns;
  /** By how much the indices of the activities of the file are moved in these numbers. */
  readonly offset: number;
}

/** The schedule of the work of one file. Immutable; what is said of each piece of work is read when it is asked for. */
export class FileSchedule {
  readonly #known = new Map<Work, ScheduledWork>();
  #source: FileSource;
  #all: readonly ScheduledWork[] | undefined;
  #bookings: readonly Booking[] | undefined;
  #statedBookings: readonly Booking[] | undefined;

  constructor(
    readonly network: FileNetwork,
    source: FileSource,
  ) {
    this.#source = source;
  }

  get source(): FileSource {
    return this.#source;
  }

  /**
   * Reads on from the numbers of another version of the plan, which say the very same of this file: so what is kept of
   * one version does not hold on to all of it.
   */
  moveTo(source: FileSource): void {
    this.#source = source;
  }

  of(work: Work): ScheduledWork {
    const known = this.#known.get(work);
    if (known) return known;
    const scheduled = this.#scheduled(work);
    this.#known.set(work, scheduled);
    return scheduled;
  }

  /** See {@link PlanSchedule.finish}. */
  finish(work: Work): ShownFinish | undefined {
    const nodes = this.network.entries.get(work);
    if (nodes?.start !== nodes?.finish) return shownFinishOf(this.of(work));
    const { numbers, offset } = this.#source;
    const index = offset + (nodes?.start ?? 0);
    const dates = nodes && feasibleDates(numbers, index);
    return dates && shownFinishOf({ finish: dates.finish, point: shownPoint(numbers, index, dates) });
  }

  /** In source order: items in their tree, then milestones. */
  get all(): readonly ScheduledWork[] {
    return (this.#all ??= worksOf(this.network.frame.file).map((work) => this.of(work)));
  }

  get bookings(): readonly Booking[] {
    const { numbers, offset } = this.#source;
    return (this.#bookings ??= bookingsOf(this.network, numbers, offset));
  }

  /** Of these, what stated dates and work in progress ask for. */
  get statedBookings(): readonly Booking[] {
    const { numbers, offset } = this.#source;
    return (this.#statedBookings ??= statedBookingsOf(this.network, numbers, offset));
  }

  #scheduled(work: Work): ScheduledWork {
    const { entries, frame } = this.network;
    const nodes = entries.get(work);
    if (!nodes) {
      const { file, calendar } = frame;
      const own = { work, kind: work.kind, file, calendar, qualifiedId: qualifiedId(work, file) };
      return { ...own, critical: false, dropped: true };
    }
    const isParent = work.kind === 'item' && nodes.start !== nodes.finish && nodes.whole < 0;
    return isParent ? new ParentWork(this, work, nodes) : new SingleWork(this, work, nodes);
  }
}

/** The work of a file in source order: items in their tree, then milestones, those of programs too. */
function worksOf(file: PlanFile): readonly Work[] {
  if (file.kind !== 'project') return programMilestones(file);
  return [...itemTree(topItems(file)), ...(file.root?.fields.milestones?.value ?? [])];
}
