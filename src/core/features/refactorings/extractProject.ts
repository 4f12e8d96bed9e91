import { inheritedItems, type InheritedItem } from '../../analysis/inheritance';
import { itemTree, parentItem } from '../../analysis/lineage';
import { isDropped } from '../../analysis/openWork';
import { documentAfter } from '../../edit/applyEdits';
import { createEditor, type Editor, type PlanEdit } from '../../edit/editor';
import type { AnyEntity } from '../../plan/entity';
import { fileNameOf, fileStem, folderOf } from '../../plan/fileKind';
import type { Item } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { ProjectFile } from '../../plan/planFile';
import { isId } from '../../plan/scalars';
import { freeId } from '../../plan/freeId';
import { named, titleOf } from '../../rules/links/naming';
import { parseDocument } from '../../syntax/document';
import type { PlanState } from '../planState';
import { isWrittenOnce } from './entitiesAt';
import { inheritedProperties, type OwnProperties } from './extract/inheritedProperties';
import { keepsMeaning, type Move } from './extract/keepsMeaning';
import { movedReferences } from './extract/movedReferences';
import { projectText } from './extract/projectText';
import { selectedItems, type SelectedItems } from './extract/selectedItems';
import type { Refactoring } from './refactoring';
import { hasTimeToTry, once } from './trial';

const kind = 'refactor.extract.throughline.project';

/** Moves the items that are selected to a new project beside their own. */
export const extractProject: Refactoring = {
  kind,

  offers(place) {
    const { state, client, edit } = place;
    // Without a selection only for who asks for it by its kind: it would be in everybody's way.
    const selected = client.createsFiles ? selectedItems(place, client.isAskedFor(kind)) : undefined;
    if (!selected || !canMove(state, selected) || !hasTimeToTry(place)) return [];
    const id = newId(state.plan, selected);
    const { file, items } = selected;
    const change = once(state, ['extract', file.uri, ...items.flatMap(({ path }) => [...path, ''])], () =>
      moveEdit(state, selected, id, edit),
    );
    const [first, ...others] = items;
    const what = others.length === 0 ? named(first) : `${named(first)} and ${String(others.length)} more`;
    const title = `Move ${what} to a project of ${others.length === 0 ? 'its' : 'their'} own: ${fileNameOf(uriOf(file, id))}`;
    return change ? [{ title, edit: () => change }] : [];
  },
};

/**
 * Whether what the items are to the rest of the project is all written down: then it can be written down anew. What is
 * told apart by nothing but its place is not: the children that a parent is made of, or that follow one another.
 */
function canMove({ plan, complete }: PlanState, { file, items, leavesOthers }: SelectedItems): boolean {
  const isReadable = complete && [...plan.files.values()].every(({ document }) => document.problems.length === 0);
  if (!isReadable || !leavesOthers || file.root?.fields.phase?.value === 'closed' || !isId(file.id)) return false;
  if (!items.every((item) => isWrittenOnce(file, item.path) && !isDropped(item))) return false;
  const [first] = items;
  for (let at = parentItem(first); at; at = parentItem(at)) if (!isMereGroup(plan, at)) return false;
  return true;
}

/** Whether a parent says nothing of when its children take place, and nobody waits for it. */
function isMereGroup(plan: Plan, parent: Item): boolean {
  const { start, started, finished, not_before, depends_on, milestone, sequential } = parent.fields;
  const isDated = [start, started, finished, not_before, depends_on, milestone].some((field) => field !== undefined);
  if (isDated || sequential?.value === true) return false;
  return [...plan.files.values()].every((other) =>
    other.references.every(({ reference }) => {
      const resolution = reference.id === parent.id ? plan.resolve(reference, other) : undefined;
      return resolution?.status !== 'found' || resolution.entity !== parent;
    }),
  );
}

/** The edit that moves the items; undefined where the plan would not say the same after it. */
function moveEdit(state: PlanState, selected: SelectedItems, id: string, edit: Editor): PlanEdit | undefined {
  const { plan } = state;
  const { file, items } = selected;
  const moved = new Set<AnyEntity>(itemTree(items));
  const references = movedReferences(plan, file, moved, id);
  const inherited = inheritedItems(plan, file).filter(({ item }) => moved.has(item));
  if (!references) return undefined;
  const uri = uriOf(file, id);
  const title = titleFor(selected);
  const needsGoal = inherited.some(({ line }) => line?.source === 'project');
  const text = projectText(selected, { title, needsGoal, edits: references.within });
  const whole = text === undefined ? undefined : withProperties(plan, selected, inherited, { uri, text });
  if (whole === undefined) return undefined;
  const removal = edit.inSequence(
    ...items.map(
      ({ path }) =>
        (next: Editor) =>
          next.remove(file.uri, path),
    ),
  );
  const change = edit.combine(removal, { edits: references.elsewhere }, edit.createFile(uri, whole));
  const after = change && state.after(change);
  const move: Move = { ...selected, moved, uri };
  return after && keepsMeaning(state, after, move) ? change : undefined;
}

/** The text of the new project whose items state what they had from the items above them. */
function withProperties(
  plan: Plan,
  { file, items }: SelectedItems,
  inherited: readonly InheritedItem[],
  { uri, text }: { readonly uri: string; readonly text: string },
): string | undefined {
  const document = parseDocument(uri, text);
  if (document.problems.length > 0) return undefined;
  const steps: ((editor: Editor) => PlanEdit | undefined)[] = [];
  for (const item of items) {
    const own = inherited.find((each) => each.item === item);
    const properties = own && inheritedProperties(plan, file, own);
    if (!properties) return undefined;
    for (const key of propertyKeys) {
      const value = properties[key];
      if (value !== undefined) steps.push((editor) => editor.setProperty(uri, ['items', item.id], key, value));
    }
  }
  const change = createEditor(() => document).inSequence(...steps);
  return change && documentAfter(document, change.edits)?.source.toString();
}

const propertyKeys = ['goal', 'feature', 'release'] as const satisfies readonly (keyof OwnProperties)[];

/** What the new project is called: as its only item, or as the item that held its items; else by the first of them. */
function titleFor({ items: [first, ...others] }: SelectedItems): string {
  const named = others.length === 0 ? first : (parentItem(first) ?? first);
  const title = titleOf(named) ?? named.id;
  return others.length > 0 && named === first ? `${title} and ${String(others.length)} more` : title;
}

/** An id that no project has, nor a file, nor a program, whose milestones are named as the work of a project is. */
function newId(plan: Plan, { items: [first, ...others] }: SelectedItems): string {
  const named = others.length === 0 ? first : (parentItem(first) ?? first);
  const taken = [
    ...plan.projects.map(({ id }) => id),
    ...plan.all('program').map(({ id }) => id),
    ...[...plan.files.keys()].flatMap((uri) => fileStem(uri) ?? []),
  ];
  return freeId(named.id, taken);
}

function uriOf({ uri }: ProjectFile, id: string): string {
  const ending = fileNameOf(uri).endsWith('.yml') ? 'yml' : 'yaml';
  return `${folderOf(uri)}/${id}.project.${ending}`;
}
