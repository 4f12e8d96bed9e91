import type { SpanEdit } from '../../../edit/applyEdits';
import { editedFile, type EditedFile } from '../../../edit/editedFile';
import { excerpt, excerpts, indented } from '../../../edit/excerpt';
import { hasBlankLines } from '../../../edit/insertPair';
import { scalarText } from '../../../edit/scalarText';
import { standsAlone } from '../../../edit/stretches';
import { itemTree } from '../../../analysis/lineage';
import { keyText, type Pair } from '../../../syntax/tree';
import type { SelectedItems } from './selectedItems';

/** What of a project holds for a part of its work too, as long as it is written in one place. */
const kept = ['format', 'manager', 'sponsor', 'program', 'phase', 'start', 'end', 'calendar'];

export interface ProjectTextOptions {
  readonly title: string;
  /** Whether the work has goals from the project. */
  readonly needsGoal: boolean;
  /** Changes of what moves, by its present place. */
  readonly edits: readonly SpanEdit[];
}

/**
 * The text of a project of some items of another one, in the style and the order of that: its title, what it has from
 * the other one, who of the team works on it, and the items with their comments.
 *
 * @returns undefined where not all of it can be taken over as it is written
 */
export function projectText(selected: SelectedItems, options: ProjectTextOptions): string | undefined {
  const file = editedFile(selected.file.document);
  const { root } = file;
  if (root?.kind !== 'map') return undefined;
  const parts: (readonly string[])[] = [];
  for (const pair of root.pairs) {
    const lines = linesOf(file, pair, selected, options);
    if (!lines) return undefined;
    if (lines.length > 0) parts.push(lines);
  }
  const isApart = hasBlankLines(file, root);
  const all = parts.flatMap((lines, at) => (isApart && at > 0 && lines.length > 1 ? ['', ...lines] : lines));
  return all.map((line) => line + file.style.eol).join('');
}

/** What the new project has of one key of the other one. */
function linesOf(
  file: EditedFile,
  pair: Pair,
  selected: SelectedItems,
  { title, needsGoal, edits }: ProjectTextOptions,
): readonly string[] | undefined {
  const key = keyText(pair) ?? '';
  if (key === 'project') return [`project: ${scalarText(title, file.scalarContext(false, file.shapeAt([key])))}`];
  if (key === 'items')
    return mapLines(
      file,
      selected.within,
      selected.items.map(({ id }) => id),
      edits,
    );
  const isNeeded = kept.includes(key) || (key === 'goal' && needsGoal) || (key === 'sizes' && usesSizes(selected));
  if (!isNeeded && key !== 'team') return [];
  if (!standsAlone(pair.value)) return undefined;
  return isNeeded ? excerpt(file.document, [key], { comments: false }) : teamLines(file, pair, selected);
}

/** The members of the team who work on the items. */
function teamLines(file: EditedFile, { value }: Pair, selected: SelectedItems): readonly string[] | undefined {
  if (value?.kind !== 'map') return [];
  const people = peopleOf(selected);
  const working = value.pairs.flatMap((pair) => keyText(pair) ?? []).filter((id) => people.has(id));
  return working.length > 0 ? mapLines(file, ['team'], working, []) : [];
}

/** The key of a map with some of its entries. */
function mapLines(
  file: EditedFile,
  path: readonly string[],
  keys: readonly string[],
  edits: readonly SpanEdit[],
): readonly string[] | undefined {
  const lines = excerpts(file.document, path, keys, edits);
  return lines && [`${path.at(-1) ?? ''}:`, ...indented(lines, file.style.indent)];
}

/** Who is assigned to one of the items, or answers for it: without assignees the owner does the work. */
function peopleOf({ items }: SelectedItems): ReadonlySet<string> {
  const people = [...itemTree(items)].flatMap(({ fields: { assignees, owner } }) => [
    ...(assignees?.value.map(({ key }) => key.value.id) ?? []),
    ...(owner ? [owner.value.id] : []),
  ]);
  return new Set(people);
}

function usesSizes({ items }: SelectedItems): boolean {
  return [...itemTree(items)].some(({ fields }) => fields.size !== undefined);
}
