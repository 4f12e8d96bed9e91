import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { SharedWork, type Stepwise } from '../../stepwise';
import type { Instant } from '../calendar';
import { findingCriticalPath } from '../network/criticalPath';
import { noInstant } from '../network/links';
import { topologyOf } from '../network/topology';
import { placing } from '../placement/serialSchedule';
import type { ConnectedFiles } from './connectedFiles';
import { Drivers } from './drivers';
import { EarlierPart } from './earlierPart';
import { findingProblem } from './feasibleProblem';
import type { FileNetwork } from './fileNetwork';
import { FileSchedule, type FileSource } from './fileSchedule';
import { joiningNetworks } from './planNetwork';
import type { ChainLink, Driver } from './scheduledWork';
import { isUnchanged } from './unchangedFile';
import { Unknowns } from './unknowns';
import type { ScheduleNumbers } from './workDates';

/** A link of a chain, and the work that comes before it. */
interface ChainStep {
  readonly link: ChainLink;
  readonly before: Work | undefined;
}

/** What has been worked out of a part. */
interface Known {
  readonly numbers: ScheduleNumbers;
  readonly drivers: Drivers;
  /** By the URIs of the files. */
  readonly schedules: ReadonlyMap<string, FileSchedule>;
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
  readonly #placed = new Map<string, PlacedFile>();
  readonly #steps = new Map<Work, ChainStep>();
  #before: SchedulePart | undefined;
  readonly #known = new SharedWork(() => this.#workingOut());

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
    this.#before = before && (before.#known.done ? before : before.#before);
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

  /** Undefined for a file of another part. */
  file({ uri }: Pick<PlanFile, 'uri'>): FileSchedule | undefined {
    return this.#given.schedules.get(uri);
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

  /** See {@link PlanSchedule.forgetWords}. */
  forgetWords(): void {
    this.#steps.clear();
  }

  /**
   * Works it out bit by bit, together with whoever does so too. Ends at once where that is done. Whoever asks for
   * anything meanwhile has the rest of it worked out at once.
   */
  *working(): Stepwise<void> {
    yield* this.#known.steps();
  }

  get #given(): Known {
    return this.#known.result;
  }

  *#workingOut(): Stepwise<Known> {
    const { files, today } = this;
    const before = this.#before && this.#before.#known.done;
    const network = yield* joiningNetworks(files, today);
    const topology = topologyOf(network.activities.count, network.activities.links);
    yield;
    const dates = yield* findingCriticalPath(network.activities, topology);
    const earlier = before && new EarlierPart(network, before.numbers);
    yield;
    const feasible = yield* findingProblem(network, dates, today, earlier?.known);
    yield;
    const placement = yield* placing(feasible.problem, earlier?.scheduleFor(feasible), topology);
    const numbers = { network, dates, feasible, placement, today };
    const drivers = new Drivers(numbers);
    const source = { numbers, drivers, unknowns: new Unknowns(numbers) };
    const schedules = new Map<string, FileSchedule>();
    for (const [uri, { network: file, offset }] of this.#placed) {
      schedules.set(uri, fileSchedule(file, { ...source, offset }, before?.schedules.get(uri)));
      yield;
    }
    this.#before = undefined;
    return { numbers, drivers, schedules };
  }

  /** One step back along a chain. Many chains share their beginnings, and what a link says takes a while to put. */
  #step(work: Work): ChainStep | undefined {
    const known = this.#steps.get(work);
    if (known) return known;
    const scheduled = this.file(work)?.of(work);
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

/** What is said of a file: by the schedule that was there before, where it says the very same. */
function fileSchedule(network: FileNetwork, source: FileSource, before: FileSchedule | undefined): FileSchedule {
  if (before?.network !== network || !isUnchanged(network, source, before.source))
    return new FileSchedule(network, source);
  before.moveTo(source);
  return before;
}
