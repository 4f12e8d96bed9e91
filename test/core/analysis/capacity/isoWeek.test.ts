import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateOf, firstDay, lastDay, weekdayOf } from '../../../../src/core/analysis/calendar';
import { mondayOf, weekName } from '../../../../src/core/analysis/capacity/isoWeek';
import { day } from '../calendar/days';

describe('ISO weeks', () => {
  it('belong to the year of their Thursday', () => {
    const name = (text: string): string => weekName(mondayOf(day(text)));
    assert.equal(name('2026-09-02'), '2026-W36');
    assert.equal(name('2026-01-01'), '2026-W01');
    assert.equal(name('2025-12-29'), '2026-W01');
    assert.equal(name('2025-12-28'), '2025-W52');
    assert.equal(name('2027-01-03'), '2026-W53');
    assert.equal(name('2027-01-04'), '2027-W01');
  });

  it('are those of Temporal, on all days of a plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (one) => {
        const date = dateOf(one);
        const monday = mondayOf(one);
        assert.equal(weekdayOf(monday), 1);
        assert.ok(monday <= one && one < monday + 7);
        assert.equal(weekName(monday), `${date?.yearOfWeek}-W${String(date?.weekOfYear).padStart(2, '0')}`);
      }),
    );
  });
});
