import type { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { fieldOf, type AnyEntity } from '../../plan/entity';
import type { Entities, Risk } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import { roleMarkdown } from '../../plan/roles';
import { formatImpact, formatPeriod, type Period } from '../../plan/scalars';
import { percentText } from '../../plan/texts';
import { areaCard } from './areaCard';
import { cardMarkdown, fact, type Fact } from './card';
import { budgetLineFact } from './costFacts';
import { featureCard, ideaCard } from './featureCard';
import { goalCard, keyResultCard } from './goalCard';
import { groupCard, programCard } from './groupCards';
import { homeOf, kindTitle, titleOf } from './naming';
import { personCard } from './personCard';
import { releaseCard } from './releaseCard';
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
  feature: ({ analysis, file }, feature) => featureCard(analysis, file, feature),
  release: ({ analysis, file }, release) => releaseCard(analysis, file, release),
  idea: ({ analysis, file }, idea) => ideaCard(analysis, file, idea),
  program: ({ analysis, file }, program) => programCard(analysis, file, program),
  theme: ({ plan, file }, theme) => groupCard(plan, file, theme),
  customer: ({ plan, file }, customer) => groupCard(plan, file, customer),
  item: ({ analysis, file }, item) => itemCard(analysis, file, item),
  milestone: ({ analysis, file }, milestone) => milestoneCard(analysis, file, milestone),
  risk: (reader, risk) => plainCard(reader, risk, riskFacts(risk)),
  'budget-line': (reader, line) => {
    const home = reader.plan.fileOf(line);
    return plainCard(reader, line, home?.kind === 'project' ? [budgetLineFact(reader.analysis, home, line)] : []);
  },
  person: ({ analysis, file }, { id }) => personCard(analysis, file, id),
  role: ({ plan }, { id }) => {
    const role = plan.role(id);
    return role ? roleMarkdown(role) : '';
  },
  assignment: ({ plan, file }, { id }) => areaCard(plan, file, id),
};

/** What there is to say of an entity of any kind, as Markdown. */
export function entityCard(reader: CardReader, entity: AnyEntity): string {
  const card = cards[entity.kind as keyof Entities] as CardOf<AnyEntity> | undefined;
  return card ? card(reader, entity) : plainCard(reader, entity);
}

/** For what has few properties: a risk, an issue, a budget line. */
function plainCard({ plan }: CardReader, entity: AnyEntity, facts: readonly (Fact | undefined)[] = []): string {
  const owner = fieldOf(entity, 'owner')?.value as Reference<'person'> | undefined;
  const due = fieldOf(entity, 'due')?.value as Period | undefined;
  const text = ['description', 'plan', 'resolution', 'notes']
    .map((property) => fieldOf(entity, property)?.value)
    .find((value): value is string => typeof value === 'string');
  return cardMarkdown({
    title: titleOf(entity),
    kind: [kindTitle(plan, entity), homeOf(plan, entity), statusOf(entity) ?? ''].filter((part) => part !== ''),
    facts: [...facts, fact('Owner', owner && plan.people.name(owner.id)), fact('Due', due && formatPeriod(due))],
    text,
  });
}

/** How bad a risk is, and what is done about it. */
function riskFacts({ fields: { probability, impact, response } }: Risk): readonly (Fact | undefined)[] {
  return [
    fact('Probability', probability && percentText(probability.value.percent / 100)),
    fact('Impact', impact?.value.map(({ value }) => formatImpact(value)).join(' and ')),
    fact('Response', response?.value),
  ];
}
