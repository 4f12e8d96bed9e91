import { isOpenGoal } from '../../analysis/openWork';
import { mostAlike } from '../../analysis/mostAlike';
import { Topic } from '../../analysis/topic';
import type { PlanFile } from '../../plan/planFile';
import { referenceText } from '../../plan/referenceText';
import { writeDate } from '../../plan/scalars';
import { scalarText } from '../../edit/scalarText';
import type { PlanState } from '../planState';
import { currenciesOf } from './currencies';
import { quarterOf } from './days';
import type { Stop } from './snippet';

/** A property that a new entry gets: a text that is known, or what is filled in, with what stands there until then. */
export interface TemplateField {
  readonly key: string;
  readonly value: string | Omit<Stop, 'stop'>;
}

/** What a new entry of a kind is made of. */
export interface Template {
  /** In the words of the format: `status update`. */
  readonly noun: string;
  readonly fields: (reader: TemplateReader) => readonly TemplateField[];
}

export interface TemplateReader {
  readonly state: PlanState;
  readonly file: PlanFile;
}

/** The entries that are begun with more than a key: those that have an id, and those of dated logs. */
const templates: Readonly<Record<string, Template>> = {
  goal: {
    noun: 'goal',
    fields: () => [title('What is to be achieved'), choice('horizon', 'next', 'now', 'later')],
  },
  'key-result': {
    noun: 'key result',
    fields: () => [title('What is measured'), text('baseline', '0'), text('target', '100')],
  },
  feature: {
    noun: 'feature',
    fields: (reader) => [title('What customers will be able to do'), ...goals(reader)],
  },
  release: {
    noun: 'release',
    fields: ({ state: { today } }) => [title('What it is called'), text('date', quarterOf(today, 1)?.text ?? '')],
  },
  idea: { noun: 'idea', fields: () => [title('The idea in one line')] },
  theme: { noun: 'theme', fields: () => [title('The theme in a word or two')] },
  customer: { noun: 'customer', fields: () => [title('Who they are')] },
  program: { noun: 'program', fields: (reader) => [title('What the projects reach together'), ...goals(reader)] },
  'readiness-check': { noun: 'check', fields: () => [title('What has to be in place')] },
  item: { noun: 'item', fields: () => [title('What is to be done')] },
  milestone: {
    noun: 'milestone',
    fields: ({ state: { today } }) => [
      title('What is reached'),
      text('date', writeDate(quarterOf(today, 0)?.last ?? today)),
    ],
  },
  risk: {
    noun: 'risk',
    fields: () => [
      title('What might happen'),
      choice('probability', 'low', 'medium', 'high'),
      choice('response', 'mitigate', 'avoid', 'transfer', 'accept', 'escalate'),
    ],
  },
  issue: {
    noun: 'issue',
    fields: (reader) => [title('What the problem is'), today('opened', reader)],
  },
  stakeholder: {
    noun: 'stakeholder',
    fields: () => [
      title('Who it is'),
      choice('interest', 'medium', 'low', 'high'),
      choice('influence', 'medium', 'low', 'high'),
    ],
  },
  person: { noun: 'person', fields: () => [text('name', 'Full name'), text('role', 'team-member')] },
  role: { noun: 'role', fields: () => [title('What it is called'), text('extends', 'product-manager')] },
  'budget-line': {
    noun: 'budget line',
    fields: ({ state, file }) => [
      title('What the money is for'),
      text('planned', `0 ${currenciesOf(state.plan, file)[0] ?? 'EUR'}`),
    ],
  },
  'status-update': {
    noun: 'status update',
    fields: (reader) => [
      today('date', reader),
      ...reporter(reader),
      choice('health', ...healths(reader)),
      text('summary', 'What a busy reader should take away'),
    ],
  },
  decision: {
    noun: 'decision',
    fields: (reader) => [today('date', reader), title('What was decided'), text('why', 'The reason')],
  },
  change: {
    noun: 'change',
    fields: (reader) => [today('date', reader), title('What changes'), text('effect', 'What it does to time and cost')],
  },
  'team-window': { noun: 'stretch of time', fields: () => [text('allocation', '100%')] },
};

export function templateOf(kind: string): Template | undefined {
  return Object.hasOwn(templates, kind) ? templates[kind] : undefined;
}

function text(key: string, shown: string): TemplateField {
  return { key, value: { text: shown } };
}

function title(shown: string): TemplateField {
  return text('title', shown);
}

function choice(key: string, ...choices: readonly string[]): TemplateField {
  return { key, value: { choices } };
}

function today(key: string, { state }: TemplateReader): TemplateField {
  return { key, value: writeDate(state.today) };
}

/** The goal: the only one there is, else a choice; nothing where there is none to name. */
function goals({ state: { plan }, file }: TemplateReader): readonly TemplateField[] {
  const open = mostAlike(plan.all('goal').filter(isOpenGoal), new Topic([]));
  const choices = open.slice(0, mostChoices).flatMap((goal) => referenceText(plan, goal, 'goal', file) ?? []);
  if (choices.length === 0) return [];
  const sources = choices.map((id) => scalarText(id, { flow: true, quote: 'single', text: true }));
  return [{ key: 'goal', value: { choices: sources } }];
}

/** Longer lists are chosen from with completion. */
const mostChoices = 10;

/** Who reports on a project, where that is written down. */
function reporter({ file }: TemplateReader): readonly TemplateField[] {
  const manager = file.kind === 'project' ? file.root?.fields.manager?.value.text : undefined;
  if (manager === undefined) return [];
  return [text('by', scalarText(manager.replace(/\s+/g, ' '), { flow: false, quote: 'single', text: true }))];
}

/** The values of `health`, that of the project first. */
function healths({ file }: TemplateReader): readonly string[] {
  const now = file.kind === 'project' ? file.root?.fields.health?.value : undefined;
  return [...new Set([...(now ? [now] : []), 'on-track', 'at-risk', 'off-track', 'paused'])];
}
