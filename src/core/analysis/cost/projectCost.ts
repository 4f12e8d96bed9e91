import type { Temporal } from 'temporal-polyfill';
import type { Item } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import type { Money } from '../../plan/scalars';
import { sizeScale } from '../effort';
import { topItems } from '../lineage';
import type { PlanOnDay } from '../planOnDay';
import type { ProjectProgress } from '../progress';
import { Assignees } from '../schedule/assignees';
import { PeopleTimes } from '../schedule/personTime';
import type { Schedule } from '../schedule/scheduledWork';
import { budgetFigures, type BudgetFigures } from './budgetFigures';
import { earnedValue, type EarnedValue } from './earnedValue';
import { EffortCosts, ItemAssignees } from './effortCosts';
import type { Exchange } from './exchange';
import type { CurrencyClash } from './writtenAmount';
import { unknownFigure, wholeAmount, type Figure } from './figure';
import { ItemCosts, type ItemCost } from './itemCosts';
import { PlannedShare } from './plannedShare';
import { projectAmounts, projectExchange } from './projectAmounts';

/** What the cost of a project follows from. The schedule is asked only where planned value is wanted. */
export interface CostBasis extends PlanOnDay {
  progress(file: ProjectFile): ProjectProgress;
  readonly schedule: Pick<Schedule, 'planned'>;
}

/** The figures of earned value that follow from budget, progress and cost. */
export type CostPerformance = Pick<
  EarnedValue,
  'bac' | 'ev' | 'ac' | 'cv' | 'cpi' | 'eac' | 'etc' | 'vac' | 'tcpi' | 'tcpiTo' | 'unknown'
>;

/**
 * The money of a project, in whole minor units of one currency: that of the baseline's budget, else of the budget's
 * total, else of its first line, else of the first cost or rate, but none that `exchange_rates` speak of as another.
 * What cannot be converted into it leaves those figures unknown that it is a part of. Each part is worked out when it is
 * first asked for.
 */
export class ProjectCost {
  /** Every amount that cannot be added to the others, in the order of `projectAmounts`. */
  readonly clashes: readonly CurrencyClash[];
  readonly #exchange: Exchange;
  readonly #assignees: ItemAssignees;
  #budget: BudgetFigures | undefined;
  #items: ItemCosts | undefined;
  #plannedShare: PlannedShare | undefined;
  #earnedValue: EarnedValue | undefined;
  #costPerformance: CostPerformance | undefined;

  constructor(
    private readonly basis: CostBasis,
    readonly file: ProjectFile,
  ) {
    const people = new PeopleTimes(basis.plan);
    this.#assignees = new ItemAssignees(new Assignees(file, (id) => people.of(id, this.#progress.calendar)));
    const amounts = projectAmounts(basis.plan, file);
    this.#exchange = projectExchange(file, amounts);
    this.clashes = amounts.flatMap((amount) => this.#exchange.clash(amount) ?? []);
  }

  /** ISO 4217; undefined where the project has no money at all. */
  get currency(): string | undefined {
    return this.#exchange.currency;
  }

  /** An amount in minor units of the project's currency, whole or not; undefined where nothing says what it is worth. */
  minorOf({ minor, currency }: Pick<Money, 'minor' | 'currency'>): number | undefined {
    return this.#exchange.unrounded(minor, currency);
  }

  /** What the budget itself states. */
  get budget(): BudgetFigures {
    return (this.#budget ??= budgetFigures(this.file, this.#exchange));
  }

  /** What all items together cost. */
  get work(): ItemCost {
    return this.#itemCosts.total;
  }

  /** How many efforts have no price, since nobody who does them has a rate: the cost of the work leaves them out. */
  get unpriced(): number {
    return this.#itemCosts.unpriced;
  }

  /** What an item and all that is under it costs; undefined for one of another project. */
  of(item: Item): ItemCost | undefined {
    return this.#itemCosts.of(item);
  }

  /**
   * Budget at completion: that of the baseline, else the budget's total, else the sum of its lines, which the total is,
   * else the planned cost of the work.
   */
  get bac(): Figure {
    const { baseline, total, planned } = this.budget;
    const stated = [baseline, total, planned].find(({ unknown }) => unknown?.kind !== 'not-stated');
    const bac = stated ?? this.work.planned;
    if (bac.unknown?.kind === 'not-stated')
      return unknownFigure('not-stated', 'has neither a budget nor work that costs anything');
    return bac.value !== undefined && bac.value < 0 ? unknownFigure('negative', 'has a budget below zero') : bac;
  }

  /**
   * Actual cost: what is spent by the lines, where any line says so; else what was spent on the items, at the rates of
   * those who do them, and the costs of the items that are done.
   */
  get actualCost(): Figure {
    const { spent } = this.budget;
    return spent.unknown?.kind === 'not-stated' ? this.work.actual : spent;
  }

  /** The share of the work that is done, from 0 to 1; undefined where there is none. */
  get progress(): number | undefined {
    return this.#progress.total?.progress;
  }

  /** The figures of earned value today. */
  get earnedValue(): EarnedValue {
    return (this.#earnedValue ??= this.#earnedValueBy(this.plannedValueOn(this.basis.today)));
  }

  /** The same without those of the schedule, for those who ask for cost alone: the planned dates need not be known. */
  get costPerformance(): CostPerformance {
    return (this.#costPerformance ??= this.#earnedValueBy(unknownFigure('not-stated', 'is not asked for')));
  }

  /** How much was to be earned by the end of a day. It never falls from one day to the next. */
  plannedValueOn(day: Temporal.PlainDate): Figure {
    return this.#shareOfBudget(this.#planned.by(day), 'has no work with planned dates');
  }

  /** The share of the work that was to be done by the end of today, from 0 to 1; undefined where nothing is planned. */
  get plannedProgress(): number | undefined {
    return this.#planned.by(this.basis.today);
  }

  /** How many items have no planned dates: they were not to be done by any day. */
  get unplanned(): number {
    return this.#planned.unplanned;
  }

  #earnedValueBy(pv: Figure): EarnedValue {
    const ev = this.#shareOfBudget(this.progress, 'has no work that could earn any value');
    return earnedValue({ bac: this.bac, pv, ev, ac: this.actualCost, bottomUpEtc: this.work.left });
  }

  #shareOfBudget(share: number | undefined, otherwise: string): Figure {
    const { bac } = this;
    if (bac.unknown) return bac;
    return share === undefined ? unknownFigure('not-stated', otherwise) : wholeAmount(bac.value * share);
  }

  get #progress(): ProjectProgress {
    return this.basis.progress(this.file);
  }

  get #itemCosts(): ItemCosts {
    return (this.#items ??= this.#costsOfItems());
  }

  #costsOfItems(): ItemCosts {
    const { calendar } = this.#progress;
    const sizes = sizeScale(this.file);
    const efforts = new EffortCosts(this.basis.plan, this.#assignees, calendar, sizes, this.#exchange);
    return new ItemCosts(topItems(this.file), efforts, this.#exchange, this.#progress);
  }

  get #planned(): PlannedShare {
    return (this.#plannedShare ??= new PlannedShare(topItems(this.file), this.basis.schedule, this.#progress));
  }
}
