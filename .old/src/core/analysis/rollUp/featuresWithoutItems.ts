import type { Feature } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import { standardCalendar } from '../calendar';
import type { FeatureStatuses } from '../openWork';
import { median } from '../progress';
import type { WeighedPart, WorkSum } from './workSum';

/** A feature that no item delivers, and what it counts for beside the work of others. */
export interface FeatureWithoutItems {
  readonly feature: Feature;
  /** Undefined for one that is in progress: nobody can say how far it is. */
  readonly part: WeighedPart | undefined;
  /** Nobody has decided to make it: it counts for itself alone. */
  readonly isIdea: boolean;
}

/**
 * The features that no item delivers, dropped ones left out. One that has been released is done, one that has not been
 * begun is not. Its weight is the effort of its RICE score (person-months), else the median of the other features of
 * its roadmap, else one day of eight hours: as for an item without an estimate.
 *
 * @param workOf the items that deliver a feature
 */
export function featuresWithoutItems(
  plan: Plan,
  statuses: FeatureStatuses,
  workOf: (feature: Feature) => WorkSum,
): readonly FeatureWithoutItems[] {
  return plan.roadmaps.flatMap(({ root }) => {
    const features = (root?.fields.features?.value ?? []).filter((feature) => statuses.of(feature) !== 'dropped');
    const weights = features.map((feature) => workOf(feature).weight ?? riceEffort(feature));
    const usual = median(weights.filter((weight) => weight !== undefined)) ?? standardCalendar.minutesPerDay;
    return features.flatMap((feature, at) => {
      if (workOf(feature).weight !== undefined) return [];
      const status = statuses.of(feature);
      const weight = weights[at] ?? usual;
      const part = status === 'in-progress' ? undefined : { weight, progress: status === 'released' ? 1 : 0 };
      return [{ feature, part, isIdea: status === 'idea' }];
    });
  });
}

function riceEffort({ fields }: Feature): number | undefined {
  const months = fields.rice?.value.fields.effort?.value;
  if (months === undefined || !(months > 0)) return undefined;
  const minutes = standardCalendar.minutes({ amount: months, unit: 'mo', elapsed: false });
  return minutes <= mostMinutes ? minutes : undefined;
}

/** A hundred years, the longest estimate that the format takes: a slip of many digits must not weigh down all else. */
const mostMinutes = 1200 * 20 * 480;
