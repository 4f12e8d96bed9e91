import { Temporal } from 'temporal-polyfill';
import { topItems } from '../analysis/lineage';
import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Item } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import { shortDaysText } from '../plan/texts';
import { entryFilter, type Filterable } from './entryFilter';
import { known } from './known';
import type { ViewOptions } from './model';
import { entryOf, titleOf } from './naming';
import type { ItemCard, ItemColumn, ItemColumnKind, ProjectBoardView } from './projectBoardModel';
import { itemLanes, itemLaneChoices } from './projectLanes';
import { projectHeading } from './projectHeading';
import { countText, dayText, effortText, sentenceCase } from './texts';
import type { ViewSettings } from './viewSettings';
import { goalChoices, ownerChoices } from './workChoices';
import { heldBy, leavesOf, WorkFacts } from './workFacts';

/**
 * The items of a project that have no children, by their status, in lanes where the reader asks for them. Dropped ones
 * are left out. What comes first stands at the top; of what is done, what was finished last.
 */
export function projectBoardView(
  analysis: PlanAnalysis,
  file: ProjectFile,
  settings: ViewSettings = {},
): ProjectBoardView {
  const cards = new ItemCards(analysis, file);
  const items = leavesOf(topItems(file)).filter((item) => cards.facts.state(item).kind !== 'dropped');
  const filter = entryFilter(settings);
  const left = filter ? items.filter((item) => filter(cards.filterable(item))) : items;
  const kinds = columnKinds(items.map((item) => columnOf(cards.of(item))));
  const lanes = itemLanes(analysis, cards.facts, left, settings.groupBy);
  return known({
    ...projectHeading(analysis, file),
    view: 'board' as const,
    columns: columnsOf(kinds, left, cards),
    lanes: lanes?.map(({ id, title, entry, items: own }) =>
      known({ id, title, entry, columns: columnsOf(kinds, own, cards, id) }),
    ),
    shown: filter && { count: left.length, total: items.length },
    options: optionsOf(analysis, cards.facts, items),
  });
}

function optionsOf(analysis: PlanAnalysis, facts: WorkFacts, items: readonly Item[]): ViewOptions {
  return known({
    filters: items.length > 0 || undefined,
    owners: ownerChoices(analysis, facts, items),
    goals: goalChoices(facts, items),
    critical: items.some((item) => facts.isCritical(item)) || undefined,
    unlinked: items.some((item) => facts.isUnlinked(item)) || undefined,
    atRisk: items.length > 0 || undefined,
    groups: itemLaneChoices(facts, items),
  });
}

const kindsInOrder: readonly ItemColumnKind[] = ['todo', 'in-progress', 'blocked', 'done'];

/** The columns of a board, which its lanes share and which a filter leaves as they are. */
function columnKinds(used: readonly ItemColumnKind[]): readonly ItemColumnKind[] {
  return kindsInOrder.filter((kind) => kind !== 'blocked' || used.includes(kind));
}

function columnOf({ state: { kind } }: ItemCard): ItemColumnKind {
  return kindsInOrder.find((each) => each === kind) ?? 'todo';
}

function columnsOf(
  kinds: readonly ItemColumnKind[],
  items: readonly Item[],
  cards: ItemCards,
  lane?: string,
): readonly ItemColumn[] {
  return kinds.map((kind) => {
    const own = items.filter((item) => columnOf(cards.of(item)) === kind).sort(cards.order(kind));
    const shown = own.map((item) => (lane === undefined ? cards.of(item) : { ...cards.of(item), lane }));
    const title = kind === 'todo' ? 'To do' : sentenceCase(kind);
    return { kind, title, summary: cards.summary(own), items: shown };
  });
}

/** Makes the cards of the items of a project. */
class ItemCards {
  readonly facts: WorkFacts;
  readonly #cards = new Map<Item, ItemCard>();

  constructor(
    private readonly analysis: PlanAnalysis,
    private readonly file: ProjectFile,
  ) {
    this.facts = new WorkFacts(analysis, file);
  }

  of(item: Item): ItemCard {
    const made = this.#cards.get(item);
    if (made) return made;
    const card = this.#make(item);
    this.#cards.set(item, card);
    return card;
  }

  filterable(item: Item): Filterable {
    const { title, within, owner, state, late } = this.of(item);
    return {
      texts: [item.id, title, within, owner],
      people: this.facts.people(item),
      state: state.kind,
      goals: this.facts.goals(item).map(({ id }) => id),
      critical: this.facts.isCritical(item),
      unlinked: this.facts.isUnlinked(item),
      late: late !== undefined,
    };
  }

  /** `5 items, 42 d` */
  summary(items: readonly Item[]): string {
    if (items.length === 0) return '';
    const { calendar } = this.analysis.progress(this.file);
    const efforts = items.map((item) => this.#effort(item)).filter((minutes) => minutes !== undefined);
    const days = efforts.reduce((sum, minutes) => sum + minutes, 0) / calendar.minutesPerDay;
    const effort = days > 0 ? `, ${effortText(days, calendar.minutesPerDay)}` : '';
    return countText(items.length, 'item') + effort;
  }

  /** What starts first is first; what is done, last finished first. What has no day keeps its place at the end. */
  order(kind: ItemColumnKind): (one: Item, other: Item) => number {
    const dayOf = (item: Item): Temporal.PlainDate | undefined => {
      const { first, last } = this.facts.dates(item);
      return kind === 'todo' ? (first ?? last) : (last ?? first);
    };
    return (one, other) => {
      const [a, b] = [dayOf(one), dayOf(other)];
      if (!a || !b) return Number(!a) - Number(!b);
      return (kind === 'done' ? -1 : 1) * Temporal.PlainDate.compare(a, b);
    };
  }

  #make(item: Item): ItemCard {
    const { plan } = this.analysis;
    const progress = this.analysis.progress(this.file).of(item);
    const state = this.facts.state(item);
    const isDone = state.kind === 'done';
    const names = this.facts.people(item).map((id) => plan.people.name(id).trim());
    const effort = this.#effort(item);
    const { minutesPerDay } = this.analysis.progress(this.file).calendar;
    return known({
      entry: entryOf(item),
      title: titleOf(item),
      within: heldBy(item),
      state,
      owner: names.filter((name) => name !== '').join(', ') || undefined,
      when: this.#when(item, isDone),
      late: this.facts.lateness(item),
      effort: effort === undefined ? undefined : effortText(effort / minutesPerDay, minutesPerDay),
      progress: !isDone && progress && progress.progress > 0 ? progress.progress : undefined,
      critical: this.facts.isCritical(item) || undefined,
      unlinked: this.facts.isUnlinked(item) || undefined,
      waits: state.kind === 'todo' ? this.#waits(item) : undefined,
    });
  }

  #effort(item: Item): number | undefined {
    return this.analysis.progress(this.file).of(item)?.effort;
  }

  #when(item: Item, isDone: boolean): string | undefined {
    const { today } = this.analysis;
    const { first, last } = this.facts.dates(item);
    if (first && last && !isDone) return shortDaysText({ first, last }, today);
    if (last) return dayText(last, today);
    return first && `from ${dayText(first, today)}`;
  }

  #waits(item: Item): string | undefined {
    const driver = this.analysis.schedule.of(item)?.driver;
    if (!driver || !['dependency', 'sequence', 'person'].includes(driver.kind)) return undefined;
    return sentenceCase(driver.why);
  }
}
