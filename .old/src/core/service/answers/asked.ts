import type { Range } from 'vscode-languageserver-types';
import type { PlanState } from '../../features/planState';
import type { SourceText } from '../../text/sourceText';
import type { Span } from '../../text/span';

/** What a feature answers on a file, with its text to convert positions by; undefined for a file of no plan. */
export type Asked = <T>(uri: string, answer: (state: PlanState, source: SourceText) => T) => T | undefined;

/** The absolute span of a range of the protocol. */
export function spanIn(source: SourceText, { start, end }: Range): Span {
  return { start: source.offsetAt(start), end: source.offsetAt(end) };
}
