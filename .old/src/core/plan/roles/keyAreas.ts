/**
 * Which key of a plan stands for which area, so that a hover on the key can say whose it usually is.
 * The schemas say the same with `x-area`.
 */
export const keyAreas: Readonly<Record<string, string>> = Object.freeze({
  vision: 'vision',
  strategy: 'strategy',
  goals: 'strategy',
  features: 'features',
  ideas: 'ideation',
  releases: 'releases',
  readiness: 'go-to-market',
  profit_and_loss: 'profit-and-loss',
  lifecycle: 'product-lifecycle',
  customers: 'customer-needs',
  requirements: 'requirements',
  charter: 'charter',
  scope: 'scope',
  calendar: 'schedule',
  milestones: 'schedule',
  items: 'project-plan',
  budget: 'budget',
  team: 'resources',
  risks: 'risks',
  issues: 'problem-resolution',
  changes: 'change-control',
  stakeholders: 'stakeholders',
  status_updates: 'status-updates',
  closure: 'closure',
  programs: 'interdependencies',
});
