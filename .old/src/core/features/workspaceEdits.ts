import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { PlanEdit } from '../edit/editor';
import type { Plan } from '../plan/plan';

/** What a client can take, and what it has open. */
export interface EditTarget {
  /** The version of an open document; undefined for one that is not open. */
  version(uri: string): number | undefined;
  /** Whether edits may carry the version that they were made for. */
  readonly documentChanges: boolean;
  /** Whether files may be made. */
  readonly createFiles: boolean;
}

/** An edit as the client applies it; undefined where it cannot, or where a file is not of the plan any more. */
export function workspaceEdit(
  plan: Plan,
  { edits, creates = [] }: PlanEdit,
  target: EditTarget,
): WorkspaceEdit | undefined {
  if (creates.length > 0 && !(target.documentChanges && target.createFiles)) return undefined;
  const byFile = new Map<string, TextEdit[]>();
  for (const { uri, span, newText } of edits) {
    const source = plan.files.get(uri)?.document.source;
    if (!source) return undefined;
    const textEdits = byFile.get(uri) ?? [];
    byFile.set(uri, textEdits);
    textEdits.push({ range: source.rangeAt(span), newText });
  }
  if (!target.documentChanges) return { changes: Object.fromEntries(byFile) };
  const created = creates.flatMap(({ uri, text }): readonly (CreateFile | TextDocumentEdit)[] => [
    { kind: 'create', uri },
    { textDocument: { uri, version: null }, edits: [{ range: start, newText: text }] },
  ]);
  const changed = [...byFile].map(([uri, textEdits]): TextDocumentEdit => ({
    textDocument: { uri, version: target.version(uri) ?? null },
    edits: textEdits,
  }));
  return { documentChanges: [...created, ...changed] };
}

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
