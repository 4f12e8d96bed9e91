import { createEditor, type EditValue } from '../../edit/editor';
import type { AnyEntity } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { legible } from '../../plan/scalars/parsed';
import { referenceText } from '../../plan/referenceText';
import { entityOf } from '../entityOf';
import { newId } from './newId';
import type { NewEntryRequest, PlannedChange } from './model';
import { plannedChange } from './plannedChange';
import type { PlanState } from '../planState';

/** Where the new entry goes, and what it says beside its title. */
interface Place {
  readonly file: PlanFile;
  readonly path: readonly string[];
  readonly fields: Readonly<Record<string, EditValue>>;
}

/**
 * Adds a goal to a product or as a part of a goal, a feature to a product or for a goal, an item to a project, below an
 * item or for a feature. Its id is made of its title.
 *
 * @returns undefined where the parent is gone or takes no such thing, and where its file is too broken to be sure
 */
export function newEntry({ plan }: PlanState, request: NewEntryRequest): PlannedChange | undefined {
  const { kind } = request;
  const place = placeFor(plan, request);
  const title = legible(request.title).trim();
  if (!place || title === '') return undefined;
  const { file, path, fields } = place;
  const taken = kind === 'item' ? plan.work(file).keys() : plan.all(kind).map(({ id }) => id);
  const id = newId(title, taken, kind);
  const editor = createEditor((uri) => plan.files.get(uri)?.document);
  const edit = editor.addEntry(file.uri, path, id, { title, ...fields });
  return edit && plannedChange(plan, edit, { uri: file.uri, path: [...path, id, 'title'] });
}

function placeFor(plan: Plan, { kind, parent, project }: NewEntryRequest): Place | undefined {
  const entity = entityOf(plan, parent);
  const file = entity && plan.fileOf(entity);
  if (!file) return undefined;
  if (kind === 'item') return placeForItem(plan, entity, file, project);
  if (file.kind !== 'roadmap') return undefined;
  const path = [kind === 'goal' ? 'goals' : 'features'];
  if (entity.kind === 'product') return { file, path, fields: {} };
  const goal = entity.kind === 'goal' ? referenceText(plan, entity, 'goal', file) : undefined;
  return goal === undefined ? undefined : { file, path, fields: { [kind === 'goal' ? 'parent' : 'goal']: goal } };
}

function placeForItem(plan: Plan, entity: AnyEntity, file: PlanFile, project: string | undefined): Place | undefined {
  if (entity.kind === 'item' || entity.kind === 'project') return { file, path: [...entity.path, 'items'], fields: {} };
  const home = project === undefined ? undefined : plan.files.get(project);
  if (entity.kind !== 'feature' || home?.kind !== 'project' || !home.root) return undefined;
  const feature = referenceText(plan, entity, 'feature', home);
  return feature === undefined ? undefined : { file: home, path: ['items'], fields: { feature } };
}
