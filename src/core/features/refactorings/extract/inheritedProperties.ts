import { releaseOf, type InheritedItem } from '../../../analysis/inheritance';
import { featureLine, parentItem } from '../../../analysis/lineage';
import type { AnyEntity } from '../../../plan/entity';
import type { Feature, Item } from '../../../plan/generated/entities';
import type { Plan } from '../../../plan/plan';
import type { ProjectFile } from '../../../plan/planFile';
import type { ReferenceKind } from '../../../plan/reference';
import { referenceText } from '../../../plan/referenceText';

/** What an item has to state for itself when it leaves its parents, to serve and deliver what it did. */
export type OwnProperties = Readonly<Partial<Record<'goal' | 'feature' | 'release', string | readonly string[]>>>;

/**
 * The goals, features and the release that an item has from the items above it.
 *
 * @returns undefined where that cannot be written
 */
export function inheritedProperties(
  plan: Plan,
  file: ProjectFile,
  { item, line, features, releases }: InheritedItem,
): OwnProperties | undefined {
  const { fields } = item;
  const delivered = fields.feature ? undefined : statedAbove(item);
  const ownGoals = features.flatMap((feature) => featureLine(plan, feature)?.goals ?? []);
  const goals = line?.source === 'parent' && !isSame(line.goals, ownGoals) ? line.goals : [];
  const ownReleases = features.flatMap((feature: Feature) => releaseOf(plan, feature) ?? []);
  const needsRelease = !fields.release && releases.length > 0 && !isSame(releases, ownReleases);
  if (needsRelease && releases.length > 1) return undefined;
  const goal = texts(plan, file, goals, 'goal');
  const release = texts(plan, file, needsRelease ? releases : [], 'release');
  if (!goal || !release) return undefined;
  return {
    ...(goal.length > 0 ? { goal: single(goal) } : {}),
    ...(delivered ? { feature: single(delivered) } : {}),
    ...(release.length > 0 ? { release: single(release) } : {}),
  };
}

/** The features that the nearest item above states. */
function statedAbove(item: Item): readonly string[] | undefined {
  for (let at = parentItem(item); at; at = parentItem(at)) {
    const { feature } = at.fields;
    if (feature) return feature.value.map(({ value }) => value.text);
  }
  return undefined;
}

function texts(
  plan: Plan,
  file: ProjectFile,
  entities: readonly AnyEntity[],
  to: ReferenceKind,
): readonly string[] | undefined {
  const found = entities.flatMap((entity) => referenceText(plan, entity, to, file) ?? []);
  return found.length === entities.length ? found : undefined;
}

function isSame(some: readonly AnyEntity[], others: readonly AnyEntity[]): boolean {
  const [one, other] = [new Set(some), new Set(others)];
  return one.size === other.size && [...one].every((entity) => other.has(entity));
}

function single(values: readonly string[]): string | readonly string[] {
  const [only] = values;
  return only !== undefined && values.length === 1 ? only : values;
}
