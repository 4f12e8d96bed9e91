import { releaseOf } from '../../analysis/inheritance';
import type { RankedScore, Ranking } from '../../analysis/priority/ranking';
import type { Feature, Release } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { states } from '../links/written';
import { isOpenRelease } from '../releases/upcoming';

/** From how many scored features on, and how far from either end, features are compared. */
export interface ComparedShares {
  readonly features: number;
  readonly topPercent: number;
  readonly lowerPercent: number;
}

/** A feature at the top without a release, and the last one of the lower end that has one. */
export interface Overtaken {
  readonly ranking: Ranking;
  readonly top: RankedScore;
  readonly lower: RankedScore;
  readonly release: Release;
}

/** Whether nothing speaks against a release: it has none, be it broken, and is not put off for good. */
export function mayBeScheduled(file: PlanFile, { path, fields }: Feature): boolean {
  return fields.priority?.value !== 'wont' && !states(file, path, 'feature', 'release');
}

/**
 * A feature that a lower one is scheduled before, by one method of scoring: the lowest of those that it does not wait for.
 *
 * @returns one or none
 */
export function overtakenIn(
  plan: Plan,
  feature: Feature,
  ranking: Ranking,
  { features, topPercent, lowerPercent }: ComparedShares,
): readonly Overtaken[] {
  const top = ranking.of(feature);
  if (!top || ranking.size < features || !ranking.isInTop(feature, topPercent / 100)) return [];
  const needed = neededBy(plan, feature);
  for (const lower of [...ranking.ranked].reverse()) {
    const { candidate } = lower;
    if (!ranking.isInLower(candidate, lowerPercent / 100)) break;
    const release = candidate.kind === 'feature' && !needed.has(candidate) && releaseOf(plan, candidate);
    if (release && isOpenRelease(release)) return [{ ranking, top, lower, release }];
  }
  return [];
}

/** The features that have to exist first, directly or by way of others. */
function neededBy(plan: Plan, feature: Feature): ReadonlySet<Feature> {
  const needed = new Set<Feature>();
  const open = [feature];
  for (let at = open.pop(); at; at = open.pop()) {
    const file = plan.fileOf(at);
    for (const { value } of at.fields.depends_on?.value ?? []) {
      const first = file && plan.target(value, file);
      if (!first || needed.has(first)) continue;
      needed.add(first);
      open.push(first);
    }
  }
  return needed;
}
