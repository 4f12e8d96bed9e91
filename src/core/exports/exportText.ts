import type { EarlierPlan } from '../analysis/changes/earlierPlan';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import { viewData } from '../views';
import type { ViewName } from '../views/model';
import type { ViewSettings } from '../views/viewSettings';
import { calendarEvents } from './calendarEvents';
import { csvOf } from './csv';
import { viewDocument } from './documents';
import type { TextFormat } from './formats';
import { iCalendar } from './iCalendar';
import { markdownOf } from './markdown';
import { mermaidOf } from './mermaid';
import { svgOf } from './svg/document';

/**
 * A view of a file as text of a format.
 *
 * @param settings what the reader has filtered and grouped; a calendar has everything whatever they are
 * @param earlier what the plan is compared with, where the view does that
 * @returns undefined for a file without views, and for a view that the format cannot hold
 */
export function exportText(
  analysis: PlanAnalysis,
  uri: string,
  view: ViewName | undefined,
  settings: ViewSettings,
  format: TextFormat,
  earlier?: EarlierPlan,
): string | undefined {
  const data = viewData(analysis, uri, view, settings, undefined, earlier);
  const file = analysis.plan.files.get(uri);
  if (!data || !file || file.kind === 'settings') return undefined;
  switch (format) {
    case 'svg':
      return svgOf(viewDocument(data));
    case 'md':
      return markdownOf(viewDocument(data));
    case 'csv':
      return csvOf(viewDocument(data));
    case 'mermaid':
      return mermaidOf(data);
    case 'ics':
      return iCalendar(data.title, calendarEvents(analysis, file), analysis.today);
  }
}
