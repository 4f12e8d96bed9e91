import type { Feature, Goal, Item, Milestone } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import { deliveries, itemsIn, type DeliveringItem, type Delivery } from './delivery';
import { leafStatus, type ItemStatus } from './leafStatus';
import { childItems, parentItem } from './lineage';

export { leafStatus, type ItemStatus } from './leafStatus';

export type FeatureStatus = NonNullable<Feature['fields']['status']>['value'];

/** Whether an item was dropped, by itself or with an item that holds it. */
export function isDropped(item: Item): boolean {
  const parent = parentItem(item);
  return item.fields.status?.value === 'dropped' || (parent !== undefined && isDropped(parent));
}

/** Whether work is left to do: for an item with children, whether any is left in them. */
export function isOpenItem(item: Item): boolean {
  return !isDropped(item) && hasOpenLeaf(item);
}

function hasOpenLeaf(item: Item): boolean {
  const { status } = item.fields;
  const children = childItems(item);
  if (status?.value === 'dropped') return false;
  return children.length > 0 ? children.some(hasOpenLeaf) : leafStatus(item) !== 'done';
}

export function isOpenMilestone(milestone: Milestone): boolean {
  return milestone.fields.reached === undefined;
}

export function isOpenGoal(goal: Goal): boolean {
  const status = goal.fields.status?.value ?? 'active';
  return status !== 'achieved' && status !== 'dropped';
}

/** The statuses of features: as they are stated, else as the items that deliver them have it, else planned. */
export class FeatureStatuses {
  readonly #fromItems = new Map<Feature, FeatureStatus | undefined>();
  #deliveries: ReturnType<typeof deliveries> | undefined;

  constructor(private readonly plan: Plan) {}

  of(feature: Feature): FeatureStatus {
    return feature.fields.status?.value ?? this.fromItems(feature) ?? 'planned';
  }

  /** As the items that deliver a feature have it, whatever it states; undefined where none does. */
  fromItems(feature: Feature): FeatureStatus | undefined {
    if (!this.#fromItems.has(feature)) this.#fromItems.set(feature, this.#readFromItems(feature));
    return this.#fromItems.get(feature);
  }

  #readFromItems(feature: Feature): FeatureStatus | undefined {
    const rows = this.#deliveriesOf(feature);
    if (rows.length === 0) return undefined;
    const areAll = (status: ItemStatus): boolean => rows.every((row) => row.status === status);
    if (areAll('todo')) return 'planned';
    return areAll('done') ? 'released' : 'in-progress';
  }

  /** The items that deliver a feature, see `deliveringItems`. */
  delivering(feature: Feature): readonly DeliveringItem[] {
    return itemsIn(this.#deliveriesOf(feature));
  }

  #deliveriesOf(feature: Feature): readonly Delivery[] {
    this.#deliveries ??= deliveries(this.plan);
    return this.#deliveries.get(feature) ?? [];
  }

  isOpen(feature: Feature): boolean {
    const status = this.of(feature);
    return status !== 'released' && status !== 'dropped';
  }
}
