import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shiftedPeriod as written } from '../../src/core/features/moves/periodMove';
import { readPeriod, writeDate } from '../../src/core/plan/scalars';
import { shiftedPeriod } from '../../src/preview/periodText';

const two = (number: number): string => String(number).padStart(2, '0');

const periods = fc
  .record({ year: fc.integer({ min: 1990, max: 2090 }), part: fc.integer({ min: 0, max: 51 }), kind: fc.nat(5) })
  .map(({ year, part, kind }) => {
    const parts = [
      `${String(year)}-${two((part % 12) + 1)}-${two((part % 28) + 1)}`,
      `${String(year)}-W${two(part + 1)}`,
      `${String(year)}-${two((part % 12) + 1)}`,
      `${String(year)}-Q${String((part % 4) + 1)}`,
      `${String(year)}-H${String((part % 2) + 1)}`,
      String(year),
    ];
    return parts[kind] ?? String(year);
  });

describe('a period on the move', () => {
  it('is shown as what is written into the source, whatever its kind', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -60, max: 60 }), (text, steps) => {
        const period = readPeriod(text);
        assert.ok(period, text);
        const { unit, first, last } = period;
        const shown = shiftedPeriod({ unit, start: writeDate(first), end: writeDate(last) }, steps);
        assert.equal(shown.text, written(period, steps));
        const next = readPeriod(shown.text);
        assert.deepEqual(next && [writeDate(next.first), writeDate(next.last)], [shown.start, shown.end]);
      }),
    );
  });
});
