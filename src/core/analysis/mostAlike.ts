import { fieldOf, type AnyEntity } from '../plan/entity';
import type { Goal } from '../plan/generated/entities';
import type { Topic } from './topic';

/** How many are looked at closely: of more than these, those that share most words at a quick look. */
const few = 100;

const horizons = ['now', 'next', 'later'];

/**
 * What something may refer to, in the order in which it is most likely meant: what sounds most like it first, then what
 * comes up sooner. Of equals the order stays.
 *
 * @param topic what refers is about
 */
export function mostAlike<E extends AnyEntity>(entities: readonly E[], topic: Topic): readonly E[] {
  const [close, others] = entities.length > few ? closest(entities, topic) : [entities, []];
  const ranked = close.map((entity) => ({
    entity,
    likeness: topic.likeness(textsOf(entity)),
    horizon: horizonOf(entity),
  }));
  ranked.sort((one, other) => other.likeness - one.likeness || one.horizon - other.horizon);
  return [...ranked.map(({ entity }) => entity), ...others];
}

/** The few that share most words with a topic, and all others. */
function closest<E extends AnyEntity>(entities: readonly E[], topic: Topic): readonly [readonly E[], readonly E[]] {
  const ranked = entities.map((entity) => ({ entity, shared: topic.wordsShared(entity.id, titleOf(entity)) }));
  const sorted = ranked.sort((one, other) => other.shared - one.shared).map(({ entity }) => entity);
  return [sorted.slice(0, few), sorted.slice(few)];
}

/** The texts by which a thing is recognised: its id, its title or name, and what a goal is measured by. */
function textsOf(entity: AnyEntity): readonly string[] {
  const texts = [entity.id, titleOf(entity)];
  const measures = entity.kind === 'goal' ? ((entity as Goal).fields.key_results?.value ?? []) : [];
  return measures.length === 0 ? texts : [...texts, ...measures.flatMap(({ fields }) => fields.title?.value ?? [])];
}

function titleOf(entity: AnyEntity): string {
  const title = (fieldOf(entity, 'title') ?? fieldOf(entity, 'name'))?.value;
  return typeof title === 'string' ? title : '';
}

function horizonOf(entity: AnyEntity): number {
  const horizon = fieldOf(entity, 'horizon')?.value;
  return horizons.indexOf(typeof horizon === 'string' ? horizon : 'next');
}
