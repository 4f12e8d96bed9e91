import { parseDocument } from '../syntax/document';
import { childShape, EditedFile } from './editedFile';
import type { EditValue } from './planEdit';
import { entryText } from './valueText';

/**
 * The text of a new plan file that says this, in block style and in the order in which it is given. What takes several
 * lines stands apart.
 *
 * @param uri tells the kind of the file
 */
export function newFileText(uri: string, properties: Readonly<Record<string, EditValue>>): string {
  const file = new EditedFile(parseDocument(uri, ''));
  const shape = file.shapeAt([]);
  const parts = Object.entries(properties).map(([key, value]) => {
    const { inline, below } = entryText(file, key, value, { column: 0, key, shape: childShape(shape, key) });
    return { lines: [inline, ...below], isLong: below.length > 0 };
  });
  const lines = parts.flatMap(({ lines, isLong }, at) => (isLong && at > 0 ? ['', ...lines] : lines));
  return `${lines.join('\n')}\n`;
}
