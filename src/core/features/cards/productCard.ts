import { Temporal } from 'temporal-polyfill';
import { isOpenGoal } from '../../analysis/openWork';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Release } from '../../plan/generated/entities';
import type { RoadmapFile } from '../../plan/planFile';
import { cardMarkdown, fact, type Fact } from './card';
import { fileTitle, titleOf } from './naming';
import { limitText } from './periodText';
import { isOpen } from './status';

/** A product: where it is in its life, and what is ahead of it. */
export function productCard({ plan, featureStatuses, today }: PlanAnalysis, file: RoadmapFile): string {
  const { owner, lifecycle, vision, goals, features, releases } = file.root?.fields ?? {};
  return cardMarkdown({
    title: fileTitle(file),
    kind: ['Product', ...(lifecycle ? [lifecycle.value] : [])],
    facts: [
      fact('Product manager', owner && plan.people.name(owner.value.id)),
      openOf('Goals', goals?.value ?? [], isOpenGoal),
      openOf('Features', features?.value ?? [], (feature) => featureStatuses.isOpen(feature)),
      nextRelease(releases?.value ?? [], today),
    ],
    text: vision?.value,
  });
}

function openOf<T>(label: string, all: readonly T[], isOpen: (one: T) => boolean): Fact | undefined {
  const open = all.filter(isOpen).length;
  return all.length === 0 ? undefined : fact(label, `${String(open)} open of ${String(all.length)}`);
}

function nextRelease(releases: readonly Release[], today: Temporal.PlainDate): Fact | undefined {
  const [next] = releases
    .flatMap((release) => {
      const date = release.fields.date?.value;
      return date && isOpen(release) && Temporal.PlainDate.compare(date.last, today) >= 0 ? [{ release, date }] : [];
    })
    .sort((one, other) => Temporal.PlainDate.compare(one.date.last, other.date.last));
  return next && fact('Next release', `${titleOf(next.release)} (${limitText(next.date)})`);
}
