import type { SpanEdit } from '../../../edit/applyEdits';
import type { FileEdit } from '../../../edit/editor';
import type { AnyEntity } from '../../../plan/entity';
import type { Plan } from '../../../plan/plan';
import type { ProjectFile } from '../../../plan/planFile';

/** What becomes of references to work when items move to another project. */
export interface MovedReferences {
  /** In what moves, by its present place. */
  readonly within: readonly SpanEdit[];
  /** In what stays. */
  readonly elsewhere: readonly FileEdit[];
}

/**
 * The changes of references by which all of them lead where they did: what moves refers to itself by bare ids, and to
 * what stays, or is referred to from there, with the id of the project.
 *
 * @param moved all items that move, those under others too
 * @param newId of the project that they move to
 * @returns undefined where a reference is not written as it is read, or stands for several
 */
export function movedReferences(
  plan: Plan,
  from: ProjectFile,
  moved: ReadonlySet<AnyEntity>,
  newId: string,
): MovedReferences | undefined {
  const within: SpanEdit[] = [];
  const elsewhere = new Map<string, FileEdit>();
  const ids = new Set([...moved].map(({ id }) => id));
  for (const file of plan.files.values()) {
    for (const { reference, at, by } of file.references) {
      if (!isToWork(reference.to)) continue;
      const isFromMoved = file === from && isPartOf(by, moved);
      // What stays refers to what moves only by one of its ids.
      if (!isFromMoved && !ids.has(reference.id)) continue;
      const resolution = plan.resolve(reference, file);
      if (resolution.status !== 'found') continue;
      const { entity } = resolution;
      const text = textOf(entity, { isFromMoved, isToMoved: moved.has(entity), from, newId });
      if (text === undefined || text === reference.text) continue;
      const { source } = file.document;
      const span = source.spanOf(at);
      if (!span || source.slice(span.start, span.end) !== reference.text) return undefined;
      if (isFromMoved) {
        within.push({ span, newText: text });
        continue;
      }
      // One text that several aliases stand for is changed once, if it is to be the same for all of them.
      const place = `${file.uri} ${String(span.start)}`;
      if ((elsewhere.get(place)?.newText ?? text) !== text) return undefined;
      elsewhere.set(place, { uri: file.uri, span, newText: text });
    }
  }
  return { within, elsewhere: [...elsewhere.values()] };
}

/** Whether something is one of some entities, or a part of one. */
export function isPartOf(entity: AnyEntity, entities: ReadonlySet<AnyEntity>): boolean {
  for (let at: AnyEntity | undefined = entity; at; at = at.within) if (entities.has(at)) return true;
  return false;
}

function isToWork(kind: string): boolean {
  return kind === 'work' || kind === 'item' || kind === 'milestone';
}

interface Move {
  readonly isFromMoved: boolean;
  readonly isToMoved: boolean;
  readonly from: ProjectFile;
  readonly newId: string;
}

/** What is written for an entity after the move; undefined where that stays as it is. */
function textOf({ id, uri }: AnyEntity, { isFromMoved, isToMoved, from, newId }: Move): string | undefined {
  if (isToMoved) return isFromMoved ? id : `${newId}/${id}`;
  return isFromMoved && uri === from.uri ? `${from.id}/${id}` : undefined;
}
