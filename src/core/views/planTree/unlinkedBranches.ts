import { childItems, featureLine, featuresOf, parentItem, topItems } from '../../analysis/lineage';
import type { FeatureNode, ItemNode, LineageNode, ProjectNode } from '../../analysis/lineageTree/lineageTree';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Feature, Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';

/** What stands below no goal. */
export interface UnlinkedBranches {
  /** What no goal asks for: whole projects, then features, then the highest items of other projects. */
  readonly group: readonly LineageNode[];
  /** Features that need no goal, ideas and what has been released, by the URI of their roadmap. */
  readonly ofProducts: ReadonlyMap<string, readonly FeatureNode[]>;
}

/**
 * The projects, features and items that come to no goal, dropped ones left out. Beside those that state none, these are
 * the ones whose goal is not there: nothing of a plan is lost from sight while a reference is broken. Each stands once,
 * an item with a feature below the feature.
 */
export function unlinkedBranches(analysis: PlanAnalysis): UnlinkedBranches {
  const { plan, featureStatuses, lineageTree } = analysis;
  const features = plan.all('feature').filter((feature) => isUnlinked(analysis, feature));
  const work = new UnlinkedWork(analysis, new Set(features));
  const group: FeatureNode[] = [];
  const ofProducts = new Map<string, FeatureNode[]>();
  for (const feature of features) {
    const status = featureStatuses.of(feature);
    const needsNone = (status === 'idea' || status === 'released') && !featureLine(plan, feature);
    if (!needsNone) group.push(work.feature(feature));
    else ofProducts.set(feature.uri, [...(ofProducts.get(feature.uri) ?? []), work.feature(feature)]);
  }
  const projects = plan.projects.filter((file) => !lineageTree.serving.serves(file)).map((file) => work.project(file));
  const items = plan.projects.filter((file) => lineageTree.serving.serves(file)).flatMap((file) => work.highest(file));
  return { group: [...projects, ...group, ...items], ofProducts };
}

function isUnlinked({ plan }: PlanAnalysis, feature: Feature): boolean {
  return feature.fields.status?.value !== 'dropped' && (featureLine(plan, feature)?.goals.length ?? 0) === 0;
}

/** The items below which nothing comes to a goal either. */
class UnlinkedWork {
  readonly #items = new Set<Item>();
  /** The feature that an item stands below, where it is one of those without a goal. */
  readonly #featureOf = new Map<Item, Feature>();
  readonly #delivering = new Map<Feature, Item[]>();

  constructor({ plan, lineageTree }: PlanAnalysis, features: ReadonlySet<Feature>) {
    for (const file of plan.projects) {
      const items = lineageTree.serving.itemsWithoutGoal(file);
      // From the last to the first, so that everything below an item has been looked at before the item is.
      for (const item of [...items].reverse())
        if (childItems(item).every((child) => this.#items.has(child) || isDropped(child))) this.#items.add(item);
      if (features.size === 0) continue;
      for (const item of items) {
        const feature = this.#items.has(item) && featuresOf(plan, file, item).find((each) => features.has(each));
        if (feature) this.#deliver(item, feature);
      }
    }
  }

  project(file: ProjectFile): ProjectNode {
    return { kind: 'project', file, children: this.#branches(topItems(file), undefined) };
  }

  feature(feature: Feature): FeatureNode {
    return {
      kind: 'feature',
      feature,
      children: (this.#delivering.get(feature) ?? []).map((item) => this.#item(item)),
    };
  }

  /** The highest items of a project, in source order. */
  highest(file: ProjectFile): readonly ItemNode[] {
    const below = (items: readonly Item[]): readonly ItemNode[] =>
      items.flatMap((item) => (this.#items.has(item) ? this.#branches([item], undefined) : below(childItems(item))));
    return below(topItems(file));
  }

  #deliver(item: Item, feature: Feature): void {
    this.#featureOf.set(item, feature);
    const parent = parentItem(item);
    if (parent && this.#featureOf.get(parent) === feature) return;
    const others = this.#delivering.get(feature);
    if (others) others.push(item);
    else this.#delivering.set(feature, [item]);
  }

  #item(item: Item): ItemNode {
    return { kind: 'item', item, children: this.#branches(childItems(item), this.#featureOf.get(item)) };
  }

  /** The items that stand here, and not below another feature than what they are in. */
  #branches(items: readonly Item[], feature: Feature | undefined): readonly ItemNode[] {
    return items.flatMap((item) => {
      const own = this.#featureOf.get(item);
      return this.#items.has(item) && (own === undefined || own === feature) ? [this.#item(item)] : [];
    });
  }
}

function isDropped({ fields }: Item): boolean {
  return fields.status?.value === 'dropped';
}
