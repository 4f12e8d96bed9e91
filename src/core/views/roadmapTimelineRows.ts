import { Temporal } from 'temporal-polyfill';
import type { LineageNode } from '../analysis/lineageTree/lineageTree';
import { isOpenGoal } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { projectFinish } from '../analysis/projectFinish';
import { feasibleDays } from '../analysis/schedule/shownDates';
import { inOrder, itemDates, type StatedDates } from '../analysis/statedDates';
import type { Goal, Item } from '../plan/generated/entities';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import { type Period, writeDate } from '../plan/scalars';
import type { Filterable } from './entryFilter';
import { goalProgress, goalState } from './goalState';
import { known } from './known';
import type { EntryPath } from './model';
import { entryOf, personName, textOf, titleOf } from './naming';
import { goalBranches } from './planTree/branches';
import { unlinkedBranches } from './planTree/unlinkedBranches';
import { latenessText, projectState, stateOf } from './projectState';
import { datedReleases, isComing, releaseLateness, releaseState } from './releaseState';
import type { RoadmapPeriod, RoadmapRow } from './roadmapTimelineModel';
import { dayText, effortText, percentText } from './texts';
import { concerns } from './unlinkedLane';

/** A row with what a filter may ask of it. */
export interface FilterableRoadmapRow {
  readonly row: RoadmapRow;
  readonly asked: Filterable;
}

export interface RoadmapRows {
  readonly rows: readonly FilterableRoadmapRow[];
  /** The id of the first row of each project. */
  readonly idOf: ReadonlyMap<ProjectFile, string>;
}

/** The releases of a roadmap, its goals with the projects that serve them, achieved ones last, and work without a goal. */
export function roadmapRows(analysis: PlanAnalysis, roadmap: RoadmapFile): RoadmapRows {
  const rows = new Rows(analysis);
  const goals = new Set(
    goalBranches(analysis, roadmap).flatMap(({ goal }) => [...analysis.lineageTree.goals.withParts(goal)]),
  );
  rows.releases(roadmap);
  const isLast = (goal: Goal): boolean => goal.fields.status?.value === 'achieved';
  for (const goal of goals) if (!isLast(goal)) rows.goal(goal);
  for (const goal of goals) if (isLast(goal)) rows.goal(goal);
  rows.unlinked(roadmap);
  return rows;
}

class Rows implements RoadmapRows {
  readonly rows: FilterableRoadmapRow[] = [];
  readonly idOf = new Map<ProjectFile, string>();
  readonly #ids = new Set<string>();

  constructor(private readonly analysis: PlanAnalysis) {}

  /** The releases that have a date and were not cancelled. */
  releases(roadmap: RoadmapFile): void {
    const { plan } = this.analysis;
    const releases = datedReleases(roadmap).filter(({ release }) => release.fields.status?.value !== 'cancelled');
    if (releases.length === 0) return;
    this.#add({ id: 'releases', kind: 'releases', depth: 1, title: 'Releases' }, { texts: [] });
    for (const { release, day } of releases) {
      const owner = release.fields.owner?.value;
      const state = releaseState(this.analysis, release);
      const late = releaseLateness(this.analysis, release);
      this.#add(
        {
          id: keyOf(release),
          entry: entryOf(release),
          kind: 'release',
          depth: 2,
          title: titleOf(release),
          state,
          ...this.#owner(owner),
          end: writeDate(day),
          period: isComing(release) ? periodOf(release.fields.date?.value) : undefined,
          label: late,
        },
        {
          texts: [release.id, titleOf(release), personName(plan, owner)],
          people: owner ? [owner.id] : [],
          goals: (release.fields.goal?.value ?? []).map(({ value }) => value.id),
          state: state.kind,
          late: late !== undefined,
        },
      );
    }
  }

  goal(goal: Goal): void {
    const { plan, rollUps, lineageTree } = this.analysis;
    const { target, owner, why, status } = goal.fields;
    const projects = lineageTree.serving.projects(goal);
    const progress = goalProgress(this.analysis, goal);
    const dates = goalDates(target?.value, rollUps.goal(goal));
    const title = titleOf(goal);
    const state = goalState(this.analysis, goal);
    this.#add(
      {
        id: keyOf(goal),
        entry: entryOf(goal),
        kind: 'goal',
        depth: 1,
        title,
        state,
        ...this.#owner(owner?.value),
        progress,
        ...isoDates(dates),
        period: isOpenGoal(goal) ? periodOf(target?.value) : undefined,
        label: progress === undefined ? undefined : percentText(progress),
      },
      {
        texts: [goal.id, title, textOf(why), personName(plan, owner?.value)],
        people: owner ? [owner.value.id] : [],
        goals: [goal.id],
        state: state?.kind,
      },
    );
    for (const file of projects) this.#project(file, goal);
    const lacksProjects = isOpenGoal(goal) && status?.value !== 'proposed' && lineageTree.projects(goal).length === 0;
    if (lacksProjects) this.#gap(goal);
  }

  /** The heading of work without a goal, and that work; nothing while there is none. */
  unlinked(roadmap: RoadmapFile): void {
    const group = unlinkedBranches(this.analysis).group.filter((node) => this.#isOf(node, roadmap));
    if (group.length === 0) return;
    this.#add(
      { id: 'unlinked', kind: 'unlinked', depth: 1, title: 'Unlinked work' },
      { texts: ['Unlinked work'], unlinked: true },
    );
    for (const node of group) {
      if (node.kind === 'project') this.#project(node.file, undefined);
      if (node.kind === 'item') this.#item(node.item);
    }
  }

  /** Work without a goal that has dates, so that it has a place here: projects and items, no features. */
  #isOf(node: LineageNode, roadmap: RoadmapFile): boolean {
    if (node.kind !== 'item') return node.kind === 'project';
    const file = this.analysis.plan.fileOf(node.item);
    return file?.kind === 'project' && concerns(this.analysis, file, roadmap);
  }

  #gap(goal: Goal): void {
    const period = goal.fields.target?.value;
    this.#add(
      {
        id: `${keyOf(goal)} gap`,
        entry: entryOf(goal),
        kind: 'gap',
        depth: 2,
        title: 'No project yet',
        state: { kind: 'at-risk', text: 'No project serves this goal' },
        ...isoDates(inOrder(period?.first, period?.last)),
        label: 'No project serves this goal',
        unlinked: true,
      },
      { texts: [], goals: [goal.id], state: 'at-risk', unlinked: true },
    );
  }

  #project(file: ProjectFile, goal: Goal | undefined): void {
    const { plan, rollUps, today } = this.analysis;
    const fields = file.root?.fields;
    const baseline = fields?.baseline?.value.fields;
    const { earliest, progress } = rollUps.project(file);
    const finish = projectFinish(this.analysis, file);
    const state = projectState(this.analysis, file);
    const title = textOf(fields?.project) ?? file.id;
    const late = finish && state.kind !== 'paused' ? latenessText(finish) : undefined;
    const id = this.#add(
      {
        id: `${goal ? keyOf(goal) : ''} ${file.uri}`,
        entry: { uri: file.uri, path: [] },
        kind: 'project',
        depth: 2,
        title,
        state,
        ...this.#owner(fields?.manager?.value),
        progress,
        ...isoDates(inOrder(fields?.start?.value ?? earliest, finish?.day)),
        label: [
          state.kind === 'paused' ? 'paused' : finish && dayText(finish.day, today),
          late,
          goal ? undefined : this.#effortText(file),
        ]
          .filter((part) => part !== undefined)
          .join(', '),
        unlinked: goal ? undefined : true,
        baseline: baseline && rangeOf(inOrder(baseline.start?.value, baseline.end?.value)),
        deadline: fields?.end && state.kind !== 'done' ? writeDate(fields.end.value) : undefined,
      },
      {
        texts: [file.id, title, personName(plan, fields?.manager?.value)],
        people: fields?.manager ? [fields.manager.value.id] : [],
        goals: goal ? [goal.id] : [],
        state: state.kind,
        late: late !== undefined,
        unlinked: goal === undefined,
      },
    );
    if (!this.idOf.has(file)) this.idOf.set(file, id);
  }

  #item(item: Item): void {
    const { plan, schedule, today } = this.analysis;
    const file = plan.fileOf(item);
    const progress = file?.kind === 'project' ? this.analysis.progress(file).of(item) : undefined;
    const scheduled = schedule.of(item);
    const { first, last } = (scheduled && feasibleDays(scheduled)) ?? itemDates(item);
    const title = titleOf(item);
    this.#add(
      {
        id: keyOf(item),
        entry: entryOf(item),
        kind: 'item',
        depth: 2,
        title,
        state: progress && stateOf(progress.status),
        ...this.#owner(item.fields.owner?.value),
        progress: progress?.progress,
        ...isoDates(inOrder(first, last)),
        label: [last && dayText(last, today), 'no goal'].filter((part) => part !== undefined).join(', '),
        unlinked: true,
      },
      {
        texts: [item.id, title],
        people: item.fields.owner ? [item.fields.owner.value.id] : [],
        state: progress?.status,
        unlinked: true,
      },
    );
  }

  #effortText(file: ProjectFile): string {
    const { total, calendar } = this.analysis.progress(file);
    const days = total?.effort === undefined ? undefined : total.effort / calendar.minutesPerDay;
    return days === undefined ? 'no goal' : `${effortText(days, calendar.minutesPerDay)} without a goal`;
  }

  #owner(person: Parameters<typeof personName>[1]): Pick<RoadmapRow, 'owner' | 'ownerShort'> {
    const name = personName(this.analysis.plan, person);
    if (!person || name === undefined) return {};
    const kind = this.analysis.plan.people.fields(person.id).kind?.value ?? 'person';
    return { owner: name, ownerShort: kind === 'person' ? name.replace(/\s.*/s, '') : name };
  }

  #add(row: RoadmapRow, asked: Filterable): string {
    let { id } = row;
    for (let count = 2; this.#ids.has(id); count++) id = `${row.id} (${String(count)})`;
    this.#ids.add(id);
    this.rows.push({ row: known({ ...row, id, label: row.label === '' ? undefined : row.label }), asked });
    return id;
  }
}

/** From the first work for a goal to its target; where nothing says when that begins, its target period. */
function goalDates(
  target: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate } | undefined,
  work: { readonly earliest: Temporal.PlainDate | undefined; readonly latest: Temporal.PlainDate | undefined },
): StatedDates {
  if (!target) return inOrder(work.earliest, work.latest);
  const isBefore = work.earliest && Temporal.PlainDate.compare(work.earliest, target.last) <= 0;
  return inOrder(isBefore ? work.earliest : target.first, target.last);
}

function periodOf(period: Period | undefined): RoadmapPeriod | undefined {
  return period && { unit: period.unit, start: writeDate(period.first), end: writeDate(period.last) };
}

function keyOf({ uri, path }: EntryPath): string {
  return JSON.stringify([uri, ...path]);
}

function isoDates({ first, last }: StatedDates): Pick<RoadmapRow, 'start' | 'end'> {
  return { ...(first ? { start: writeDate(first) } : {}), ...(last ? { end: writeDate(last) } : {}) };
}

function rangeOf({ first, last }: StatedDates): RoadmapRow['baseline'] {
  return first && last ? { start: writeDate(first), end: writeDate(last) } : undefined;
}
