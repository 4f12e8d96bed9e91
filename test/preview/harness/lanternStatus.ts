import type { StatusView } from '../../../src/core/views/statusModel';
import { lanternTimeline, projectUri } from './lantern';

const entry = (...path: readonly string[]): StatusView['entry'] => ({ uri: projectUri, path });

/** The status of the design's project. */
export const lanternStatus: StatusView = {
  view: 'status',
  file: 'project',
  entry: { uri: projectUri, path: [] },
  title: lanternTimeline.title,
  goals: lanternTimeline.goals,
  facts: [
    { label: 'Health', value: 'At risk', state: 'at-risk', note: 'in execution' },
    { label: 'Last update', value: '11 Sep', note: '5 days ago' },
  ],
  constraints: [
    {
      kind: 'scope',
      title: 'Scope',
      entry: entry('items'),
      state: { kind: 'on-track', text: 'On track' },
      value: '44 % done',
      note: '5 of 12 items',
      progress: 0.44,
      details: ['51 % planned by today'],
    },
    {
      kind: 'time',
      title: 'Time',
      entry: entry('end'),
      state: { kind: 'at-risk', text: 'At risk' },
      value: '10 Nov',
      note: 'planned, 2 d late',
      details: ['Finishes 2 working days after its end'],
    },
    {
      kind: 'cost',
      title: 'Cost',
      entry: entry('budget'),
      state: { kind: 'off-track', text: 'Off track' },
      value: '58,000 EUR spent',
      note: '48 % of 120,000 EUR',
      progress: 0.48,
      details: ['Is going to cost 126 % of its budget (CPI 0.79)'],
    },
  ],
  attention: [
    {
      entry: entry('issues', 'battery'),
      kind: 'Issue',
      title: "The scanners' batteries last four hours",
      state: { kind: 'off-track', text: 'Overdue' },
      text: 'due 14 Sep, 2 days overdue',
      owner: 'Ben Ortiz',
    },
    {
      entry: entry('risks', 'phones'),
      kind: 'Risk',
      title: 'Old phones cannot run the app',
      state: { kind: 'at-risk', text: 'Risk' },
      text: 'severity high, no answer yet',
    },
  ],
  moreAttention: 2,
  milestones: [
    {
      entry: entry('milestones', 'list-agreed'),
      title: 'Stock list agreed',
      state: { kind: 'off-track', text: 'Late' },
      date: '28 Sep',
      late: '5 d late',
    },
  ],
  updates: [
    {
      entry: entry('status_updates', '0'),
      date: '11 Sep',
      when: '5 days ago',
      by: 'Alice Ng',
      state: { kind: 'at-risk', text: 'At risk' },
      summary: 'The price feed is blocked by the new contract.',
      done: ['Stock rules for each lift type'],
      next: ['Forecast from fault history'],
    },
  ],
  report: {
    title: 'Parts on the van: status on 16 September 2026',
    sections: [
      { title: 'Health', lines: ['At risk'] },
      { title: 'Next', lines: ['Scan parts in and out, from 28 Sep', 'Low-stock alert, from 29 Sep'] },
    ],
  },
};
