import { Temporal } from 'temporal-polyfill';
import { createEditor, type Editor, type EditValue, type PlanEdit } from '../../edit/editor';
import type { Plan } from '../../plan/plan';
import type { PlanFile, ProjectFile } from '../../plan/planFile';
import { writeDate } from '../../plan/scalars';
import { currenciesOf } from '../completion/currencies';
import type { PlanState } from '../planState';
import type { PlannedChange } from './model';
import { newId } from './newId';
import { plannedChange } from './plannedChange';
import type { StarterKind } from './starterKinds';

/** An entry of a list, with a title to be written over. */
interface EntryStarter {
  readonly home: 'roadmap' | 'project';
  readonly list: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** Beside the title; its dates are to come, and it names nobody whom the plan does not know. */
  readonly fields: (context: Context) => Readonly<Record<string, EditValue>>;
}

type EntryKind = 'goal' | 'release' | 'feature' | 'item' | 'risk';

interface Context {
  readonly plan: Plan;
  readonly file: PlanFile;
  readonly today: Temporal.PlainDate;
}

/** The same that an empty view shows as what to write. */
const entryStarters: Readonly<Record<Exclude<StarterKind, 'budget' | 'status-update'>, EntryStarter>> = {
  goal: {
    home: 'roadmap',
    list: 'goals',
    kind: 'goal',
    title: 'Fix the fault on the first visit',
    fields: ({ today }) => ({ horizon: 'now', target: quarterText(today.add({ months: 6 })) }),
  },
  release: {
    home: 'roadmap',
    list: 'releases',
    kind: 'release',
    title: 'First release',
    fields: ({ today }) => {
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
    kind: 'feature',
    title: 'Arrival time within an hour',
    fields: () => ({ rice: { reach: '8000', impact: '2', confidence: '80%', effort: '4' } }),
  },
  item: {
    home: 'project',
    list: 'items',
    kind: 'item',
    title: 'Measure the van stock',
    fields: (context) => {
      const monday = mondayAfter(firstDay(context));
      return { start: writeDate(monday), end: writeDate(monday.add({ days: 11 })) };
    },
  },
  assignment: {
    home: 'project',
    list: 'items',
    kind: 'item',
    title: 'Stock rules for each lift type',
    fields: (context) => ({
      assignees: { [someWorker(context)]: '80%' },
      estimate: '8d',
      start: writeDate(mondayAfter(firstDay(context))),
    }),
  },
  risk: {
    home: 'project',
    list: 'risks',
    kind: 'risk',
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
 * Adds a first entry of a kind to a file, to be written over: its title is what is shown, of a budget its total, of a
 * status update its summary.
 *
 * @returns undefined for a file of another kind, for a status update where there are some, and for a file that is too
 *   broken to be sure
 */
export function starterEntry({ plan, today }: PlanState, uri: string, kind: StarterKind): PlannedChange | undefined {
  const file = plan.files.get(uri);
  if (!file) return undefined;
  const editor = createEditor((asked) => plan.files.get(asked)?.document);
  const written = writtenStart(editor, { plan, file, today }, kind);
  return written?.edit && plannedChange(plan, written.edit, { uri, path: written.shown });
}

interface WrittenStart {
  readonly edit: PlanEdit | undefined;
  /** The path of what is shown. */
  readonly shown: readonly string[];
}

function writtenStart(editor: Editor, context: Context, kind: StarterKind): WrittenStart | undefined {
  const { file } = context;
  if (kind === 'budget') return file.kind === 'project' ? firstBudget(editor, context.plan, file) : undefined;
  if (kind === 'status-update') return file.kind === 'project' ? firstUpdate(editor, file, context.today) : undefined;
  const { home, list, title, fields, kind: entry } = entryStarters[kind];
  if (file.kind !== home) return undefined;
  const id = newId(title, takenIds(context.plan, file, entry), entry);
  return {
    edit: editor.addEntry(file.uri, [list], id, { title, ...fields(context) }),
    shown: [list, id, 'title'],
  };
}

function firstBudget(editor: Editor, plan: Plan, file: ProjectFile): WrittenStart {
  const { uri, root } = file;
  const [currency = ''] = currenciesOf(plan, file);
  const total = `120000 ${currency}`;
  const shown = ['budget', 'total'];
  // What is there already stays as it is.
  if (Object.keys(root?.fields.budget?.value.fields ?? {}).length > 0) {
    return { edit: editor.setProperty(uri, ['budget'], 'total', total), shown };
  }
  const lines = {
    development: { title: 'Development', planned: `100000 ${currency}`, spent: `0 ${currency}` },
    scanners: { title: 'Scanners', planned: `20000 ${currency}` },
  };
  return { edit: editor.setProperty(uri, [], 'budget', { total, lines }), shown };
}

function firstUpdate(editor: Editor, { uri, root }: ProjectFile, today: Temporal.PlainDate): WrittenStart | undefined {
  if (root?.fields.status_updates) return undefined;
  const update = {
    date: writeDate(today),
    health: 'on-track',
    summary: 'The stock rules are agreed, the scanners ordered.',
  };
  return { edit: editor.appendToList(uri, ['status_updates'], update), shown: ['status_updates', 'summary'] };
}

/** Somebody who may do work of a project: its manager, else anybody whom the plan knows, else a name to be written over. */
function someWorker({ plan, file }: Context): string {
  const manager = file.kind === 'project' ? file.root?.fields.manager?.value.id : undefined;
  const { people } = plan;
  if (!people.defined) return manager ?? 'Team member';
  const isPerson = (id: string): boolean => (people.fields(id).kind?.value ?? 'person') === 'person';
  const known = people.ids.filter(isPerson);
  return known.find((id) => id === manager) ?? known[0] ?? people.ids[0] ?? 'Team member';
}

/** Today, or the day on which a project starts that is still to come. */
function firstDay({ file, today }: Context): Temporal.PlainDate {
  const start = file.kind === 'project' ? file.root?.fields.start?.value : undefined;
  return start && Temporal.PlainDate.compare(start, today) > 0 ? start : today;
}

function takenIds(plan: Plan, file: PlanFile, kind: EntryKind): Iterable<string> {
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
