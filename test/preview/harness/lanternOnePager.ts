import type { OnePagerView } from '../../../src/core/views/onePagerModel';
import { projectUri, roadmapUri } from './lantern';

const entry = (...path: readonly string[]): OnePagerView['entry'] => ({ uri: roadmapUri, path });

/** The design's product on one page. */
export const lanternOnePager: OnePagerView = {
  view: 'one-pager',
  file: 'roadmap',
  entry: entry(),
  title: 'Lantern',
  vision: 'The lift runs again on the first visit, and the customer knows it.',
  strategy: 'First the parts, then the people.',
  lifecycle: 'Growth',
  owner: 'Alice Ng',
  asOf: '16 September 2026',
  goals: [
    {
      title: 'Now',
      goals: [
        {
          entry: entry('goals', 'first-visit-fix'),
          title: 'Fix the fault on the first visit',
          why: 'Every second visit costs the customer a day without a lift.',
          target: '2026-Q4',
          state: { kind: 'at-risk', text: 'At risk' },
          progress: 0.42,
          measures: [
            {
              entry: entry('goals', 'first-visit-fix', 'key_results', 'rate'),
              title: 'First-visit fix rate',
              baseline: '62 %',
              target: '80 %',
              current: '71 %',
              progress: 0.5,
            },
          ],
        },
        {
          entry: entry('goals', 'report'),
          title: 'Send the report the same day',
          state: { kind: 'off-track', text: 'Off track' },
          progress: 0.18,
          measures: [],
        },
      ],
    },
    {
      title: 'Later',
      goals: [{ entry: entry('goals', 'contract'), title: 'One contract', target: '2027', measures: [] }],
    },
  ],
  achieved: '1 goal achieved: No paper',
  releases: [
    {
      entry: entry('releases', '2.4'),
      title: '2.4 Offline',
      state: { kind: 'on-track', text: 'On track' },
      date: '15 Oct',
      note: 'in 4 weeks',
      features: 'Job sheet without a network and Photos',
    },
  ],
  moreReleases: '2 more later',
  risks: [
    {
      entry: { uri: projectUri, path: ['risks', 'price'] },
      title: 'A supplier changes its prices',
      probability: '70 %',
      impact: '8,000 EUR and 1 week',
      plan: 'Compare every list with yesterday’s',
      owner: 'Ben Ortiz',
      of: 'Parts on the van',
    },
    { entry: { uri: projectUri, path: ['risks', 'one'] }, title: 'Only Devon knows', of: 'Parts on the van' },
  ],
};
