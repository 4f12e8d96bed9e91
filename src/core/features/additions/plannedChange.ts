import type { Range, TextEdit } from 'vscode-languageserver-types';
import { documentAfter } from '../../edit/applyEdits';
import { EditedFile } from '../../edit/editedFile';
import type { PlanEdit } from '../../edit/planEdit';
import type { EntryPath } from '../../plan/entryPath';
import type { Plan } from '../../plan/plan';
import type { PlannedChange } from './model';
import { parseDocument, type SyntaxDocument } from '../../syntax/document';

/**
 * A change with the place of a value in the text after it, a scalar without its quotes.
 *
 * @param shown the path of the value
 * @returns undefined where the edit is none of the plan as it is, or the value is not there after it
 */
export function plannedChange(
  plan: Plan,
  { edits, creates = [] }: PlanEdit,
  shown: EntryPath,
): PlannedChange | undefined {
  const byFile = new Map<string, TextEdit[]>();
  for (const { uri, span, newText } of edits) {
    const source = plan.files.get(uri)?.document.source;
    if (!source) return undefined;
    const ofFile = byFile.get(uri) ?? [];
    byFile.set(uri, ofFile);
    ofFile.push({ range: source.rangeAt(span), newText });
  }
  const created = creates.find(({ uri }) => uri === shown.uri);
  const before = plan.files.get(shown.uri)?.document;
  const after = created
    ? parseDocument(created.uri, created.text)
    : before &&
      documentAfter(
        before,
        edits.filter(({ uri }) => uri === shown.uri),
      );
  const range = after && rangeOfValue(after, shown.path);
  if (!range) return undefined;
  return {
    creates,
    edits: [...byFile].map(([uri, ofFile]) => ({ uri, edits: ofFile })),
    shows: { uri: shown.uri, range },
  };
}

function rangeOfValue(document: SyntaxDocument, path: readonly string[]): Range | undefined {
  const file = new EditedFile(document);
  const node = file.locate(path)?.node;
  if (!node) return undefined;
  const { start, end } = file.span(node);
  const quote = node.kind === 'scalar' && (node.style === 'single' || node.style === 'double') ? 1 : 0;
  return document.source.rangeAt({ start: start + quote, end: end - quote });
}
