import fc from 'fast-check';
import { analysisOf } from './scheduleFrom';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';

/** An item or milestone as a file has it: its keys with their values, and what is below it. */
export interface RandomEntry {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Absent for a milestone. */
  readonly children?: readonly RandomEntry[];
}

export interface RandomProject {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly items: readonly RandomEntry[];
  readonly milestones: readonly RandomEntry[];
}

export interface RandomPlan {
  readonly people: Readonly<Record<string, unknown>>;
  readonly projects: readonly RandomProject[];
  readonly today: string;
}

/** What may be said in a plan. */
export interface PlanOptions {
  /** Stated and actual dates, statuses and progress. */
  readonly isDated: boolean;
  /** `sequential`, which alone makes the order of items count. */
  readonly isSequential: boolean;
  /** Dependencies on anything, rings too; else only on what comes before. */
  readonly isCyclic: boolean;
  /** Days off of people, and countries of their own. */
  readonly hasOwnDays: boolean;
  /** Dependencies that a finish waits for. */
  readonly hasFinishLinks: boolean;
  /** Values that nobody should write. */
  readonly isAbsurd: boolean;
}

export const plainPlan: PlanOptions = {
  isDated: false,
  isSequential: true,
  isCyclic: false,
  hasOwnDays: true,
  hasFinishLinks: true,
  isAbsurd: false,
};

/** Days around the start of the projects in May 2026; ids count the entries of a project in the order of its file. */
const day = fc.integer({ min: 0, max: 40 }).map((offset) => {
  const inMay = 1 + offset;
  return inMay <= 31 ? `2026-05-${String(inMay).padStart(2, '0')}` : `2026-06-${String(inMay - 31).padStart(2, '0')}`;
});
const absurdDay = fc.constantFrom('1900-01-01', '2199-12-31', '9999-12-31', '2026-02-30', '0000-01-01', 'soon');
const absurdLength = fc.constantFrom('10000mo', '1200mo', '-3d', '0h', '1e9d', 'many', '25000d', '36500ed');
const range = fc.tuple(day, day).map(([one, other]) => (one < other ? `${one}..${other}` : `${other}..${one}`));
const persons = ['ana', 'ben', 'acme'] as const;

const effort = fc.oneof(
  fc.constantFrom('0d', '3h', '1d', '2d', '3.5d', '1w'),
  fc.constantFrom({ optimistic: '1d', likely: '2d', pessimistic: '6d' }, { likely: '2d' }),
);
const lag = fc.constantFrom('', '+1d', '+3h', '-1d', '-2d', '+2ed', '-1w', '+1w');

/** A key that is there in one of so many cases. */
function maybe<T>(value: fc.Arbitrary<T>, oneOf = 2): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: oneOf - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A reference by numbers that are made into ids when the entries are known. */
interface RandomDependency {
  readonly project: number;
  readonly entry: number;
  readonly link: string;
  /** Whether it may lead anywhere, where rings are allowed. */
  readonly isWild: boolean;
}

function dependency({ hasFinishLinks }: PlanOptions): fc.Arbitrary<RandomDependency> {
  const type = fc.constantFrom('', '', ' FS', ' SS', ...(hasFinishLinks ? [' FF', ' SF'] : []));
  return fc.record({
    project: fc.nat(2),
    entry: fc.nat(30),
    isWild: fc.nat(9).map((chance) => chance === 0),
    link: fc.tuple(type, lag).map(([kind, by]) => (by === '' ? kind : `${kind === '' ? ' FS' : kind}${by}`)),
  });
}

function itemFields(options: PlanOptions): fc.Arbitrary<Record<string, unknown>> {
  const dates = options.isAbsurd ? fc.oneof(day, absurdDay) : day;
  const stated = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    options.isDated ? maybe(value, 5) : fc.constant(undefined);
  const length = options.isAbsurd ? fc.oneof(effort, absurdLength) : effort;
  return fc
    .record({
      estimate: fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 12, arbitrary: length }),
      size: maybe(fc.constantFrom('XS', 'S', 'M'), 5),
      duration: maybe(
        fc.oneof(fc.constantFrom('1d', '2d', '2ed'), options.isAbsurd ? absurdLength : fc.constant('3d')),
        5,
      ),
      assignees: maybe(
        fc.oneof(
          fc.constantFrom<unknown>(...persons),
          fc.constant(['ana', 'ben']),
          fc.constantFrom({ ana: '50%' }, { ben: '30%', ana: '60%' }, { ana: '0%' }),
        ),
      ),
      owner: maybe(fc.constantFrom(...persons), 5),
      not_before: maybe(dates, 5),
      deadline: maybe(dates, 5),
      sequential: options.isSequential ? maybe(fc.boolean(), 5) : fc.constant(undefined),
      status: options.isDated
        ? maybe(fc.constantFrom('todo', 'in-progress', 'blocked', 'done', 'dropped'), 5)
        : maybe(fc.constantFrom('todo', 'dropped'), 5),
      progress: stated(fc.constantFrom('0%', '50%', '100%', '33%')),
      start: stated(dates),
      end: stated(dates),
      started: stated(dates),
      finished: stated(dates),
      depends: fc.array(dependency(options), { maxLength: 2 }),
      names: maybe(fc.constant(true), 5),
    })
    .map(given);
}

function items(options: PlanOptions, depth: number): fc.Arbitrary<readonly RandomEntry[]> {
  const children = depth === 0 ? fc.constant([]) : items(options, depth - 1);
  const entry = fc.tuple(itemFields(options), fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, children));
  return fc.array(
    entry.map(([fields, below]) => ({ fields, children: below })),
    { maxLength: 4 },
  );
}

function project(options: PlanOptions): fc.Arbitrary<RandomProject> {
  const dates = options.isAbsurd ? fc.oneof(day, absurdDay) : day;
  const calendar = fc
    .record({
      workdays: maybe(
        fc.constantFrom(['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], ['tue', 'thu'], ...(options.isAbsurd ? [[]] : [])),
      ),
      hours_per_day: maybe(fc.constantFrom<number>(6, 8, 7.5, ...(options.isAbsurd ? [0, 24, 25, 0.1] : []))),
      holidays: maybe(fc.array(fc.oneof(day, range), { maxLength: 2 })),
    })
    .map(given);
  const window = fc
    .record({ allocation: maybe(fc.constantFrom('50%', '100%', '70%')), from: maybe(day, 5), to: maybe(day, 5) })
    .map(given);
  const team = fc.record({
    ana: maybe(fc.oneof(window, fc.array(window, { minLength: 1, maxLength: 3 })), 4),
    ben: maybe(window, 5),
  });
  const milestone = fc
    .record({
      date: fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 4, arbitrary: dates }),
      reached: options.isDated ? maybe(dates, 5) : fc.constant(undefined),
      depends: fc.array(dependency(options), { maxLength: 2 }),
    })
    .map((fields): RandomEntry => ({ fields: given(fields) }));
  return fc.record({
    fields: fc.record({ start: maybe(dates), calendar: maybe(calendar), team: maybe(team.map(given)) }).map(given),
    items: items(options, 2),
    milestones: fc.array(milestone, { maxLength: 2 }),
  });
}

function people(options: PlanOptions): fc.Arbitrary<Record<string, unknown>> {
  const away = options.hasOwnDays ? maybe(fc.array(fc.oneof(day, range), { maxLength: 2 })) : fc.constant(undefined);
  return fc
    .record({
      ana: fc.record({ away, capacity: maybe(fc.constantFrom('50%', '80%', ...(options.isAbsurd ? ['0%'] : []))) }),
      ben: fc.record({ away }),
    })
    .map(({ ana, ben }) => ({
      ana: { name: 'Ana', ...given(ana) },
      ben: { name: 'Ben', ...given(ben) },
      acme: { name: 'Acme', kind: 'supplier' },
    }));
}

/** Plans of up to three projects, by what may be said in them. */
export function randomPlan(options: PlanOptions): fc.Arbitrary<RandomPlan> {
  const projects = fc.array(project(options), { minLength: 1, maxLength: 3 });
  return fc
    .record({ people: people(options), projects, today: day })
    .map((plan) => ({ ...plan, projects: named(plan.projects, options) }));
}

/** Entries with ids, in the order of their file, and references to them. */
interface NamedEntry {
  readonly id: string;
  readonly entry: RandomEntry;
}

function namedEntries(entries: readonly RandomEntry[], prefix: string): readonly NamedEntry[] {
  return entries.flatMap((entry, at) => {
    const id = `${prefix}${String(at + 1)}`;
    return [{ id, entry }, ...namedEntries(entry.children ?? [], `${id}-`)];
  });
}

/** The milestone that items name, and the one that they wait for: no ring comes of either. */
const [firstMilestone, lastMilestone] = ['m1', 'm2'];

/** Puts the ids of what there is into the place of the numbers. */
function named(projects: readonly RandomProject[], { isCyclic }: PlanOptions): readonly RandomProject[] {
  const ids = projects.map(({ items: tree, milestones }) =>
    [...namedEntries(milestones, 'm'), ...namedEntries(tree, 'i')].map(({ id }) => id),
  );
  return projects.map((own, at) => {
    const depends = (id: string, written: unknown): string[] =>
      ((written ?? []) as readonly RandomDependency[]).flatMap(({ project: target, entry, link, isWild }) => {
        const isAnywhere = isCyclic && isWild;
        const from = isAnywhere ? target % projects.length : Math.min(target, at);
        const known = (ids[from] ?? []).filter((other) => isAnywhere || from < at || isBefore(other, id));
        const other = known[entry % Math.max(1, known.length)];
        return other === undefined ? [] : [`${from === at ? '' : `p${String(from)}/`}${other}${link}`];
      });
    const isNamed = own.milestones.length > 1;
    const withIds = (entries: readonly RandomEntry[], prefix: string): readonly RandomEntry[] =>
      entries.map(({ fields: { depends: written, names, ...fields }, children }, place) => {
        const id = `${prefix}${String(place + 1)}`;
        const milestone = isNamed && names !== undefined ? lastMilestone : undefined;
        return {
          fields: given({ title: id.toUpperCase(), ...fields, depends_on: depends(id, written), milestone }),
          ...(children ? { children: withIds(children, `${id}-`) } : {}),
        };
      });
    return { ...own, items: withIds(own.items, 'i'), milestones: withIds(own.milestones, 'm') };
  });
}

/** Whether one id stands for what comes before another and is not above it: such never make a ring. */
function isBefore(one: string, other: string): boolean {
  if (other === firstMilestone || one === lastMilestone) return false;
  if (one === firstMilestone || other === lastMilestone) return true;
  return one < other && !other.startsWith(`${one}-`);
}

/** The entries of a map by their ids, in the order of the file or the other way round. */
function mapOf(entries: readonly RandomEntry[], prefix: string, isReversed: boolean): Record<string, unknown> {
  const all = entries.map(({ fields, children = [] }, at): [string, unknown] => {
    const id = `${prefix}${String(at + 1)}`;
    const below = children.length > 0 ? { items: mapOf(children, `${id}-`, isReversed) } : {};
    return [id, { ...fields, ...below }];
  });
  return Object.fromEntries(isReversed ? all.reverse() : all);
}

/** The files of a plan. JSON is YAML. */
export function filesOf({ people: known, projects }: RandomPlan, isReversed = false): Record<string, string> {
  const files = projects.map(({ fields, items: tree, milestones }, at): [string, string] => {
    const content = {
      project: `P${String(at)}`,
      ...fields,
      milestones: mapOf(milestones, 'm', isReversed),
      items: mapOf(tree, 'i', isReversed),
    };
    return [`p${String(at)}.project.yaml`, JSON.stringify(content, undefined, 1)];
  });
  const all: [string, string][] = [['.throughline.yaml', JSON.stringify({ people: known })], ...files];
  return Object.fromEntries(isReversed ? all.reverse() : all);
}

export function analysisOfRandom(plan: RandomPlan, isReversed = false): PlanAnalysis {
  return analysisOf(filesOf(plan, isReversed), plan.today);
}
