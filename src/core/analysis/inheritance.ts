import type { Feature, Item, Release } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import { childItems, ownLine, parentItem, projectLine, topItems, type GoalLine } from './lineage';

/** What holds for an item, by itself or by what holds it. */
export interface InheritedItem {
  readonly item: Item;
  readonly parent: InheritedItem | undefined;
  /** Whether it counts as dropped, by itself or with a parent. */
  readonly dropped: boolean;
  /** How it comes to its goals; undefined where nothing above it states one. The same object for all that share it. */
  readonly line: GoalLine | undefined;
  /** The features that it delivers, each once. */
  readonly features: readonly Feature[];
  /**
   * The release that it has to be ready for: its own, else those of its own features, else its parent's. A broken
   * reference counts as one, to nothing.
   */
  readonly releases: readonly Release[];
}

/** The items of a project with all that they inherit, in source order: each parent before its children. One pass. */
export function inheritedItems(plan: Plan, file: ProjectFile): readonly InheritedItem[] {
  const found: InheritedItem[] = [];
  const ofProject = projectLine(plan, file);

  const add = (item: Item, parent: InheritedItem | undefined, above: GoalLine | undefined): void => {
    const { goal, feature, release, status } = item.fields;
    // Most items say nothing of this by themselves.
    const own = goal || feature ? ownLine(plan, file, item) : undefined;
    const features = feature && statedFeatures(plan, file, item);
    const releases = feature || release ? statedReleases(plan, file, item, features) : undefined;
    const inherited: InheritedItem = {
      item,
      parent,
      dropped: parent?.dropped === true || status?.value === 'dropped',
      line: own ?? above,
      features: features ?? parent?.features ?? none,
      releases: releases ?? parent?.releases ?? none,
    };
    found.push(inherited);
    const below: GoalLine | undefined = own ? { ...own, source: 'parent' } : above;
    for (const child of childItems(item)) add(child, inherited, below);
  };
  for (const item of topItems(file)) add(item, undefined, ofProject);
  return found;
}

function statedFeatures(plan: Plan, file: ProjectFile, { fields }: Item): readonly Feature[] | undefined {
  if (!fields.feature) return undefined;
  return [...new Set(fields.feature.value.flatMap(({ value }) => plan.target(value, file) ?? []))];
}

const none: readonly never[] = [];

function statedReleases(
  plan: Plan,
  file: ProjectFile,
  { fields: { release: own } }: Item,
  features: readonly Feature[] = none,
): readonly Release[] | undefined {
  if (own) {
    const release = plan.target(own.value, file);
    return release ? [release] : [];
  }
  const releases = features.flatMap((feature) => releaseOf(plan, feature) ?? []);
  return releases.length > 0 ? [...new Set(releases)] : undefined;
}

/** The releases that an item has to be ready for, see {@link InheritedItem.releases}. */
export function releasesOf(plan: Plan, file: ProjectFile, item: Item): readonly Release[] {
  const features = item.fields.feature && statedFeatures(plan, file, item);
  const parent = parentItem(item);
  return statedReleases(plan, file, item, features) ?? (parent ? releasesOf(plan, file, parent) : none);
}

/** The release that brings a feature to customers; undefined where it names none, or one that is not there. */
export function releaseOf(plan: Plan, feature: Feature): Release | undefined {
  const reference = feature.fields.release?.value;
  const file = plan.fileOf(feature);
  return reference && file && plan.target(reference, file);
}
