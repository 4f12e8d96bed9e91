import { defineRule } from './rule';
import { findingLateness } from './schedule/lateness';
import { lateReport } from './schedule/lateWords';

export default defineRule({
  id: 'late-for-goal',
  group: 'schedule',
  severity: 'warning',
  wholePlan: true,
  follows: findingLateness,
  docs: {
    summary: 'Project work that will finish after the target of the goal that it serves.',
    why: 'A goal has a target because somebody counts on it: customers, the board, a season. The project may well keep its own end and miss the goal all the same, since the two stand in different files and belong to different people. It is said once for each project and goal, with the work that finishes last and the chain that drives it. What misses a deadline or is late for a release is not counted again, nor is a project that would be in time if it met its own end.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: { title: Cut checkout time in half, target: 2026-Q3 }
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  contract: { title: Contract, estimate: 8d }
  api: { title: Payment API, estimate: 6d, depends_on: contract }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: { title: Cut checkout time in half, target: 2026-Q4 }
# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
items:
  contract: { title: Contract, estimate: 8d }
  api: { title: Payment API, estimate: 6d, depends_on: contract }
`,
  },
  *checkFile({ file, analysis, report }) {
    for (const late of (yield* findingLateness(analysis, file)).goals) report(lateReport(late, analysis));
  },
});
