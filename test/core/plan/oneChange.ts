import type { TextChange } from '../../../src/core/text/sourceText';

/** The one change that makes another text of one: all between what both begin and what both end with. */
export function oneChange(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return {
    range: { start: positionAt(before, start), end: positionAt(before, before.length - same) },
    text: after.slice(start, after.length - same),
  };
}

function positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
