import type { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { fieldOf, type AnyEntity } from '../../plan/entity';
import type { Entities } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import { roleMarkdown } from '../../plan/roles';
import { formatPeriod, type Period } from '../../plan/scalars';
import { areaCard } from './areaCard';
import { cardMarkdown, fact } from './card';
import { goalCard, keyResultCard } from './goalCard';
import { homeOf, kindTitle, titleOf } from './naming';
import { personCard } from './personCard';
import { featureCard, groupCard, programCard, releaseCard } from './roadmapCards';
import { statusOf } from './status';
import { itemCard, milestoneCard } from './workCard';

/** Where and when a card is read. */
export interface CardReader {
  readonly plan: Plan;
  /** The file in which the cursor is. */
  readonly file: PlanFile;
  readonly today: Temporal.PlainDate;
  /** What follows from the plan today. */
  readonly analysis: PlanAnalysis;
}

type CardOf<E> = (reader: CardReader, entity: E) => string;

/** The kinds of entities that have a card of their own. */
const cards: { readonly [K in keyof Entities]?: CardOf<Entities[K]> } = {
  goal: ({ analysis, file }, goal) => goalCard(analysis, file, goal),
  'key-result': ({ plan }, result) => keyResultCard(plan, result),
  feature: ({ plan, file }, feature) => featureCard(plan, file, feature),
  release: ({ plan, file }, release) => releaseCard(plan, file, release),
  program: ({ plan, file }, program) => programCard(plan, file, program),
  theme: ({ plan, file }, theme) => groupCard(plan, file, theme),
  customer: ({ plan, file }, customer) => groupCard(plan, file, customer),
  item: ({ analysis, file }, item) => itemCard(analysis, file, item),
  milestone: ({ plan, file }, milestone) => milestoneCard(plan, file, milestone),
  person: ({ plan, file, today }, { id }) => personCard(plan, file, id, today),
  role: ({ plan }, { id }) => {
    const role = plan.role(id);
    return role ? roleMarkdown(role) : '';
  },
  assignment: ({ plan, file }, { id }) => areaCard(plan, file, id),
};

/** What there is to say of an entity of any kind, as Markdown. */
export function entityCard(reader: CardReader, entity: AnyEntity): string {
  const card = cards[entity.kind as keyof Entities] as CardOf<AnyEntity> | undefined;
  return card ? card(reader, entity) : plainCard(reader.plan, entity);
}

/** For what has few properties: a risk, an issue, an idea, a budget line. */
function plainCard(plan: Plan, entity: AnyEntity): string {
  const owner = fieldOf(entity, 'owner')?.value as Reference<'person'> | undefined;
  const due = fieldOf(entity, 'due')?.value as Period | undefined;
  const text = ['description', 'plan', 'resolution', 'notes']
    .map((property) => fieldOf(entity, property)?.value)
    .find((value): value is string => typeof value === 'string');
  return cardMarkdown({
    title: titleOf(entity),
    kind: [kindTitle(plan, entity), homeOf(plan, entity), statusOf(entity) ?? ''].filter((part) => part !== ''),
    facts: [fact('Owner', owner && plan.people.name(owner.id)), fact('Due', due && formatPeriod(due))],
    text,
  });
}
