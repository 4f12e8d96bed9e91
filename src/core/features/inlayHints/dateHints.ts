import { MarkupKind, type MarkupContent } from 'vscode-languageserver-types';
import type { ScheduledWork } from '../../analysis/schedule/scheduledWork';
import { feasibleDays, feasibleFinish } from '../../analysis/schedule/shownDates';
import { escapeMarkdown } from '../../plan/markdown';
import type { Work } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { dayText, shortDaysText } from '../../plan/texts';
import type { Span } from '../../text/span';
import { isDone } from '../cards/scheduleFacts';
import { workingDaysText } from '../cards/workingTime';
import type { PlanState } from '../planState';
import { isWithin, offsetAfterEntry, type Hint } from './hint';

/** The computed dates of open items and milestones of a file that do not state them, or state one of two. */
export function dateHints(state: PlanState, file: PlanFile, span: Span): readonly Hint[] {
  return file.definitions.flatMap((entity) => {
    if ((entity.kind !== 'item' && entity.kind !== 'milestone') || !isWithin(file, entity.at, span)) return [];
    const offset = offsetAfterEntry(file, entity);
    const scheduled = state.analysis.schedule.of(entity as Work);
    if (offset === undefined || !scheduled || scheduled.dropped || isDone(state.analysis, scheduled)) return [];
    const label = datesLabel(state, scheduled);
    return label === undefined ? [] : [{ offset, label, tooltip: reasonOf(scheduled) }];
  });
}

/** `4–8 May`; `until 8 May` and `from 4 May` where the other day is stated; undefined where there is nothing to add. */
function datesLabel({ today }: PlanState, scheduled: ScheduledWork): string | undefined {
  const { work } = scheduled;
  if (work.kind === 'milestone') {
    const day = work.fields.date ? undefined : feasibleFinish(scheduled);
    return day && dayText(day, today);
  }
  const { start, end, started, finished } = work.fields;
  const days = feasibleDays(scheduled);
  const [first, last] = [started ?? start, finished ?? end];
  if (!days || (first && last)) return undefined;
  if (first) return `until ${dayText(days.last, today)}`;
  return last ? `from ${dayText(days.first, today)}` : shortDaysText(days, today);
}

/** What drives the dates, and how far they may slip. */
function reasonOf({ driver, totalFloat, critical, calendar }: ScheduledWork): MarkupContent {
  const why = driver ? `Computed: it ${driver.why}.` : 'Computed.';
  const float =
    totalFloat === undefined
      ? ''
      : critical
        ? 'It is critical: no float is left.'
        : `Total float: ${workingDaysText(totalFloat, calendar)}.`;
  const value = [why, float].filter((part) => part !== '').map(escapeMarkdown);
  return { kind: MarkupKind.Markdown, value: value.join('\n\n') };
}
