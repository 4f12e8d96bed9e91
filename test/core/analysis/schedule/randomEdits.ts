import fc from 'fast-check';
import { filesOf, plainPlan, randomPlan } from './randomPlans';

/** A day on which a plan is looked at, and its files by their names. */
export interface EditedPlan {
  readonly texts: Map<string, string>;
  /** Texts that have been taken away or broken, as they were. */
  readonly good: Map<string, string>;
  today: string;
  hasHolidays: boolean;
}

/** A change of a plan; what exactly the numbers stand for follows from the plan that it is made to. */
export interface RandomEdit {
  readonly kind: keyof typeof edits;
  readonly file: number;
  readonly entry: number;
  readonly value: number;
}

type Json = Record<string, unknown>;

const roadmap = {
  product: 'Product',
  goals: { g: { title: 'G', target: '2026-05' } },
  releases: { r: { title: 'R', date: '2026-05-20' } },
  features: { f: { title: 'F', goal: 'g', release: 'r' } },
  programs: {
    all: {
      title: 'All',
      milestones: { gate: { title: 'Gate', depends_on: ['p0/i1', 'q0/i1'] }, done: { title: 'Done' } },
    },
  },
};

/** Two plans in one, each with people of its own: nothing connects them but what edits add, and a program. */
export const randomStart: fc.Arbitrary<EditedPlan> = fc
  .tuple(
    randomPlan({ ...plainPlan, isDated: true, isCyclic: true }),
    randomPlan({ ...plainPlan, isDated: true }),
    fc.boolean(),
  )
  .map(([one, other, hasProgram]) => {
    const [first, second] = [filesOf(one), filesOf(other)];
    const texts = new Map<string, string>();
    const people = [first, second].map((files) => files['.throughline.yaml'] ?? '{}');
    texts.set('.throughline.yaml', JSON.stringify(mergedPeople(people[0] ?? '', others(people[1] ?? ''))));
    texts.set('a.roadmap.yaml', JSON.stringify(hasProgram ? roadmap : { ...roadmap, programs: {} }));
    for (const [name, text] of Object.entries(first)) if (name.startsWith('p')) texts.set(name, text);
    for (const [name, text] of Object.entries(second)) if (name.startsWith('p')) texts.set(others(name), others(text));
    return { texts, good: new Map(), today: one.today, hasHolidays: false };
  });

/** The same text about other projects and people. */
function others(text: string): string {
  return text
    .replace(/\bp(\d)\b/g, 'q$1')
    .replaceAll('ana', 'dan')
    .replaceAll('ben', 'eve')
    .replaceAll('acme', 'hall');
}

function mergedPeople(...texts: readonly string[]): Json {
  return { people: Object.assign({}, ...texts.map((text) => (JSON.parse(text) as { people: Json }).people)) as Json };
}

export const randomEdits: fc.Arbitrary<readonly RandomEdit[]> = fc.array(
  fc.record({
    // What is done most often stands there most often.
    kind: fc.constantFrom<RandomEdit['kind']>(
      ...(['field', 'field', 'field', 'field', 'depend', 'depend', 'independent', 'person', 'team', 'rename'] as const),
      ...([
        'calendar',
        'project',
        'remove',
        'restore',
        'break',
        'restore',
        'add',
        'roadmap',
        'day',
        'holidays',
      ] as const),
    ),
    file: fc.nat(1000),
    entry: fc.nat(1000),
    value: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 12 },
);

const people = ['ana', 'ben', 'dan', 'eve', 'hall', 'nobody'];
const days = ['2026-05-01', '2026-05-04', '2026-05-09', '2026-05-12', '2026-05-22', '2026-06-03'];
const nothing = undefined;

/** What may be written in an item or milestone. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  title: ['One', 'Another'],
  estimate: ['1d', '3d', '2h', { optimistic: '1d', likely: '2d', pessimistic: '6d' }, nothing],
  duration: ['2d', '3ed', nothing],
  status: ['done', 'dropped', 'in-progress', nothing, nothing],
  progress: ['30%', '100%', nothing],
  start: [...days, nothing, nothing, nothing],
  end: [...days, nothing, nothing, nothing],
  started: [...days, nothing, nothing, nothing],
  finished: [...days, nothing, nothing, nothing],
  not_before: [...days, nothing],
  deadline: [...days, nothing],
  date: [...days, nothing],
  reached: [...days, nothing, nothing],
  assignees: [...people, ['ana', 'ben'], { dan: '50%', eve: '20%' }, ['ben', 'dan'], nothing],
  owner: [...people, nothing],
  sequential: [true, nothing],
  milestone: ['m1', 'all/gate', 'q0/m1', 'p0/m2', nothing],
  feature: ['f', nothing],
  goal: ['g', 'nowhere', nothing],
  release: ['r', nothing],
  cost: ['100 EUR', nothing],
  spent: ['1d', nothing],
};
const keys = Object.keys(values);

const personValues: Readonly<Record<string, readonly unknown[]>> = {
  name: ['Somebody', nothing],
  capacity: ['50%', '0%', nothing],
  kind: ['team', 'person', nothing],
  away: ['2026-05-11', ['2026-05-05..2026-05-07', '2026-05-20'], nothing],
  country: ['DE', nothing],
  rate: ['500 EUR/d', nothing],
};

const projectValues: Readonly<Record<string, readonly unknown[]>> = {
  project: ['Renamed'],
  id: ['p0', 'q1', 'other', nothing],
  start: [...days, nothing],
  end: [...days, nothing],
  calendar: [{ workdays: ['mon', 'wed'] }, { hours_per_day: 6, country: 'DE' }, nothing],
  sizes: [{ M: '3d' }, nothing],
  people: [{ ana: { away: '2026-05-06' } }, { newcomer: 'Newcomer' }, nothing],
  goal: ['g', nothing],
  program: ['all', nothing],
};

const edits = {
  field: inEntry((entry, { value }) => {
    const key = oneOf(keys, value);
    put(entry, key, at(values[key] ?? [], Math.floor(value / keys.length)));
  }),
  depend: inEntry((entry, { value }) => {
    const link = ['', ' SS', ' FF+1d', ' +2d', ' SF', ' FS-1d', ' SS+1ed'];
    const project = oneOf(['', '', 'p0/', 'p1/', 'q0/', 'q1/', 'all/', 'other/'], value);
    const target = oneOf(project === 'all/' ? ['gate', 'done'] : ['i1', 'i2', 'i1-1', 'i3', 'm1'], value >> 3);
    entry['depends_on'] = [...list(entry['depends_on']), `${project}${target}${oneOf(link, value >> 5)}`];
  }),
  independent: inEntry((entry) => delete entry['depends_on']),
  person: inFile('.throughline.yaml', (settings, { entry, value }) => {
    const person = object(object(settings, 'people'), oneOf(people, entry));
    const key = oneOf(Object.keys(personValues), value);
    put(person, key, at(personValues[key] ?? [], value >> 3));
  }),
  team: inProject((project, { entry, value }) => {
    const window = oneOf([{ allocation: '50%' }, { from: '2026-05-11' }, { to: '2026-05-15' }, nothing], value);
    put(object(project, 'team'), oneOf(people, entry), window);
  }),
  rename: inProject((project, { entry, value }) => {
    const [holder, id] = at(placesOf(project), entry) ?? [];
    if (!holder || id === undefined) return;
    holder[oneOf(['i1', 'i2', 'renamed', 'm1'], value)] = holder[id];
    put(holder, id, nothing);
  }),
  calendar: inFile('.throughline.yaml', (settings, { value }) => {
    const calendars = [{ holidays: ['2026-05-14'] }, { country: 'DE' }, { workdays: ['mon', 'tue', 'sat'] }, nothing];
    put(settings, 'calendar', oneOf(calendars, value));
  }),
  project: inProject((project, { value }) => {
    const key = oneOf(Object.keys(projectValues), value);
    put(project, key, at(projectValues[key] ?? [], value >> 3));
  }),
  roadmap: inFile('a.roadmap.yaml', (product, { entry, value }) => {
    const gate = object(object(object(object(product, 'programs'), 'all'), 'milestones'), 'gate');
    put(gate, 'title', oneOf(['Gate', 'Other gate'], entry));
    put(gate, 'depends_on', oneOf([['p0/i1', 'q0/i1'], 'q1/m1', ['p1/i2 +1d'], nothing], value));
    put(gate, 'date', oneOf([...days, nothing], value >> 2));
  }),
  add: (plan: EditedPlan, { file, value }: RandomEdit): void => {
    const copied = plan.texts.get(oneOf(['p0.project.yaml', 'q0.project.yaml'], file)) ?? '{ project: New }';
    plan.texts.set(oneOf(['p1.project.yaml', 'q2.project.yaml', 'new.project.yaml'], value), copied);
  },
  remove: (plan: EditedPlan, edit: RandomEdit): void => {
    const name = nameIn(plan, edit);
    if (name === undefined) return;
    plan.good.set(name, plan.texts.get(name) ?? '');
    plan.texts.delete(name);
  },
  break: (plan: EditedPlan, edit: RandomEdit): void => {
    const name = nameIn(plan, edit);
    if (name === undefined) return;
    const text = plan.texts.get(name) ?? '';
    plan.good.set(name, text);
    plan.texts.set(name, text.slice(0, Math.floor((text.length * edit.value) / 1000)));
  },
  restore: (plan: EditedPlan, { file }: RandomEdit): void => {
    const [name, text] = at([...plan.good], file) ?? [];
    if (name === undefined || text === undefined) return;
    plan.texts.set(name, text);
    plan.good.delete(name);
  },
  day: (plan: EditedPlan, { value }: RandomEdit): void => void (plan.today = oneOf(days, value)),
  holidays: (plan: EditedPlan): void => void (plan.hasHolidays = !plan.hasHolidays),
} satisfies Record<string, (plan: EditedPlan, edit: RandomEdit) => void>;

/** Makes an edit; one that finds nothing to change changes nothing. */
export function apply(plan: EditedPlan, edit: RandomEdit): void {
  edits[edit.kind](plan, edit);
}

type Change = (object: Json, edit: RandomEdit) => unknown;

function inProject(change: Change) {
  return (plan: EditedPlan, edit: RandomEdit): void => {
    const names = [...plan.texts.keys()].filter((name) => name.endsWith('.project.yaml')).sort();
    const name = at(names, edit.file);
    if (name !== undefined) rewrite(plan, name, edit, change);
  };
}

function inFile(name: string, change: Change) {
  return (plan: EditedPlan, edit: RandomEdit): void => rewrite(plan, name, edit, change);
}

/** In an item or milestone of a project. */
function inEntry(change: Change) {
  return inProject((project, edit) => {
    const [holder, id] = at(placesOf(project), edit.entry) ?? [];
    if (holder && id !== undefined) change(object(holder, id), edit);
  });
}

function rewrite({ texts }: EditedPlan, name: string, edit: RandomEdit, change: Change): void {
  const content = parsed(texts.get(name));
  if (!content) return;
  change(content, edit);
  texts.set(name, JSON.stringify(content, undefined, 1));
}

/** Undefined for a file that is not there or broken. */
function parsed(text = ''): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The items, at any depth, and milestones of a project: the map that each is in, and its key. */
function placesOf(project: Json): readonly (readonly [Json, string])[] {
  const below = (holder: unknown): readonly (readonly [Json, string])[] => {
    const map = (holder ?? {}) as Json;
    return Object.entries(map).flatMap(([id, entry]) => [[map, id] as const, ...below((entry as Json)['items'])]);
  };
  return [...below(project['items']), ...below(project['milestones'])];
}

function nameIn({ texts }: EditedPlan, { file }: RandomEdit): string | undefined {
  return at([...texts.keys()].sort(), file);
}

function object(holder: Json, key: string): Json {
  const known = holder[key];
  const made = typeof known === 'object' && known !== null && !Array.isArray(known) ? known : {};
  holder[key] = made;
  return made as Json;
}

function put(holder: Json, key: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(holder, key);
  else holder[key] = value;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** Undefined for a list without anything. */
function at<T>(all: readonly T[], number: number): T | undefined {
  return all[number % Math.max(1, all.length)];
}

/** One of a list that has some. */
function oneOf<T>(all: readonly T[], number: number): T {
  return all[number % all.length] as T;
}
