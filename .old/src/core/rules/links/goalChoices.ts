import { distance } from 'fastest-levenshtein';
import { isOpenGoal } from '../../analysis/openWork';
import type { Goal } from '../../plan/generated/entities';
import type { Plan } from '../../plan/plan';
import type { PlanFile } from '../../plan/planFile';
import { inQuotes, titleOf } from './naming';
import { spelling } from './nearest';
import { referenceText } from './referenceText';

/** A goal that work may serve, and what is written for it. */
export interface GoalChoice {
  readonly goal: Goal;
  readonly reference: string;
}

/** Words that two titles share without being about the same thing. */
const emptyWords = new Set(
  ['a', 'an', 'and', 'as', 'at', 'be', 'by', 'every', 'for', 'from', 'in', 'into', 'is', 'it', 'more', 'new'].concat([
    'of',
    'on',
    'one',
    'or',
    'our',
    'the',
    'their',
    'to',
    'us',
    'we',
    'with',
  ]),
);

const horizons = ['now', 'next', 'later'];

/**
 * The goals of a plan that are neither achieved nor dropped, those first that sound most like a piece of work, then by
 * horizon.
 *
 * @param about titles and descriptions of the work
 * @param limit how many are given at most
 */
export function goalChoices(
  plan: Plan,
  from: PlanFile,
  about: readonly string[],
  limit: number,
): readonly GoalChoice[] {
  const wanted = wordsIn(about);
  const ranked = plan.all('goal').flatMap((goal) => {
    if (!isOpenGoal(goal)) return [];
    const reference = referenceText(plan, goal, 'goal', from);
    const measures = goal.fields.key_results?.value.map((result) => titleOf(result) ?? '') ?? [];
    const likeness = alike(wanted, wordsIn([goal.id, titleOf(goal) ?? '', ...measures]));
    const horizon = horizons.indexOf(goal.fields.horizon?.value ?? 'next');
    return reference === undefined ? [] : [{ goal, reference, likeness, horizon }];
  });
  return ranked
    .sort((one, other) => other.likeness - one.likeness || one.horizon - other.horizon)
    .slice(0, limit)
    .map(({ goal, reference }) => ({ goal, reference }));
}

/** The goal as a fix names it: `goal: faster-checkout` (“Check out in a minute”). */
export function choiceText({ goal, reference }: GoalChoice): string {
  const title = titleOf(goal);
  return `\`goal: ${reference}\`${title === undefined ? '' : ` (${inQuotes(title)})`}`;
}

function wordsIn(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => spelling(text.slice(0, 500)).split(/[^\p{L}\p{N}]+/u));
  return new Set(words.filter((word) => word.length > 1 && !emptyWords.has(word)));
}

/** The share of words that two texts have in common, from 0 to 1, by the cosine of their sets of words. */
function alike(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (some.size === 0 || others.size === 0) return 0;
  const common = [...some].filter((word) => [...others].some((other) => sameStem(word, other))).length;
  return common / Math.sqrt(some.size * others.size);
}

/** `order` and `ordering`, `kitchen` and `kitchens`, and a letter that is out of place in a long word. */
function sameStem(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < 4) return false;
  return one.startsWith(other) || other.startsWith(one) || (shorter > 5 && distance(one, other) < 2);
}
