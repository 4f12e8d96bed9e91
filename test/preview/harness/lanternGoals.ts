import type { GoalRow, GoalsView } from '../../../src/core/views/goalsModel';
import type { StateKind } from '../../../src/core/views/model';
import { roadmapUri } from './lantern';

const words: Readonly<Partial<Record<StateKind, string>>> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  'in-progress': 'In progress',
  todo: 'To do',
  done: 'Done',
};

type Details = Omit<GoalRow, 'id' | 'depth' | 'kind' | 'title' | 'state'>;

function row(
  depth: number,
  kind: GoalRow['kind'],
  title: string,
  state?: StateKind | { kind: StateKind; text: string },
  details: Details = {},
): GoalRow {
  const entry =
    kind === 'project'
      ? { uri: `file:///plan/${title}.project.yaml`, path: [] }
      : { uri: roadmapUri, path: [`${kind}s`, title] };
  const stated = typeof state === 'string' ? { kind: state, text: words[state] ?? state } : state;
  const id = `${String(depth)} ${kind} ${title}`;
  return { id, entry, kind, depth, title, ...(stated ? { state: stated } : {}), ...details };
}

const broken = true;
const { entry: _none, ...unlinked } = row(
  1,
  'unlinked',
  'No goal',
  { kind: 'at-risk', text: '42 d unlinked' },
  { broken },
);

/** The goals of the design's roadmap. */
export const lanternGoals: GoalsView = {
  view: 'goals',
  file: 'roadmap',
  entry: { uri: roadmapUri, path: [] },
  title: 'Lantern',
  purpose: 'The lift runs again on the first visit, and the customer knows it.',
  facts: [
    { label: 'Linked effort', value: '88 %', note: '312 of 354 d' },
    { label: 'Goals with work', value: '4 of 6' },
    { label: 'Broken lines', value: '4', state: 'at-risk' },
  ],
  rows: [
    row(1, 'goal', 'Fix the fault on the first visit', 'at-risk', { progress: 0.42, when: '2026-Q4' }),
    row(2, 'measure', 'First-visit fix rate', undefined, { progress: 0.5, reach: '62 % to 80 %', note: 'now 71 %' }),
    row(2, 'measure', 'Repeat visits in 14 days', undefined, { reach: '18 % to 9 %', note: 'not measured' }),
    row(2, 'feature', 'Job sheet without a network', 'on-track', { progress: 0.72, when: '15 Oct', whenOf: '2.4' }),
    row(3, 'project', 'Offline job sheet', 'on-track', { progress: 0.72, when: '9 Oct' }),
    row(4, 'item', 'Conflict rules for two editors', 'done', { progress: 1, when: '4 Sep' }),
    row(4, 'item', 'Queue photos until online', 'in-progress', { progress: 0.4, when: '9 Oct' }),
    row(2, 'feature', 'Right part in the van', 'at-risk', { progress: 0.44, when: '10 Dec', whenOf: '2.5' }),
    row(3, 'project', 'Parts on the van', 'at-risk', { progress: 0.44, when: '10 Nov', note: '2 d late' }),
    row(4, 'item', 'Forecast from fault history', 'in-progress', { progress: 0.45, note: 'critical', when: '25 Sep' }),
    row(
      1,
      'goal',
      'A new technician works alone within a week',
      { kind: 'at-risk', text: 'No work' },
      {
        progress: 0,
        when: '2027-Q1',
        broken,
      },
    ),
    row(2, 'measure', 'Days to the first solo job', undefined, {
      progress: 0,
      reach: '19 to 7 d',
      note: 'now 19 d',
      broken,
    }),
    row(2, 'gap', 'No project or feature names this goal', undefined, { broken }),
    unlinked,
    row(2, 'project', 'Platform upkeep', 'in-progress', { progress: 0.55, when: '30 Oct', note: '31 d', broken }),
    row(2, 'feature', 'Dark mode for dispatchers', { kind: 'todo', text: 'Planned' }, { progress: 0, broken }),
    row(2, 'item', 'Rename states in the export', 'todo', { progress: 0, when: '12 Oct', broken }),
  ],
};
