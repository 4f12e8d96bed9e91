import { isOpenGoal } from '../analysis/openWork';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { RoadmapFile } from '../plan/planFile';
import { writeDate } from '../plan/scalars';
import { entryFilter } from './entryFilter';
import { known } from './known';
import type { DateRange, Fact, IsoDate, StateKind, ViewOptions } from './model';
import { entryOf, textOf, titleOf } from './naming';
import { projectDependencies } from './projectLinks';
import { projectState } from './projectState';
import { datedReleases, isComing } from './releaseState';
import type { ProjectLink, RoadmapRow, RoadmapTimelineView } from './roadmapTimelineModel';
import { roadmapRows, type FilterableRoadmapRow } from './roadmapTimelineRows';
import { countText, distanceText } from './texts';
import type { ViewSettings } from './viewSettings';

/** The goals of a roadmap with the projects that serve them, and its releases, over time. */
export function roadmapTimelineView(
  analysis: PlanAnalysis,
  roadmap: RoadmapFile,
  settings: ViewSettings = {},
): RoadmapTimelineView {
  const fields = roadmap.root?.fields;
  const { rows: all, idOf } = roadmapRows(analysis, roadmap);
  const filter = entryFilter(settings);
  const found = filter && new Set(all.filter(({ row, asked }) => isEntry(row) && filter(asked)).map(({ row }) => row));
  const rows = all
    .map(({ row }) => row)
    .filter((row, at, list) => !found || found.has(row) || leadsTo(list, at, found));
  const ids = new Set(rows.map(({ id }) => id));
  const links = projectDependencies(analysis).flatMap(
    ({ from, to, leaves, arrives, pushes }): readonly ProjectLink[] => {
      const [fromId = '', toId = ''] = [idOf.get(from), idOf.get(to)];
      if (!ids.has(fromId) || !ids.has(toId)) return [];
      const days = { leaves: writeDate(leaves), arrives: writeDate(arrives) };
      return [known({ from: fromId, to: toId, ...days, pushes: pushes || undefined })];
    },
  );
  return known({
    view: 'timeline' as const,
    file: 'roadmap' as const,
    entry: { uri: roadmap.uri, path: [] },
    title: textOf(fields?.product) ?? '',
    purpose: textOf(fields?.vision),
    facts: timelineFacts(analysis, roadmap, all, links),
    today: writeDate(analysis.today),
    window: windowOf(rows),
    rows,
    links,
    shown: found && { count: found.size, total: all.filter(({ row }) => isEntry(row)).length },
    options: optionsOf(analysis, all),
  });
}

function isEntry({ kind }: RoadmapRow): boolean {
  return kind !== 'gap' && kind !== 'unlinked' && kind !== 'releases';
}

/** Whether a row stands above one that the filter has found. */
function leadsTo(rows: readonly RoadmapRow[], at: number, found: ReadonlySet<RoadmapRow>): boolean {
  if (rows[at]?.depth !== 1) return false;
  for (const row of rows.slice(at + 1)) {
    if (row.depth === 1) return false;
    if (found.has(row)) return true;
  }
  return false;
}

/** What is out does not stretch the axis back to where nothing else is. */
function windowOf(rows: readonly RoadmapRow[]): DateRange | undefined {
  const isOut = ({ kind, state }: RoadmapRow): boolean => kind === 'release' && state?.kind === 'done';
  const others = rows.filter((row) => !isOut(row));
  const dates = (others.some(({ end }) => end !== undefined) ? others : rows).flatMap(
    ({ start, end, baseline, deadline }) => [start, end, deadline, baseline?.start, baseline?.end],
  );
  // ISO dates of four-digit years sort as texts do.
  const sorted: readonly IsoDate[] = dates.filter((date) => date !== undefined).sort();
  const [start] = sorted;
  const end = sorted.at(-1);
  return start !== undefined && end !== undefined ? { start, end } : undefined;
}

function optionsOf({ plan }: PlanAnalysis, all: readonly FilterableRoadmapRow[]): ViewOptions {
  const owners = new Set(all.flatMap(({ asked }) => asked.people ?? []));
  return known({
    zooms: all.length > 0 || undefined,
    filters: all.length > 0 || undefined,
    owners: owners.size > 0 ? [...owners].map((value) => ({ value, title: plan.people.name(value) })) : undefined,
    unlinked: all.some(({ row, asked }) => isEntry(row) && asked.unlinked) || undefined,
    atRisk: all.length > 0 || undefined,
  });
}

const inOrderStates: ReadonlySet<StateKind> = new Set(['on-track', 'todo', 'in-progress', 'done']);

function timelineFacts(
  analysis: PlanAnalysis,
  roadmap: RoadmapFile,
  all: readonly FilterableRoadmapRow[],
  links: readonly ProjectLink[],
): readonly Fact[] {
  const goals = (roadmap.root?.fields.goals?.value ?? []).filter(isOpenGoal);
  const measured = goals.filter((goal) => analysis.rollUps.goal(goal).keyResults.measured > 0).length;
  const files = new Set(all.filter(({ row }) => row.kind === 'project').map(({ row }) => row.entry?.uri));
  const projects = analysis.plan.projects.filter(({ uri }) => files.has(uri));
  const inOrder = projects.filter((file) => inOrderStates.has(projectState(analysis, file).kind)).length;
  const slips = links.filter(({ pushes }) => pushes).length;
  const facts: readonly (Fact | undefined)[] = [
    goals.length > 0
      ? { label: 'Goals', value: String(goals.length), note: `${String(measured)} measured` }
      : undefined,
    projects.length > 0
      ? { label: 'Projects', value: `${String(inOrder)} of ${String(projects.length)}`, note: 'on track or not begun' }
      : undefined,
    nextRelease(analysis, roadmap),
    slips > 0
      ? {
          label: 'Slips',
          value: slips === 1 ? '1 pushes another project' : `${String(slips)} push other projects`,
          state: 'off-track',
        }
      : undefined,
  ];
  return facts.filter((fact) => fact !== undefined);
}

function nextRelease(analysis: PlanAnalysis, roadmap: RoadmapFile): Fact | undefined {
  const next = datedReleases(roadmap).find(({ release }) => isComing(release));
  if (!next) return undefined;
  const { release, day } = next;
  const overdue = day.until(analysis.today).days;
  const note = overdue > 0 ? `${countText(overdue, 'day')} overdue` : distanceText(day, analysis.today);
  return known({
    label: 'Next release',
    value: titleOf(release),
    note,
    state: overdue > 0 ? ('off-track' as const) : undefined,
    entry: entryOf(release),
  });
}
