/** Of which areas a role has to hold one for its holder to be a natural owner of a roadmap. */
export const ownerAreas: readonly string[] = ['vision', 'strategy', 'roadmap', 'backlog'];

/** The same for the manager of a project. */
export const managerAreas: readonly string[] = [
  'project-plan',
  'schedule',
  'delivery',
  'interdependencies',
  'team-direction',
  'team-health',
  'site-delivery',
];
