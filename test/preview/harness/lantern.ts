/** The plan of the design's pictures: a product that keeps lifts running, and one of its projects. */
import type {
  BoardView,
  EntryPath,
  GoalCard,
  IsoDate,
  KeyResultProgress,
  StateKind,
  TimelineRow,
  TimelineView,
} from '../../../src/core/views/model';

export const roadmapUri = 'file:///plan/lantern.roadmap.yaml';
export const projectUri = 'file:///plan/parts-on-the-van.project.yaml';

const stateTexts: Readonly<Record<StateKind, string>> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  paused: 'Paused',
  todo: 'To do',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  dropped: 'Dropped',
};

function goalPath(id: string, ...path: readonly string[]): EntryPath {
  return { uri: roadmapUri, path: ['goals', id, ...path] };
}

function goal(
  id: string,
  title: string,
  card: Omit<GoalCard, 'entry' | 'title' | 'status'> & Partial<GoalCard>,
): GoalCard {
  return { status: 'active', ...card, entry: goalPath(id), title };
}

function keyResult(
  goalId: string,
  title: string,
  texts: Pick<KeyResultProgress, 'baseline' | 'current' | 'target'>,
  progress?: number,
): KeyResultProgress {
  return { entry: goalPath(goalId, 'key_results', title), title, ...texts, progress };
}

function project(id: string, title: string, kind: StateKind, detail?: string): GoalCard['projects'][number] {
  const entry = { uri: `file:///plan/${id}.project.yaml`, path: [] };
  return { entry, title, state: { kind, text: stateTexts[kind] }, detail };
}

export const lanternBoard: BoardView = {
  view: 'board',
  file: 'roadmap',
  entry: { uri: roadmapUri, path: [] },
  title: 'Lantern',
  purpose: 'The lift runs again on the first visit, and the customer knows it.',
  unlinked: {
    summary: '3 entries, 42 d of effort that no goal asks for',
    entries: [
      {
        entry: { uri: 'file:///plan/platform-upkeep.project.yaml', path: [] },
        kind: 'project',
        title: 'Platform upkeep',
        context: 'project, Erik Lund',
        effort: '31 d',
      },
      {
        entry: { uri: roadmapUri, path: ['features', 'dark-mode'] },
        kind: 'feature',
        title: 'Dark mode for dispatchers',
        context: 'feature',
        effort: '8 d',
      },
      {
        entry: { uri: projectUri, path: ['items', 'van-app', 'items', 'rename-states'] },
        kind: 'item',
        title: 'Rename states in the export',
        state: { kind: 'in-progress', text: 'In progress' },
        context: 'item of Parts on the van',
        effort: '3 d',
      },
    ],
  },
  columns: [
    {
      kind: 'now',
      title: 'Now',
      summary: '2 goals, 4 projects',
      goals: [
        goal('first-visit-fix', 'Fix the fault on the first visit', {
          why: 'Every second visit costs the customer a day without a lift, and us 310 EUR.',
          owner: 'Alice Ng',
          target: '2026-Q4',
          keyResults: [
            keyResult(
              'first-visit-fix',
              'First-visit fix rate',
              { baseline: '62 %', current: '71 %', target: '80 %' },
              0.5,
            ),
            keyResult(
              'first-visit-fix',
              'Repeat visits in 14 days',
              { baseline: '18 %', current: '15 %', target: '9 %' },
              0.33,
            ),
          ],
          projects: [
            project('offline-job-sheet', 'Offline job sheet', 'on-track', '9 Oct'),
            project('parts-on-the-van', 'Parts on the van', 'at-risk', '10 Nov, 2 d late'),
          ],
        }),
        goal('same-day-report', 'Send the report the same day', {
          why: 'A third of all support calls ask where the report is.',
          owner: 'Ben Ortiz',
          target: '2026-Q4',
          keyResults: [
            keyResult(
              'same-day-report',
              'Reports sent within 8 h',
              { baseline: '41 %', current: '58 %', target: '90 %' },
              0.35,
            ),
          ],
          projects: [
            project('signed-reports', 'Signed reports', 'off-track', '18 Dec, 10 d late'),
            project('photo-evidence', 'Photo evidence', 'todo', '27 Nov'),
          ],
        }),
      ],
    },
    {
      kind: 'next',
      title: 'Next',
      summary: '2 goals, 1 project',
      goals: [
        goal('arrival-time', 'Customers trust the arrival time', {
          why: 'People wait at the door for a window of four hours.',
          owner: 'Chika Obi',
          target: '2027-Q1',
          keyResults: [
            keyResult(
              'arrival-time',
              'Arrivals in the promised hour',
              { baseline: '54 %', current: '57 %', target: '85 %' },
              0.1,
            ),
            keyResult(
              'arrival-time',
              'Calls about arrival, a month',
              { baseline: '420', current: '390', target: '120' },
              0.1,
            ),
          ],
          projects: [project('live-arrival-time', 'Live arrival time', 'todo', '12 Mar')],
        }),
        goal('new-technician', 'A new technician works alone within a week', {
          why: 'Twelve people start in spring; today each needs 19 days beside a colleague.',
          owner: 'Alice Ng',
          target: '2027-Q1',
          keyResults: [
            keyResult(
              'new-technician',
              'Days to the first solo job',
              { baseline: '19 d', current: '19 d', target: '7 d' },
              0,
            ),
          ],
          projects: [],
        }),
      ],
    },
    {
      kind: 'later',
      title: 'Later',
      summary: '2 goals, 1 paused',
      goals: [
        goal('predict-faults', 'Find faults before the lift stops', {
          why: 'Vibration data shows 4 of 10 faults a week ahead.',
          owner: 'Dana Weiss',
          target: '2027-H2',
          status: 'proposed',
          keyResults: [keyResult('predict-faults', 'Faults found by sensors', { baseline: '0 %', target: '25 %' })],
          projects: [],
        }),
        goal('one-contract', 'One contract for all sites', {
          why: 'Large customers sign up to 40 contracts a year.',
          owner: 'Ben Ortiz',
          target: '2027',
          keyResults: [
            keyResult(
              'one-contract',
              'Contracts for each customer',
              { baseline: '6.2', current: '6.2', target: '1' },
              0,
            ),
          ],
          projects: [project('contract-merge', 'Contract merge', 'paused', 'paused')],
        }),
      ],
    },
  ],
};

type RowDetails = Omit<Partial<TimelineRow>, 'state'> & { readonly state?: StateKind };

function row(
  path: readonly string[],
  title: string,
  dates: readonly [IsoDate | undefined, IsoDate | undefined],
  details: RowDetails,
): TimelineRow {
  const { state, ...rest } = details;
  const [start, end] = dates;
  return {
    entry: { uri: projectUri, path: path.flatMap((id) => ['items', id]) },
    id: path.at(-1) ?? '',
    kind: 'item',
    depth: path.length,
    title,
    start,
    end,
    // The design's dates are all stated.
    ...(state === 'done' ? {} : { stated: { ...(start ? { start } : {}), ...(end ? { end } : {}) } }),
    ...(state ? { state: { kind: state, text: stateTexts[state] } } : {}),
    ...rest,
  };
}

const dana = { owner: 'Dana Weiss', ownerShort: 'Dana' };
const erik = { owner: 'Erik Lund', ownerShort: 'Erik' };
const chika = { owner: 'Chika Obi', ownerShort: 'Chika' };
const ben = { owner: 'Ben Ortiz', ownerShort: 'Ben' };
const alice = { owner: 'Alice Ng', ownerShort: 'Alice' };

export const lanternTimeline: TimelineView = {
  view: 'timeline',
  file: 'project',
  entry: { uri: projectUri, path: [] },
  title: 'Parts on the van',
  goals: [{ entry: goalPath('first-visit-fix'), title: 'Fix the fault on the first visit' }],
  facts: [
    { label: 'Health', value: 'At risk', state: 'at-risk' },
    { label: 'Forecast finish', value: '10 Nov', note: '2 d after the deadline', state: 'off-track' },
    { label: 'P80 finish', value: '19 Nov' },
    { label: 'Progress', value: '44 %', note: 'plan 51 %' },
    { label: 'Critical path', value: '4 items', note: '0 d float' },
  ],
  today: '2026-09-16',
  window: { start: '2026-08-03', end: '2026-11-19' },
  daysOff: [6, 7],
  holidays: [],
  rows: [
    row(['discovery'], 'Discovery', ['2026-08-03', '2026-08-21'], {
      kind: 'group',
      state: 'done',
      progress: 1,
      label: '100 %',
    }),
    row(['discovery', 'ride-along'], 'Ride along with six technicians', ['2026-08-03', '2026-08-12'], {
      state: 'done',
      progress: 1,
      ...dana,
    }),
    row(['discovery', 'measure-stock'], "Measure today's van stock", ['2026-08-06', '2026-08-21'], {
      state: 'done',
      progress: 1,
      ...erik,
      baseline: { start: '2026-08-06', end: '2026-08-19' },
    }),
    row(['stock-model'], 'Stock model', ['2026-08-24', '2026-09-25'], {
      kind: 'group',
      state: 'in-progress',
      progress: 0.52,
      label: '52 %',
    }),
    row(['stock-model', 'stock-rules'], 'Stock rules for each lift type', ['2026-08-24', '2026-09-04'], {
      state: 'done',
      progress: 1,
      ...dana,
      baseline: { start: '2026-08-20', end: '2026-09-02' },
    }),
    row(['stock-model', 'forecast'], 'Forecast from fault history', ['2026-09-07', '2026-09-25'], {
      state: 'in-progress',
      progress: 0.45,
      ...dana,
      critical: true,
      label: 'critical',
      baseline: { start: '2026-09-03', end: '2026-09-18' },
    }),
    row(['stock-model', 'price-feed'], 'Supplier price feed', ['2026-09-09', '2026-09-23'], {
      state: 'in-progress',
      progress: 0.3,
      owner: 'Kinto AG',
      floatEnd: '2026-10-09',
      label: '12 d float',
    }),
    {
      ...row(['stock-list-agreed'], 'Stock list agreed', [undefined, '2026-09-28'], {
        kind: 'milestone',
        depth: 2,
        ...alice,
        critical: true,
        label: '28 Sep, 5 d after the plan',
        baseline: { start: '2026-09-21', end: '2026-09-21' },
      }),
      entry: { uri: projectUri, path: ['milestones', 'stock-list-agreed'] },
    },
    row(['van-app'], 'Van app', ['2026-09-28', '2026-10-22'], {
      kind: 'group',
      state: 'todo',
      progress: 0,
      label: '0 %',
    }),
    row(['van-app', 'scan-parts'], 'Scan parts in and out', ['2026-09-29', '2026-10-13'], {
      state: 'todo',
      progress: 0,
      ...erik,
      critical: true,
      baseline: { start: '2026-09-22', end: '2026-10-06' },
    }),
    row(['van-app', 'low-stock'], 'Low-stock alert', ['2026-09-30', '2026-10-07'], {
      state: 'todo',
      ...chika,
      floatEnd: '2026-10-22',
      label: '12 d float',
    }),
    row(['van-app', 'offline-sync'], 'Offline sync of the stock', ['2026-10-14', '2026-10-26'], {
      state: 'todo',
      ...erik,
      critical: true,
      p80: '2026-11-03',
      label: 'P80 3 Nov',
    }),
    row(['van-app', 'rename-states'], 'Rename states in the export', ['2026-10-08', '2026-10-12'], {
      state: 'todo',
      ...chika,
      unlinked: true,
      label: 'no goal',
    }),
    row(['roll-out'], 'Roll-out', ['2026-10-27', '2026-11-09'], {
      kind: 'group',
      state: 'todo',
      progress: 0,
      label: '0 %',
    }),
    row(['roll-out', 'pilot'], 'Pilot in two depots', ['2026-10-27', '2026-11-09'], {
      state: 'todo',
      ...ben,
      critical: true,
    }),
    {
      ...row(['all-vans-stocked'], 'All vans stocked', [undefined, '2026-11-10'], {
        kind: 'milestone',
        ...ben,
        critical: true,
        deadline: '2026-11-06',
        p80: '2026-11-19',
        label: 'P80 19 Nov',
      }),
      entry: { uri: projectUri, path: ['milestones', 'all-vans-stocked'] },
    },
  ],
  links: [
    { from: 'measure-stock', to: 'stock-rules', type: 'FS' },
    { from: 'stock-rules', to: 'forecast', type: 'FS' },
    { from: 'forecast', to: 'stock-list-agreed', type: 'FS', critical: true },
    { from: 'stock-list-agreed', to: 'scan-parts', type: 'FS', critical: true },
    { from: 'scan-parts', to: 'offline-sync', type: 'FS', critical: true },
    { from: 'offline-sync', to: 'pilot', type: 'FS', critical: true },
    { from: 'pilot', to: 'all-vans-stocked', type: 'FS', critical: true },
  ],
};
