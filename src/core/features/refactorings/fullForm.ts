import { editedFile } from '../../edit/editedFile';
import { schemaAt, type SchemaNode } from '../../schema/lookup';
import { isAbsent, type ScalarNode } from '../../syntax/tree';
import { inQuotes, wordsOf } from '../../rules/links/naming';
import { isWrittenOnce } from './entitiesAt';
import type { Refactoring } from './refactoring';

/** `spike: Try it` with the title as a property, where others can be put beside it. */
export const fullForm: Refactoring = {
  kind: 'refactor.rewrite.throughline.fullForm',

  offers({ file, steps, edit }) {
    const step = steps.at(-1);
    const value = step?.value;
    if (!step || value?.kind !== 'scalar' || isAbsent(value)) return [];
    const schema = schemaAt(file.kind, step.path);
    if (schema?.shorthand === undefined || !isWrittenOnce(file, step.path)) return [];
    // A single text that stands for a list has no place of its own.
    if (editedFile(file.document).locate(step.path)?.steps.at(-1)?.container === undefined) return [];
    const title = `Write ${inQuotes(nameOf(schema, step.path, value))} in full`;
    return [{ title, edit: () => edit.expand(file.uri, step.path) }];
  },
};

/** What people call it: the text where that is its title, else its key. */
function nameOf({ shorthand }: SchemaNode, path: readonly string[], { text }: ScalarNode): string {
  return shorthand === 'title' || shorthand === 'name' ? text : wordsOf(path.at(-1) ?? '');
}
