import { sumOf } from '../analysis/cost/figure';
import type { ProjectCost } from '../analysis/cost/projectCost';
import type { Field } from '../plan/entity';
import type { PlanFile } from '../plan/planFile';
import { formatMoney, writeMoney, type Money } from '../plan/scalars';
import { named } from './links/naming';
import { offer } from './links/offer';
import { states } from './links/written';
import { isClosed } from './schedule/workState';
import { defineRule, type FixContext } from './rule';
import { BrokenText } from './structure/brokenText';

export default defineRule<true>({
  id: 'budget-mismatch',
  group: 'people-and-money',
  severity: 'warning',
  docs: {
    summary: 'A budget whose lines do not add up to its total, neither with the contingency nor without it.',
    why: 'Two figures for one budget are two answers to the question of what is left. Mostly a line was added or changed, and the total was not. Whether the total includes the contingency is yours to decide. A budget of which a line has no planned amount is not compared.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
budget:
  total: 90000 EUR
  contingency: 5000 EUR
  lines:
    development: { title: Development, planned: 70000 EUR }
    design: { title: Design, planned: 10000 EUR }
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
  total: 85000 EUR
  contingency: 5000 EUR
  lines:
    development: { title: Development, planned: 70000 EUR }
    design: { title: Design, planned: 10000 EUR }
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, analysis, report }) {
    const mismatch = mismatchIn(file, analysis);
    if (!mismatch || file.kind !== 'project' || !file.root) return;
    const { total, lines, sums, currency } = mismatch;
    const text = (minor: number): string => formatMoney({ minor, currency });
    const added = sums.map((sum) => `${text(sum.minor)}${contingencyText(sum)}`).join(' and ');
    const message = `The lines of the budget of ${named(file.root)} come to ${added}, but its total is ${formatMoney(total.value)}: correct the total, or the line that is wrong.`;
    const related = [{ at: lines.key, message: `The lines: ${added}.` }];
    report({ at: total.at, message, related, data: true });
  },
  fixes({ file, analysis, edit }) {
    const mismatch = mismatchIn(file, analysis);
    if (!mismatch) return [];
    const { total, sums, currency } = mismatch;
    if (total.value.currency !== currency) return [];
    const distance = (minor: number): number => Math.abs(minor - total.value.minor);
    const nearest = [...sums].sort((one, other) => distance(one.minor) - distance(other.minor));
    return nearest.flatMap((sum) => {
      const { minor } = sum;
      const title = `Set the total to ${formatMoney({ minor, currency })}${contingencyText(sum)}`;
      const change = edit.setScalar(file.uri, ['budget', 'total'], writeMoney({ minor, currency }));
      return offer(title, change, { preferred: sums.length === 1 });
    });
  },
});

interface Sum {
  /** In minor units. */
  readonly minor: number;
  /** Whether the contingency is in it; undefined where there is none. */
  readonly contingency?: 'with' | 'without';
}

interface Mismatch {
  readonly total: Field<Money>;
  readonly lines: Field<unknown>;
  /** What the lines come to, without and with a contingency; at least one. */
  readonly sums: readonly Sum[];
  readonly currency: string;
}

function contingencyText({ contingency }: Sum): string {
  return contingency ? ` ${contingency} the contingency` : '';
}

/** A total with the sums that it may be; undefined where it is one of them, or that is not clear. */
function mismatchIn(file: PlanFile, analysis: FixContext['analysis']): Mismatch | undefined {
  const budget = file.kind === 'project' ? file.root?.fields.budget?.value.fields : undefined;
  if (file.kind !== 'project' || !budget?.total || !budget.lines || isClosed(file)) return undefined;
  const cost = analysis.cost(file);
  const planned = cost.budget.planned.value;
  if (cost.budget.reconciles !== 'neither' || planned === undefined || cost.currency === undefined) return undefined;
  const isUnclear = states(file, ['budget'], 'budget', 'contingency') && !budget.contingency;
  if (isUnclear || new BrokenText(file.document).any) return undefined;
  return { total: budget.total, lines: budget.lines, sums: sumsOf(cost, planned), currency: cost.currency };
}

function sumsOf({ budget: { planned, contingency } }: ProjectCost, lines: number): readonly Sum[] {
  const all = contingency.value ? sumOf(planned, contingency).value : undefined;
  if (all === undefined) return [{ minor: lines }];
  return [
    { minor: lines, contingency: 'without' },
    { minor: all, contingency: 'with' },
  ];
}
