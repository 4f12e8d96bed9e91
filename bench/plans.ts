import { commentAbout, descriptionOf, titleOf } from './phrases';
import { Random } from './random';

/** How much a plan holds over all of its projects. */
export interface PlanSize {
  readonly projects: number;
  /** Parents included: one for each eight children. */
  readonly items: number;
  readonly dependencies: number;
  /** `teamSize` of them work in each project: with fewer for each, they share their time between projects. */
  readonly people: number;
  /** How many people work in each project; 8 where it is not given. */
  readonly teamSize?: number;
  /** Whether items say as much as people write: some 270 bytes each, with descriptions, labels and comments. */
  readonly isDetailed?: boolean;
  /** Whether projects wait for one another, now and then; so they do where it is not given. */
  readonly isLinked?: boolean;
  /** A whole number but 0; the same for the same texts. */
  readonly seed?: number;
}

/** The first day of the first project; the others start up to half a year later. */
const firstMonth = 2026 * 12;
const childrenPerParent = 8;
const usualTeamSize = 8;
/** How far back a dependency reaches at most, in items. */
const reach = 60;

/**
 * The files of a plan by their names: settings with the people, a roadmap with goals, features and releases, and
 * projects whose items are nested, estimated, assigned and wait for each other, now and then across projects. No two
 * wait for each other, and every name resolves.
 */
export function planTexts(size: PlanSize): ReadonlyMap<string, string> {
  const { projects, items, dependencies, people, isLinked = true, seed = 1 } = size;
  const random = new Random(seed);
  const texts = new Map<string, string>([
    ['.throughline.yaml', settingsText(people, random)],
    ['product.roadmap.yaml', roadmapText()],
  ]);
  const sizes = shares(items, projects);
  const links = shares(dependencies, projects);
  for (let project = 0; project < projects; project++) {
    const outline = outlineOf(project, sizes[project] ?? 0);
    addDependencies(outline, links[project] ?? 0, isLinked ? sizes : [], random);
    texts.set(`${projectId(project)}.project.yaml`, projectText(outline, size, random));
  }
  return texts;
}

interface Outline {
  readonly project: number;
  /** What each item waits for. Those at multiples of nine are parents of the eight that come next. */
  readonly waitsFor: readonly string[][];
}

const projectId = (project: number): string => `project-${project + 1}`;
const itemId = (item: number): string => `item-${item + 1}`;
const personId = (person: number): string => `person-${person + 1}`;
const isParent = (item: number): boolean => item % (childrenPerParent + 1) === 0;

/** A number in as equal whole parts as there can be. */
function shares(total: number, parts: number): readonly number[] {
  return Array.from(
    { length: parts },
    (_, part) => Math.floor(((part + 1) * total) / parts) - Math.floor((part * total) / parts),
  );
}

function outlineOf(project: number, items: number): Outline {
  return { project, waitsFor: Array.from({ length: items }, () => []) };
}

/**
 * Lets children wait for earlier ones, and one in twenty for the last of an earlier project.
 *
 * @param sizes of all projects; empty where none waits for another
 */
function addDependencies(
  { project, waitsFor }: Outline,
  count: number,
  sizes: readonly number[],
  random: Random,
): void {
  const items = waitsFor.length;
  // A project of a few items has no room for any number of dependencies.
  for (let left = count, tries = 20 * count; left > 0 && tries > 0; tries--) {
    const item = random.below(items);
    const before = item - 1 - random.below(Math.min(item, reach));
    if (isParent(item) || before < 0 || isParent(before)) continue;
    const other = project > 0 && sizes.length > 0 && random.below(20) === 0 ? random.below(project) : undefined;
    const last = (sizes[other ?? 0] ?? 0) - 1;
    const reference =
      other === undefined ? itemId(before) : `${projectId(other)}/${itemId(isParent(last) ? last - 1 : last)}`;
    const list = waitsFor[item] ?? [];
    if (list.some((text) => text.split(' ')[0] === reference)) continue;
    list.push(`${reference}${random.of(['', '', '', ' SS+1d', ' FF', ' FS+2d', ' +1d', ' SF+3w'])}`);
    left--;
  }
}

function projectText({ project, waitsFor }: Outline, size: PlanSize, random: Random): string {
  const { people, teamSize = usualTeamSize, isDetailed = false } = size;
  const team = Array.from({ length: Math.min(teamSize, people) }, (_, at) =>
    personId((project * teamSize + at) % people),
  );
  const lines = [
    `project: Project ${project + 1}`,
    `manager: ${team[0] ?? personId(0)}`,
    `goal: goal-${(project % 4) + 1}`,
    `start: ${dayIn(firstMonth + random.below(6), 1)}`,
    `end: ${dayIn(firstMonth + 60, 28)}`,
    'team:',
    ...team.map((person) => `  ${person}: { allocation: ${random.between(4, 10) * 10}% }`),
    'milestones:',
    `  delivery: { title: Delivery, release: release-${(project % 3) + 1} }`,
    'items:',
  ];
  waitsFor.forEach((list, item) => {
    if (isDetailed && random.below(12) === 0) lines.push(...commentLines(item, random));
    if (isParent(item)) lines.push(...parentLines(item, item + 1 < waitsFor.length, isDetailed, random));
    else lines.push(...childLines(item, list, team, isDetailed, random));
  });
  return `${lines.join('\n')}\n`;
}

function commentLines(item: number, random: Random): string[] {
  return [`${isParent(item) ? '  ' : '      '}# ${commentAbout(random)}`];
}

function parentLines(item: number, hasChildren: boolean, isDetailed: boolean, random: Random): string[] {
  return [
    `  ${itemId(item)}:`,
    `    title: ${isDetailed ? titleOf(item, random) : `Package ${item + 1}`}`,
    ...(isDetailed ? [`    description: ${descriptionOf(random)}`] : []),
    '    type: epic',
    `    feature: feature-${random.between(1, 12)}`,
    ...(hasChildren ? ['    items:'] : ['    estimate: 2d']),
  ];
}

function childLines(
  item: number,
  waitsFor: readonly string[],
  team: readonly string[],
  isDetailed: boolean,
  random: Random,
): string[] {
  const person = team[random.below(team.length)];
  const pad = '        ';
  return [
    `      ${itemId(item)}:`,
    `${pad}title: ${isDetailed ? titleOf(item, random) : `Piece of work ${item + 1}`}`,
    ...(isDetailed ? saidOf(pad, random) : []),
    `${pad}${effortText(random)}`,
    ...(person === undefined || random.below(10) === 0 ? [] : [`${pad}assignees: ${person}`]),
    ...(waitsFor.length === 0 ? [] : [`${pad}depends_on: ${listText(waitsFor)}`]),
    ...(random.below(15) === 0 ? [`${pad}milestone: delivery`] : []),
    ...(random.below(20) === 0 ? [`${pad}not_before: ${dayIn(firstMonth + random.below(12), 15)}`] : []),
  ];
}

/** What is written of an item beside what its schedule follows from. */
function saidOf(pad: string, random: Random): string[] {
  return [
    `${pad}description: ${descriptionOf(random)}`,
    ...(random.below(3) === 0 ? [`${pad}type: ${random.of(['story', 'task', 'bug', 'spike'])}`] : []),
    ...(random.below(3) === 0
      ? [`${pad}labels: [${random.of(['web', 'api', 'data'])}, phase-${random.between(1, 4)}]`]
      : []),
    ...(random.below(4) === 0 ? [`${pad}priority: ${random.of(['must', 'should', 'could'])}`] : []),
  ];
}

function effortText(random: Random): string {
  const likely = random.between(1, 8);
  switch (random.below(6)) {
    case 0:
      return `estimate: { optimistic: ${likely * 0.5}d, likely: ${likely}d, pessimistic: ${likely * 2 + 1}d }`;
    case 1:
      return `size: ${random.of(['XS', 'S', 'M', 'L'])}`;
    case 2:
      return `estimate: ${likely * 4}h`;
    default:
      return `estimate: ${likely}d`;
  }
}

function listText(entries: readonly string[]): string {
  return entries.length === 1 ? (entries[0] ?? '') : `[${entries.join(', ')}]`;
}

/** A date in a month that is counted from the year 0. */
function dayIn(month: number, day: number): string {
  const year = Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function settingsText(people: number, random: Random): string {
  const lines = [
    'status_date: 2026-01-01',
    'calendar: { holidays: [2026-12-24..2027-01-01, 2027-12-24..2028-01-01] }',
    'people:',
  ];
  for (let person = 0; person < people; person++) {
    const month = firstMonth + random.below(24);
    const away = `${dayIn(month, 4)}..${dayIn(month, random.between(8, 24))}`;
    const capacity = random.of(['100%', '100%', '80%', '50%']);
    lines.push(`  ${personId(person)}: { name: Person ${person + 1}, capacity: ${capacity}, away: ${away} }`);
  }
  return `${lines.join('\n')}\n`;
}

function roadmapText(): string {
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
  const lines = [
    'product: Product',
    'id: product',
    'owner: person-1',
    'goals:',
    ...numbers(4).map((at) => `  goal-${at}: { title: Goal ${at}, target: 2028-Q${at} }`),
    'releases:',
    ...numbers(3).map((at) => `  release-${at}: { title: Release ${at}, date: ${2028 + at}-06-30 }`),
    'features:',
    ...numbers(12).map(
      (at) => `  feature-${at}: { title: Feature ${at}, goal: goal-${(at % 4) + 1}, release: release-${(at % 3) + 1} }`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
