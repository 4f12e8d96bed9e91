import type { Temporal } from 'temporal-polyfill';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { ReleaseRollUp } from '../../analysis/rollUp/rollUps';
import type { Release } from '../../plan/generated/entities';
import type { PlanFile } from '../../plan/planFile';
import type { Period } from '../../plan/scalars';
import { countText } from '../../plan/texts';
import { cardMarkdown, fact, firstFew, type Fact } from './card';
import { forecastFact } from './forecastFact';
import { kindOf, titleOf } from './naming';
import { limitText } from './periodText';
import { healthFact, progressFacts } from './progressFacts';
import { referring } from './referringFact';
import { isOpen, statusOf } from './status';

/** A release: when it comes, how ready it is, and what it brings. */
export function releaseCard(analysis: PlanAnalysis, reader: PlanFile, release: Release): string {
  const { plan, rollUps, today } = analysis;
  const { owner, goal, date, notes } = release.fields;
  const home = plan.fileOf(release) ?? reader;
  const goals = goal?.value.flatMap(({ value }) => plan.target(value, home) ?? []) ?? [];
  const work = rollUps.release(release);
  const daysLeft = date && isOpen(release) ? `, ${daysLeftText(date.value, today)}` : '';
  return cardMarkdown({
    title: titleOf(release),
    kind: kindOf(plan, release, statusOf(release)),
    facts: [
      fact('Date', date && `${limitText(date.value)}${daysLeft}`),
      fact('Owner', owner && plan.people.name(owner.value.id)),
      fact(goals.length > 1 ? 'Goals' : 'Goal', goals.length === 0 ? undefined : firstFew(goals.map(titleOf))),
      readinessFact(work),
      featuresFact(work),
      ...progressFacts(work),
      isOpen(release) ? healthFact(work.health) : undefined,
      isOpen(release) ? forecastFact(analysis, release, 'the date') : undefined,
      referring(plan, reader, release, 'Items', 'item', 'release'),
      referring(plan, reader, release, 'Milestones', 'milestone', 'release'),
    ],
    text: notes?.value,
  });
}

function readinessFact({ checks, openChecks, overdueChecks }: ReleaseRollUp): Fact | undefined {
  if (checks.total === 0) return undefined;
  const open = openChecks.map((check) =>
    overdueChecks.includes(check) ? `${titleOf(check)} (overdue)` : titleOf(check),
  );
  const rest = open.length > 0 ? `, open: ${firstFew(open)}` : '';
  return fact('Ready', `${String(checks.done)} of ${String(checks.total)}${rest}`);
}

function featuresFact({ features, featureCounts: { open, total } }: ReleaseRollUp): Fact | undefined {
  if (total === 0) return undefined;
  return fact(`Features (${String(total)}, ${String(open)} open)`, firstFew(features.map(titleOf)));
}

/** `119 days left`, `today`, `3 days ago`. */
function daysLeftText({ last }: Period, today: Temporal.PlainDate): string {
  const days = today.until(last).days;
  if (days === 0) return 'today';
  return days > 0 ? `${countText(days, 'day')} left` : `${countText(-days, 'day')} ago`;
}
