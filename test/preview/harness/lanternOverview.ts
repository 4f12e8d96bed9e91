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
  changes: {
    title: 'What changed since 13 Nov',
    since: '13 Nov',
    count: 14,
    groups: [
      {
        id: 'changes 0',
        entry: project,
        title: 'Parts on the van',
        summary: '10 changes',
        rows: [
          {
            id: 'changes 0 0',
            entry: project,
            kind: 'Project',
            title: 'Parts on the van',
            text: 'Finish moved from 6 Nov to 10 Nov, 2 working days later',
            state: { kind: 'at-risk', text: 'For the worse' },
          },
          {
            id: 'changes 0 1',
            entry: project,
            kind: 'Risk',
            title: 'The scanner does not read worn labels',
            text: 'Added',
          },
          ...Array.from({ length: 8 }, (_, index) => ({
            id: `changes 0 ${String(index + 2)}`,
            entry: { uri: projectUri, path: ['items', `item-${String(index)}`] },
            kind: 'Item',
            title: `Item ${String(index)}`,
            text: 'Status changed from in progress to done',
          })),
        ],
      },
      {
        id: 'changes 1',
        title: 'Reports',
        summary: '1 change',
        rows: [{ id: 'changes 1 0', kind: 'Project', title: 'Reports', text: 'Removed, with 12 entries' }],
      },
    ],
    leftOut: 3,
  },
};
