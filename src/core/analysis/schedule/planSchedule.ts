import type { Item } from '../../plan/generated/entities';
import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { calendarOf, startOf } from '../calendar';
import { childItems, itemTree, topItems } from '../lineage';
import { criticalPath } from '../network/criticalPath';
import type { NetworkDates } from '../network/activityNetwork';
import { noInstant } from '../network/links';
import { isOpenItem } from '../openWork';
import { serialSchedule } from '../placement/serialSchedule';
import type { PlanOnDay } from '../planOnDay';
import { bookingsOf } from './bookings';
import { Drivers } from './drivers';
import { feasibleProblem } from './feasibleProblem';
import { planNetwork, programMilestones, type PlanNetwork } from './planNetwork';
import { isEndAlone, type WorkNodes } from './planNodes';
import type { Booking, ChainLink, Dates, Driver, Schedule, ScheduledWork } from './scheduledWork';
import { Unknowns } from './unknowns';
import { earlyStartIn, feasibleDates, networkPart, pointOf, type NetworkPart, type ScheduleNumbers } from './workDates';
import { qualifiedId, workName } from './workName';

/**
 * When everything of a plan takes place: early and late dates from the network of all its projects (see
 * `criticalPath`), and feasible dates by serial placement within the time that people have (see `serialSchedule`). The
 * numbers are worked out at once, what is said of each piece of work when it is asked for.
 */
export class PlanSchedule implements Schedule {
  readonly numbers: ScheduleNumbers;
  readonly #known = new Map<Work, ScheduledWork>();
  readonly #drivers: Drivers;
  readonly #unknowns: Unknowns;
  #bookings: readonly Booking[] | undefined;
  #planned: { readonly network: PlanNetwork; readonly dates: NetworkDates } | undefined;

  constructor(private readonly planOnDay: PlanOnDay) {
    const today = startOf(planOnDay.today) ?? 0;
    const network = planNetwork(planOnDay, 'today');
    const dates = criticalPath(network.activities);
    const feasible = feasibleProblem(network, dates, today);
    this.numbers = { network, dates, feasible, placement: serialSchedule(feasible.problem), today };
    this.#drivers = new Drivers(planOnDay.plan, this.numbers);
    this.#unknowns = new Unknowns(planOnDay.plan, this.numbers);
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

  chain(work: Work): readonly ChainLink[] {
    const chain: ChainLink[] = [];
    const seen = new Set<Work>();
    for (let next: Work | undefined = this.#lastPart(work); next && !seen.has(next);) {
      seen.add(next);
      const scheduled = this.of(next);
      if (!scheduled?.driver) break;
      chain.push({ scheduled, driver: scheduled.driver });
      const { kind, work: before } = scheduled.driver;
      // A parent that states a start is the first cause; it does not take place before its child.
      next = before && kind !== 'parent' ? this.#lastPart(before) : undefined;
    }
    return chain.reverse();
  }

  allowedStart(work: Work): { readonly instant: number; readonly driver: Driver } | undefined {
    const index = this.numbers.network.nodesOf.get(work)?.start ?? -1;
    const instant = this.numbers.dates.allowedStart[index] ?? noInstant;
    return instant === noInstant ? undefined : { instant, driver: this.#drivers.ofAllowedStart(index) };
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

  #asPlanned(): { readonly network: PlanNetwork; readonly dates: NetworkDates } {
    const network = planNetwork(this.planOnDay, 'planned');
    return { network, dates: criticalPath(network.activities) };
  }

  #scheduled(work: Work, nodes: WorkNodes): ScheduledWork {
    const isParent = nodes.start !== nodes.finish && nodes.whole < 0;
    return isParent ? this.#parent(work as Item, nodes) : this.#single(work, nodes);
  }

  #single(work: Work, nodes: WorkNodes): ScheduledWork {
    const index = nodes.whole >= 0 ? nodes.whole : nodes.start;
    const node = this.numbers.network.nodes[index];
    const dates = feasibleDates(this.numbers, index);
    const unknown = this.#unknowns.of(index);
    const known = { ...common(work, nodes), ...networkPart(this.numbers, index, nodes) };
    if (!node || unknown || !dates) {
      const start = Math.max(node?.timing?.since ?? noInstant, node?.fixedStart ?? noInstant);
      return { ...known, ...(start === noInstant ? {} : { start }), ...(unknown ? { unknown } : {}) };
    }
    if (isEndAlone(node)) {
      const why = 'has an end, but neither a start, an estimate nor a duration';
      return { ...known, finish: dates.finish, unknown: { kind: 'no-length', why } };
    }
    const isPoint = dates.start === dates.finish;
    const driver = this.#drivers.ofPlacement(index);
    return { ...known, ...dates, ...(isPoint ? { point: pointOf(this.numbers, index) } : {}), driver };
  }

  /** A parent starts with its first child and ends with its last. */
  #parent(work: Item, nodes: WorkNodes): ScheduledWork {
    const { network, placement } = this.numbers;
    const children = childItems(work).flatMap((child) => (network.nodesOf.has(child) ? (this.of(child) ?? []) : []));
    const part = networkPart(this.numbers, nodes.finish, nodes);
    const known = {
      ...common(work, nodes),
      ...partOfParent(part, children),
      critical: part.critical && isOpenItem(work),
    };
    const unknown = this.#unknowns.of(nodes.finish) ?? children.find((child) => child.unknown)?.unknown;
    const first = earliest(children);
    if (unknown || first?.start === undefined) return { ...known, ...(unknown ? { unknown } : {}) };
    const why = `starts with ${workName(first.work)}`;
    const finish = placement.finish[nodes.finish] ?? noInstant;
    return { ...known, start: first.start, finish, driver: { kind: 'child', work: first.work, why } };
  }

  #dropped(work: Work, file: PlanFile): ScheduledWork {
    const { plan, publicHolidays } = this.planOnDay;
    const calendar = calendarOf(plan, file.kind === 'project' ? file : undefined, publicHolidays);
    const own = { work, kind: work.kind, file, calendar, qualifiedId: qualifiedId(work, file) };
    return { ...own, critical: false, dropped: true };
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

function common(work: Work, { frame }: WorkNodes): Omit<ScheduledWork, 'critical'> {
  const { file, calendar } = frame;
  return { work, kind: work.kind, file, calendar, qualifiedId: qualifiedId(work, file), dropped: false };
}

/** The work of a file in source order: items in their tree, then milestones, those of programs too. */
export function worksOf(file: PlanFile): readonly Work[] {
  if (file.kind !== 'project') return programMilestones(file);
  return [...itemTree(topItems(file)), ...(file.root?.fields.milestones?.value ?? [])];
}

/** The early and late dates of a parent: from those of its children, with the float of its end. */
function partOfParent(part: NetworkPart, children: readonly ScheduledWork[]): NetworkPart {
  const start = (kind: 'early' | 'late'): number =>
    children.reduce((first, child) => Math.min(first, child[kind]?.start ?? Infinity), Infinity);
  const { early, late } = part;
  if (!early || !late || start('early') === Infinity) return { critical: false };
  return { ...part, early: { ...early, start: start('early') }, late: { ...late, start: start('late') } };
}

/** The work that starts first; of several, the first in source order. */
function earliest(scheduled: readonly ScheduledWork[]): ScheduledWork | undefined {
  return scheduled.reduce<ScheduledWork | undefined>(
    (first, other) => (first?.start !== undefined && !((other.start ?? Infinity) < first.start) ? first : other),
    undefined,
  );
}
