import { productAreas } from './productAreas';
import { projectAreas } from './projectAreas';
import type { Area, AreaEntry } from './role';

/** Areas of the roles that look after people, technology, clients and operations. */
const PEOPLE_AND_OPERATIONS: readonly AreaEntry[] = [
  [
    'team-direction',
    'Team direction',
    'Saying day by day what matters most, and who takes what.',
    'It is leadership at close range, by somebody who works beside the team.',
  ],
  [
    'team-progress',
    'Team progress',
    'Seeing how far the deliverables are, and what holds them up.',
    'Whoever works with the team every day sees it first.',
  ],
  [
    'recognition',
    'Recognition',
    'Noticing good work, and saying so.',
    'It counts most from somebody who saw the work being done.',
  ],
  [
    'team-health',
    'Team health',
    'How the people in the team are doing, and whether they can keep this up.',
    'It matters beyond the end of any project, so it sits with whoever stays with the team.',
  ],
  [
    'recruitment',
    'Recruitment',
    'Finding new people for the team, and helping them to arrive.',
    'The person who builds the team knows whom it lacks.',
  ],
  [
    'ways-of-working',
    'Ways of working',
    'How the team plans, decides, reviews and improves.',
    'Habits grow over many projects, so they are kept with the team.',
  ],
  [
    'team-makeup',
    'Team makeup',
    'Which skills and people belong in the team.',
    'It is a question about the team’s future, not only about the project at hand.',
  ],
  [
    'technical-direction',
    'Technical direction',
    'Which technology to build on, and how to keep it sound.',
    'It takes technical judgement, and an eye on years rather than on the next date.',
  ],
  [
    'facilitation',
    'Facilitation',
    'Preparing and leading the team’s meetings so that they are worth everybody’s time.',
    'It works best from somebody who has no stake in the decision.',
  ],
  [
    'impediments',
    'Impediments',
    'Clearing what blocks the team from outside.',
    'The team should build, so somebody else walks the corridors for it.',
  ],
  [
    'client-relationship',
    'Client relationship',
    'Knowing one client, and keeping their trust.',
    'A client stays longer than any project, and likes a face that stays too.',
  ],
  [
    'operations',
    'Operations',
    'The work that repeats every day and has no end date.',
    'It needs steadiness, which is a different strength from that of a project.',
  ],
  [
    'analysis',
    'Analysis',
    'Finding out and writing down what a system has to do.',
    'It is a craft between those who use a system and those who build it.',
  ],
  [
    'site-delivery',
    'Site delivery',
    'Getting the site built safely, in the right order.',
    'It has to be led on the spot, where trades, deliveries and inspections meet.',
  ],
];

/** Areas that a launch or an organisation may need, and that no role holds by default. */
const MORE: readonly AreaEntry[] = [
  [
    'customer-support',
    'Customer support',
    'Being ready to answer customers’ questions when they come.',
    'It depends on how support is organised, so name the person here.',
  ],
  [
    'documentation',
    'Documentation',
    'The written help that customers and colleagues can look things up in.',
    'Writers, engineers or support may do it, so name the person here.',
  ],
  [
    'pricing',
    'Pricing',
    'What customers pay, and for which package.',
    'Product, finance and sales often settle it together, so name who decides.',
  ],
  [
    'legal',
    'Legal',
    'Contracts, terms and the questions that need a lawyer’s answer.',
    'The answer comes from counsel; name who sees to it that they are asked in time.',
  ],
  [
    'sales-enablement',
    'Sales enablement',
    'Giving the people who sell the product what they need to do so.',
    'Sales, marketing or the product may take it, so name the person here.',
  ],
  [
    'localization',
    'Localisation',
    'Making the product at home in another language and country.',
    'It cuts across product, marketing and legal, so name who holds it together.',
  ],
  [
    'security',
    'Security',
    'Protecting the product and its users against misuse and attack.',
    'Everybody contributes; name who decides what is safe enough.',
  ],
  [
    'privacy',
    'Privacy',
    'Handling personal data with care and within the law.',
    'Everybody contributes; name who answers for it.',
  ],
  [
    'compliance',
    'Compliance',
    'Meeting the laws, standards and audits that apply.',
    'It depends on the industry, so name who knows the rules of yours.',
  ],
  [
    'supply',
    'Supply',
    'Getting parts, goods and services here on time.',
    'Purchasing, operations or the project may take it, so name the person here.',
  ],
];

/** Every responsibility area that Throughline knows, those of the roles first. */
export const areas: readonly Area[] = Object.freeze(
  [...productAreas, ...projectAreas, ...PEOPLE_AND_OPERATIONS, ...MORE].map(([id, title, what, why]) =>
    Object.freeze({ id, title, what, why }),
  ),
);
