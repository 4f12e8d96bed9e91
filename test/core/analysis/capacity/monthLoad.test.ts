import assert from 'node:assert/strict';
import { monthLoad } from '../../../../src/core/analysis/capacity/monthLoad';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import { date } from '../calendar/days';
import { analysisOf, monday } from '../schedule/scheduleFrom';
import { loadOf } from './loads';

/** A month as days of demand and capacity: `3/20`. */
function monthOf(analysis: PlanAnalysis, person: string, day: string): string {
  const { demand, capacity } = monthLoad(loadOf(analysis, person), date(day));
  const days = (minutes: number | undefined): string => (minutes === undefined ? '-' : String(minutes / 480));
  return `${days(demand)}/${days(capacity)}`;
}

describe('the load of a month', () => {
  const files = {
    '.throughline.yaml': `people:
  ana: { name: Ana, capacity: 50%, away: 2026-05-14..2026-05-15 }
  kit: { name: Kit, kind: team }
  lee: { name: Lee }
`,
    'p.project.yaml': `project: P
start: 2026-05-04
items:
  long: { title: Long, start: 2026-05-27, end: 2026-06-03, assignees: { ana: 50%, kit: 100% } }
`,
  };

  // May 2026 has 21 working days, June 22. The work takes three days of May (27 to 29) and three of June.
  it('has the days of the month alone, of weeks that two months share too', () => {
    const analysis = analysisOf(files, monday);
    // At half of Ana's half a day; of her 21 days in May she is away for two.
    assert.equal(monthOf(analysis, 'ana', '2026-05-04'), '0.75/9.5');
    assert.equal(monthOf(analysis, 'ana', '2026-06-30'), '0.75/11');
  });

  it('has no capacity of a team', () => {
    assert.equal(monthOf(analysisOf(files, monday), 'kit', '2026-05-31'), '3/-');
  });

  it('asks nothing of somebody without work', () => {
    const analysis = analysisOf(files, monday);
    assert.equal(monthOf(analysis, 'lee', '2026-05-04'), '0/21');
    assert.deepEqual(monthLoad(loadOf(analysis, 'lee'), date('2026-05-04')).bookings, []);
    assert.equal(monthOf(analysis, 'ana', '2026-07-04'), '0/11.5');
  });

  it('says what is behind it', () => {
    const analysis = analysisOf(files, monday);
    const behind = (day: string): readonly string[] =>
      monthLoad(loadOf(analysis, 'ana'), date(day)).bookings.map(({ item }) => item.id);
    assert.deepEqual([behind('2026-05-01'), behind('2026-06-01'), behind('2026-07-01')], [['long'], ['long'], []]);
  });
});
