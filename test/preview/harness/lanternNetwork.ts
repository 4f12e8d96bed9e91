import type { NetworkNode, NetworkView } from '../../../src/core/views/networkModel';
import { lanternTimeline, projectUri } from './lantern';

function node(id: string, title: string, details: Partial<NetworkNode> = {}): NetworkNode {
  return {
    id,
    entry: { uri: projectUri, path: ['items', id] },
    kind: 'item',
    title,
    state: { kind: 'todo', text: 'To do' },
    ...details,
  };
}

/** The dependencies of the design's project. */
export const lanternNetwork: NetworkView = {
  view: 'network',
  file: 'project',
  entry: { uri: projectUri, path: [] },
  title: lanternTimeline.title,
  goals: lanternTimeline.goals,
  facts: [
    { label: 'Critical path', value: '33 d to go', note: '2 items without float' },
    { label: 'Dependencies', value: '4', note: '1 with other projects' },
  ],
  nodes: [
    node('forecast', 'Forecast from fault history', {
      state: { kind: 'in-progress', text: 'In progress' },
      when: '7–25 Sep',
      critical: true,
    }),
    node('scan', 'Scan parts in and out', { when: '28 Sep – 13 Oct', critical: true }),
    node('low', 'Low-stock alert', { when: '30 Sep – 8 Oct', float: '7 d float' }),
    node('stocked', 'All vans stocked', {
      kind: 'milestone',
      state: { kind: 'todo', text: 'Not reached yet' },
      when: '10 Nov',
    }),
    node('contract/prices', 'Prices of two years are agreed', {
      entry: { uri: 'file:///plan/contract.project.yaml', path: ['items', 'prices'] },
      project: 'Contract merge',
    }),
  ],
  links: [
    { from: 'forecast', to: 'scan', type: 'FS', critical: true },
    { from: 'forecast', to: 'low', type: 'FS', lag: '+2d' },
    { from: 'scan', to: 'stocked', type: 'FS' },
    { from: 'contract/prices', to: 'scan', type: 'SS' },
  ],
  loose: [node('rename', 'Rename states in the export', { when: '5–9 Oct', float: '12 d float' })],
};
