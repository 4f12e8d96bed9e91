import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Instant } from '../calendar';
import { itemTree, topItems } from '../lineage';
import { criticalPath } from '../network/criticalPath';
import { noInstant } from '../network/links';
import { serialSchedule } from '../placement/serialSchedule';
import { bookingsOf } from './bookings';
import type { ConnectedFiles } from './connectedFiles';
import { Drivers } from './drivers';
import { earlierSchedule } from './earlierSchedule';
import { feasibleProblem } from './feasibleProblem';
import { programMilestones, type FileNetwork } from './fileNetwork';
import { planNetwork } from './planNetwork';
import type { WorkNodes } from './planNodes';
import { ParentWork, SingleWork, type WorkSource } from './planWork';
import type { Frame } from './projectFrame';
import type { Booking, ChainLink, Driver, ScheduledWork } from './scheduledWork';
import { Unknowns } from './unknowns';
import type { ScheduleNumbers } from './workDates';
import { qualifiedId } from './workName';

/** A link of a chain, and the work that comes before it. */
interface ChainStep {
  readonly link: ChainLink;
  readonly before: Work | undefined;
}

/** The network of a file in the part that it belongs to. */
export interface PlacedFile {
  readonly part: SchedulePart;
  readonly network: FileNetwork;
  /** By how much the indices of its activities are moved in the network of the part. */
  readonly offset: number;
}

/**
 * When work that is connected takes place: the schedule of some files of a plan that nothing connects with the others.
 * Immutable: it follows from the networks of its files and the day alone, so that it holds in every version of the plan
 * that has the same. The numbers are worked out when something is first asked, what is said of each piece of work when
 * it is asked for.
 */
export class SchedulePart implements ConnectedFiles {
  readonly #known = new Map<Work, ScheduledWork>();
  readonly #ofFiles = new Map<PlanFile, readonly ScheduledWork[]>();
  readonly #steps = new Map<Work, ChainStep>();
  readonly #placed = new Map<string, PlacedFile>();
  #before: SchedulePart | undefined;
  #source: WorkSource | undefined;
  #bookings: ReadonlyMap<PlanFile, readonly Booking[]> | undefined;

  /**
   * @param today the first instant of the day
   * @param before a part of an earlier schedule that is much like this one
   */
  constructor(
    readonly files: readonly FileNetwork[],
    private readonly today: Instant,
    before?: SchedulePart,
  ) {
    // One that was never asked for anything gives what it was given itself: none holds on to all that came before it.
    this.#before = before && (before.#source ? before : before.#before);
    let offset = 0;
    for (const network of files) {
      this.#placed.set(network.frame.file.uri, { part: this, network, offset });
      offset += network.nodes.length;
    }
  }

  get numbers(): ScheduleNumbers {
    return this.#given.numbers;
  }

  /** Undefined for a file of another part. */
  placed({ uri }: Pick<PlanFile, 'uri'>): PlacedFile | undefined {
    return this.#placed.get(uri);
  }

  /** Undefined for work of another part. */
  of(work: Work): ScheduledWork | undefined {
    const known = this.#known.get(work);
    if (known) return known;
    const placed = this.#placed.get(work.uri);
    if (!placed) return undefined;
    const nodes = this.numbers.network.nodesOf.get(work);
    const scheduled = nodes ? this.#scheduled(work, nodes) : dropped(work, placed.network.frame);
    this.#known.set(work, scheduled);
    return scheduled;
  }

  /** The work of one of the files, in source order: items in their tree, then milestones. */
  in(file: PlanFile): readonly ScheduledWork[] {
    const known = this.#ofFiles.get(file);
    if (known) return known;
    const scheduled = worksOf(file).flatMap((work) => this.of(work) ?? []);
    this.#ofFiles.set(file, scheduled);
    return scheduled;
  }

  bookings(file: PlanFile): readonly Booking[] {
    return (this.#bookings ??= bookingsOf(this.numbers)).get(file) ?? [];
  }

  /** See {@link Schedule.chain}. */
  chain(work: Work, longest: number): readonly ChainLink[] {
    const chain: ChainLink[] = [];
    const seen = new Set<Work>();
    for (let next: Work | undefined = work; next && !seen.has(next) && chain.length < longest;) {
      seen.add(next);
      const step = this.#step(next);
      if (!step) break;
      chain.push(step.link);
      next = step.before;
    }
    return chain.reverse();
  }

  /** See {@link Schedule.allowedStart}. */
  allowedStart(work: Work): { readonly instant: number; readonly driver: Driver } | undefined {
    const index = this.numbers.network.nodesOf.get(work)?.start ?? -1;
    const instant = this.numbers.dates.allowedStart[index] ?? noInstant;
    return instant === noInstant ? undefined : { instant, driver: this.#given.drivers.ofAllowedStart(index) };
  }

  get #given(): WorkSource {
    return (this.#source ??= this.#workOut());
  }

  #workOut(): WorkSource {
    const { today } = this;
    const network = planNetwork(this.files, today);
    const dates = criticalPath(network.activities);
    const before = this.#before;
    this.#before = undefined;
    const feasible = feasibleProblem(network, dates, today, before?.numbers.feasible.shifts);
    const earlier = before && earlierSchedule(network, feasible, before.numbers);
    const placement = serialSchedule(feasible.problem, earlier);
    const numbers = { network, dates, feasible, placement, today };
    const [drivers, unknowns] = [new Drivers(numbers), new Unknowns(numbers)];
    return { numbers, drivers, unknowns, of: (work) => this.of(work) };
  }

  #scheduled(work: Work, nodes: WorkNodes): ScheduledWork {
    const isParent = work.kind === 'item' && nodes.start !== nodes.finish && nodes.whole < 0;
    return isParent ? new ParentWork(this.#given, work, nodes) : new SingleWork(this.#given, work, nodes);
  }

  /** One step back along a chain. Many chains share their beginnings, and what a link says takes a while to put. */
  #step(work: Work): ChainStep | undefined {
    const known = this.#steps.get(work);
    if (known) return known;
    const scheduled = this.of(work);
    const driver = scheduled?.driver;
    if (!driver) return undefined;
    const step = { link: { scheduled, driver }, before: this.#workBefore(driver) };
    this.#steps.set(work, step);
    return step;
  }

  /** What led to what a driver sets: of a parent whose end is waited for, the work with which it ends. */
  #workBefore({ kind, work, isStart }: Driver): Work | undefined {
    // A parent that states a start is the first cause; it does not take place before its child.
    if (!work || kind === 'parent') return undefined;
    return kind === 'child' || isStart === true ? work : this.#lastPart(work);
  }

  /** What of a parent ends last: whoever waits for it waits for that. Anything else is that itself. */
  #lastPart(work: Work): Work {
    const { network, placement } = this.numbers;
    const nodes = network.nodesOf.get(work);
    if (!nodes || nodes.start === nodes.finish) return work;
    const link = placement.latestLink[nodes.finish] ?? -1;
    if (network.links[link]?.reason !== 'part') return work;
    const from = network.nodes[network.activities.links.from[link] ?? -1]?.work;
    return from && from !== work ? this.#lastPart(from) : work;
  }
}

function dropped(work: Work, { file, calendar }: Frame): ScheduledWork {
  const own = { work, kind: work.kind, file, calendar, qualifiedId: qualifiedId(work, file) };
  return { ...own, critical: false, dropped: true };
}

/** The work of a file in source order: items in their tree, then milestones, those of programs too. */
function worksOf(file: PlanFile): readonly Work[] {
  if (file.kind !== 'project') return programMilestones(file);
  return [...itemTree(topItems(file)), ...(file.root?.fields.milestones?.value ?? [])];
}
