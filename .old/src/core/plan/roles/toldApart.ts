import type { RoleId } from './catalogue';

/** Two roles that are easily taken for each other, and the line between them. */
export interface RolePair {
  readonly roles: readonly [RoleId, RoleId];
  /** Names both roles, so that it reads the same in the hover of either. */
  readonly line: string;
  /** The same line in as few words as a message has room for. */
  readonly short: string;
  /** Questions that come up again and again, each with its answer. */
  readonly also: readonly string[];
}

const PAIRS: readonly { roles: readonly [RoleId, RoleId]; line: string; short: string; also?: readonly string[] }[] = [
  {
    roles: ['product-manager', 'project-manager'],
    line: 'Strategy and execution: the product manager sets what and why over the product’s whole life; the project manager delivers a scope that is fixed and ends.',
    short: 'The product manager sets what and why, the project manager how and by when.',
    also: [
      'Breaking things down: the product manager breaks strategy into goals and features, the project manager turns the strategic plan into tasks, dates and a budget.',
      'Who owns the roadmap? The product manager.',
      'Who may talk to customers? Both: the product manager to learn what they need, the project manager to settle requirements and delivery.',
    ],
  },
  {
    roles: ['project-manager', 'program-manager'],
    line: 'One and several: the project manager runs one project; the program manager runs several that depend on each other.',
    short: 'The project manager runs one project, the program manager several that depend on each other.',
  },
  {
    roles: ['program-manager', 'portfolio-manager'],
    line: 'Doing and choosing: the program manager sees that related projects are done right; the portfolio manager sees that the right ones are chosen.',
    short: 'The program manager does projects right, the portfolio manager chooses the right ones.',
  },
  {
    roles: ['project-manager', 'project-leader'],
    line: 'Outcome and people: the project manager is accountable for plan, budget and outcome; the project leader leads the people in the daily work.',
    short: 'The project manager answers for the outcome, the project leader leads the daily work.',
  },
  {
    roles: ['project-manager', 'delivery-manager'],
    line: 'Project and team: the project manager is accountable for the delivery of a project; the delivery manager for the team that delivers.',
    short: 'The project manager answers for the delivery, the delivery manager for the team.',
  },
  {
    roles: ['product-manager', 'product-owner'],
    line: 'Market and backlog: the product manager answers for market, strategy and profit; the product owner orders one team’s backlog. One person often does both.',
    short: 'The product manager answers for the market, the product owner orders one team’s backlog.',
  },
  {
    roles: ['product-manager', 'product-marketing-manager'],
    line: 'Building and telling: the product manager decides what to build and why; the product marketing manager decides how the market hears of it.',
    short: 'Product management decides what to build, product marketing how the market hears of it.',
  },
  {
    roles: ['project-manager', 'operations-manager'],
    line: 'Once and always: the project manager leads an endeavour that ends; the operations manager leads work that repeats.',
    short: 'The project manager leads work that ends, the operations manager work that repeats.',
  },
  {
    roles: ['project-manager', 'account-manager'],
    line: 'Work and client: the project manager looks after the work; the account manager looks after the client.',
    short: 'The project manager looks after the work, the account manager after the client.',
  },
];

/** The pairs of roles that people mix up most, with the line between them. */
export const toldApart: readonly RolePair[] = Object.freeze(
  PAIRS.map(({ roles, line, short, also = [] }) =>
    Object.freeze({ roles, line, short, also: Object.freeze([...also]) }),
  ),
);
