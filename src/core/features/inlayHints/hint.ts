import type { InlayHint, MarkupContent } from 'vscode-languageserver-types';
import type { PlanFile } from '../../plan/planFile';
import type { Place } from '../../text/sourceText';
import type { Span } from '../../text/span';

/** An inlay hint by its absolute offset. */
export interface Hint {
  readonly offset: number;
  readonly label: InlayHint['label'];
  readonly tooltip?: MarkupContent;
}

/** Whether a place of a file touches a span; false for a place that is not of its text any more. */
export function isWithin({ document: { source } }: PlanFile, place: Place, { start, end }: Span): boolean {
  const own = source.spanOf(place);
  return own !== undefined && own.start <= end && own.end >= start;
}

/**
 * The absolute offset at which something can be said of an entry: behind it where all of it is on one line, else behind
 * its key and colon. Undefined where it is not of the text any more.
 */
export function offsetAfterEntry(
  file: PlanFile,
  { key, at }: { readonly key: Place; readonly at: Place },
): number | undefined {
  const { source } = file.document;
  const whole = source.spanOf(at);
  const name = source.spanOf(key);
  if (!whole || !name || name.end > whole.end) return undefined;
  const range = source.rangeAt(whole);
  if (range.start.line === range.end.line) return whole.end;
  const colon = /^[ \t]*:/.exec(source.slice(name.end, Math.min(whole.end, name.end + longestGap)));
  return name.end + (colon?.[0].length ?? 0);
}

/** People align colons, but not over more than a line. */
const longestGap = 200;
