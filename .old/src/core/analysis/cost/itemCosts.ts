import type { Item } from '../../plan/generated/entities';
import { childItems } from '../lineage';
import type { Progress, ProjectProgress } from '../progress';
import type { EffortCosts } from './effortCosts';
import type { Exchange } from './exchange';
import { AmountSum, sumOf, unknownFigure, type Figure } from './figure';

/** What an item and all that is under it costs, in minor units of the project's currency. */
export interface ItemCost {
  /** Effort at its rates, and `cost`; dropped work left out. */
  readonly planned: Figure;
  /** The part of it for what is left to do: the bottom-up estimate to complete. */
  readonly left: Figure;
  /** `spent` effort at its rates, also on dropped work, and the `cost` of what is done. */
  readonly actual: Figure;
}

/**
 * The costs of the items of a project, and of all together.
 *
 * A parent's own estimate counts only where nothing under it has one, and so does its own `spent`; its own `cost` always
 * does, for it is paid besides. Costs are paid when their item is done: nothing in a plan says it earlier. Dropped work
 * costs nothing but what was spent on it, and the costs of what was done under it.
 */
export class ItemCosts {
  readonly #sums = new Map<Item, CostSum>();
  readonly #total = new CostSum();

  constructor(
    items: readonly Item[],
    private readonly efforts: EffortCosts,
    private readonly exchange: Exchange,
    private readonly progress: ProjectProgress,
  ) {
    for (const item of items) this.#total.add(this.#item(item, false));
  }

  get total(): ItemCost {
    return this.#total.cost();
  }

  /** How many efforts cost nothing, since nobody who does them has a rate. */
  get unpriced(): number {
    return this.#total.unpriced;
  }

  /** Undefined for an item of another project. */
  of(item: Item): ItemCost | undefined {
    return this.#sums.get(item)?.cost();
  }

  #item(item: Item, inDropped: boolean): CostSum {
    const sum = new CostSum();
    const progress = this.progress.of(item);
    const isDropped = inDropped || progress?.status === 'dropped';
    const children = childItems(item);
    for (const child of children) sum.add(this.#item(child, isDropped));
    if (!isDropped && progress) this.#addPlanned(sum, item, progress, children.length > 0);
    this.#addOwnCost(sum, item, progress, isDropped);
    this.#addSpent(sum, item);
    this.#sums.set(item, sum);
    return sum;
  }

  #addPlanned(sum: CostSum, item: Item, { progress }: Progress, isParent: boolean): void {
    const stated = this.efforts.statedEffort(item);
    const effort = isParent ? stated : this.efforts.effort(item);
    if (effort === undefined || (isParent && sum.statesEffort)) return;
    const planned = this.efforts.cost(item, effort);
    const left = progress > 0 ? planned && this.efforts.cost(item, effort * (1 - progress)) : planned;
    // The estimate of a parent stands for the time that its children take without one.
    sum.setEffort(planned, left, progress > 0);
    if (!planned && effort > 0) sum.unpriced++;
    sum.statesEffort = stated !== undefined;
  }

  #addOwnCost(sum: CostSum, item: Item, progress: Progress | undefined, isDropped: boolean): void {
    const { cost } = item.fields;
    if (!cost) return;
    const amount = this.exchange.amount(cost, 'item');
    const isDone = progress?.status === 'done';
    if (!isDropped) sum.ownCosts.add(amount);
    if (!isDropped && !isDone) sum.ownCostsLeft.add(amount);
    if (isDone) sum.paid.add(amount);
  }

  #addSpent(sum: CostSum, item: Item): void {
    const spent = this.efforts.spent(item);
    if (spent === undefined || sum.statesSpent) return;
    sum.statesSpent = true;
    sum.spent.add(this.efforts.cost(item, spent));
  }
}

const nothingPriced = 'has neither efforts of people with a rate nor costs of items';

/** The parts of what some items cost. */
class CostSum {
  /** Planned efforts at their rates, and what of them is left. */
  #effort = new AmountSum();
  #effortLeft = new AmountSum();
  /** The `cost` of items, and of those that are not done. */
  readonly ownCosts = new AmountSum();
  readonly ownCostsLeft = new AmountSum();
  /** `spent` efforts at their rates. */
  readonly spent = new AmountSum();
  /** The `cost` of items that are done. */
  readonly paid = new AmountSum();
  unpriced = 0;
  statesEffort = false;
  statesSpent = false;
  /** Whether any effort that has a cost is under way or done. */
  #hasBegun = false;

  add(other: CostSum): void {
    this.#effort.addSum(other.#effort);
    this.#effortLeft.addSum(other.#effortLeft);
    this.ownCosts.addSum(other.ownCosts);
    this.ownCostsLeft.addSum(other.ownCostsLeft);
    this.spent.addSum(other.spent);
    this.paid.addSum(other.paid);
    this.unpriced += other.unpriced;
    this.statesEffort ||= other.statesEffort;
    this.statesSpent ||= other.statesSpent;
    this.#hasBegun ||= other.#hasBegun;
  }

  /** Takes one effort in the place of all that was there. */
  setEffort(planned: Figure | undefined, left: Figure | undefined, hasBegun: boolean): void {
    [this.#effort, this.#effortLeft] = [new AmountSum(), new AmountSum()];
    this.#effort.add(planned);
    this.#effortLeft.add(left);
    this.#hasBegun = planned !== undefined && hasBegun;
    this.unpriced = 0;
  }

  cost(): ItemCost {
    return {
      planned: bothOf(this.#effort, this.ownCosts, nothingPriced),
      left: this.#left(),
      actual: this.#actual(),
    };
  }

  #left(): Figure {
    // Where there is a cost, but none is left, nothing is left to pay.
    const hasCosts = this.#effort.count + this.ownCosts.count > 0;
    const none = this.#effortLeft.count + this.ownCostsLeft.count === 0;
    return hasCosts && none ? { value: 0 } : bothOf(this.#effortLeft, this.ownCostsLeft, nothingPriced);
  }

  #actual(): Figure {
    // Paid costs alone would be too little to hold against what was earned by efforts that cost as well.
    if (this.spent.count > 0 || !this.#hasBegun) return bothOf(this.spent, this.paid, this.#whyNothingSpent());
    return unknownFigure('not-stated', this.#whyNothingSpent());
  }

  #whyNothingSpent(): string {
    if (this.statesSpent) return 'records what was spent, but nobody who spent it has a rate';
    return this.#hasBegun
      ? 'has work that is under way or done, but no record of what was spent on it'
      : 'records nothing that was spent';
  }
}

function bothOf(one: AmountSum, other: AmountSum, otherwise: string): Figure {
  if (one.count === 0) return other.total(otherwise);
  return other.count === 0 ? one.total(otherwise) : sumOf(one.total(otherwise), other.total(otherwise));
}
