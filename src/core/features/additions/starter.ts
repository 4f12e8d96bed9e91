import type { Temporal } from 'temporal-polyfill';
import { createEditor, type EditValue } from '../../edit/editor';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { writeDate } from '../../plan/scalars';
import type { PlanState } from '../planState';
import type { PlannedChange } from './model';
import { newId } from './newId';
import { plannedChange } from './plannedChange';
import type { StarterKind } from './starterKinds';

interface Starter {
  readonly home: 'roadmap' | 'project';
  readonly list: string;
  readonly title: string;
  /** Beside the title; its dates are to come, and it names nobody, whom a plan might not know. */
  readonly fields: (today: Temporal.PlainDate) => Readonly<Record<string, EditValue>>;
}

/** The same that an empty view shows as what to write. */
const starters: Readonly<Record<StarterKind, Starter>> = {
  goal: {
    home: 'roadmap',
    list: 'goals',
    title: 'Fix the fault on the first visit',
    fields: (today) => ({ horizon: 'now', target: quarterText(today.add({ months: 6 })) }),
  },
  release: {
    home: 'roadmap',
    list: 'releases',
    title: 'First release',
    fields: (today) => {
      const monday = mondayAfter(today.add({ months: 3 }));
      const date = monday.add({ days: 1 });
      return {
        date: writeDate(date),
        readiness: { 'help-pages': { title: 'Help pages', due: writeDate(date.subtract({ days: 7 })) } },
      };
    },
  },
  feature: {
    home: 'roadmap',
    list: 'features',
    title: 'Arrival time within an hour',
    fields: () => ({ rice: { reach: '8000', impact: '2', confidence: '80%', effort: '4' } }),
  },
  item: {
    home: 'project',
    list: 'items',
    title: 'Measure the van stock',
    fields: (today) => {
      const monday = mondayAfter(today);
      return { start: writeDate(monday), end: writeDate(monday.add({ days: 11 })) };
    },
  },
  risk: {
    home: 'project',
    list: 'risks',
    title: 'Scanners come late',
    fields: () => ({
      probability: 'high',
      impact: ['9000 EUR', '2w'],
      response: 'mitigate',
      plan: 'Borrow ten from the depot',
    }),
  },
};

/**
 * Adds a first entry of a kind to a file, to be written over; its title is what is shown.
 *
 * @returns undefined for a file of another kind, and for one that is too broken to be sure
 */
export function starterEntry({ plan, today }: PlanState, uri: string, kind: StarterKind): PlannedChange | undefined {
  const { home, list, title, fields } = starters[kind];
  const file = plan.files.get(uri);
  if (file?.kind !== home) return undefined;
  const id = newId(title, takenIds(plan, file, kind), kind);
  const editor = createEditor((asked) => plan.files.get(asked)?.document);
  const edit = editor.addEntry(uri, [list], id, { title, ...fields(today) });
  return edit && plannedChange(plan, edit, { uri, path: [list, id, 'title'] });
}

function takenIds(plan: Plan, file: PlanFile, kind: StarterKind): Iterable<string> {
  if (kind === 'goal' || kind === 'feature' || kind === 'release') return plan.all(kind).map(({ id }) => id);
  if (kind === 'item' && file.kind === 'project') return plan.work(file).keys();
  return file.definitions.filter((entity) => entity.kind === kind).map(({ id }) => id);
}

/** The first Monday after a day. */
function mondayAfter(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: 8 - day.dayOfWeek });
}

/** `2026-Q4` */
function quarterText({ year, month }: Temporal.PlainDate): string {
  return `${String(year)}-Q${String(Math.ceil(month / 3))}`;
}
