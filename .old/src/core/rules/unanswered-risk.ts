import type { PlanAnalysis } from '../analysis/planAnalysis';
import type { Risk } from '../plan/generated/entities';
import { definitionsOf, type PlanFile, type ProjectFile } from '../plan/planFile';
import { formatMoney, formatPercent } from '../plan/scalars';
import { listed, named } from './links/naming';
import { states } from './links/written';
import { budgetLimit } from './money/budgetLimit';
import { defineRule, type Related } from './rule';
import { isAtRest } from './schedule/overdue';
import { BrokenText } from './structure/brokenText';

interface Options {
  readonly probability: number;
  readonly impact: number;
}

export default defineRule<null, Options>({
  id: 'unanswered-risk',
  group: 'communication',
  severity: 'warning',
  options: {
    probability: {
      type: 'number',
      description: 'From how many percent of probability on a risk needs an answer.',
      default: 50,
      minimum: 0,
      maximum: 100,
    },
    impact: {
      type: 'number',
      description: 'Above how many percent of the budget the impact of a risk needs an answer.',
      default: 10,
      minimum: 0,
    },
  },
  docs: {
    summary: 'An open risk that is likely or costly, and has neither a response, a plan nor an owner.',
    why: 'To write a risk down is not to deal with it. One that is as likely as not, or that would cost more than a tenth of the budget, needs somebody who watches it, or a decision about what is done; to accept it is a decision as well. Any of the three is an answer. The impact counts where it is money and the budget is known.',
    bad: `# rewrite.project.yaml
project: Checkout rewrite
manager: Bob Okoro
goal: faster
budget: { total: 80000 EUR }
risks:
  provider: { title: The provider changes its prices, probability: high, impact: 20000 EUR }
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
budget: { total: 80000 EUR }
risks:
  provider:
    title: The provider changes its prices
    probability: high
    impact: 20000 EUR
    response: mitigate
    plan: Agree on the prices of two years before the contract is signed
    owner: Bob Okoro
# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
`,
  },
  checkFile({ file, analysis, options, report }) {
    if (isAtRest(file)) return;
    const broken = new BrokenText(file.document);
    for (const risk of definitionsOf(file, 'risk')) {
      const isOpen = (risk.fields.status?.value ?? 'open') === 'open';
      if (!isOpen || isAnswered(file, risk) || broken.inEntry(risk.at)) continue;
      const likely = likelihood(risk, options.probability);
      const costly = file.kind === 'project' ? costliness(file, risk, analysis, options.impact) : undefined;
      const facts = [...(likely ?? []), ...(costly?.facts ?? [])];
      if (facts.length === 0) continue;
      const message = `${named(risk)} ${listed(facts)}, and nobody has said what is done about it: name an \`owner\`, a \`response\` or a \`plan\`.`;
      report({ at: risk.key, message, related: costly?.related ?? [] });
    }
  },
});

const answers = ['response', 'plan', 'owner'] as const;

/** Whether anything is said of what is done, be it broken: that has a finding of its own. The same holds for its state. */
function isAnswered(file: PlanFile, risk: Risk): boolean {
  const isStated = (property: string): boolean => states(file, risk.path, 'risk', property);
  return answers.some(isStated) || (!risk.fields.status && isStated('status'));
}

function likelihood({ fields: { probability } }: Risk, limit: number): readonly string[] | undefined {
  const percent = probability?.value.percent;
  return percent === undefined || percent < limit ? undefined : [`is ${formatPercent(percent)} likely`];
}

/** What a risk would cost, where that is more than the given percentage of the budget. */
function costliness(
  file: ProjectFile,
  { fields: { impact } }: Risk,
  analysis: PlanAnalysis,
  limit: number,
): { readonly facts: readonly string[]; readonly related: readonly Related[] } | undefined {
  const amounts = (impact?.value ?? []).flatMap(({ value }) => (value.kind === 'money' ? value.money : []));
  if (amounts.length === 0) return undefined;
  const cost = analysis.cost(file);
  const budget = budgetLimit(file, cost);
  const { currency } = cost;
  if (!budget || currency === undefined) return undefined;
  const shares = amounts.flatMap((money) => {
    const minor = cost.minorOf(money);
    return minor === undefined ? [] : [{ money, percent: (minor / budget.minor) * 100 }];
  });
  const [worst] = shares.sort((one, other) => other.percent - one.percent);
  if (!worst || worst.percent <= limit) return undefined;
  const percent = Math.round(worst.percent);
  const share = percent > limit ? formatPercent(percent) : `over ${formatPercent(limit)}`;
  const total = formatMoney({ minor: budget.minor, currency });
  return {
    facts: [`would cost ${formatMoney(worst.money)}, ${share} of the budget`],
    related: [{ at: budget.at, message: `The budget: ${total}` }],
  };
}
