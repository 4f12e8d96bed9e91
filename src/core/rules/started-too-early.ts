import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Item } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import type { Place } from '../text/sourceText';
import { listed, named } from './links/naming';
import { membersIn } from './links/ringMembers';
import { itemsUnderWay } from './schedule/chosenItems';
import { isAhead, predecessorsOf, type Predecessor } from './schedule/predecessors';
import { isClosed } from './schedule/workState';
import { defineRule } from './rule';

export default defineRule({
  id: 'started-too-early',
  group: 'schedule',
  severity: 'info',
  docs: {
    summary: 'Work in progress while what it waits for is not done.',
    why: 'Either the work does not need what it is said to wait for, and then the link holds up the plan for nothing; or it does, and whoever works on it now may do it twice. Only links from finish to start are asked about, and none with a lead, which plans for an overlap: `depends_on: contract FS-2d` or `contract SS` says that both may run at once.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  contract: { title: Contract with the card company, status: in-progress }
  api: { title: Payment API, status: in-progress, depends_on: contract }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
    good: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  contract: { title: Contract with the card company, status: in-progress }
  api: { title: Payment API, status: in-progress, depends_on: contract SS+1w }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  *checkPlan({ plan, analysis, report }) {
    for (const file of plan.projects) {
      const items = isClosed(file) ? [] : itemsUnderWay(file);
      if (items.length > 0) yield* analysis.preparing('schedule');
      for (const item of items) {
        const open = openBefore(analysis, file, item);
        // What waits for itself is reported as that.
        if (open.length === 0 || membersIn(analysis.waits).has(item)) continue;
        const related = open.map((one) => ({ at: one.at, message: `${waitText(item, one)}.` }));
        report({ at: placeOf(item), message: messageFor(item, open), related });
      }
      yield;
    }
  },
});

function openBefore(analysis: PlanAnalysis, file: ProjectFile, item: Item): readonly Predecessor[] {
  return predecessorsOf(analysis.plan, file, item).filter(({ work }) => isAhead(work, analysis));
}

function messageFor(item: Item, open: readonly Predecessor[]): string {
  const what = listed(open.map(({ work }) => named(work)));
  return `${named(item)} is in progress, but ${what}, which it waits for, ${open.length > 1 ? 'are' : 'is'} not done: let it wait, or say with \`SS\` or a lead that both may run at once.`;
}

function waitText(item: Item, { work, through }: Predecessor): string {
  return through
    ? `${named(item)} is a part of ${named(through)}, which waits for ${named(work)}`
    : `${named(item)} waits for ${named(work)}`;
}

/** What says that the work is in progress. */
function placeOf({ fields: { status, started, progress }, key }: Item): Place {
  return (status ?? started ?? progress)?.at ?? key;
}
