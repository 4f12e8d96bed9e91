import type { InlayHint } from 'vscode-languageserver-types';
import type { Span } from '../../text/span';
import type { ForecastOf } from '../cheapForecast';
import type { PlanState } from '../planState';
import { dateHints } from './dateHints';
import { forecastHints } from './forecastHints';
import type { Hint } from './hint';
import { titleHints } from './titleHints';

/** What is shown in a file between what is written there; each can be turned off by itself. */
export interface InlayHintSettings {
  /** Computed dates of what states none. */
  readonly dates: boolean;
  /** The titles behind ids. */
  readonly titles: boolean;
  /** By when something is finished with 80 % probability, beside the day on which it should be. */
  readonly forecast: boolean;
}

/**
 * What a plan says between the lines, within a span of absolute offsets. Nothing is simulated for it.
 *
 * They are neither types nor parameters, and so have no kind.
 *
 * @param forecastOf what is known of when something will be finished
 * @returns in the order of the text; empty for a file of no plan
 */
export function inlayHints(
  state: PlanState,
  uri: string,
  span: Span,
  settings: InlayHintSettings,
  forecastOf: ForecastOf,
): readonly InlayHint[] {
  const file = state.plan.files.get(uri);
  if (!file) return [];
  const hints: readonly Hint[] = [
    ...(settings.titles ? titleHints(state, file, span) : []),
    ...(settings.dates ? dateHints(state, file, span) : []),
    ...(settings.forecast ? forecastHints(state, file, span, forecastOf) : []),
  ];
  const seen = new Set<number>();
  return hints
    .filter(({ offset }) => span.start <= offset && offset <= span.end)
    .sort((one, other) => one.offset - other.offset)
    .flatMap(({ offset, label, tooltip }) => {
      // What several aliases lead to is written once.
      if (seen.has(offset)) return [];
      seen.add(offset);
      const position = file.document.source.positionAt(offset);
      return [{ position, label, paddingLeft: true, ...(tooltip ? { tooltip } : {}) }];
    });
}
