import assert from 'node:assert/strict';
import { startOf } from '../../../../src/core/analysis/calendar';
import { criticalLength } from '../../../../src/core/analysis/schedule/criticalLength';
import { date } from '../calendar/days';
import { analysisOf } from './scheduleFrom';

/** In working days, from a day on. */
function daysLeft(yaml: string, today = '2026-05-04'): number | undefined {
  const analysis = analysisOf({ 'p.project.yaml': `project: P\nstart: 2026-05-04\n${yaml}` }, today);
  const [file] = analysis.plan.projects;
  assert.ok(file);
  const minutes = criticalLength(analysis.schedule, file, startOf(date(today)) ?? NaN);
  return minutes === undefined ? undefined : minutes / 480;
}

describe('the length of a critical path', () => {
  const chain = `items:
  a: { title: A, estimate: 5d, assignees: ann }
  b: { title: B, estimate: 3d, depends_on: a }
  c: { title: C, estimate: 4d, assignees: ann }
`;

  it('is that of the longest path, whoever is free', () => {
    assert.equal(daysLeft(chain), 8);
    assert.equal(daysLeft(chain.replace('depends_on: a', 'depends_on: a FS+2d')), 10);
  });

  it('is counted from today, or from the first work where that is later', () => {
    assert.equal(daysLeft(chain, '2026-04-20'), 8);
    assert.equal(
      daysLeft(chain.replace('estimate: 5d', 'estimate: 5d, start: 2026-05-04, progress: 40%'), '2026-05-06'),
      6,
    );
  });

  it('leaves out what is done, dropped or unknown', () => {
    assert.equal(daysLeft('items: { a: { title: A, status: done, finished: 2026-05-01 } }'), undefined);
    assert.equal(daysLeft('items: { a: { title: A, estimate: 5d, status: dropped } }'), undefined);
    assert.equal(daysLeft('items: { a: { title: A, estimate: 5d }, b: B }'), 5);
    assert.equal(daysLeft('items: { b: B }'), undefined);
  });
});
