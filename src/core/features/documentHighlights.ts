import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import { nameAt } from './names/nameAt';
import { occurrencesIn } from './names/occurrences';
import type { PlanState } from './planState';

/**
 * Every place of a file where what is named at an absolute offset is named: as written to where it is defined, else as
 * read. Undefined where no name stands, or one that leads nowhere.
 */
export function documentHighlights(
  { plan }: PlanState,
  uri: string,
  offset: number,
): readonly DocumentHighlight[] | undefined {
  const file = plan.files.get(uri);
  const subject = file && nameAt(plan, file, offset)?.subject;
  if (!subject) return undefined;
  return occurrencesIn(plan, file, subject).flatMap(({ at, isDeclaration }) => {
    const range = file.document.source.rangeOf(at);
    return range ? [{ range, kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read }] : [];
  });
}
