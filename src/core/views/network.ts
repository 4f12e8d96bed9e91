import { startOf } from '../analysis/calendar';
import { topItems } from '../analysis/lineage';
import { isOpenItem, isOpenMilestone } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { criticalLength } from '../analysis/schedule/criticalLength';
import { feasibleDays } from '../analysis/schedule/shownDates';
import { milestoneDate } from '../analysis/statedDates';
import type { Item } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { shortDaysText } from '../plan/texts';
import { entryFilter, type Filterable } from './entryFilter';
import { known } from './known';
import type { Fact, State, ViewOptions } from './model';
import { entryOf, textOf, titleOf } from './naming';
import { networkLinks, type Work, type WorkLink } from './networkLinks';
import type { NetworkLink, NetworkNode, NetworkView } from './networkModel';
import { projectHeading } from './projectHeading';
import { countText, dayText, effortText } from './texts';
import type { ViewSettings } from './viewSettings';
import { goalChoices, ownerChoices } from './workChoices';
import { heldBy, leavesOf, WorkFacts } from './workFacts';

/** Nobody reads a graph of more. */
const mostNodes = 250;

/**
 * The work of a project by what it waits for, with the critical path. A link to an item with children goes to the first
 * of them. Of a project that is too large for a graph, what is critical is drawn, and what is next to that.
 */
export function networkView(analysis: PlanAnalysis, file: ProjectFile, settings: ViewSettings = {}): NetworkView {
  const links = networkLinks(analysis, file);
  const nodes = new Nodes(analysis, file);
  const items = leavesOf(topItems(file)).filter((item) => nodes.facts.state(item).kind !== 'dropped');
  const own: readonly Work[] = [...items, ...(file.root?.fields.milestones?.value ?? [])];
  const filter = entryFilter(settings);
  const kept = filter ? own.filter((work) => filter(nodes.filterable(work))) : own;
  const linked = linkedWork(links, kept, filter !== undefined);
  const drawn = withinReason(linked, links, (work) => nodes.isCritical(work));
  const drawnLinks = links.filter(({ from, to }) => drawn.has(from) && drawn.has(to));
  return known({
    ...projectHeading(analysis, file),
    view: 'network' as const,
    facts: factsOf(analysis, file, own, nodes, links),
    nodes: [...drawn].map((work) => nodes.of(work)),
    links: drawnLinks.map((link) => nodes.link(link)),
    loose: kept.filter((work) => !linked.includes(work)).map((work) => nodes.of(work)),
    left: linked.length > drawn.size ? linked.length - drawn.size : undefined,
    shown: filter && { count: kept.length, total: own.length },
    options: optionsOf(analysis, nodes, items, own),
  });
}

function optionsOf(analysis: PlanAnalysis, nodes: Nodes, items: readonly Item[], own: readonly Work[]): ViewOptions {
  const { facts } = nodes;
  return known({
    filters: own.length > 0 || undefined,
    owners: ownerChoices(analysis, facts, items),
    goals: goalChoices(facts, items),
    critical: own.some((work) => nodes.isCritical(work)) || undefined,
    unlinked: items.some((item) => facts.isUnlinked(item)) || undefined,
    atRisk: items.length > 0 || undefined,
  });
}

/**
 * What has a link to something that is kept, in its order; what of it stands in other projects comes last. Under a
 * filter other projects are left out: nobody has asked for their work.
 */
function linkedWork(links: readonly WorkLink[], kept: readonly Work[], isFiltered: boolean): readonly Work[] {
  const own = new Set(kept);
  const isOwn = (work: Work): boolean => own.has(work);
  const linked = new Set<Work>();
  const others = new Set<Work>();
  const file = kept[0]?.uri;
  for (const { from, to } of links) {
    for (const [work, other] of [
      [from, to],
      [to, from],
    ] as const) {
      if (!isOwn(work)) continue;
      const isElsewhere = other.uri !== file;
      if (isOwn(other) || (isElsewhere && !isFiltered)) linked.add(work);
      if (isElsewhere && !isFiltered) others.add(other);
    }
  }
  return [...kept.filter((work) => linked.has(work)), ...others];
}

/** All of it, or as much as can be read: the critical first, then what is linked with that, then the rest in order. */
function withinReason(
  linked: readonly Work[],
  links: readonly WorkLink[],
  isCritical: (work: Work) => boolean,
): ReadonlySet<Work> {
  if (linked.length <= mostNodes) return new Set(linked);
  const critical = linked.filter(isCritical);
  const near = new Set(critical);
  for (const { from, to } of links) {
    if (isCritical(from)) near.add(to);
    if (isCritical(to)) near.add(from);
  }
  const inOrder = [...critical, ...linked.filter((work) => near.has(work)), ...linked];
  const chosen = new Set([...new Set(inOrder)].slice(0, Math.max(mostNodes, critical.length)));
  return new Set(linked.filter((work) => chosen.has(work)));
}

function factsOf(
  analysis: PlanAnalysis,
  file: ProjectFile,
  own: readonly Work[],
  nodes: Nodes,
  links: readonly WorkLink[],
): readonly Fact[] {
  if (own.length === 0) return [];
  const { calendar } = analysis.progress(file);
  const critical = own.filter((work) => nodes.isCritical(work));
  const length = criticalLength(analysis.schedule, file, startOf(analysis.today) ?? 0);
  const toGo = length === undefined ? undefined : effortText(length / calendar.minutesPerDay, calendar.minutesPerDay);
  const across = links.filter(({ from, to }) => from.uri !== to.uri).length;
  return [
    known({
      label: 'Critical path',
      value: toGo === undefined ? 'Nothing to go' : `${toGo} to go`,
      note: critical.length > 0 ? `${workCount(critical)} without float` : undefined,
    }),
    known({
      label: 'Dependencies',
      value: String(links.length),
      note: across > 0 ? `${String(across)} with other projects` : undefined,
    }),
  ];
}

/** `4 items and 1 milestone` */
function workCount(all: readonly Work[]): string {
  const milestones = all.filter(({ kind }) => kind === 'milestone').length;
  const items = all.length - milestones;
  const parts = [items > 0 && countText(items, 'item'), milestones > 0 && countText(milestones, 'milestone')];
  return parts.filter((part) => part !== false).join(' and ');
}

/** Makes the nodes of a network. */
class Nodes {
  readonly facts: WorkFacts;
  readonly #nodes = new Map<Work, NetworkNode>();
  readonly #ids = new Set<string>();

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: ProjectFile,
  ) {
    this.facts = new WorkFacts(analysis, file);
  }

  of(work: Work): NetworkNode {
    const made = this.#nodes.get(work);
    if (made) return made;
    const node = this.#make(work);
    this.#nodes.set(work, node);
    return node;
  }

  link({ from, to, type, lag, stated }: WorkLink): NetworkLink {
    const critical = (this.#drives(from, stated, to) && this.isCritical(from) && this.isCritical(to)) || undefined;
    return known({ from: this.of(from).id, to: this.of(to).id, type, lag, critical });
  }

  /** Whether the start of work follows from another: of several that the plan names together, from the last. */
  #drives(from: Work, stated: Work, to: Work): boolean {
    const { schedule } = this.analysis;
    const driver = schedule.of(to)?.driver?.work;
    if (driver === from) return true;
    return driver === stated && schedule.of(from)?.finish === schedule.of(stated)?.finish;
  }

  isCritical(work: Work): boolean {
    return isOpen(work) && this.analysis.schedule.of(work)?.critical === true;
  }

  filterable(work: Work): Filterable {
    const { title, state } = this.of(work);
    if (work.kind === 'milestone')
      return { texts: [work.id, title], state: state.kind, critical: this.isCritical(work) };
    const item = work;
    const people = this.facts.people(item);
    return {
      texts: [work.id, title, heldBy(item), ...people.map((id) => this.analysis.plan.people.name(id))],
      people,
      state: state.kind,
      goals: this.facts.goals(item).map(({ id }) => id),
      critical: this.isCritical(work),
      unlinked: this.facts.isUnlinked(item),
      late: this.facts.lateness(item) !== undefined,
    };
  }

  #make(work: Work): NetworkNode {
    const home = this.#home(work);
    return known({
      id: this.#newId(work),
      entry: entryOf(work),
      kind: work.kind === 'milestone' ? ('milestone' as const) : ('item' as const),
      title: titleOf(work),
      state: this.#state(work, home),
      when: this.#when(work),
      float: this.#float(work),
      critical: this.isCritical(work) || undefined,
      project: home === this.file ? undefined : home && (textOf(home.root?.fields.project) ?? home.id),
    });
  }

  #home(work: Work): ProjectFile | undefined {
    const file = this.analysis.plan.fileOf(work);
    return file?.kind === 'project' ? file : undefined;
  }

  #state(work: Work, home: ProjectFile | undefined): State {
    if (work.kind === 'milestone') {
      const isReached = !isOpenMilestone(work);
      return isReached ? { kind: 'done', text: 'Reached' } : { kind: 'todo', text: 'Not reached yet' };
    }
    return (home === undefined || home === this.file ? this.facts : new WorkFacts(this.analysis, home)).state(work);
  }

  #when(work: Work): string | undefined {
    const { today, schedule } = this.analysis;
    if (work.kind === 'milestone') {
      const scheduled = schedule.of(work);
      const day = (scheduled && feasibleDays(scheduled)?.last) ?? milestoneDate(work);
      return day && dayText(day, today);
    }
    const { first, last } = this.facts.dates(work);
    if (first && last) return shortDaysText({ first, last }, today);
    const only = first ?? last;
    return only && dayText(only, today);
  }

  #float(work: Work): string | undefined {
    const scheduled = this.analysis.schedule.of(work);
    if (!isOpen(work) || !scheduled || scheduled.critical || scheduled.totalFloat === undefined) return undefined;
    const { minutesPerDay } = scheduled.calendar;
    return `${effortText(Math.max(0, scheduled.totalFloat) / minutesPerDay, minutesPerDay)} float`;
  }

  /** The id of a piece of work, changed where another has it: two items may share one until somebody mends that. */
  #newId(work: Work): string {
    const base = work.uri === this.file.uri ? work.id : `${this.#home(work)?.id ?? ''}/${work.id}`;
    let id = base;
    for (let count = 2; this.#ids.has(id); count++) id = `${base} (${String(count)})`;
    this.#ids.add(id);
    return id;
  }
}

function isOpen(work: Work): boolean {
  return work.kind === 'milestone' ? isOpenMilestone(work) : isOpenItem(work);
}
