import type { RiskRow, RisksView } from '../../../src/core/views/risksModel';
import { lanternTimeline, projectUri } from './lantern';

const entry = (id: string): RiskRow['entry'] => ({ uri: projectUri, path: ['risks', id] });

/** The risks of the design's project. */
export const lanternRisks: RisksView = {
  view: 'risks',
  file: 'project',
  entry: { uri: projectUri, path: [] },
  title: lanternTimeline.title,
  goals: lanternTimeline.goals,
  facts: [
    { label: 'Open risks', value: '3', note: '1 without an answer', state: 'at-risk' },
    { label: 'Expected cost', value: '15,300 EUR', note: '96 % of the contingency' },
  ],
  probabilities: [
    { level: 'high', text: 'from 55 %' },
    { level: 'medium', text: 'from 25 %' },
    { level: 'low', text: 'below 25 %' },
  ],
  impacts: [
    { level: 'low', text: 'below 10 % of budget or 5 % of time' },
    { level: 'medium', text: 'from 10 % of budget or 5 % of time' },
    { level: 'high', text: 'from 20 % of budget or 10 % of time' },
  ],
  unplaced: '1 risk is not in the matrix, for want of a probability',
  risks: [
    {
      entry: entry('scanners'),
      number: 1,
      title: 'Scanners come late',
      state: { kind: 'todo', text: 'Open' },
      probability: 'High, 70 %',
      impacts: ['9,000 EUR', '2 weeks'],
      exposure: '6,300 EUR, 7 d',
      share: 1,
      place: { probability: 'high', impact: 'high' },
      severity: 'high',
      response: 'Mitigate',
      plan: 'Borrow ten from the Hamburg depot',
      owner: 'Ben Ortiz',
    },
    {
      entry: entry('union'),
      number: 2,
      title: 'Technicians refuse to count',
      state: { kind: 'todo', text: 'Open' },
      probability: 'Low, 10 %',
      impacts: ['1 week'],
      exposure: '4 h',
      share: 0.07,
      place: { probability: 'low', impact: 'medium' },
      severity: 'low',
      response: 'Accept',
    },
    {
      entry: entry('phones'),
      number: 3,
      title: 'Old phones cannot run the app',
      state: { kind: 'at-risk', text: 'No answer yet' },
      impacts: [],
      unanswered: true,
    },
    { entry: entry('kassel'), title: 'The Kassel depot moves', state: { kind: 'done', text: 'Closed' }, impacts: [] },
  ],
};
