import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { ProjectFile, RoadmapFile } from '../plan/planFile';
import { entryOf, titleOf } from '../views/naming';
import { timelineView } from '../views/timeline';
import type { EntryPath, TimelineRow } from '../views/model';
import type { CalendarEvent } from './iCalendar';

/** What of a file belongs into a calendar: the releases and goals of a roadmap; milestones and deadlines of a project. */
export function calendarEvents(analysis: PlanAnalysis, file: RoadmapFile | ProjectFile): readonly CalendarEvent[] {
  const events = file.kind === 'roadmap' ? roadmapEvents(file) : projectEvents(analysis, file);
  return [...events].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}

/** The last day of a period is when its promise falls due. What is over or was given up is in no calendar. */
function roadmapEvents({ id, root }: RoadmapFile): readonly CalendarEvent[] {
  const releases = (root?.fields.releases?.value ?? []).flatMap((release) => {
    const { date, status } = release.fields;
    if (!date || status?.value === 'cancelled') return [];
    const description = date.value.first.equals(date.value.last) ? undefined : `By the end of ${date.value.text}`;
    return [
      eventOf(entryOf(release), id, 'release', date.value.last.toString(), `Release: ${titleOf(release)}`, description),
    ];
  });
  const goals = (root?.fields.goals?.value ?? []).flatMap((goal) => {
    const { target, status } = goal.fields;
    if (!target || status?.value === 'dropped' || status?.value === 'achieved') return [];
    return [eventOf(entryOf(goal), id, 'goal', target.value.last.toString(), `Goal: ${titleOf(goal)}`)];
  });
  return [...releases, ...goals];
}

function projectEvents(analysis: PlanAnalysis, file: ProjectFile): readonly CalendarEvent[] {
  const { rows } = timelineView(analysis, file);
  return rows.flatMap((row) => [...milestoneEvent(row, file.id), ...deadlineEvent(row, file.id)]);
}

function milestoneEvent({ kind, entry, end, title, state }: TimelineRow, file: string): readonly CalendarEvent[] {
  if (kind !== 'milestone' || end === undefined || state?.kind === 'dropped') return [];
  return [eventOf(entry, file, 'milestone', end, `Milestone: ${title}`, state?.text)];
}

function deadlineEvent(row: TimelineRow, file: string): readonly CalendarEvent[] {
  const { deadline, title, kind, entry, end, state } = row;
  if (deadline === undefined || state?.kind === 'done' || state?.kind === 'dropped') return [];
  const what = kind === 'project' ? 'Committed end' : 'Deadline';
  return [
    eventOf(
      entry,
      file,
      'deadline',
      deadline,
      `${what}: ${title}`,
      end === undefined ? undefined : `Planned to finish on ${end}`,
    ),
  ];
}

/** The name of an event is made of ids, not of places in files: it stays the same on another machine. */
function eventOf(
  { path }: EntryPath,
  file: string,
  kind: string,
  date: string,
  title: string,
  description?: string,
): CalendarEvent {
  const id = [kind, file, ...path].map((part) => part.replaceAll(/[^\w.-]/g, '_')).join('/');
  return { id: `${id}@throughline`, date, title, description };
}
