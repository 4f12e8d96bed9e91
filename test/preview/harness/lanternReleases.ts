import type { ReleasesView } from '../../../src/core/views/releasesModel';
import { roadmapUri } from './lantern';

const entry = (...path: readonly string[]): ReleasesView['entry'] => ({ uri: roadmapUri, path });

/** The releases of the design's roadmap. */
export const lanternReleases: ReleasesView = {
  view: 'releases',
  file: 'roadmap',
  entry: entry(),
  title: 'Lantern',
  purpose: 'The lift runs again on the first visit, and the customer knows it.',
  facts: [
    { label: 'Releases to come', value: '1', note: '1 out' },
    { label: 'Open checks', value: '2', note: '1 overdue', state: 'at-risk' },
  ],
  releases: [
    {
      entry: entry('releases', '2.4'),
      title: '2.4 Offline',
      state: { kind: 'at-risk', text: 'At risk' },
      date: '15 Oct',
      left: '29 days left',
      late: '3 d late',
      owner: 'Alice Ng',
      goals: [{ entry: entry('goals', 'first-visit-fix'), title: 'Fix the fault on the first visit' }],
      progress: 0.62,
      featureText: '0 of 2 released',
      features: [
        {
          entry: entry('features', 'job-sheet'),
          title: 'Job sheet without a network',
          state: { kind: 'in-progress', text: 'In progress' },
          progress: 0.72,
          owner: 'Alice Ng',
        },
        { entry: entry('features', 'photos'), title: 'Photos', state: { kind: 'todo', text: 'Planned' } },
      ],
      checkText: '1 of 3 done',
      checks: [
        {
          entry: entry('releases', '2.4', 'readiness', 'help'),
          title: 'Help pages',
          state: { kind: 'at-risk', text: 'Overdue' },
          area: 'Documentation',
          owner: 'Grace Hill',
          due: '14 Sep, overdue',
        },
        {
          entry: entry('releases', '2.4', 'readiness', 'films'),
          title: 'Three short films',
          state: { kind: 'todo', text: 'Open' },
        },
        {
          entry: entry('releases', '2.4', 'readiness', 'terms'),
          title: 'Terms for suppliers',
          state: { kind: 'done', text: 'Done' },
          due: '2 Sep',
        },
      ],
      runway: {
        meets: '24 %',
        leftOut: 'without 2 items that cannot be scheduled',
        marks: [
          { kind: 'date', label: 'Date', day: '15 Oct', at: 0.7 },
          { kind: 'plan', label: 'Plan', day: '12 Oct', at: 0.63 },
          { kind: 'p50', label: 'P50', day: '20 Oct', at: 0.82, late: true },
          { kind: 'p80', label: 'P80', day: '28 Oct', at: 1, late: true },
        ],
      },
    },
    {
      entry: entry('releases', '2.3'),
      title: '2.3 Photos',
      state: { kind: 'done', text: 'Released' },
      date: '6 Jul',
      goals: [],
      progress: 1,
      features: [],
      checks: [],
    },
  ],
};
