import type { ProjectCost } from '../analysis/cost/projectCost';
import { formatMoney, formatPercent } from '../plan/scalars';
import { named } from './links/naming';
import { budgetLimit } from './money/budgetLimit';
import { isClosed } from './schedule/workState';
import { defineRule, type Related } from './rule';
import { BrokenText } from './structure/brokenText';

interface Options {
  readonly eac: number;
  readonly progress: number;
}

export default defineRule<null, Options>({
  id: 'over-budget',
  group: 'people-and-money',
  severity: 'warning',
  // The rates of people may stand in any file.
  wholePlan: true,
  docs: {
    summary: 'A project that has spent more than its budget, or will at the rate at which it spends.',
    why: 'The cost so far and the share of the work that is done say what all of it will cost: the estimate at completion, budget × cost ÷ value earned. It is seldom wrong by much once some of the work is done, and it speaks months before the money is gone, while there is still something to decide. A contingency counts as part of the budget.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
budget:
  total: 80000 EUR
  lines:
    development: { title: Development, planned: 80000 EUR, spent: 52000 EUR }
items:
  api: { title: Payment API, estimate: 20d, status: done }
  form: { title: Payment form, estimate: 20d }
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
budget:
  total: 80000 EUR
  lines:
    development: { title: Development, planned: 80000 EUR, spent: 42000 EUR }
items:
  api: { title: Payment API, estimate: 20d, status: done }
  form: { title: Payment form, estimate: 20d }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  options: {
    eac: {
      type: 'number',
      description: 'Up to how many percent of the budget the estimate at completion may be.',
      default: 110,
      minimum: 100,
    },
    progress: {
      type: 'number',
      description: 'How many percent of the work have to be done before the estimate at completion is judged.',
      default: 15,
      minimum: 0,
      maximum: 100,
    },
  },
  checkFile({ file, analysis, options, report }) {
    if (file.kind !== 'project' || !file.root || isClosed(file) || new BrokenText(file.document).any) return;
    const cost = analysis.cost(file);
    const limit = budgetLimit(file, cost);
    const spent = limit && cost.actualCost.value;
    if (!limit || spent === undefined || cost.currency === undefined) return;
    const { currency, progress = 0 } = cost;
    const text = (minor: number): string => formatMoney({ minor, currency });
    const budget = `its budget of ${text(limit.minor)}`;
    const percentOf = (minor: number): string => formatPercent(Math.round((minor / limit.minor) * 100));
    const done = formatPercent(Math.floor(progress * 100));
    const related = overspentLines(cost, text);
    if (spent > limit.minor) {
      const message = `${named(file.root)} is ${done} done and has spent ${text(spent)}, ${percentOf(spent)} of ${budget}: have more approved, or leave out what is not needed.`;
      report({ at: limit.at, message, related });
      return;
    }
    const { eac } = cost.costPerformance;
    if (eac === undefined || progress * 100 < options.progress || eac * 100 <= limit.minor * options.eac) return;
    const message = `${named(file.root)} is ${done} done and has spent ${text(spent)}. At this rate it will cost ${text(eac)}, ${percentOf(eac)} of ${budget}: do less, do it cheaper, or have more approved.`;
    report({ at: limit.at, message, related });
  },
});

/** The lines that have cost more than they were planned to. */
function overspentLines({ budget }: ProjectCost, text: (minor: number) => string): readonly Related[] {
  return budget.lines.flatMap(({ line, planned, spent }) => {
    const field = line.fields.spent;
    if (!field || planned.value === undefined || spent.value === undefined || spent.value <= planned.value) return [];
    return { at: field.at, message: `${named(line)} has cost ${text(spent.value)} of ${text(planned.value)}.` };
  });
}
