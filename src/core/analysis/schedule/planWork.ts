import type { Item } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Instant, WorkingCalendar } from '../calendar';
import { childItems } from '../lineage';
import { noInstant } from '../network/links';
import type { FileSchedule, FileSource } from './fileSchedule';
import { isEndAlone, type PlanNode, type WorkNodes } from './planNodes';
import type { Dates, Driver, ScheduledWork, Unknown } from './scheduledWork';
import { waitsForUnknown } from './unknowns';
import { feasibleDates, networkPart, shownPoint, type NetworkPart } from './workDates';
import { qualifiedId, workName } from './workName';

/**
 * Work that is one activity, or planned as one. Dates and floats are read once, when they are first asked for; what is
 * said of them is put into words each time.
 */
export class SingleWork implements ScheduledWork {
  readonly dropped = false;
  readonly #schedule: FileSchedule;
  readonly #nodes: WorkNodes;
  #part: NetworkPart | undefined;
  /** Null until it is read. */
  #dates: Dates | undefined | null = null;

  constructor(
    schedule: FileSchedule,
    readonly work: Work,
    nodes: WorkNodes,
  ) {
    this.#schedule = schedule;
    this.#nodes = nodes;
  }

  get kind(): 'item' | 'milestone' {
    return this.work.kind;
  }

  get file(): PlanFile {
    return this.#schedule.network.frame.file;
  }

  get calendar(): WorkingCalendar {
    return this.#schedule.network.frame.calendar;
  }

  get qualifiedId(): string {
    return qualifiedId(this.work, this.file);
  }

  get start(): Instant | undefined {
    const dates = this.#feasible;
    if (dates) return this.#isEndAlone ? undefined : dates.start;
    const stated = Math.max(this.#node?.timing?.since ?? noInstant, this.#node?.fixedStart ?? noInstant);
    return stated === noInstant ? undefined : stated;
  }

  get finish(): Instant | undefined {
    return this.#feasible?.finish;
  }

  get point(): 'start' | 'finish' | undefined {
    const dates = this.#feasible;
    return dates && shownPoint(this.#source.numbers, this.#index, dates);
  }

  get early(): Dates | undefined {
    return this.#inNetwork.early;
  }

  get late(): Dates | undefined {
    return this.#inNetwork.late;
  }

  get totalFloat(): number | undefined {
    return this.#inNetwork.totalFloat;
  }

  get freeFloat(): number | undefined {
    return this.#inNetwork.freeFloat;
  }

  get critical(): boolean {
    return this.#inNetwork.critical;
  }

  get driver(): Driver | undefined {
    const isKnown = this.#feasible !== undefined && !this.#isEndAlone;
    return isKnown ? this.#source.drivers.ofPlacement(this.#index) : undefined;
  }

  get unknown(): Unknown | undefined {
    if (this.#feasible && this.#isEndAlone)
      return { kind: 'no-length', why: 'has an end, but neither a start, an estimate nor a duration' };
    return this.#source.unknowns.of(this.#index);
  }

  get #source(): FileSource {
    return this.#schedule.source;
  }

  get #index(): number {
    const { start, whole } = this.#nodes;
    return this.#source.offset + (whole >= 0 ? whole : start);
  }

  get #node(): PlanNode | undefined {
    return this.#source.numbers.network.nodes[this.#index];
  }

  get #feasible(): Dates | undefined {
    if (this.#dates === null) this.#dates = feasibleDates(this.#source.numbers, this.#index);
    return this.#dates;
  }

  get #inNetwork(): NetworkPart {
    return (this.#part ??= networkPart(this.#source.numbers, this.#index, this.calendar));
  }

  get #isEndAlone(): boolean {
    const node = this.#node;
    return node !== undefined && isEndAlone(node);
  }
}

/** A parent starts with its first child and ends with its last. */
export class ParentWork implements ScheduledWork {
  readonly kind = 'item';
  readonly dropped = false;
  readonly #schedule: FileSchedule;
  readonly #nodes: WorkNodes;
  #part: NetworkPart | undefined;
  #parts: readonly ScheduledWork[] | undefined;

  constructor(
    schedule: FileSchedule,
    readonly work: Item,
    nodes: WorkNodes,
  ) {
    this.#schedule = schedule;
    this.#nodes = nodes;
  }

  get file(): PlanFile {
    return this.#schedule.network.frame.file;
  }

  get calendar(): WorkingCalendar {
    return this.#schedule.network.frame.calendar;
  }

  get qualifiedId(): string {
    return qualifiedId(this.work, this.file);
  }

  get start(): Instant | undefined {
    return this.unknown ? undefined : this.#first?.start;
  }

  get finish(): Instant | undefined {
    return this.unknown ? undefined : this.#source.numbers.placement.finish[this.#end];
  }

  get early(): Dates | undefined {
    return this.#datesOf('early');
  }

  get late(): Dates | undefined {
    return this.#datesOf('late');
  }

  get totalFloat(): number | undefined {
    return this.early && this.#inNetwork.totalFloat;
  }

  get freeFloat(): number | undefined {
    return this.early && this.#inNetwork.freeFloat;
  }

  get critical(): boolean {
    return this.#inNetwork.critical;
  }

  get driver(): Driver | undefined {
    const first = this.#first?.work;
    return this.unknown || !first ? undefined : { kind: 'child', work: first, why: `starts with ${workName(first)}` };
  }

  /** What makes the end unknown, else (of children whose end alone is known) the start. */
  get unknown(): Unknown | undefined {
    const unknown = this.#source.unknowns.of(this.#end);
    const child = unknown ? undefined : this.#children.find((each) => each.unknown)?.work;
    return child ? waitsForUnknown(child) : unknown;
  }

  get #source(): FileSource {
    return this.#schedule.source;
  }

  get #end(): number {
    return this.#source.offset + this.#nodes.finish;
  }

  get #inNetwork(): NetworkPart {
    return (this.#part ??= networkPart(this.#source.numbers, this.#end, this.calendar));
  }

  get #children(): readonly ScheduledWork[] {
    return (this.#parts ??= childItems(this.work).flatMap((child) => {
      const scheduled = this.#schedule.of(child);
      return scheduled.dropped ? [] : [scheduled];
    }));
  }

  /** The child that starts first; of several, the first in source order. */
  get #first(): ScheduledWork | undefined {
    return this.#children.reduce<ScheduledWork | undefined>(
      (first, other) => (first?.start !== undefined && !((other.start ?? Infinity) < first.start) ? first : other),
      undefined,
    );
  }

  #datesOf(kind: 'early' | 'late'): Dates | undefined {
    const end = this.#inNetwork[kind];
    const start = this.#children.reduce((first, child) => Math.min(first, child[kind]?.start ?? Infinity), Infinity);
    return end && start < Infinity ? { start, finish: end.finish } : undefined;
  }
}
