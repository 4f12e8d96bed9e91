import { fieldOf, type AnyEntity } from '../plan/entity';
import type { Goal } from '../plan/generated/entities';
import type { Topic } from './topic';

/** More entities than these are looked at closely only where a quick look says that it is worth it. */
const few = 200;

const horizons = ['now', 'next', 'later'];

/**
 * What something may refer to, in the order in which it is most likely meant: what sounds most like it first, then what
 * comes up sooner. Of equals the order stays.
 *
 * @param topic what refers is about
 */
export function mostAlike<E extends AnyEntity>(entities: readonly E[], topic: Topic): readonly E[] {
  const many = entities.length > few;
  const ranked = entities.map((entity) => {
    const texts = textsOf(entity);
    const close = !many || texts.some((text) => topic.mayShareWords(text));
    return { entity, likeness: close ? topic.likeness(texts) : 0, horizon: horizonOf(entity) };
  });
  ranked.sort((one, other) => other.likeness - one.likeness || one.horizon - other.horizon);
  return ranked.map(({ entity }) => entity);
}

/** The texts by which a thing is recognised: its id, its title or name, and what a goal is measured by. */
function textsOf(entity: AnyEntity): readonly string[] {
  const title = (fieldOf(entity, 'title') ?? fieldOf(entity, 'name'))?.value;
  const texts = typeof title === 'string' ? [entity.id, title] : [entity.id];
  const measures = entity.kind === 'goal' ? ((entity as Goal).fields.key_results?.value ?? []) : [];
  return measures.length === 0 ? texts : [...texts, ...measures.flatMap(({ fields }) => fields.title?.value ?? [])];
}

function horizonOf(entity: AnyEntity): number {
  const horizon = fieldOf(entity, 'horizon')?.value;
  return horizons.indexOf(typeof horizon === 'string' ? horizon : 'next');
}
