import type { Feature, Item } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import type { ProjectFile } from '../plan/planFile';
import { childItems, featuresOf, topItems } from './lineage';
import type { Progress, ProjectProgress } from './progress';

export type FeatureStatus = 'idea' | 'planned' | 'in-progress' | 'released' | 'dropped';

/** A piece of project work that delivers a feature. */
export interface DeliveringItem {
  readonly file: ProjectFile;
  readonly item: Item;
  readonly progress: Progress;
}

/** The work that delivers each feature of a plan: read once, asked often. */
export class Delivery {
  readonly #items = new Map<Feature, DeliveringItem[]>();

  /** @param progressOf the progress of each project of the plan */
  constructor(
    private readonly plan: Plan,
    progressOf: (file: ProjectFile) => ProjectProgress,
  ) {
    for (const file of plan.projects) for (const item of topItems(file)) this.#add(file, item, progressOf(file));
  }

  /** The leaves that deliver a feature by their own `feature` or by that of a parent; dropped ones are left out. */
  items(feature: Feature): readonly DeliveringItem[] {
    return this.#items.get(feature) ?? [];
  }

  /**
   * How far a feature is: what it states, else what the items that deliver it have come to, else planned. A feature
   * whose items are all done is released, unless it goes out with a release that is still to come.
   */
  status(feature: Feature): FeatureStatus {
    const stated = feature.fields.status?.value;
    if (stated) return stated;
    const items = this.items(feature);
    if (items.length === 0) return 'planned';
    if (items.every(({ progress: { status } }) => status === 'done')) {
      return this.#awaitsRelease(feature) ? 'in-progress' : 'released';
    }
    const begun = items.some(({ progress: { status, progress } }) => status !== 'todo' || progress > 0);
    return begun ? 'in-progress' : 'planned';
  }

  #awaitsRelease(feature: Feature): boolean {
    const reference = feature.fields.release?.value;
    const file = this.plan.fileOf(feature);
    const release = reference && file && this.plan.target(reference, file);
    return release !== undefined && release.fields.status?.value !== 'released';
  }

  #add(file: ProjectFile, item: Item, projectProgress: ProjectProgress): void {
    const progress = projectProgress.of(item);
    if (!progress || progress.status === 'dropped') return;
    const children = childItems(item);
    for (const child of children) this.#add(file, child, projectProgress);
    if (children.length > 0) return;
    for (const feature of new Set(featuresOf(this.plan, file, item))) {
      const delivering = this.#items.get(feature);
      if (delivering) delivering.push({ file, item, progress });
      else this.#items.set(feature, [{ file, item, progress }]);
    }
  }
}
