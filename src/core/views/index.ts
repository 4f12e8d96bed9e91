import type { EarlierPlan } from '../analysis/changes/earlierPlan';
import type { ForecastOf } from '../analysis/forecast/planForecast';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { PlanFile, ProjectFile, RoadmapFile } from '../plan/planFile';
import { boardView } from './board';
import { goalsView } from './goals';
import type { ViewData, ViewName } from './model';
import { moneyView } from './money';
import { onePagerView } from './onePager';
import { projectOverviewView, roadmapOverviewView } from './overview';
import { prioritiesView } from './priorities';
import { releasesView } from './releases';
import { roadmapTimelineView } from './roadmapTimeline';
import { budgetView } from './budget';
import { capacityView } from './capacity';
import { networkView } from './network';
import { projectBoardView } from './projectBoard';
import { risksView } from './risks';
import { statusView } from './status';
import { projectRolesView, roadmapRolesView } from './roles';
import { timelineView } from './timeline';
import type { ProjectViewName, RoadmapViewName } from './viewNames';
import type { ViewSettings } from './viewSettings';

/** The first place of a file that cannot be read. */
export interface UnreadablePlace {
  /** From 0. */
  readonly line: number;
  readonly message: string;
}

/** Makes the data of one view of a file. */
type ViewOf<F extends PlanFile> = (
  analysis: PlanAnalysis,
  file: F,
  settings: ViewSettings,
  forecastOf: ForecastOf,
  earlier: EarlierPlan | undefined,
) => ViewData;

const roadmapViews: Readonly<Record<RoadmapViewName, ViewOf<RoadmapFile>>> = {
  board: boardView,
  timeline: roadmapTimelineView,
  goals: goalsView,
  releases: releasesView,
  priorities: prioritiesView,
  roles: roadmapRolesView,
  'one-pager': onePagerView,
  money: moneyView,
  overview: roadmapOverviewView,
};
const projectViews: Readonly<Record<ProjectViewName, ViewOf<ProjectFile>>> = {
  timeline: timelineView,
  board: projectBoardView,
  network: networkView,
  capacity: capacityView,
  budget: budgetView,
  risks: risksView,
  status: statusView,
  roles: projectRolesView,
  overview: projectOverviewView,
};

/**
 * The data of one view of a file. A file that is broken, empty or of the wrong kind gives what can be read of it.
 *
 * @param view which of the views of the file's kind; the first of them where it has none of that name
 * @param forecastOf when things will be finished, as far as that is known: no view simulates anything
 * @param earlier what the plan is compared with, as far as that is known
 * @returns undefined for a file that is not of the plan, and for settings, which have no view
 */
export function viewData(
  analysis: PlanAnalysis,
  uri: string,
  view?: ViewName,
  settings: ViewSettings = {},
  forecastOf: ForecastOf = (thing) => analysis.forecast.known(thing),
  earlier?: EarlierPlan,
): ViewData | undefined {
  const file = analysis.plan.files.get(uri);
  if (!file || file.kind === 'settings') return undefined;
  if (file.kind === 'roadmap')
    return named(roadmapViews, view, boardView)(analysis, file, settings, forecastOf, earlier);
  return named(projectViews, view, timelineView)(analysis, file, settings, forecastOf, earlier);
}

function named<V>(views: Readonly<Record<string, V>>, name: string | undefined, otherwise: V): V {
  return (name !== undefined && Object.hasOwn(views, name) ? views[name] : undefined) ?? otherwise;
}

/** The first place, by position, at which the text of a file cannot be read as YAML. */
export function brokenSource({ document: { source, problems } }: PlanFile): UnreadablePlace | undefined {
  const placed = problems.flatMap(({ at, message }) => {
    const start = source.spanOf(at)?.start;
    return start === undefined ? [] : [{ start, message }];
  });
  const [first, ...others] = placed;
  if (!first) return undefined;
  const { start, message } = others.reduce((one, other) => (other.start < one.start ? other : one), first);
  return { line: source.positionAt(start).line, message };
}

/** A number that changes when the text of a file does: its 32-bit FNV-1a hash over UTF-16 units. */
export function contentStamp({ document: { source } }: PlanFile): number {
  let hash = 0x811c9dc5;
  for (const { text } of source.pieces) {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
