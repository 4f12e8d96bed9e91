import { editedFile, type EditedFile } from '../../../edit/editedFile';
import { stretchOf } from '../../../edit/stretches';
import { entityAtPath } from '../../../plan/entityAtPath';
import type { Item } from '../../../plan/generated/entities';
import type { ProjectFile } from '../../../plan/planFile';
import { keyText, type MapNode, type Pair } from '../../../syntax/tree';
import type { Span } from '../../../text/span';
import { entityAt } from '../entitiesAt';
import type { RefactoringPlace } from '../refactoring';

/** Items of one map of a project, in its order. */
export interface SelectedItems {
  readonly file: ProjectFile;
  /** Leads to the map. */
  readonly within: readonly string[];
  readonly items: readonly [Item, ...Item[]];
  /** Whether the map has others too. */
  readonly leavesOthers: boolean;
}

/**
 * The items all of which are selected, each from its key or the comments above it to its end; undefined where anything
 * but whole items is selected.
 *
 * @param takesCursor whether the innermost item stands for a selection where there is none
 */
export function selectedItems(place: RefactoringPlace, takesCursor: boolean): SelectedItems | undefined {
  const { file, selection } = place;
  if (file.kind !== 'project') return undefined;
  if (selection.start < selection.end) return inMap(file, ['items'], selection);
  const item = takesCursor ? entityAt(place, ['item']) : undefined;
  const within = item?.path.slice(0, -1);
  const map = within && mapAt(editedFile(file.document), within);
  return item && map ? { file, within, items: [item], leavesOthers: map.pairs.length > 1 } : undefined;
}

/** Goes down into the item that holds all of the selection, as long as one does. */
function inMap(file: ProjectFile, within: readonly string[], selection: Span): SelectedItems | undefined {
  const edited = editedFile(file.document);
  const map = mapAt(edited, within);
  if (!map) return undefined;
  const touched = map.pairs.filter((pair) => {
    const span = spanOf(edited, map, pair);
    return span.start < selection.end && selection.start < span.end;
  });
  const [first] = touched;
  const last = touched.at(-1);
  if (!first || !last) return undefined;
  const isWhole = selection.start <= edited.outerStart(first.key) && edited.pairEnd(last) <= selection.end;
  if (!isWhole) {
    const id = keyText(first);
    return first === last && id !== undefined ? inMap(file, [...within, id, 'items'], selection) : undefined;
  }
  const items = touched.flatMap((pair) => itemOf(file, within, pair) ?? []);
  const [item, ...others] = items;
  if (!item || items.length < touched.length) return undefined;
  return { file, within, items: [item, ...others], leavesOthers: touched.length < map.pairs.length };
}

function mapAt(file: EditedFile, path: readonly string[]): MapNode | undefined {
  const node = file.locate(path)?.node;
  return node?.kind === 'map' ? node : undefined;
}

/** All that belongs to an entry: its comments too. */
function spanOf(file: EditedFile, map: MapNode, pair: Pair): Span {
  const stretch = map.flow ? undefined : stretchOf(file, pair, file.column(map));
  return stretch ?? { start: file.outerStart(pair.key), end: file.pairEnd(pair) };
}

function itemOf(file: ProjectFile, within: readonly string[], pair: Pair): Item | undefined {
  const id = keyText(pair);
  const entity = id === undefined ? undefined : entityAtPath(file, [...within, id]);
  return entity?.kind === 'item' ? (entity as Item) : undefined;
}
