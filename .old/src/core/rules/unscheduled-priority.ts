import type { RankedScore, Ranking } from '../analysis/priority/ranking';
import { definitionsOf } from '../plan/planFile';
import { named } from './links/naming';
import { mayBeScheduled, overtakenIn, type ComparedShares, type Overtaken } from './priority/overtaken';
import { defineRule, type Report } from './rule';

export default defineRule<null, ComparedShares>({
  id: 'unscheduled-priority',
  group: 'priority-and-scope',
  severity: 'info',
  options: {
    features: {
      type: 'integer',
      description: 'How many features a roadmap has to have scores for before they are compared.',
      default: 5,
      minimum: 2,
    },
    topPercent: {
      type: 'integer',
      description: 'Which share of the scored features is at the top.',
      default: 20,
      minimum: 1,
      maximum: 100,
    },
    lowerPercent: {
      type: 'integer',
      description: 'Which share of the scored features is at the lower end.',
      default: 50,
      minimum: 1,
      maximum: 100,
    },
  },
  docs: {
    summary: 'A feature in the top fifth by RICE or WSJF that has no release, while one from the lower half has one.',
    why: 'Scores are made to decide what comes first, and then the releases are filled by other means: by who asked last, or by what is easy. Either the best feature was forgotten, or its score is wrong, and both are worth knowing. A lower feature that the better one waits for takes nobody’s place.',
    bad: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
features:
  one-click: { title: Pay in one click, goal: faster, rice: { reach: 9000, impact: 2, confidence: 80%, effort: 3 } }
  receipts: { title: Receipts by mail, goal: faster, rice: { reach: 6000, impact: 1, confidence: 80%, effort: 2 } }
  wallets: { title: Pay by wallet, goal: faster, rice: { reach: 4000, impact: 1, confidence: 80%, effort: 3 } }
  vouchers: { title: Vouchers, goal: faster, rice: { reach: 900, impact: 1, confidence: 50%, effort: 3 } }
  cheques:
    title: Pay by cheque
    goal: faster
    release: winter
    rice: { reach: 200, impact: 1, confidence: 50%, effort: 4 }
releases:
  winter: { title: Winter release, date: 2026-12-08 }
`,
    good: `# checkout.roadmap.yaml
product: Checkout
owner: Alice Ng
goals:
  faster: Buyers pay in under a minute
features:
  one-click:
    title: Pay in one click
    goal: faster
    release: winter
    rice: { reach: 9000, impact: 2, confidence: 80%, effort: 3 }
  receipts: { title: Receipts by mail, goal: faster, rice: { reach: 6000, impact: 1, confidence: 80%, effort: 2 } }
  wallets: { title: Pay by wallet, goal: faster, rice: { reach: 4000, impact: 1, confidence: 80%, effort: 3 } }
  vouchers: { title: Vouchers, goal: faster, rice: { reach: 900, impact: 1, confidence: 50%, effort: 3 } }
  cheques:
    title: Pay by cheque
    goal: faster
    release: winter
    rice: { reach: 200, impact: 1, confidence: 50%, effort: 4 }
releases:
  winter: { title: Winter release, date: 2026-12-08 }
`,
  },
  checkFile({ plan, file, analysis, options, report }) {
    if (file.kind !== 'roadmap') return;
    const features = definitionsOf(file, 'feature');
    const methods = (['rice', 'wsjf'] as const).map((method) =>
      analysis.priorities.ranking(method, { roadmap: file, kind: 'feature' }),
    );
    for (const feature of features) {
      if (analysis.featureStatuses.of(feature) !== 'planned' || !mayBeScheduled(file, feature)) continue;
      const [first] = methods.flatMap((ranking) => overtakenIn(plan, feature, ranking, options));
      if (first) report(reportOf(first));
    }
  },
});

function reportOf({ ranking, top, lower, release }: Overtaken): Report<null> {
  const method = ranking.method.toUpperCase();
  const message = `${named(top.candidate)} is ${placeText(top, ranking)} by ${method} and has no release, while ${named(lower.candidate)}, ${placeText(lower, ranking)}, is in ${named(release)}: give it a release, or score it anew.`;
  const related = [{ at: lower.candidate.key, message: `${named(lower.candidate)} is in ${named(release)}.` }];
  return { at: top.candidate.key, message, related };
}

/** `number 2 of 9`. */
function placeText({ rank }: RankedScore, { size }: Ranking): string {
  return `number ${String(rank)} of ${String(size)}`;
}
