import type { JSX } from 'preact';
import type { EntryPath, ViewData } from '../core/views/model';
import type { ViewName } from '../core/views/viewNames';
import type { ViewSettings } from '../core/views/viewSettings';
import type { MarkedEntry } from './entryAttributes';

/** How one view is drawn. */
export interface Drawing<V extends ViewData = ViewData> {
  /** All entries that are shown as a card, a line or a row of their own. */
  readonly entries: (data: V) => readonly EntryPath[];
  readonly draw: (data: V, marked: MarkedEntry, settings: ViewSettings) => JSX.Element;
}

interface DrawnView<V extends ViewData = ViewData> {
  /** Whether what came as data of this view has the lists that its component goes through. */
  readonly isDrawable: (data: Unchecked) => boolean;
  /** In a webview each view is a script of its own, which is loaded when the view is first shown. */
  readonly load: () => Promise<Drawing<V>>;
}

/** Data before anybody has looked at it. */
type Unchecked = Readonly<Record<string, unknown>>;

type Key = `${'roadmap' | 'project'}/${ViewName}`;
type DataOf<K> = K extends `${infer F}/${infer N}` ? Extract<ViewData, { readonly file: F; readonly view: N }> : never;

/** Every view that there is, by the kind of its file and its name. */
const drawnViews: { readonly [K in Key as [DataOf<K>] extends [never] ? never : K]: DrawnView<DataOf<K>> } = {
  'roadmap/board': {
    isDrawable: (data) =>
      hasLists(data, 'columns') &&
      recordsOf(data['columns']).every((column) => hasLists(column, 'goals')) &&
      (data['unlinked'] === undefined || hasLists(data['unlinked'], 'entries')),
    load: async () => {
      const { Board, boardEntries } = await import('./board');
      return { entries: boardEntries, draw: (data, marked) => <Board board={data} marked={marked} /> };
    },
  },
  'roadmap/timeline': {
    isDrawable: (data) => hasLists(data, 'facts', 'rows', 'links'),
    load: async () => {
      const { RoadmapTimeline, roadmapTimelineEntries } = await import('./roadmapTimeline');
      return {
        entries: roadmapTimelineEntries,
        draw: (data, marked, { zoom }) => <RoadmapTimeline view={data} marked={marked} zoom={zoom} />,
      };
    },
  },
  'roadmap/goals': {
    isDrawable: (data) => hasLists(data, 'facts', 'rows'),
    load: async () => {
      const { Goals, goalEntries } = await import('./goals');
      return { entries: goalEntries, draw: (data, marked) => <Goals view={data} marked={marked} /> };
    },
  },
  'roadmap/releases': {
    isDrawable: (data) =>
      hasLists(data, 'facts', 'releases') &&
      recordsOf(data['releases']).every((release) => hasLists(release, 'goals', 'features', 'checks')),
    load: async () => {
      const { Releases, releaseEntries } = await import('./releases');
      return { entries: releaseEntries, draw: (data, marked) => <Releases view={data} marked={marked} /> };
    },
  },
  'roadmap/priorities': {
    isDrawable: (data) => hasLists(data, 'rows') && Array.isArray(data['inputs']),
    load: async () => {
      const { Priorities, priorityEntries } = await import('./priorities');
      return { entries: priorityEntries, draw: (data, marked) => <Priorities view={data} marked={marked} /> };
    },
  },
  'roadmap/overview': {
    isDrawable: isOverview,
    load: async () => {
      const { Overview, overviewEntries } = await import('./overview');
      return { entries: overviewEntries, draw: (data, marked) => <Overview view={data} marked={marked} /> };
    },
  },
  'project/overview': {
    isDrawable: isOverview,
    load: async () => {
      const { Overview, overviewEntries } = await import('./overview');
      return { entries: overviewEntries, draw: (data, marked) => <Overview view={data} marked={marked} /> };
    },
  },
  'roadmap/roles': {
    isDrawable: isRoles,
    load: async () => {
      const { Roles, roleEntries } = await import('./roles');
      return { entries: roleEntries, draw: (data, marked) => <Roles view={data} marked={marked} /> };
    },
  },
  'project/roles': {
    isDrawable: isRoles,
    load: async () => {
      const { Roles, roleEntries } = await import('./roles');
      return { entries: roleEntries, draw: (data, marked) => <Roles view={data} marked={marked} /> };
    },
  },
  'roadmap/one-pager': {
    isDrawable: (data) =>
      hasLists(data, 'goals', 'releases', 'risks') &&
      recordsOf(data['goals']).every(
        (group) => hasLists(group, 'goals') && recordsOf(group['goals']).every((goal) => hasLists(goal, 'measures')),
      ),
    load: async () => {
      const { OnePager, onePagerEntries } = await import('./onePager');
      return { entries: onePagerEntries, draw: (data, marked) => <OnePager view={data} marked={marked} /> };
    },
  },
  'roadmap/money': {
    isDrawable: (data) =>
      hasLists(data, 'facts', 'periods', 'lines') && recordsOf(data['lines']).every((line) => hasLists(line, 'cells')),
    load: async () => {
      const { Money, moneyEntries } = await import('./money');
      return { entries: moneyEntries, draw: (data, marked) => <Money view={data} marked={marked} /> };
    },
  },
  'project/timeline': {
    isDrawable: (data) => hasLists(data, 'goals', 'facts', 'rows', 'links'),
    load: async () => {
      const { Timeline, timelineEntries } = await import('./timeline');
      return {
        entries: timelineEntries,
        draw: (data, marked, { zoom }) => <Timeline view={data} marked={marked} zoom={zoom} />,
      };
    },
  },
  'project/board': {
    isDrawable: (data) => hasLists(data, 'goals') && [data, ...recordsOf(data['lanes'])].every(isColumns),
    load: async () => {
      const { ProjectBoard, projectBoardEntries } = await import('./projectBoard');
      return { entries: projectBoardEntries, draw: (data, marked) => <ProjectBoard view={data} marked={marked} /> };
    },
  },
  'project/network': {
    isDrawable: (data) => hasLists(data, 'goals', 'facts', 'nodes', 'links', 'loose'),
    load: async () => {
      const { Network, networkEntries } = await import('./network');
      return { entries: networkEntries, draw: (data, marked) => <Network view={data} marked={marked} /> };
    },
  },
  'project/capacity': {
    isDrawable: (data) =>
      hasLists(data, 'goals', 'facts', 'groups', 'columns', 'people') &&
      recordsOf(data['people']).every(
        (person) =>
          hasLists(person, 'cells', 'work') && recordsOf(person['cells']).every((cell) => hasLists(cell, 'parts')),
      ),
    load: async () => {
      const { Capacity, capacityEntries } = await import('./capacity');
      return { entries: capacityEntries, draw: (data, marked) => <Capacity view={data} marked={marked} /> };
    },
  },
  'project/budget': {
    isDrawable: (data) =>
      hasLists(data, 'goals', 'facts', 'lines', 'sums', 'figures') &&
      Array.isArray(data['remarks']) &&
      (data['chart'] === undefined || hasLists(data['chart'], 'planned')),
    load: async () => {
      const { Budget, budgetEntries } = await import('./budget');
      return { entries: budgetEntries, draw: (data, marked) => <Budget view={data} marked={marked} /> };
    },
  },
  'project/risks': {
    isDrawable: (data) =>
      hasLists(data, 'goals', 'facts', 'probabilities', 'impacts', 'risks') &&
      recordsOf(data['risks']).every(({ impacts }) => Array.isArray(impacts)),
    load: async () => {
      const { Risks, riskEntries } = await import('./risks');
      return { entries: riskEntries, draw: (data, marked) => <Risks view={data} marked={marked} /> };
    },
  },
  'project/status': {
    isDrawable: (data) =>
      hasLists(data, 'goals', 'facts', 'constraints', 'attention', 'milestones', 'updates') &&
      recordsOf(data['constraints']).every(({ details }) => Array.isArray(details)) &&
      recordsOf(data['updates']).every(({ done, next }) => Array.isArray(done) && Array.isArray(next)) &&
      (data['report'] === undefined || isReport(data['report'])),
    load: async () => {
      const { Status, statusEntries } = await import('./status');
      return { entries: statusEntries, draw: (data, marked) => <Status view={data} marked={marked} /> };
    },
  },
};

function isReport(report: unknown): boolean {
  return (
    hasLists(report, 'sections') &&
    recordsOf((report as Unchecked)['sections']).every(({ lines }) => Array.isArray(lines))
  );
}

function isColumns(data: Unchecked): boolean {
  return hasLists(data, 'columns') && recordsOf(data['columns']).every((column) => hasLists(column, 'items'));
}

function isRoles(data: Unchecked): boolean {
  const groups = recordsOf(data['groups']);
  return (
    hasLists(data, 'facts', 'people', 'groups', 'roles') &&
    groups.every((group) => hasLists(group, 'rows') && recordsOf(group['rows']).every(isAreaRow)) &&
    recordsOf(data['roles']).every((card) => Array.isArray(card['people']))
  );
}

function isAreaRow(row: Unchecked): boolean {
  return hasLists(row, 'cells', 'findings') && recordsOf(row['cells']).every((cell) => Array.isArray(cell['letters']));
}

/** Whether it is the data of a view, with the lists that the view goes through. */
export function isDrawable(data: Unchecked): boolean {
  return drawnView(data)?.isDrawable(data) === true;
}

/** What draws data; undefined for what is the data of no view. */
export async function drawingOf(data: ViewData): Promise<Drawing | undefined> {
  return drawnView(data)?.load();
}

function drawnView(data: { readonly file?: unknown; readonly view?: unknown }): DrawnView | undefined {
  const key = `${String(data.file)}/${String(data.view)}`;
  // Its key says that the data is its own.
  return Object.hasOwn(drawnViews, key)
    ? (drawnViews[key as keyof typeof drawnViews] as unknown as DrawnView)
    : undefined;
}

/** Whether these properties of a record are lists of records. */
function hasLists(value: unknown, ...names: readonly string[]): boolean {
  return isRecord(value) && names.every((name) => Array.isArray(value[name]) && value[name].every(isRecord));
}

function recordsOf(list: unknown): readonly Unchecked[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Unchecked {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOverview(data: Unchecked): boolean {
  return (
    hasLists(data, 'facts', 'rows', 'dependencies', 'people') &&
    recordsOf(data['people']).every((person) => Array.isArray(person['items'])) &&
    (data['changes'] === undefined || isChanges(data['changes']))
  );
}

function isChanges(changes: unknown): boolean {
  return (
    isRecord(changes) &&
    hasLists(changes, 'groups') &&
    recordsOf(changes['groups']).every((group) => hasLists(group, 'rows'))
  );
}
