import type { OverviewView } from '../../../src/core/views/overviewModel';
import { projectUri, roadmapUri } from './lantern';

const project = { uri: projectUri, path: [] };

/** The overview of the design's plan. */
export const lanternOverview: OverviewView = {
  view: 'overview',
  file: 'roadmap',
  entry: { uri: roadmapUri, path: [] },
  title: 'Lantern',
  facts: [
    { label: 'Products', value: '1' },
    { label: 'Open projects', value: '2', note: '1 at risk or off track', state: 'at-risk' },
  ],
  rows: [
    { id: 'product', entry: { uri: roadmapUri, path: [] }, kind: 'product', depth: 1, title: 'Lantern' },
    {
      id: 'goal',
      entry: { uri: roadmapUri, path: ['goals', 'first-visit-fix'] },
      kind: 'goal',
      depth: 2,
      title: 'Fix the fault on the first visit',
      state: { kind: 'on-track', text: 'On track' },
      progress: 0.44,
      detail: '2026-Q4',
      owner: 'Alice Ng',
    },
    {
      id: 'project',
      entry: project,
      kind: 'project',
      depth: 3,
      title: 'Parts on the van',
      state: { kind: 'at-risk', text: 'At risk' },
      progress: 0.44,
      detail: '10 Nov, 2 d late',
    },
    { id: 'unlinked', kind: 'unlinked', depth: 1, title: 'Projects without a goal' },
  ],
  dependencies: [
    {
      id: 'dependency',
      entry: { uri: projectUri, path: ['items', 'scan'] },
      title: 'Scan parts in and out',
      project: 'Parts on the van',
      forTitle: 'Signed reports',
      forProject: 'Reports',
      state: { kind: 'off-track', text: 'Too late' },
      detail: 'ends 18 Dec, 5 d too late',
    },
  ],
  people: [
    { id: 'erik', name: 'Erik Lund', text: '140 % for 3 weeks from 30 Nov', items: ['Scan parts (Parts on the van)'] },
  ],
};
