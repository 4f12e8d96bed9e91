import type { AnyEntity } from '../../plan/entity';
import { fieldOf } from '../../plan/entity';
import type { PlanFile } from '../../plan/planFile';

/** A thing whose changes are told, with where it stands. */
export interface Tracked {
  readonly entity: AnyEntity;
  readonly file: PlanFile;
  /** What holds it: another tracked thing, or the root of the file. */
  readonly holder: Tracked | undefined;
  /** See {@link nameOf}. */
  readonly title: string;
  /** Its place among all things of its file, in source order. */
  readonly order: number;
}

/** The lists and maps whose entries are told of, by what holds them. */
const collections: Readonly<Record<string, readonly string[]>> = {
  product: ['goals', 'features', 'releases', 'ideas', 'programs', 'decisions'],
  goal: ['key_results'],
  project: ['items', 'milestones', 'risks', 'issues', 'changes', 'decisions'],
  item: ['items'],
  program: ['milestones', 'risks'],
  settings: ['programs'],
};

/** The root of a file and all below it whose changes are told, in source order; empty for a file that says nothing. */
export function trackedIn(file: PlanFile): readonly Tracked[] {
  if (!file.root) return [];
  const found: Tracked[] = [];
  const add = (entity: AnyEntity, holder: Tracked | undefined): void => {
    const thing = { entity, file, holder, title: nameOf(entity, file), order: found.length };
    found.push(thing);
    for (const name of collections[entity.kind] ?? []) {
      const entries = fieldOf(entity, name)?.value;
      if (Array.isArray(entries)) for (const entry of entries as readonly AnyEntity[]) add(entry, thing);
    }
  };
  add(file.root, undefined);
  return found;
}

/** What a thing is called: its name or title on one line, else its id. */
export function nameOf(entity: AnyEntity, file: PlanFile): string {
  const property = entity.kind === 'product' || entity.kind === 'project' ? entity.kind : 'title';
  const written = fieldOf(entity, property)?.value;
  const text = typeof written === 'string' ? onOneLine(written) : '';
  return text !== '' ? text : entity === file.root ? file.id : entity.id;
}

/** A text without what only lays it out. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
