/** A mistake to be planted in the project of a large plan: `@` stands for the name of the project. */
export interface PlantedMistake {
  readonly rule: string;
  readonly file: 'roadmap' | 'project';
  /** A text that stands in the file, and what is put in its first place. */
  readonly replace: string;
  readonly by: string;
  /** The rules of all its findings, where there are more than the one: each is a promise of its own that it breaks. */
  readonly gives?: readonly string[];
  /** Where the findings are, if it is not in the files of the project: in those of the one that comes after it. */
  readonly at?: 'next';
}

const inProject = (rule: string, replace: string, by: string, more: Partial<PlantedMistake> = {}): PlantedMistake => ({
  ...{ rule, file: 'project', replace, by },
  ...more,
});
const inRoadmap = (rule: string, replace: string, by: string, more: Partial<PlantedMistake> = {}): PlantedMistake => ({
  ...{ rule, file: 'roadmap', replace, by },
  ...more,
});

/** One known mistake of every kind, by its rule. */
export const plantedMistakes: readonly PlantedMistake[] = [
  // Structure
  inProject('syntax', 'title: Delivery', 'title: [Delivery'),
  inProject('unknown-property', 'deadline: 2027-05-28', 'dedline: 2027-05-28'),
  inProject('missing-property', 'title: Labels, ', ''),
  inProject('wrong-type', 'progress: 60%', 'progress: 60'),
  inProject('invalid-value', 'health: on-track', 'health: green'),
  inProject('wrong-file-kind', 'project: Project', 'product: Project'),
  inProject('duplicate-id', '  labels:', '  audit:'),
  inProject('text-cut-by-comment', '  sandbox: {', '  bug: Fix bug #12\n  sandbox: {'),
  inProject('unused-suppression', '  audit:', '  # throughline-disable-next-line overdue -- an old comment\n  audit:'),
  inProject(
    'suppression-without-reason',
    '  audit: { title: Audit,',
    '  # throughline-disable-next-line invalid-value\n  audit: { title: Audit, status: open,',
  ),
  // Lineage
  inProject('missing-goal', 'goal: @/faster\n', '', { gives: Array<string>(6).fill('missing-goal') }),
  inRoadmap('feature-without-goal', 'title: Vouchers, goal: loyal', 'title: Vouchers'),
  inProject('inactive-goal', 'title: Labels', 'title: Labels, goal: @/early'),
  inRoadmap(
    'goal-without-work',
    '  early:',
    '  quiet: { title: No calls, horizon: now, key_results: { calls: { title: Calls, target: 0 } } }\n  early:',
  ),
  inRoadmap('feature-without-work', 'date: 2027-03-26', 'date: 2026-10-09'),
  inRoadmap('goal-without-measure', 'horizon: next, parent', 'horizon: now, parent'),
  inRoadmap('key-result-unmeasurable', 'target: 60 s', 'target: 140 s'),
  // References
  inProject('unknown-reference', 'depends_on: interface', 'depends_on: interfaces'),
  inProject('ambiguous-reference', 'goal: @/faster', 'goal: faster'),
  inProject(
    'dependency-cycle',
    '15d, status: in-progress, progress: 60%, started: 2026-09-01, depends_on: contract',
    '15d, depends_on: form',
  ),
  inRoadmap('goal-cycle', 'key_results: { time', 'parent: loyal, key_results: { time'),
  inProject('redundant-dependency', 'depends_on: form', 'depends_on: [form, interface]'),
  inProject('dropped-dependency', 'depends_on: form', 'depends_on: [form, old-form]'),
  // Ownership
  inProject('missing-owner', 'manager: @-lead\n', ''),
  inProject('unknown-role', 'role: developer', 'role: product-owner1'),
  inRoadmap('role-mismatch', 'role: product-manager', 'role: scrum-master', {
    gives: ['role-mismatch', 'unowned-responsibility'],
  }),
  inProject(
    'conflicting-accountability',
    'risks:',
    'responsibilities: { quality: { accountable: [@-lead, @-one] } }\nrisks:',
  ),
  inRoadmap('unowned-responsibility', 'role: product-manager', 'role: product-owner'),
  // Schedule
  inProject('end-before-start', 'start: 2026-10-05, end: 2026-10-16', 'start: 2026-10-05, end: 2026-09-25'),
  inProject(
    'starts-before-dependency',
    'start: 2026-10-05, end: 2026-10-16',
    'start: 2026-09-17, end: 2026-10-16, depends_on: interface',
  ),
  inProject('outside-project-dates', 'title: Delivery, date: 2027-07-30', 'title: Delivery, date: 2028-01-14', {
    gives: ['outside-project-dates', 'late-for-goal'],
  }),
  inProject('outside-parent-dates', 'start: 2027-08-02, end: 2027-08-13', 'start: 2027-07-26, end: 2027-08-06'),
  inProject('overdue', 'start: 2026-10-05, end: 2026-10-16', 'start: 2026-09-07, end: 2026-09-14, status: in-progress'),
  inProject(
    'started-too-early',
    '8d, depends_on: interface',
    '8d, status: in-progress, progress: 10%, depends_on: interface',
  ),
  inProject('missed-deadline', 'deadline: 2027-05-28', 'deadline: 2026-09-30', {
    gives: ['missed-deadline', 'health-mismatch'],
  }),
  inRoadmap('late-for-release', 'date: 2027-06-25', 'date: 2026-10-09'),
  inRoadmap('late-for-goal', 'target: 2027-08', 'target: 2026-10'),
  inProject('not-started', 'start: 2026-10-05, end: 2026-10-16', 'start: 2026-09-07, end: 2026-10-16'),
  inProject('status-mismatch', '5d, status: done', '5d, status: done, progress: 60%'),
  inProject('non-working-day', 'start: 2026-10-05, end: 2026-10-16', 'start: 2026-10-04, end: 2026-10-16'),
  inProject(
    'unschedulable',
    '  audit:',
    '  plans: { title: Plans, assignees: @-three }\n  after: { title: After them, assignees: @-three, start: 2027-02-01, end: 2027-02-05, depends_on: plans }\n  audit:',
  ),
  inProject('late-predecessor', 'not_before: 2026-09-14, started', 'start: 2026-09-07, started', { at: 'next' }),
  // People and money
  inProject(
    'over-allocated',
    '  audit:',
    '  posters: { title: Posters, assignees: @-two, start: 2026-10-05, end: 2026-10-16 }\n  audit:',
  ),
  inProject('assigned-while-away', 'start: 2026-10-05, end: 2026-10-16', 'start: 2026-11-23, end: 2026-11-27'),
  inProject('not-on-team', 'title: Labels, assignees: @-three', 'title: Labels, assignees: @-four'),
  inProject('over-budget', 'spent: 9000 EUR', 'spent: 410000 EUR', { gives: ['over-budget', 'health-mismatch'] }),
  inProject('budget-mismatch', 'planned: 30000 EUR', 'planned: 31000 EUR'),
  inProject('mixed-currencies', 'planned: 30000 EUR', 'planned: 30000 USD'),
  inProject('missing-estimate', 'priority: could, estimate: 6d', 'priority: could'),
  // Priority and scope
  inProject('priority-inversion', '8d, depends_on: interface', '8d, depends_on: [interface, vault]'),
  inRoadmap('unscheduled-priority', 'goal: faster, release: summer, rice', 'goal: faster, rice'),
  inRoadmap('horizon-mismatch', 'target: 2027-08', 'target: 2027-12'),
  inProject('out-of-scope', 'title: Labels', 'title: Gift vouchers'),
  // Communication, risk, release, closure
  inProject('stale-status', 'date: 2026-09-11', 'date: 2026-08-28'),
  inProject(
    'health-mismatch',
    '  audit: { title: Audit, assignees: @-three, estimate: 5d, deadline: 2027-05-28',
    '  # throughline-disable-next-line missed-deadline -- it is being talked about\n  audit: { title: Audit, assignees: @-three, estimate: 5d, deadline: 2026-09-30',
  ),
  inProject('unanswered-risk', ', response: transfer, owner: @-lead', ''),
  inProject('overdue-issue', 'due: 2026-10-30', 'due: 2026-09-11'),
  inRoadmap('release-not-ready', 'done: true', 'done: false'),
  inProject('open-work-at-closure', 'phase: execution', 'phase: closed'),
  inRoadmap('retired-product-work', 'lifecycle: growth', 'lifecycle: retired', {
    gives: ['retired-product-work', 'retired-product-work'],
  }),
];
