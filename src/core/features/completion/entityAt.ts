import type { AnyEntity } from '../../plan/entity';
import { schemaAt } from '../../schema/lookup';
import { keyText, resolved } from '../../syntax/tree';
import type { PlaceContext } from './candidate';

/** The entity that holds the place, as the plan has it now; undefined where it cannot be read. */
export function entityAround({ file, place }: PlaceContext): AnyEntity | undefined {
  const path = entityPath(file.kind, place.path);
  const last = path.at(-1);
  if (last === undefined) return file.root;
  const key = path.join('\0');
  return file.definitions.find((entity) => entity.id === last && entity.path.join('\0') === key);
}

/** The path of the innermost entity above a value. */
export function entityPath(kind: Parameters<typeof schemaAt>[0], path: readonly string[]): readonly string[] {
  for (let length = path.length - 1; length > 0; length--) {
    const above = path.slice(0, length);
    const schema = schemaAt(kind, above);
    if (schema?.entity !== undefined && schema.keyKind === undefined) return above;
  }
  return [];
}

const telling = ['title', 'product', 'project', 'description', 'why', 'summary'];

/** What the entity at the place is about: the title and the description of the innermost one that has some. */
export function topicTexts({ place }: PlaceContext): readonly string[] {
  for (const node of [...place.around].reverse()) {
    if (node.kind !== 'map') continue;
    const texts = node.members.flatMap((pair) => {
      const value = resolved(pair.value);
      return telling.includes(keyText(pair) ?? '') && value?.kind === 'scalar' ? [value.text] : [];
    });
    if (texts.length > 0) return texts;
  }
  return [];
}
