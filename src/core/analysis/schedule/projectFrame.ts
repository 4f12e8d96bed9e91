import { Temporal } from 'temporal-polyfill';
import type { Milestone, Program } from '../../plan/generated/entities';
import type { PlanFile, ProjectFile } from '../../plan/planFile';
import { calendarOf, startOf, type Instant, type WorkingCalendar } from '../calendar';
import { sizeScale, type SizeScale } from '../effort';
import { itemTree, topItems } from '../lineage';
import type { PlanOnDay } from '../planOnDay';

/** What all work of one file has in common: a project, or a roadmap or settings file with the milestones of programs. */
export interface Frame {
  readonly file: PlanFile;
  readonly calendar: WorkingCalendar;
  /** The first instant of the project: none of its work starts earlier, but for what states its own dates. */
  readonly origin: Instant;
}

export interface ProjectFrame extends Frame {
  readonly file: ProjectFile;
  readonly sizes: SizeScale;
}

/** The frame of a project. One without a start begins with its first date, or today. */
export function projectFrame({ plan, today, publicHolidays }: PlanOnDay, file: ProjectFile): ProjectFrame {
  return {
    file,
    calendar: calendarOf(plan, file, publicHolidays),
    origin: startOf(firstDate(file, today)) ?? 0,
    sizes: sizeScale(file),
  };
}

/** The frame of the programs that a roadmap or the settings hold: they go by the calendar that the plan shares. */
export function programFrame({ plan, today, publicHolidays }: PlanOnDay, file: PlanFile): Frame {
  return { file, calendar: calendarOf(plan, undefined, publicHolidays), origin: startOf(today) ?? 0 };
}

function firstDate(file: ProjectFile, today: Temporal.PlainDate): Temporal.PlainDate {
  const { start, baseline } = file.root?.fields ?? {};
  const stated = start?.value ?? baseline?.value.fields.start?.value;
  if (stated) return stated;
  let first = today;
  for (const { fields } of itemTree(topItems(file))) {
    for (const date of [fields.started, fields.start, fields.finished, fields.end]) {
      if (date && Temporal.PlainDate.compare(date.value, first) < 0) first = date.value;
    }
  }
  return first;
}

/** The milestones of the programs that a roadmap or the settings hold. */
export function programMilestones(file: PlanFile): readonly Milestone[] {
  return programsOf(file).flatMap(({ fields }) => fields.milestones?.value ?? []);
}

/** The programs that a roadmap or the settings hold. */
export function programsOf(file: PlanFile): readonly Program[] {
  return file.kind === 'project' ? [] : (file.root?.fields.programs?.value ?? []);
}
