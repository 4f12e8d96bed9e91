import type { SyntaxDocument } from '../syntax/document';
import { documentAfter } from './applyEdits';
import { EditHistory } from './editHistory';
import type { PlanEdit } from './planEdit';

type Documents = (uri: string) => SyntaxDocument | undefined;

/** See {@link Editor.inSequence}. */
export function sequenced(
  documents: Documents,
  step: (index: number, current: Documents) => PlanEdit | undefined,
  count: number,
): PlanEdit | undefined {
  const changed = new Map<string, { readonly document: SyntaxDocument; readonly history: EditHistory }>();
  const current: Documents = (uri) => changed.get(uri)?.document ?? documents(uri);
  for (let index = 0; index < count; index++) {
    const edit = step(index, current);
    if (!edit || edit.creates) return undefined;
    for (const uri of new Set(edit.edits.map((each) => each.uri))) {
      const before = current(uri);
      const own = edit.edits.filter((each) => each.uri === uri);
      const document = before && documentAfter(before, own);
      if (!document) return undefined;
      const history = changed.get(uri)?.history ?? new EditHistory(before.source.length);
      history.add(own);
      changed.set(uri, { document, history });
    }
  }
  return { edits: [...changed].flatMap(([uri, { history }]) => history.edits().map((edit) => ({ uri, ...edit }))) };
}
