import type { PrioritiesView } from '../../../src/core/views/prioritiesModel';
import { roadmapUri } from './lantern';

const entry = (id: string): PrioritiesView['entry'] => ({ uri: roadmapUri, path: ['features', id] });

/** The priorities of the design's roadmap. */
export const lanternPriorities: PrioritiesView = {
  view: 'priorities',
  file: 'roadmap',
  entry: { uri: roadmapUri, path: [] },
  title: 'Lantern',
  method: 'RICE',
  formula: 'reach × impact × confidence / effort',
  inputs: ['Reach', 'Impact', 'Confidence', 'Effort'],
  rows: [
    {
      entry: entry('arrival-window'),
      kind: 'feature',
      title: 'Arrival time within an hour',
      state: { kind: 'in-progress', text: 'In progress' },
      rank: 1,
      score: '3200',
      share: 1,
      arithmetic: '8000 × 2 × 80 % / 4 = 3200',
      values: ['8000', '2', '80 %', '4'],
      owner: 'Chika Obi',
      release: 'Autumn release',
    },
    {
      entry: entry('photo-evidence'),
      kind: 'feature',
      title: 'Photo evidence',
      state: { kind: 'todo', text: 'Planned' },
      rank: 2,
      score: '750',
      share: 0.234,
      arithmetic: '3000 × 3 × 50 % / 6 = 750',
      values: ['3000', '3', '50 %', '6'],
    },
    {
      entry: entry('dark-mode'),
      kind: 'idea',
      title: 'Dark mode for dispatchers',
      state: { kind: 'todo', text: 'Idea, new' },
      arithmetic: 'Lacks reach and effort',
      values: ['', '0.5', '100 %', ''],
    },
  ],
  chart: {
    across: 'Effort, person-months',
    up: 'Reach × impact × confidence',
    points: [
      { entry: entry('arrival-window'), rank: 1, title: 'Arrival time within an hour', effort: 4, value: 12_800 },
      { entry: entry('photo-evidence'), rank: 2, title: 'Photo evidence', effort: 6, value: 4500 },
    ],
  },
};
