import type { GoalTree } from '../analysis/lineageTree/goalTree';
import type { Goal } from '../plan/generated/entities';
import { definitionsOf } from '../plan/planFile';
import { isForNow } from './goals/forNow';
import { entityAt } from './links/entityAt';
import { named } from './links/naming';
import { offer } from './links/offer';
import { isHollow, states } from './links/written';
import { defineRule } from './rule';
import { BrokenText } from './structure/brokenText';

interface Data {
  readonly [key: string]: readonly string[];
  readonly path: readonly string[];
}

export default defineRule<Data>({
  id: 'goal-without-measure',
  group: 'lineage',
  severity: 'info',
  docs: {
    summary: 'An active goal for now without key results, in a roadmap where another goal has some.',
    why: 'Without a figure nobody can tell whether a goal is reached, and it tends to stay for ever. One is enough, where it stands today and where it should be. Goals for later need none yet, a goal is measured by the key results of its parts as well, and a roadmap that works without key results altogether is left alone.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster:
    title: Buyers pay in under a minute
    horizon: now
    key_results:
      time: { title: Time from basket to receipt, baseline: 140 s, target: 60 s }
  loyal: { title: Buyers come back, horizon: now }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster:
    title: Buyers pay in under a minute
    horizon: now
    key_results:
      time: { title: Time from basket to receipt, baseline: 140 s, target: 60 s }
  loyal:
    title: Buyers come back
    horizon: now
    key_results:
      again: { title: Buyers who return within three months, baseline: 21%, target: 30% }
`,
  },
  checkFile({ file, analysis, report }) {
    const goals = definitionsOf(file, 'goal');
    if (!goals.some(isMeasured)) return;
    const broken = new BrokenText(file.document);
    for (const goal of goals) {
      if (!isForNow(goal) || isMeasuredByParts(analysis.lineageTree.goals, goal)) continue;
      const silent = states(file, goal.path, 'goal', 'key_results') || isHollow(file, goal) || broken.inEntry(goal.at);
      if (silent) continue;
      const message = `${named(goal)} is a goal for now without a key result: add a figure by which one can tell that it is reached.`;
      report({ at: goal.key, message, data: { path: goal.path } });
    }
  },
  fixes({ data: { path }, file, edit }) {
    const goal = entityAt(file, 'goal', path);
    if (!goal) return [];
    const title = `The figure that shows ${named(goal)}`;
    const change = edit.addEntry(file.uri, [...path, 'key_results'], 'first-measure', { title });
    return offer(`Add a key result to ${named(goal)}`, change, { preferred: true });
  },
});

function isMeasured({ fields: { key_results } }: Goal): boolean {
  return (key_results?.value.length ?? 0) > 0;
}

function isMeasuredByParts(tree: GoalTree, goal: Goal): boolean {
  return [...tree.withParts(goal)].some(isMeasured);
}
