import type { SyntaxDocument } from '../../syntax/document';

/**
 * What has been found in the nodes of documents. Documents never change, and of a file that nobody edits the nodes have
 * been let go of: a rule that is run again after an edit of another file should not have them read again.
 */
export class TreeAnswers<T> {
  readonly #known = new WeakMap<SyntaxDocument, Map<string, T>>();

  /**
   * @param question names all that the answer depends on beside the document
   * @param find reads the answer from the nodes
   */
  of(document: SyntaxDocument, question: string, find: () => T): T {
    const known = this.#known.get(document) ?? new Map<string, T>();
    this.#known.set(document, known);
    const before = known.get(question);
    if (before !== undefined) return before;
    const found = find();
    known.set(question, found);
    return found;
  }
}
