import { documentAfter } from '../edit/applyEdits';
import type { PlanEdit } from '../edit/planEdit';
import { fileKindOf } from '../plan/fileKind';
import { PlanIndex, type Plan } from '../plan/plan';
import { readPlanFile } from '../plan/planFile';
import { parseDocument, type SyntaxDocument } from '../syntax/document';

/**
 * What a plan would be after an edit; the plan itself stays as it is. Files that the edit does not change keep their
 * identity.
 *
 * @returns undefined where the edit is none of this plan: of a file that it lacks, or of a text that is no longer there
 */
export function planAfter(plan: Plan, { edits, creates = [] }: PlanEdit): Plan | undefined {
  const documents = creates.map(({ uri, text }) => parseDocument(uri, text));
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const before = plan.files.get(uri)?.document;
    const after =
      before &&
      documentAfter(
        before,
        edits.filter((edit) => edit.uri === uri),
      );
    if (!after) return undefined;
    documents.push(after);
  }
  return withDocuments(plan, documents);
}

function withDocuments(plan: Plan, documents: readonly SyntaxDocument[]): Plan {
  const index = new PlanIndex(plan.root);
  const changed = new Set(documents.map(({ uri }) => uri));
  for (const file of plan.files.values()) if (!changed.has(file.uri)) index.update(file);
  for (const document of documents) {
    const kind = fileKindOf(document.uri);
    if (kind) index.update(readPlanFile(kind, document, plan.files.get(document.uri)));
  }
  return index;
}
