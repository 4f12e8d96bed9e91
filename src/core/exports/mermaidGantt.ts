import { Temporal } from 'temporal-polyfill';
import type { RoadmapRow, RoadmapTimelineView } from '../views/roadmapTimelineModel';
import type { TimelineRow, TimelineView } from '../views/model';
import { mermaidText } from './mermaidText';

/**
 * A project's timeline as a Gantt chart of Mermaid. A section is an item with what is below it, or the milestones and
 * items at the top. Rows without dates have no place in it. Mermaid's `crit` marks critical work, `done` and `active`
 * how far it is.
 */
export function ganttOf({ title, rows, daysOff, holidays }: TimelineView): string {
  const dated = rows.filter(({ kind, start, end }) => kind !== 'project' && start !== undefined && end !== undefined);
  const milestones = rows.filter(({ kind, end }) => kind === 'milestone' && end !== undefined);
  const sections = sectionsOf([...new Set([...dated, ...milestones])].sort(byPlace(rows)));
  const excluded = [...daysOff.map((day) => weekdays[day - 1] ?? ''), ...holidays.map(({ start }) => start)];
  return [
    'gantt',
    ...(title === '' ? [] : [`  title ${mermaidText(title)}`]),
    '  dateFormat YYYY-MM-DD',
    ...(excluded.length > 0 ? [`  excludes ${[...new Set(excluded)].join(', ')}`] : []),
    ...sections.flatMap(({ name, rows: tasks }) => [
      ...(name === undefined ? [] : [`  section ${mermaidText(name)}`]),
      ...tasks.map(taskLine),
    ]),
    '',
  ].join('\n');
}

/** A roadmap as a Gantt chart of Mermaid: a section for the releases, and one for each goal with its projects. */
export function roadmapGanttOf({ title, rows }: RoadmapTimelineView): string {
  const lines = rows.flatMap((row) => {
    const isHead = row.depth === 1;
    const task = row.end === undefined ? [] : [roadmapTask(row)];
    return isHead ? [`  section ${mermaidText(row.title) || '–'}`, ...task] : task;
  });
  return [
    'gantt',
    ...(title === '' ? [] : [`  title ${mermaidText(title)}`]),
    '  dateFormat YYYY-MM-DD',
    ...lines,
    '',
  ].join('\n');
}

function roadmapTask({ title, kind, state, start, end = '' }: RoadmapRow): string {
  const isPoint = kind === 'release' || kind === 'goal' || start === undefined;
  const tags = [...(isPoint ? ['milestone'] : []), ...(state?.kind === 'done' ? ['done'] : [])];
  const when = isPoint ? [end, '0d'] : [start, nextDay(end)];
  return `  ${mermaidText(title) || '–'} :${[...tags, ...when].join(', ')}`;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

interface Section {
  readonly name: string | undefined;
  readonly rows: TimelineRow[];
}

function byPlace(rows: readonly TimelineRow[]): (one: TimelineRow, other: TimelineRow) => number {
  const places = new Map(rows.map((row, index) => [row, index]));
  return (one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0);
}

/** A group at the top begins a section, and the first row at the top after it the next. */
function sectionsOf(rows: readonly TimelineRow[]): readonly Section[] {
  const sections: Section[] = [];
  let current: Section | undefined;
  for (const row of rows) {
    if (row.depth === 1 && row.kind === 'group') sections.push((current = { name: row.title, rows: [] }));
    else if (row.depth === 1 && current?.name !== undefined) sections.push((current = { name: 'Others', rows: [row] }));
    else if (current) current.rows.push(row);
    else sections.push((current = { name: undefined, rows: [row] }));
  }
  return sections.filter((section) => section.rows.length > 0);
}

/** `  The payment form :done, crit, 2026-03-02, 2026-03-06`. The dates of a bar include its last day. */
function taskLine({ title, kind, state, critical, start, end = '' }: TimelineRow): string {
  const tags = [
    ...(kind === 'milestone' ? ['milestone'] : []),
    ...(state?.kind === 'done' ? ['done'] : state?.kind === 'in-progress' ? ['active'] : []),
    ...(critical === true ? ['crit'] : []),
  ];
  const when = kind === 'milestone' ? [end, '0d'] : [start ?? end, nextDay(end)];
  return `  ${mermaidText(title) || '–'} :${[...tags, ...when].join(', ')}`;
}

/** Mermaid takes the end of a task for the first moment after it. */
function nextDay(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}
