import { releaseOf } from '../../analysis/inheritance';
import { featureLine, parentItem } from '../../analysis/lineage';
import type { Located } from '../../plan/entity';
import type { Feature, Goal, Item, Milestone, Release } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import type { Reference } from '../../plan/reference';
import type { Place } from '../../text/sourceText';

/** Where the file of some work says that it is for a release. */
export interface ReleaseSite {
  readonly at: Place;
  /** What names the release: the work itself, a parent item, or a feature. */
  readonly by: Item | Milestone | Feature;
}

/**
 * The reference by which work comes to a release: its own, that to its feature, or one of a parent's.
 *
 * @returns undefined where none leads there, or only one to a feature that is released or dropped
 */
export function releaseSite(
  plan: Plan,
  file: PlanFile,
  work: Item | Milestone,
  release: Release,
): ReleaseSite | undefined {
  for (const by of withParents(work)) {
    const own = by.fields.release;
    if (own) return plan.target(own.value, file) === release ? { at: own.at, by } : undefined;
    for (const { feature, at } of featuresNamed(plan, file, by))
      if (isOpen(feature) && releaseOf(plan, feature) === release) return { at, by: feature };
  }
  return undefined;
}

/**
 * The reference by which work comes to a goal: its own, that to its feature, one of a parent's, the project's, or that
 * to the project's program.
 */
export function goalSite(plan: Plan, file: PlanFile, work: Item | Milestone, goal: Goal): Place | undefined {
  for (const by of withParents(work)) {
    const own = referenceTo(plan, file, by.fields.goal?.value, goal);
    if (own) return own.at;
    for (const { feature, at } of featuresNamed(plan, file, by))
      if (isOpen(feature) && featureLine(plan, feature)?.goals.includes(goal)) return at;
  }
  if (file.kind !== 'project') return undefined;
  return referenceTo(plan, file, file.root?.fields.goal?.value, goal)?.at ?? file.root?.fields.program?.at;
}

function withParents(work: Item | Milestone): readonly (Item | Milestone)[] {
  const all: (Item | Milestone)[] = [work];
  for (let at = parentItem(work); at; at = parentItem(at)) all.push(at);
  return all;
}

function featuresNamed(
  plan: Plan,
  file: PlanFile,
  work: Item | Milestone,
): readonly { readonly feature: Feature; readonly at: Place }[] {
  if (work.kind === 'milestone') return [];
  return (work.fields.feature?.value ?? []).flatMap(({ value, at }) => {
    const feature = plan.target(value, file);
    return feature ? [{ feature, at }] : [];
  });
}

function isOpen({ fields: { status } }: Feature): boolean {
  return status?.value !== 'released' && status?.value !== 'dropped';
}

function referenceTo(
  plan: Plan,
  file: PlanFile,
  references: readonly Located<Reference<'goal'>>[] = [],
  goal: Goal,
): Located<Reference<'goal'>> | undefined {
  return references.find(({ value }) => plan.target(value, file) === goal);
}
