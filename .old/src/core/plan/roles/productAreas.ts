import type { AreaEntry } from './role';

/** Areas of the roles that look after a product. */
export const productAreas: readonly AreaEntry[] = [
  [
    'vision',
    'Vision',
    'The change that the product makes for its customers, in words that people remember.',
    'It has to outlive every project, so it sits with whoever stays for the product’s whole life.',
  ],
  [
    'strategy',
    'Strategy',
    'The choices that lead to the vision: whom to serve, which goals to set, and what to leave out.',
    'It follows from what is known about market and customers, and one person should be able to say yes and no.',
  ],
  [
    'roadmap',
    'Roadmap',
    'The goals and features in the order in which they are meant to come.',
    'It says what and why before it says when, so it belongs to the product and not to any one project.',
  ],
  [
    'market-research',
    'Market research',
    'What the market offers and lacks: competitors, trends and the size of the opportunity.',
    'Whoever chooses the direction should see the evidence first hand.',
  ],
  [
    'customer-needs',
    'Customer needs',
    'What customers try to get done, and what gets in their way.',
    'The product stands or falls with it, so the person who decides on the product listens in person.',
  ],
  [
    'requirements',
    'Requirements',
    'What the product has to do or to be, so that a need is met.',
    'They translate customer needs, so they sit with the person who knows the needs; a project may still settle their details.',
  ],
  [
    'ideation',
    'Ideas',
    'Collecting ideas, weighing them, and giving each an honest answer.',
    'An idea is measured against the strategy, so it is judged where the strategy is kept.',
  ],
  [
    'features',
    'Features',
    'What the product offers, and which goal each part of it serves.',
    'Strategy is broken into features by the person who set it.',
  ],
  [
    'releases',
    'Releases',
    'What reaches customers together, and when.',
    'A release is a promise to customers, made by whoever speaks for the product.',
  ],
  [
    'go-to-market',
    'Go-to-market',
    'Everything besides the product that has to be ready on the day of a launch.',
    'It joins marketing, sales and support, and the product manager is the one who works with all three.',
  ],
  [
    'profit-and-loss',
    'Profit and loss',
    'What the product earns and what it costs, period by period.',
    'It is the result of choices about the product over years, not of any one project.',
  ],
  [
    'product-lifecycle',
    'Product life cycle',
    'Where the product is between conception and retirement, and what that calls for.',
    'It holds many projects one after another, so it sits with the role that stays throughout.',
  ],
  [
    'organizational-training',
    'Training of the organisation',
    'Teaching the people who sell and support the product what is new in it.',
    'Whoever knows why it was built can best explain it to colleagues.',
  ],
  [
    'backlog',
    'Backlog',
    'The ordered list of what one team may work on next.',
    'An order needs one voice, close to the team and to the value.',
  ],
  [
    'acceptance',
    'Acceptance',
    'Saying when a piece of work does what it was meant to do.',
    'Whoever asked for the value can tell whether it is there.',
  ],
  [
    'positioning',
    'Positioning',
    'What the product is, for whom, and how it differs, in the market’s own words.',
    'It takes an ear for the audience, which is the craft of product marketing.',
  ],
  [
    'launch-campaign',
    'Launch campaign',
    'How and when the market hears of a release.',
    'Channels, timing and budget of a campaign are planned by marketing, to the date of the release.',
  ],
  [
    'collateral',
    'Collateral',
    'The pages, films, slides and leaflets that explain the product.',
    'They carry the positioning, so they are made where it is made.',
  ],
];
