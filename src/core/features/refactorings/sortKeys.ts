import type { Temporal } from 'temporal-polyfill';
import { epochDay } from '../../analysis/calendar';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import { feasibleDays } from '../../analysis/schedule/shownDates';
import type { AnyEntity } from '../../plan/entity';
import type { Entities, Item, Milestone } from '../../plan/generated/entities';
import { parsePeriod } from '../../plan/scalars/period';

/** What an entry is sorted by, the most important first; undefined for one that says nothing of it. */
export type SortKey = readonly number[] | undefined;

type Day = Temporal.PlainDate | undefined;
type KeyOf<K extends keyof Entities> = (entity: Entities[K], analysis: PlanAnalysis) => SortKey;
type Keys = { readonly [K in keyof Entities]?: KeyOf<K> };

/** By the days that are written down, else by those of the schedule: first the one that begins first. */
const dates: Keys = {
  item: (item, analysis) => {
    const { start, started, end, finished } = item.fields;
    const [first, last] = [(started ?? start)?.value, (finished ?? end)?.value];
    const computed = first && last ? undefined : scheduled(item, analysis);
    return days(first ?? computed?.first ?? last, last ?? computed?.last);
  },
  milestone: (milestone, analysis) => {
    const stated = (milestone.fields.reached ?? milestone.fields.date)?.value;
    return days(stated ?? scheduled(milestone, analysis)?.first);
  },
  goal: ({ fields }) => days(fields.target?.value.last),
  'key-result': ({ fields }) => days(fields.due?.value.last),
  release: ({ fields }) => days(fields.date?.value.last),
  'readiness-check': ({ fields }) => days(fields.due?.value.last),
  issue: ({ fields }) => days(fields.due?.value.last ?? fields.opened?.value),
  'profit-and-loss': ({ id }) => {
    const period = parsePeriod(id);
    return period.ok ? days(period.value.first, period.value.last) : undefined;
  },
};

const priorityOrder = ['must', 'should', 'could', 'wont'];

/** By MoSCoW. */
const priorities: Keys = {
  item: ({ fields }) => rank(fields.priority?.value),
  feature: ({ fields }) => rank(fields.priority?.value),
};

const orders = { date: dates, priority: priorities } as const;

export type SortOrder = keyof typeof orders;
export const sortOrders = Object.keys(orders) as readonly SortOrder[];

/** Whether entries of a kind can be put in an order. */
export function hasOrder(kind: string, order: SortOrder): boolean {
  return Object.hasOwn(orders[order], kind);
}

/** What an entry is sorted by. */
export function sortKey(entity: AnyEntity, order: SortOrder, analysis: PlanAnalysis): SortKey {
  // The table has for each kind what takes an entity of that kind.
  const keyOf = (orders[order] as Readonly<Record<string, unknown>>)[entity.kind] as
    ((entity: AnyEntity, analysis: PlanAnalysis) => SortKey) | undefined;
  return keyOf?.(entity, analysis);
}

/** Entries without a key come last. Equal ones stay as they are, for sorting is stable. */
export function compareKeys(one: SortKey, other: SortKey): number {
  if (!one || !other) return one ? -1 : other ? 1 : 0;
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? Infinity) - (other[at] ?? Infinity);
    // Two that are both open-ended differ by no number.
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

function scheduled(work: Item | Milestone, { schedule }: PlanAnalysis): ReturnType<typeof feasibleDays> {
  const found = schedule.of(work);
  return found && feasibleDays(found);
}

function days(...all: readonly Day[]): SortKey {
  const [first] = all;
  return first ? all.map((day) => (day ? epochDay(day) : Infinity)) : undefined;
}

function rank(priority: string | undefined): SortKey {
  return priority === undefined ? undefined : [priorityOrder.indexOf(priority)];
}
