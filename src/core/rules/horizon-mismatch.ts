import { Temporal } from 'temporal-polyfill';
import { isOpenGoal } from '../analysis/openWork';
import type { Goal } from '../plan/generated/entities';
import { definitionsOf } from '../plan/planFile';
import { formatPeriod } from '../plan/scalars';
import { named } from './links/naming';
import { offer } from './links/offer';
import { defineRule } from './rule';

interface Data {
  readonly [key: string]: string | readonly string[];
  readonly path: readonly string[];
  readonly fitting: 'now' | 'later';
}

interface Options {
  readonly nowMonths: number;
  readonly laterMonths: number;
}

export default defineRule<Data, Options>({
  id: 'horizon-mismatch',
  group: 'priority-and-scope',
  severity: 'info',
  readsFileAlone: true,
  options: {
    nowMonths: {
      type: 'integer',
      description: 'How many months away the target of a goal for `now` may begin.',
      default: 12,
      minimum: 0,
    },
    laterMonths: {
      type: 'integer',
      description: 'Within how many months a target is too near for a goal for `later`.',
      default: 3,
      minimum: 0,
    },
  },
  docs: {
    summary: 'A goal for `now` with a target over a year away, or for `later` with one within a quarter.',
    why: 'The board shows goals by their horizon, the timeline by their target, and people read one or the other. Where the two disagree, half of them are wrong about what comes next. A target that is a quarter or a year counts as far when all of it is, and as near when all of it is.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: { title: Buyers pay in under a minute, horizon: now, target: 2028-Q2 }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: { title: Buyers pay in under a minute, horizon: later, target: 2028-Q2 }
`,
  },
  checkFile({ file, today, options, report }) {
    for (const goal of definitionsOf(file, 'goal')) {
      const { horizon, target } = goal.fields;
      const fitting = fittingHorizon(goal, today, options);
      if (!horizon || !target || !fitting) continue;
      const how = fitting === 'later' ? 'which is far away' : 'which is near';
      const message = `${named(goal)} is for ${horizon.value}, and its target is ${formatPeriod(target.value)}, ${how}: set the horizon to \`${fitting}\`, or change the target.`;
      const related = [{ at: target.at, message: `The target: ${formatPeriod(target.value)}.` }];
      report({ at: horizon.at, message, related, data: { path: goal.path, fitting } });
    }
  },
  fixes({ data: { path, fitting }, file, edit }) {
    const change = edit.setScalar(file.uri, [...path, 'horizon'], fitting);
    return offer(`Set \`horizon: ${fitting}\``, change, { preferred: true });
  },
});

/** The horizon that the target of an open goal asks for, where that is not the one it has by far. */
function fittingHorizon(
  goal: Goal,
  today: Temporal.PlainDate,
  { nowMonths, laterMonths }: Options,
): Data['fitting'] | undefined {
  const { horizon, target } = goal.fields;
  if (!target || !isOpenGoal(goal)) return undefined;
  const { first, last } = target.value;
  if (horizon?.value === 'now') return isAfter(first, today.add({ months: nowMonths })) ? 'later' : undefined;
  // A target that has passed is out of date, whatever the horizon.
  if (horizon?.value !== 'later' || isAfter(today, last)) return undefined;
  return isAfter(last, today.add({ months: laterMonths })) ? undefined : 'now';
}

function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}
