import type { Goal } from '../plan/generated/entities';
import type { Plan } from '../plan/plan';
import { definitionsOf } from '../plan/planFile';
import { isForNow } from './goals/forNow';
import { newProjectFixes } from './links/newProject';
import { entityAt } from './links/entityAt';
import { named } from './links/naming';
import { offer } from './links/offer';
import { UnreadReferences } from './links/unreadReferences';
import { isHollow } from './links/written';
import { BrokenText } from './structure/brokenText';
import { defineRule } from './rule';

interface Data {
  readonly [key: string]: readonly string[];
  readonly path: readonly string[];
}

export default defineRule<Data>({
  id: 'goal-without-work',
  group: 'lineage',
  severity: 'info',
  texts: 'decide',
  docs: {
    summary: 'An active goal for now that no feature, project or item serves.',
    why: 'A goal that is meant for now, and for which nobody does anything, is a wish. Either work for it has not been planned yet, or other goals come first, and then `next` is the honest horizon. A goal is served by whatever names it, and by whatever serves a goal that is a part of it. A plan that has no projects yet is left alone.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: { title: Buyers pay in under a minute, horizon: now }
  loyal: { title: Buyers come back, horizon: now }
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: { title: Buyers pay in under a minute, horizon: now }
  loyal: { title: Buyers come back, horizon: next }
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
`,
  },
  checkPlan({ plan, analysis, report }) {
    if (plan.projects.length === 0) return;
    const { lineageTree } = analysis;
    const unserved = plan.all('goal').filter((goal) => isForNow(goal) && !lineageTree.isServed(goal));
    if (unserved.length === 0) return;
    const named = otherwiseNamed(plan);
    const unread = new UnreadReferences(plan, 'goal');
    for (const goal of unserved) {
      const [, ...parts] = lineageTree.goals.withParts(goal);
      // The larger goal is served as soon as its part is.
      if (parts.some((part) => unserved.includes(part))) continue;
      if ([goal, ...parts].some((each) => named.has(each) || unread.mayMean(each)) || isUnreadable(plan, goal))
        continue;
      report({ at: goal.key, message: messageFor(goal), data: { path: goal.path } });
    }
  },
  fixes({ data: { path }, ...context }) {
    const { file, edit } = context;
    const goal = entityAt(file, 'goal', path);
    if (!goal) return [];
    return [
      ...newProjectFixes(context, goal),
      ...offer(`Move ${named(goal)} to \`next\``, edit.setScalar(file.uri, [...path, 'horizon'], 'next')),
    ];
  },
});

function messageFor(goal: Goal): string {
  return `${named(goal)} is a goal for now, and no feature, project or item serves it: plan work for it, or move it to \`next\`.`;
}

/** The goals that a milestone or a program names: work for them hangs from there, or soon will. */
function otherwiseNamed(plan: Plan): ReadonlySet<Goal> {
  const found = new Set<Goal>();
  for (const file of plan.files.values()) {
    for (const giver of [...definitionsOf(file, 'milestone'), ...definitionsOf(file, 'program')])
      for (const { value } of giver.fields.goal?.value ?? []) {
        const goal = plan.target(value, file);
        if (goal) found.add(goal);
      }
  }
  return found;
}

function isUnreadable(plan: Plan, goal: Goal): boolean {
  const file = plan.fileOf(goal);
  return !file || isHollow(file, goal) || new BrokenText(file.document).inEntry(goal.at);
}
