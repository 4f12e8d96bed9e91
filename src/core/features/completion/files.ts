import { CompletionItemKind } from 'vscode-languageserver-types';
import { isOpenGoal } from '../../analysis/openWork';
import { mostAlike } from '../../analysis/mostAlike';
import { Topic } from '../../analysis/topic';
import { scalarText } from '../../edit/scalarText';
import { freeId } from '../../plan/freeId';
import { fileStem } from '../../plan/fileKind';
import { referenceText } from '../../plan/referenceText';
import { writeDate } from '../../plan/scalars';
import { holdersOf } from '../../analysis/ownership/holders';
import { managerAreas, ownerAreas } from '../../analysis/ownership/leadership';
import type { Candidate, PlaceContext } from './candidate';
import { quarterOf, workdayNear } from './days';
import type { Snippet, Stop } from './snippet';

/** What a file of its kind may begin with, where there is nothing in it yet. */
export function fileCandidates(context: PlaceContext): readonly Candidate[] {
  const { file, place } = context;
  if (place.flow || place.quote || place.follows !== 'nothing' || place.column > 0 || !isEmpty(context)) return [];
  const { kind } = file;
  const noun = kind === 'settings' ? 'settings file' : kind;
  const skeleton = skeletons[kind](context);
  const isLast = place.span.end >= file.document.source.length;
  return [
    {
      label: `New ${noun}…`,
      kind: CompletionItemKind.Snippet,
      insert: isLast ? [...skeleton, '\n'] : skeleton,
      title: descriptions[kind],
      detail: descriptions[kind],
      words: [noun],
    },
  ];
}

const descriptions = {
  roadmap: 'A product with a first goal and a feature for it',
  project: 'A project with its goal, its dates and a first item',
  settings: 'The calendar, and the people of the plan',
} as const;

const skeletons = { roadmap: roadmapSkeleton, project: projectSkeleton, settings: settingsSkeleton } as const;

/** A longer file is not empty, whatever its comments say. */
const longestEmpty = 4_000;

/** Whether nothing stands in the file but comments and what is being typed. */
function isEmpty({ file, place }: PlaceContext): boolean {
  const { source } = file.document;
  if (source.length > longestEmpty) return false;
  const rest = source.slice(0, place.span.start) + source.slice(place.span.end, source.length);
  return /^\ufeff?(?:[ \t]*(?:#.*|---[ \t]*)?(?:\r\n|\n|\r|$))*$/.test(rest);
}

function roadmapSkeleton({ state, file, style }: PlaceContext): Snippet {
  const { plan } = state;
  const indent = ' '.repeat(style.indent);
  const goal = {
    stop: 4,
    text: freeId(
      'first-goal',
      plan.all('goal').map(({ id }) => id),
    ),
  };
  const feature = {
    stop: 6,
    text: freeId(
      'first-feature',
      plan.all('feature').map(({ id }) => id),
    ),
  };
  return [
    ...['product: ', { stop: 1, text: named(file.uri) ?? 'Name of the product' }, '\n'],
    ...['vision: ', { stop: 2, text: 'The change that it makes for its customers' }, '\n'],
    ...['owner: ', leader(state.plan, 3, ownerAreas), '\n'],
    ...['goals:\n', indent, goal, ':\n', indent, indent, 'title: ', { stop: 5, text: 'What customers gain' }, '\n'],
    ...[indent, indent, 'horizon: next\n'],
    ...['features:\n', indent, feature, ':\n', indent, indent, 'title: '],
    ...[{ stop: 7, text: 'What customers will be able to do' }, '\n', indent, indent, 'goal: ', goal],
  ];
}

function projectSkeleton({ state, file, style }: PlaceContext): Snippet {
  const { plan, today } = state;
  const indent = ' '.repeat(style.indent);
  const end = quarterOf(today, 1)?.last ?? today;
  const lastWorkday = workdayNear(state, file, end.add({ days: 1 }), -1) ?? end;
  const about = [file.id.replaceAll('-', ' ')];
  const goals = mostAlike(plan.all('goal').filter(isOpenGoal), new Topic(about)).flatMap(
    (goal) => referenceText(plan, goal, 'goal', file) ?? [],
  );
  const goal: Snippet =
    goals.length === 0 ? [] : ['goal: ', { stop: 3, choices: goals.slice(0, 10).map(source) }, '\n'];
  return [
    ...['project: ', { stop: 1, text: named(file.uri) ?? 'Name of the project' }, '\n'],
    ...['manager: ', leader(plan, 2, managerAreas), '\n'],
    ...goal,
    ...[`start: ${writeDate(today)}\n`, 'end: ', { stop: 4, text: writeDate(lastWorkday) }, '\n'],
    ...['items:\n', indent, { stop: 5, text: 'first-item' }, ':\n'],
    ...[indent, indent, 'title: ', { stop: 6, text: 'What is to be done' }],
  ];
}

/** People only where nobody is named yet: once somebody is listed, every name in the plan has to be. */
function settingsSkeleton({ state: { plan }, style }: PlaceContext): Snippet {
  const indent = ' '.repeat(style.indent);
  const calendar = [`calendar:\n${indent}workdays: [mon, tue, wed, thu, fri]\n${indent}hours_per_day: `];
  const hours = { stop: 1, text: '8' };
  if (plan.people.defined || [...plan.files.values()].some(namesPeople)) return [...calendar, hours];
  return [
    ...[...calendar, hours, `\npeople:\n${indent}`, { stop: 2, text: 'alice' }, `:\n${indent}${indent}name: `],
    ...[{ stop: 3, text: 'Full name' }, `\n${indent}${indent}role: `, { stop: 4, text: 'product-manager' }],
  ];
}

function namesPeople({ references }: PlaceContext['file']): boolean {
  return references.some(({ reference }) => reference.to === 'person');
}

/** Who leads it: those whose role that is first; any name in a plan that lists nobody. */
function leader(plan: PlaceContext['state']['plan'], stop: number, areas: readonly string[]): Stop {
  if (!plan.people.defined) return { stop, text: 'Your name' };
  const holders = holdersOf(plan, areas).map(({ id }) => id);
  return { stop, choices: [...new Set([...holders, ...plan.people.ids])].slice(0, 20).map(source) };
}

/** The name of the file in words; undefined for a bare `.project.yaml`. */
function named(uri: string): string | undefined {
  const words = fileStem(uri)
    ?.replace(/[-_\s]+/g, ' ')
    .trim();
  return words === undefined || !/^[\p{L}\p{N} ]+$/u.test(words)
    ? undefined
    : words.charAt(0).toUpperCase() + words.slice(1);
}

function source(id: string): string {
  return scalarText(id, { flow: false, quote: 'single', text: true });
}
