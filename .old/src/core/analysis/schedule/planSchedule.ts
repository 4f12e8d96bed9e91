import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { calendarOf, startOf } from '../calendar';
import { itemTree, topItems } from '../lineage';
import { criticalPath } from '../network/criticalPath';
import type { NetworkDates } from '../network/activityNetwork';
import { noInstant } from '../network/links';
import { serialSchedule } from '../placement/serialSchedule';
import type { PlanOnDay } from '../planOnDay';
import { bookingsOf } from './bookings';
import { Drivers } from './drivers';
import { feasibleProblem } from './feasibleProblem';
import { planNetwork, programMilestones, type PlanNetwork } from './planNetwork';
import type { WorkNodes } from './planNodes';
import { ParentWork, SingleWork, type WorkSource } from './planWork';
import type { Booking, ChainLink, Dates, Driver, Schedule, ScheduledWork } from './scheduledWork';
import { Unknowns } from './unknowns';
import { earlyStartIn, type ScheduleNumbers } from './workDates';
import { qualifiedId } from './workName';

/** A link of a chain, and the work that comes before it. */
interface ChainStep {
  readonly link: ChainLink;
  readonly before: Work | undefined;
}

/**
 * When everything of a plan takes place: early and late dates from the network of all its projects (see
 * `criticalPath`), and feasible dates by serial placement within the time that people have (see `serialSchedule`). The
 * numbers are worked out at once, what is said of each piece of work when it is asked for.
 */
export class PlanSchedule implements Schedule {
  readonly numbers: ScheduleNumbers;
  readonly #known = new Map<Work, ScheduledWork>();
  readonly #steps = new Map<Work, ChainStep>();
  readonly #source: WorkSource;
  #bookings: readonly Booking[] | undefined;
  #planned: { readonly network: PlanNetwork; readonly dates: NetworkDates } | undefined;

  constructor(private readonly planOnDay: PlanOnDay) {
    const today = startOf(planOnDay.today) ?? 0;
    const network = planNetwork(planOnDay, 'today');
    const dates = criticalPath(network.activities);
    const feasible = feasibleProblem(network, dates, today);
    this.numbers = { network, dates, feasible, placement: serialSchedule(feasible.problem), today };
    this.#source = {
      numbers: this.numbers,
      drivers: new Drivers(planOnDay.plan, this.numbers),
      unknowns: new Unknowns(planOnDay.plan, this.numbers),
      of: (work) => this.of(work),
    };
  }

  of(work: Work): ScheduledWork | undefined {
    const known = this.#known.get(work);
    if (known) return known;
    const file = this.planOnDay.plan.fileOf(work);
    if (!file) return undefined;
    const nodes = this.numbers.network.nodesOf.get(work);
    const scheduled = nodes ? this.#scheduled(work, nodes) : this.#dropped(work, file);
    this.#known.set(work, scheduled);
    return scheduled;
  }

  in(file: PlanFile): readonly ScheduledWork[] {
    return worksOf(file).flatMap((work) => this.of(work) ?? []);
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

  allowedStart(work: Work): { readonly instant: number; readonly driver: Driver } | undefined {
    const index = this.numbers.network.nodesOf.get(work)?.start ?? -1;
    const instant = this.numbers.dates.allowedStart[index] ?? noInstant;
    return instant === noInstant ? undefined : { instant, driver: this.#source.drivers.ofAllowedStart(index) };
  }

  get bookings(): readonly Booking[] {
    return (this.#bookings ??= bookingsOf(this.numbers));
  }

  planned(work: Work): Dates | undefined {
    const { network, dates } = (this.#planned ??= this.#asPlanned());
    const start = earlyStartIn(network, dates, work);
    const finish = dates.earlyFinish[network.nodesOf.get(work)?.finish ?? -1] ?? noInstant;
    return start === noInstant || finish === noInstant ? undefined : { start, finish };
  }

  /** One step back along a chain. Many chains share their beginnings, and what a link says takes a while to put. */
  #step(work: Work): ChainStep | undefined {
    const known = this.#steps.get(work);
    if (known) return known;
    const scheduled = this.of(work);
    const driver = scheduled?.driver;
    if (!driver) return undefined;
    const step = { link: { scheduled, driver }, before: this.#before(driver) };
    this.#steps.set(work, step);
    return step;
  }

  #asPlanned(): { readonly network: PlanNetwork; readonly dates: NetworkDates } {
    const network = planNetwork(this.planOnDay, 'planned');
    return { network, dates: criticalPath(network.activities) };
  }

  #scheduled(work: Work, nodes: WorkNodes): ScheduledWork {
    const isParent = work.kind === 'item' && nodes.start !== nodes.finish && nodes.whole < 0;
    return isParent ? new ParentWork(this.#source, work, nodes) : new SingleWork(this.#source, work, nodes);
  }

  #dropped(work: Work, file: PlanFile): ScheduledWork {
    const { plan, publicHolidays } = this.planOnDay;
    const calendar = calendarOf(plan, file.kind === 'project' ? file : undefined, publicHolidays);
    const own = { work, kind: work.kind, file, calendar, qualifiedId: qualifiedId(work, file) };
    return { ...own, critical: false, dropped: true };
  }

  /** What led to what a driver sets: of a parent whose end is waited for, the work with which it ends. */
  #before({ kind, work, isStart }: Driver): Work | undefined {
    // A parent that states a start is the first cause; it does not take place before its child.
    if (!work || kind === 'parent') return undefined;
    return kind === 'child' || isStart === true ? work : this.#lastPart(work);
  }

  /** What of a parent ends last: whoever waits for it waits for that. Anything else is that itself. */
  #lastPart(work: Work): Work {
    const { network, placement } = this.numbers;
    const nodes = network.nodesOf.get(work);
    if (!nodes || nodes.start === nodes.finish) return work;
    const link = network.links[placement.latestLink[nodes.finish] ?? -1];
    const from = link?.reason === 'part' ? network.nodes[link.from]?.work : undefined;
    return from && from !== work ? this.#lastPart(from) : work;
  }
}

/** The work of a file in source order: items in their tree, then milestones, those of programs too. */
function worksOf(file: PlanFile): readonly Work[] {
  if (file.kind !== 'project') return programMilestones(file);
  return [...itemTree(topItems(file)), ...(file.root?.fields.milestones?.value ?? [])];
}
