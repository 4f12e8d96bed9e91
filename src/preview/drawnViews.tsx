import type { JSX } from 'preact';
import type { EntryPath, ViewData } from '../core/views/model';
import type { ViewName } from '../core/views/viewNames';
import type { ViewSettings } from '../core/views/viewSettings';
import { Board, boardEntries } from './board';
import type { MarkedEntry } from './entryAttributes';
import { Overview, overviewEntries } from './overview';
import { Priorities, priorityEntries } from './priorities';
import { Roles, roleEntries } from './roles';
import { Timeline, timelineEntries } from './timeline';

/** How one view is drawn. */
export interface DrawnView<V extends ViewData = ViewData> {
  /** Whether what came as data of this view has the lists that its component goes through. */
  readonly isDrawable: (data: Unchecked) => boolean;
  /** All entries that are shown as a card, a line or a row of their own. */
  readonly entries: (data: V) => readonly EntryPath[];
  readonly draw: (data: V, marked: MarkedEntry, settings: ViewSettings) => JSX.Element;
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
    entries: boardEntries,
    draw: (data, marked) => <Board board={data} marked={marked} />,
  },
  'roadmap/priorities': {
    isDrawable: (data) => hasLists(data, 'rows') && Array.isArray(data['inputs']),
    entries: priorityEntries,
    draw: (data, marked) => <Priorities view={data} marked={marked} />,
  },
  'roadmap/overview': {
    isDrawable: (data) =>
      hasLists(data, 'facts', 'rows', 'dependencies', 'people') &&
      recordsOf(data['people']).every((person) => Array.isArray(person['items'])),
    entries: overviewEntries,
    draw: (data, marked) => <Overview view={data} marked={marked} />,
  },
  'roadmap/roles': {
    isDrawable: isRoles,
    entries: roleEntries,
    draw: (data, marked) => <Roles view={data} marked={marked} />,
  },
  'project/roles': {
    isDrawable: isRoles,
    entries: roleEntries,
    draw: (data, marked) => <Roles view={data} marked={marked} />,
  },
  'project/timeline': {
    isDrawable: (data) => hasLists(data, 'goals', 'facts', 'rows', 'links'),
    entries: timelineEntries,
    draw: (data, marked, { zoom }) => <Timeline view={data} marked={marked} zoom={zoom} />,
  },
};

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

/** How data is drawn; undefined for what is the data of no view. */
export function drawnView(data: { readonly file?: unknown; readonly view?: unknown }): DrawnView | undefined {
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
