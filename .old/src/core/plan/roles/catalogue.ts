import type { CatalogueRole } from './role';

/** Said by the hovers of both roles, because the titles alone do not tell which job is meant. */
const PROGRAM_OR_PROJECT =
  'Many organisations use “program manager” and “project manager” as synonyms, so it is worth asking which job is meant.';

/** The built-in roles, in the order in which people meet them. */
const ROLES = [
  {
    id: 'product-manager',
    title: 'Product manager',
    answers: 'Why do we build this, and what should it be?',
    span: 'the whole life of a product; the job does not end with a release',
    aim: 'a product that customers love and that pays for itself',
    summary:
      'Finds out what customers need, chooses where the product should go, and stands by that choice from first idea to retirement.',
    holds: [
      'vision',
      'strategy',
      'roadmap',
      'market-research',
      'customer-needs',
      'requirements',
      'ideation',
      'features',
      'releases',
      'go-to-market',
      'profit-and-loss',
      'product-lifecycle',
      'organizational-training',
    ],
    measures: ['product-market fit', 'revenue', 'adoption'],
  },
  {
    id: 'project-manager',
    title: 'Project manager',
    answers: 'How do we deliver this, by when, and for how much?',
    span: 'one project, from its start to its end',
    aim: 'the agreed scope, on time and under budget',
    summary:
      'Turns a strategic plan into tasks, dates and a budget, and keeps scope, time and cost in balance until the result is handed over.',
    synonyms: PROGRAM_OR_PROJECT,
    holds: [
      'charter',
      'project-plan',
      'scope',
      'schedule',
      'budget',
      'resources',
      'capacity',
      'delivery',
      'risks',
      'problem-resolution',
      'quality',
      'change-control',
      'stakeholders',
      'status-updates',
      'cross-team-organization',
      'closure',
    ],
    measures: ['finish date against the baseline', 'cost against the baseline', 'scope delivered'],
  },
  {
    id: 'program-manager',
    title: 'Program manager',
    answers: 'How do these projects serve one goal together?',
    span: 'a group of related projects',
    aim: 'one goal of the organisation, reached by several projects',
    summary:
      'Looks after what lies between related projects, so that together they bring the benefit that none of them could bring alone.',
    synonyms: PROGRAM_OR_PROJECT,
    holds: ['interdependencies', 'benefits', 'governance', 'executive-alignment'],
    measures: ['predictable output', 'benefits realised'],
  },
  {
    id: 'portfolio-manager',
    title: 'Portfolio manager',
    answers: 'Are these the right products and projects?',
    span: 'all products and projects, reviewed period by period',
    aim: 'money and people where the strategy needs them most',
    summary:
      'Compares everything that an organisation could invest in, and helps it to choose, to continue and to stop.',
    holds: ['portfolio-mix', 'investment'],
    measures: ['return across the portfolio'],
  },
  {
    id: 'project-leader',
    title: 'Project leader',
    answers: 'Who does what next?',
    span: 'the team of one project',
    aim: 'a team that keeps its eyes on its deliverables',
    summary:
      'Leads the people of a project through the daily work: gives direction, sees progress, and says thank you.',
    holds: ['team-direction', 'team-progress', 'recognition'],
    measures: ['team performance on the deliverables'],
  },
  {
    id: 'delivery-manager',
    title: 'Delivery manager',
    answers: 'Is this team healthy, and able to deliver?',
    span: 'a team, beyond any one project',
    aim: 'a great team that keeps delivering',
    summary: 'Builds the team and looks after it: who is in it, how it works, and how its people are doing.',
    holds: ['team-health', 'recruitment', 'ways-of-working', 'team-makeup'],
    measures: ['flow', 'morale', 'retention'],
  },
  {
    id: 'engineering-manager',
    title: 'Engineering manager',
    answers: 'Are our people and our technology growing?',
    span: 'a team of engineers, beyond any one project',
    aim: 'a great team, and technology that stays sound',
    summary: 'Looks after a team of engineers as a delivery manager does, and after the technology that they build.',
    extends: 'delivery-manager',
    holds: ['technical-direction'],
    measures: ['flow', 'morale', 'retention', 'technical quality'],
  },
  {
    id: 'product-owner',
    title: 'Product owner',
    answers: 'What is worth building next?',
    span: 'one backlog',
    aim: 'the most value from each sprint',
    summary: 'Orders the backlog of one team, makes each entry understood, and says when it is done well enough.',
    holds: ['backlog', 'acceptance'],
    measures: ['value delivered per sprint'],
  },
  {
    id: 'scrum-master',
    title: 'Scrum master',
    answers: 'What stands in the team’s way?',
    span: 'one Scrum team',
    aim: 'a team that works well in Scrum',
    summary: 'Coaches the team in Scrum, keeps its meetings worth their time, and clears what blocks it.',
    holds: ['facilitation', 'impediments'],
    measures: ['impediments removed', 'sprint goals met'],
  },
  {
    id: 'product-marketing-manager',
    title: 'Product marketing manager',
    answers: 'How does the market hear of it?',
    span: 'launches, and the story of the product between them',
    aim: 'a market that understands the product',
    summary:
      'Finds the words, the audience and the moment, so that the right people learn what the product does for them.',
    holds: ['positioning', 'launch-campaign', 'collateral'],
    measures: ['adoption', 'qualified demand'],
  },
  {
    id: 'technical-product-manager',
    title: 'Technical product manager',
    answers: 'What must the technology allow, and for whom?',
    span: 'the whole life of a technical product, such as a platform or an API',
    aim: 'a technical product that its audience loves to build on and that pays for itself',
    summary:
      'Does the product manager’s job for a technical audience, and shapes the technology together with engineering.',
    extends: 'product-manager',
    holds: ['technical-direction'],
    measures: ['adoption by developers'],
  },
  {
    id: 'technical-program-manager',
    title: 'Technical program manager',
    answers: 'How do these technical projects fit together?',
    span: 'a group of related technical projects',
    aim: 'one goal of the organisation, reached by several technical projects',
    summary:
      'Does the program manager’s job where the links between projects are interfaces, platforms and migrations.',
    synonyms: 'The short form TPM is used for technical product managers too; here it means the program manager.',
    extends: 'program-manager',
    holds: ['technical-dependencies'],
    measures: ['predictable technical delivery'],
  },
  {
    id: 'account-manager',
    title: 'Account manager',
    answers: 'Is this client well served?',
    span: 'one client, for as long as they stay',
    aim: 'a client who stays',
    summary: 'Knows one client well, speaks for them inside the house, and keeps what was promised to them in view.',
    holds: ['client-relationship'],
    measures: ['renewal', 'client satisfaction'],
  },
  {
    id: 'operations-manager',
    title: 'Operations manager',
    answers: 'Does the work that never ends run well?',
    span: 'ongoing operations, without an end date',
    aim: 'steady, efficient operations',
    summary: 'Keeps the repeating work running every day, and makes it a little better each time.',
    holds: ['operations'],
    measures: ['efficiency', 'availability'],
  },
  {
    id: 'systems-analyst',
    title: 'Systems analyst',
    answers: 'What does the system have to do?',
    span: 'one system',
    aim: 'a system that fits its use',
    summary: 'Studies how people and systems work today, and describes exactly what the system has to do tomorrow.',
    holds: ['analysis'],
    measures: ['fit to need'],
  },
  {
    id: 'construction-manager',
    title: 'Construction manager',
    answers: 'How does the site get built?',
    span: 'one build, from breaking ground to handover',
    aim: 'a safe build that follows the plan',
    summary: 'Runs the site: trades, deliveries and inspections in the right order, and everybody home safe.',
    holds: ['site-delivery'],
    measures: ['safety', 'progress on site'],
  },
  {
    id: 'executive-sponsor',
    title: 'Executive sponsor',
    answers: 'Should we start this, and should we go on?',
    span: 'one project or program',
    aim: 'a return on what is invested',
    summary:
      'Gives a project its mandate and its money, removes what only an executive can remove, and decides whether it goes on.',
    holds: ['sponsorship', 'funding'],
    measures: ['benefits realised'],
  },
  {
    id: 'team-member',
    title: 'Team member',
    answers: 'What do I do next?',
    span: 'the work assigned to them',
    aim: 'work done well',
    summary: 'Does the work, says early when something is in the way, and knows best how it is done.',
    holds: [],
    measures: [],
  },
] as const satisfies readonly CatalogueRole[];

/** Ids of the built-in roles. */
export type RoleId = (typeof ROLES)[number]['id'];

/** The built-in roles as written; `resolve.ts` gives them with what they inherit. */
export const catalogue: readonly CatalogueRole[] = Object.freeze(
  ROLES.map((role: CatalogueRole) =>
    Object.freeze({ ...role, holds: Object.freeze([...role.holds]), measures: Object.freeze([...role.measures]) }),
  ),
);

/** Other names of built-in roles, accepted without a word. */
export const roleAliases: Readonly<Record<string, RoleId>> = Object.freeze({
  'programme-manager': 'program-manager',
  po: 'product-owner',
  em: 'engineering-manager',
  tpm: 'technical-program-manager',
  dm: 'delivery-manager',
  pmm: 'product-marketing-manager',
  'delivery-lead': 'delivery-manager',
  'product-lead': 'product-manager',
  'project-lead': 'project-leader',
});

/** Names that stand for more than one role, with their readings; they resolve to none. */
export const ambiguousRoleNames: Readonly<Record<string, readonly RoleId[]>> = Object.freeze({
  pm: Object.freeze(['product-manager', 'project-manager'] as const),
});
