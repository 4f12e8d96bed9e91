import type { TextEdit } from 'vscode-languageserver-types';
import type { SpanEdit } from '../edit/applyEdits';
import type { PlanState } from './planState';
import type { PlanFile } from '../plan/planFile';
import { afterDash } from './typing/afterDash';
import { afterEnter } from './typing/afterEnter';
import type { onTypeTriggers } from './triggers';
import { afterSpace } from './typing/afterSpace';

const answers: Readonly<Record<string, (file: PlanFile, offset: number) => SpanEdit | undefined>> = {
  '\n': afterEnter,
  '-': afterDash,
  ' ': afterSpace,
} satisfies Record<(typeof onTypeTriggers)[number], unknown>;

/**
 * Puts a line that has just been begun where it belongs: below its list, with a dash, or below its map. Changes blanks
 * and dashes at the start of lines and nothing else, and nothing in a text, a comment or brackets.
 *
 * @param offset absolute; behind what has been typed
 * @param typed one of `onTypeTriggers`; nothing comes of any other
 */
export function onTypeFormatting({ plan }: PlanState, uri: string, offset: number, typed: string): readonly TextEdit[] {
  const file = plan.files.get(uri);
  const answer = Object.hasOwn(answers, typed) ? answers[typed] : undefined;
  const edit = file && answer?.(file, offset);
  return edit ? [{ range: file.document.source.rangeAt(edit.span), newText: edit.newText }] : [];
}
