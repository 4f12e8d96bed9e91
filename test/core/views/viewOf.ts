import assert from 'node:assert/strict';
import type { BoardView, TimelineRow, TimelineView, ViewData, ViewName } from '../../../src/core/views/model';
import type { ProjectViewName } from '../../../src/core/views/viewNames';
import type { ViewSettings } from '../../../src/core/views/viewSettings';
import { planFrom } from '../planFrom';

/** Friday. */
export const today = '2026-11-20';

/** The board of the first of the files. */
export async function boardOf(files: Readonly<Record<string, string>>): Promise<BoardView> {
  const data = await viewOf(files);
  assert.ok(data.view === 'board' && data.file === 'roadmap');
  return data;
}

/** The timeline of the first of the files. */
export async function timelineOf(files: Readonly<Record<string, string>>): Promise<TimelineView> {
  const data = await viewOf(files);
  assert.ok(data.view === 'timeline' && data.file === 'project');
  return data;
}

/** The timeline of a project of these lines, in a plan with a goal `g` that it serves. */
export async function projectTimeline(project: string, settings = ''): Promise<TimelineView> {
  return timelineOf({
    'a.project.yaml': `project: A\ngoal: g\n${project}`,
    'p.roadmap.yaml': 'product: P\ngoals: { g: The goal }\n',
    '.throughline.yaml': settings,
  });
}

/** A view of a project of these lines, in a plan with a goal `g` that it serves. */
export async function projectViewOf<N extends ProjectViewName>(
  name: N,
  project: string,
  settings?: ViewSettings,
): Promise<Extract<ViewData, { readonly file: 'project'; readonly view: N }>> {
  const data = await viewOf(
    { 'a.project.yaml': `project: A\ngoal: g\n${project}`, 'p.roadmap.yaml': 'product: P\ngoals: { g: The goal }\n' },
    name,
    settings,
  );
  assert.ok(data.file === 'project' && data.view === name);
  return data as Extract<ViewData, { readonly file: 'project'; readonly view: N }>;
}

/** A view of the first of the files; the first view of its kind where none is named. */
export async function viewOf(
  files: Readonly<Record<string, string>>,
  name?: ViewName,
  settings?: ViewSettings,
): Promise<ViewData> {
  const plan = await planFrom(files, today);
  const view = plan.service.view(plan.uri(Object.keys(files)[0] ?? ''), name, settings);
  assert.ok(view);
  assert.deepEqual(JSON.parse(JSON.stringify(view.data)), view.data, 'a view is the same after a way through JSON');
  return view.data;
}

/** A row by its id. */
export function rowOf(view: TimelineView, id: string): TimelineRow {
  const row = view.rows.find((each) => each.id === id);
  assert.ok(row, `no row ${id}`);
  return row;
}
