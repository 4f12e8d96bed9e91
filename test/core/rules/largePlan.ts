import { Random } from '../../../bench/random';
import { testDay, type TestFile } from './harness';

export interface PlanSize {
  readonly projects: number;
  /** In each project: those of the template, and as many more as it takes. */
  readonly items: number;
}

/** The day on which a large plan has nothing wrong with it. */
export const largePlanDay = testDay;

/** The names of the two files of each project, which `@` stands for in texts: `p-1`, `p-2`… */
export function projectName(index: number): string {
  return `p-${String(index + 1)}`;
}

/** How many items the template has of its own. */
const ownItems = 14;

/**
 * A plan in which nothing is wrong: products with a project each, whose items are estimated, assigned, nested, partly
 * done, and wait for each other, also across projects. The same for the same seed.
 *
 * @returns `.throughline.yaml`, and of each project a roadmap and a project file, in this order
 */
export function largePlan({ projects, items }: PlanSize, seed = 1): readonly TestFile[] {
  const random = new Random(seed);
  const files = Array.from({ length: projects }, (_, index): readonly TestFile[] => {
    const name = projectName(index);
    const before = index === 0 ? undefined : projectName(index - 1);
    const text = projectText(before, Math.max(0, items - ownItems), random);
    return [
      { name: `${name}.roadmap.yaml`, text: roadmap.replaceAll('@', name) },
      { name: `${name}.project.yaml`, text: text.replaceAll('@', name) },
    ];
  });
  return [{ name: '.throughline.yaml', text: settings }, ...files.flat()];
}

const settings = 'calendar: { holidays: [2026-12-24..2027-01-01] }\n';

const roadmap = `product: Product @
owner: @-owner
lifecycle: growth
people:
  @-owner: { name: Owner of @, role: product-manager }
customers:
  buyer: Buyers
goals:
  faster: { title: Buyers pay in under a minute, horizon: now, target: 2027-08, key_results: { time: { title: Time to pay, baseline: 140 s, target: 60 s } } }
  loyal: { title: Buyers come back, horizon: next, parent: faster }
  early: { title: A first version, status: achieved }
features:
  one-click: { title: Pay in one click, goal: faster, release: summer, customer: buyer, rice: { reach: 9000, impact: 2, confidence: 80%, effort: 3 } }
  receipts: { title: Receipts by mail, goal: faster, release: summer, rice: { reach: 9900, impact: 3, confidence: 80%, effort: 2 } }
  wallets: { title: Pay by wallet, goal: loyal, release: spring, rice: { reach: 4000, impact: 1, confidence: 80%, effort: 3 } }
  vouchers: { title: Vouchers, goal: loyal, rice: { reach: 900, impact: 1, confidence: 50%, effort: 3 } }
  cheques: { title: Pay by cheque, goal: loyal, release: autumn, rice: { reach: 200, impact: 1, confidence: 50%, effort: 4 } }
releases:
  beta: { title: Beta, date: 2026-09-25, readiness: { help: { title: Help pages, done: true } } }
  spring: { title: Spring, date: 2027-03-26 }
  summer: { title: Summer, date: 2027-06-25 }
  autumn: { title: Autumn, date: 2027-09-24 }
`;

const projectHead = `project: Project @
manager: @-lead
goal: @/faster
phase: execution
health: on-track
start: 2026-08-03
end: 2027-12-17
scope: { in: [Payments], out: [Gift vouchers] }
people:
  @-lead: { name: Lead of @, role: project-manager }
  @-one: { name: First of @, role: developer }
  @-two: { name: Second of @, role: designer, away: 2026-11-23..2026-11-27 }
  @-three: { name: Third of @ }
  @-four: { name: Fourth of @ }
team:
  @-lead: { allocation: 50% }
  @-one: { allocation: 100% }
  @-two: { allocation: 100% }
  @-three: { allocation: 80% }
budget:
  total: 400000 EUR
  contingency: 20000 EUR
  lines:
    development: { title: Development, planned: 350000 EUR, spent: 9000 EUR }
    licences: { title: Licences, planned: 30000 EUR }
milestones:
  delivery: { title: Delivery, date: 2027-07-30 }
risks:
  prices: { title: The provider raises its prices, probability: 60%, impact: 50000 EUR, response: transfer, owner: @-lead }
issues:
  sandbox: { title: The test system is down at weekends, owner: @-one, opened: 2026-09-07, due: 2026-10-30 }
status_updates:
  - { date: 2026-09-11, by: @-lead, health: on-track, summary: The contract is signed. }
items:
  contract: { title: Contract with the bank, assignees: @-lead, estimate: 5d, status: done, started: 2026-08-03, finished: 2026-08-14 }
  interface: { title: Interface, feature: @/one-click, assignees: @-one, estimate: 15d, status: in-progress, progress: 60%, started: 2026-09-01, depends_on: contract }
  form: { title: Payment form, feature: @/one-click, assignees: @-one, priority: must, estimate: 8d, depends_on: interface }
  vault: { title: Vault for card numbers, assignees: @-three, priority: could, estimate: 6d }
  mail: { title: Receipts, feature: @/receipts, assignees: @-two, start: 2026-10-05, end: 2026-10-16 }
  audit: { title: Audit, assignees: @-three, estimate: 5d, deadline: 2027-05-28, depends_on: form }
  pilot:
    title: Pilot
    start: 2027-08-02
    end: 2027-08-27
    goal: @/loyal
    items:
      shop: { title: One shop, assignees: @-two, start: 2027-08-02, end: 2027-08-13 }
      chain: { title: A chain of shops, assignees: @-two, start: 2027-08-16, end: 2027-08-27, depends_on: shop }
  draft: { title: Draft of the next contract, assignees: @-lead, estimate: 5d, status: in-progress, not_before: 2026-09-14, started: 2026-09-14, progress: 20% }
  labels: { title: Labels, assignees: @-three, estimate: 2d, milestone: delivery }
  old-form: { title: The old form, status: dropped }
`;

/** Files are about as long as they would be with the mistakes of a year in them. */
function projectText(before: string | undefined, more: number, random: Random): string {
  const waits = before === undefined ? '' : `, depends_on: ${before}/draft`;
  const lines = [
    `  handover: { title: Take over from the project before, assignees: @-lead, start: 2026-09-28, estimate: 2d${waits} }`,
    '  rest:',
    '    title: Everything else',
    '    goal: @/faster',
    '    items:',
    ...Array.from({ length: more }, (_, index) => itemLine(index, more, random)),
  ];
  return `${projectHead}${(more > 0 ? lines : lines.slice(0, 1)).join('\n')}\n`;
}

/** One in ten is done, which are the first; all others may wait for one that stands before them. */
function itemLine(index: number, count: number, random: Random): string {
  const person = random.of(['one', 'two', 'three', 'lead']);
  const title = `      step-${String(index + 1)}: { title: Step ${String(index + 1)}`;
  if (index < count / 10) return `${title}, estimate: 2d, status: done, started: 2026-08-17, finished: 2026-08-21 }`;
  const feature = random.of(['one-click', 'receipts']);
  const estimate = random.of(['1d', '2d', '3d', '6h', '{ optimistic: 1d, likely: 2d, pessimistic: 5d }']);
  const waits = index > 0 && random.below(2) === 0 ? `, depends_on: step-${String(1 + random.below(index))}` : '';
  return `${title}, feature: @/${feature}, assignees: @-${person}, estimate: ${estimate}${waits} }`;
}
