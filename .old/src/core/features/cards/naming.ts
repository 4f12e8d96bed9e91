import { fieldOf, type AnyEntity } from '../../plan/entity';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { fileNameOf } from '../../plan/fileKind';
import { schemaAt } from '../../schema/lookup';

/** What people call an entity: its title or name, else its id. */
export function titleOf(entity: AnyEntity): string {
  for (const property of titleProperties[entity.kind] ?? ['title']) {
    const title = fieldOf(entity, property)?.value;
    if (typeof title === 'string' && title !== '') return title;
  }
  return entity.id;
}

const titleProperties: Readonly<Record<string, readonly string[]>> = {
  product: ['product'],
  project: ['project'],
  person: ['name'],
  stakeholder: ['title', 'person'],
};

/** What people call a file: its product or project, else its name. */
export function fileTitle(file: PlanFile): string {
  const title = file.root ? titleOf(file.root) : '';
  return title === '' ? fileNameOf(file.uri) : title;
}

/** The title of the file that an entity stands in. */
export function homeOf(plan: Plan, entity: AnyEntity): string {
  const file = plan.fileOf(entity);
  return file ? fileTitle(file) : '';
}

/** The title with that of its file, where this is not the file that is being read: `Cutover (Launch site)`. */
export function titleFrom(plan: Plan, entity: AnyEntity, reader: PlanFile): string {
  const isRoot = entity.path.length === 0;
  return entity.uri === reader.uri || isRoot ? titleOf(entity) : `${titleOf(entity)} (${homeOf(plan, entity)})`;
}

/** What kind of thing an entity is, in the words of the format: `Goal`, `Key result`. */
export function kindTitle(plan: Plan, entity: AnyEntity): string {
  const file = plan.fileOf(entity);
  const title = file && schemaAt(file.kind, entity.path)?.title;
  return title === undefined || title === '' ? entity.kind : title;
}
