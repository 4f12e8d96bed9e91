import type { CapacityCell, CapacityRow, CapacityView } from '../../../src/core/views/capacityModel';
import { lanternTimeline, projectUri } from './lantern';

function cell(percent: number): CapacityCell {
  if (percent < 0) return { kind: 'away', text: 'away', parts: [] };
  if (percent === 0) return { kind: 'free', percent, text: '0 %: 40 h free', parts: [] };
  const half = Math.round(percent / 2);
  return {
    kind: percent > 100 ? 'over' : 'planned',
    percent,
    text: `${String(percent)} %: ${String(percent * 0.4)} h planned of 40 h`,
    parts: [
      { work: 0, percent: percent - half, text: '12 h' },
      { work: 1, percent: half, text: '10 h' },
    ],
  };
}

function person(id: string, name: string, percents: readonly number[], row: Partial<CapacityRow> = {}): CapacityRow {
  return {
    id,
    name,
    shortName: name.split(' ')[0] ?? name,
    note: '100 % of full time',
    entry: { uri: projectUri, path: ['people', id] },
    cells: percents.map(cell),
    work: [
      {
        entry: { uri: projectUri, path: ['items', 'rules'] },
        title: 'Stock rules, second pass',
        project: 'Parts on the van',
      },
      {
        entry: { uri: 'file:///plan/offline.project.yaml', path: ['items', 'conflicts'] },
        title: 'Conflict rules for two editors',
        project: 'Offline job sheet',
        isElsewhere: true,
      },
    ],
    ...row,
  };
}

/** The people of the design's project. */
export const lanternCapacity: CapacityView = {
  view: 'capacity',
  file: 'project',
  entry: { uri: projectUri, path: [] },
  title: lanternTimeline.title,
  goals: lanternTimeline.goals,
  facts: [
    { label: 'Over capacity', value: '1 person', note: '2 weeks' },
    { label: 'Worst', value: 'Dana, week of 28 Sep, 140 %', state: 'off-track' },
    { label: 'Free in October', value: '11 d' },
  ],
  groups: [
    { title: 'September', columns: 3 },
    { title: 'October 2026', columns: 3 },
  ],
  columns: [
    { label: '14', name: 'week of 14 Sep', isNow: true },
    ...['21', '28'].map((label) => ({ label, name: `week of ${label} Sep` })),
    ...['5', '12', '19'].map((label) => ({ label, name: `week of ${label} Oct` })),
  ],
  people: [
    person('alice', 'Alice Ng', [60, 60, 55, 40, 40, -1]),
    person('dana', 'Dana Weiss', [100, 120, 140, 100, 95, 0], { note: '80 % of full time' }),
    person('kinto', 'Kinto AG', [], {
      note: 'supplier',
      shortName: 'Kinto AG',
      unlimited: 'No limit: 11 d of work planned',
    }),
  ],
};
