import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Feature, Idea, Release } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import { cardMarkdown, countedFact, fact, firstFew } from './card';
import { kindOf, titleFrom, titleOf } from './naming';
import { limitText } from './periodText';
import { healthFact, progressFacts } from './progressFacts';
import { referring } from './referringFact';
import { scoreFacts } from './scoreFacts';
import { statusOf } from './status';

/** A feature: what it is for, when it comes, and what delivers it. */
export function featureCard(analysis: PlanAnalysis, reader: PlanFile, feature: Feature): string {
  const { plan, rollUps, featureStatuses } = analysis;
  const { owner, goal, release, priority, horizon, description, depends_on: needs } = feature.fields;
  const home = plan.fileOf(feature) ?? reader;
  const goals = goal?.value.flatMap(({ value }) => plan.target(value, home) ?? []) ?? [];
  const target = release && plan.target(release.value, home);
  const first = needs?.value.flatMap(({ value }) => plan.target(value, home) ?? []) ?? [];
  const delivering = featureStatuses.delivering(feature);
  const work = rollUps.feature(feature);
  return cardMarkdown({
    title: titleOf(feature),
    kind: kindOf(plan, feature, work.status, horizon?.value, priority?.value),
    facts: [
      fact('Owner', owner && plan.people.name(owner.value.id)),
      fact(goals.length > 1 ? 'Goals' : 'Goal', goals.length === 0 ? undefined : firstFew(goals.map(titleOf))),
      fact('Release', target && releaseText(target)),
      ...scoreFacts(analysis, feature),
      ...progressFacts(work),
      healthFact(work.health),
      countedFact('Needs first', first.map(titleOf)),
      referring(plan, reader, feature, 'Needed by', 'feature', 'depends_on'),
      countedFact(
        'Delivered by',
        delivering.map(({ item }) => titleFrom(plan, item, reader)),
      ),
    ],
    text: description?.value,
  });
}

/** An idea: where it comes from, and what speaks for it. */
export function ideaCard(analysis: PlanAnalysis, reader: PlanFile, idea: Idea): string {
  const { plan } = analysis;
  const { goal, source, description, notes } = idea.fields;
  const home = plan.fileOf(idea) ?? reader;
  const goals = goal?.value.flatMap(({ value }) => plan.target(value, home) ?? []) ?? [];
  return cardMarkdown({
    title: titleOf(idea),
    kind: kindOf(plan, idea, statusOf(idea)),
    facts: [
      fact('Source', source?.value),
      fact(goals.length > 1 ? 'Goals' : 'Goal', goals.length === 0 ? undefined : firstFew(goals.map(titleOf))),
      ...scoreFacts(analysis, idea),
    ],
    text: description?.value ?? notes?.value,
  });
}

function releaseText(release: Release): string {
  const { date } = release.fields;
  return date ? `${titleOf(release)} (${limitText(date.value)})` : titleOf(release);
}
