import type { SyntaxDocument } from '../syntax/document';
import { keyText } from '../syntax/tree';
import type { Place } from '../text/sourceText';
import { documentAfter, type SpanEdit } from './applyEdits';
import { combined } from './combine';
import { itemDrafts } from './appendItem';
import { EditedFile, type Draft } from './editedFile';
import { hasNoNewProblem, isAsExpected, membersOf, withValueAt } from './expected';
import { entryDrafts, propertyDrafts } from './insertPair';
import type { EditValue, PlanEdit } from './planEdit';
import { removalDrafts } from './removal';
import { scalarDrafts } from './replaceValue';
import { keySource, quotedSource } from './scalarText';

export type { EditValue, FileEdit, PlanEdit } from './planEdit';

/**
 * Builds edits of the current text of plan files that keep everything else as it is written: comments, quotes,
 * indentation, line breaks. A path holds the keys and, for the entries of lists, the indices in decimal text, from the
 * root of the file.
 *
 * Each method returns undefined where it cannot do what is asked without changing anything else: where nothing stands
 * at the path, where the value is an alias or has one elsewhere, where the text is too broken to be sure. Whatever is
 * returned (other than by {@link Editor.replace}) has been tried: the file that results has no problem that it did not
 * have, and says what it said but for what was asked.
 */
export interface Editor {
  /** Puts a text in the place of another one, as it is, untried. */
  replace(at: Place, newText: string): PlanEdit | undefined;
  /** Puts a scalar in the place of the one at `path`, or of a value that is absent, with its quotes where they can stay. */
  setScalar(uri: string, path: readonly string[], value: string): PlanEdit | undefined;
  /** Puts the text at a place in quotes, with what YAML took for a comment, a key or the next entry in it. */
  quote(at: Place): PlanEdit | undefined;
  /**
   * Adds a property to the map at `path` in the format's usual place, or replaces its value. An entry that is a bare
   * title becomes a map with that title.
   */
  setProperty(uri: string, path: readonly string[], key: string, value: EditValue): PlanEdit | undefined;
  /** Renames the key of the pair at `path`; undefined where its map has the new key already. */
  renameKey(uri: string, path: readonly string[], newKey: string): PlanEdit | undefined;
  /** Removes the entry, property or list element at `path`, with its comments, and a key that then holds nothing. */
  remove(uri: string, path: readonly string[]): PlanEdit | undefined;
  /** Adds a value to a list; to one value that stands for a list; or as one value where there is none. */
  appendToList(uri: string, path: readonly string[], value: EditValue): PlanEdit | undefined;
  /** Adds a value before the others of a list; undefined where there is no list, or none with anything in it. */
  prependToList(uri: string, path: readonly string[], value: EditValue): PlanEdit | undefined;
  /** Adds an entry to the map at `path`, which is made where it is missing; undefined where the id is taken. */
  addEntry(
    uri: string,
    path: readonly string[],
    id: string,
    value: EditValue,
    position?: 'first' | 'last',
  ): PlanEdit | undefined;
  createFile(uri: string, text: string): PlanEdit;
  /**
   * Several edits, each made for the texts as they are now, as one; undefined where one of them is, where two of them
   * are at odds (they change the same value, add the same key), or where together they break a file.
   */
  combine(...edits: readonly (PlanEdit | undefined)[]): PlanEdit | undefined;
}

/** @param documents the current syntax of a file by its URI */
export function createEditor(documents: (uri: string) => SyntaxDocument | undefined): Editor {
  const files = new WeakMap<SyntaxDocument, EditedFile>();
  const fileOf = (uri: string): EditedFile | undefined => {
    const document = documents(uri);
    if (!document) return undefined;
    const file = files.get(document) ?? new EditedFile(document);
    files.set(document, file);
    return file;
  };
  const tried = (uri: string, drafts: (file: EditedFile) => readonly Draft[]): PlanEdit | undefined => {
    const file = fileOf(uri);
    return file && firstThatHolds(file, drafts(file));
  };
  return Object.freeze<Editor>({
    replace(at, newText) {
      const span = documents(at.piece.uri)?.source.spanOf(at);
      return span && planEdit(at.piece.uri, [{ span, newText }]);
    },
    quote(at) {
      const file = fileOf(at.piece.uri);
      return file && quote(file, at);
    },
    setScalar: (uri, path, value) => tried(uri, (file) => scalarDrafts(file, path, value)),
    setProperty: (uri, path, key, value) => tried(uri, (file) => propertyDrafts(file, path, key, value)),
    renameKey: (uri, path, newKey) => tried(uri, (file) => renameDrafts(file, path, newKey)),
    remove: (uri, path) => tried(uri, (file) => removalDrafts(file, path)),
    appendToList: (uri, path, value) => tried(uri, (file) => itemDrafts(file, path, value)),
    prependToList: (uri, path, value) => tried(uri, (file) => itemDrafts(file, path, value, 'first')),
    addEntry: (uri, path, id, value, position = 'last') =>
      tried(uri, (file) => entryDrafts(file, path, id, value, position)),
    createFile: (uri, text) => ({ edits: [], creates: [{ uri, text }] }),
    combine: (...edits) => combined(edits, documents),
  });
}

function planEdit(uri: string, edits: readonly SpanEdit[]): PlanEdit {
  const changing = edits.filter(({ span, newText }) => span.end > span.start || newText !== '');
  return { edits: changing.map(({ span, newText }) => ({ uri, span, newText })) };
}

function firstThatHolds(file: EditedFile, drafts: readonly Draft[]): PlanEdit | undefined {
  for (const { edits, expected } of drafts) {
    const after = documentAfter(file.document, edits);
    if (after && isAsExpected(file.document, after, expected)) return planEdit(file.uri, edits);
  }
  return undefined;
}

function quote(file: EditedFile, at: Place): PlanEdit | undefined {
  const span = file.document.source.spanOf(at);
  if (!span || span.start === span.end) return undefined;
  const source = file.text.slice(span.start, span.end);
  const edits = [{ span, newText: quotedSource(source, file.style.quote) }];
  const after = documentAfter(file.document, edits);
  return after && hasNoNewProblem(file.document, after) ? planEdit(file.uri, edits) : undefined;
}

function renameDrafts(file: EditedFile, path: readonly string[], newKey: string): readonly Draft[] {
  const target = file.locate(path);
  const step = target?.steps.at(-1);
  if (!target || !step?.container || !('pair' in step)) return [];
  const { container, pair } = step;
  const { key } = pair;
  if (key.kind !== 'scalar' || container.members.some((other) => other !== pair && keyText(other) === newKey))
    return [];
  const old = keyText(pair);
  const at = container.members.findIndex((member) => keyText(member) === old);
  const members = membersOf(container).map((member, index) => (index === at ? { ...member, key: newKey } : member));
  const newText = keySource(newKey, file.scalarContext(container.flow || target.flow, undefined), key.style);
  const expected = withValueAt(file.root, path.slice(0, -1), { kind: 'members', members });
  return [{ edits: [{ span: file.span(key), newText }], expected }];
}
