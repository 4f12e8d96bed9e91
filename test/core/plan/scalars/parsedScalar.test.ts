import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsedScalar, scalarParsers, type ScalarName } from '../../../../src/core/plan/scalars';

const names = Object.keys(scalarParsers) as ScalarName[];
const texts = [
  ...['', '5d', '1.5w', '6ed', '2026-05-04', '2026-02-30', '2026-Q3', '40%', '140%', 'M', 'm', '100 EUR', '90 EUR/h'],
  ...['high', 'item-1', 'item-1 SS+2d', 'constructor', '__proto__', 'DE', 'yes', '12', 'a text that is not kept'],
];

describe('a scalar of which the reading is kept', () => {
  it('is read as it was at first, whatever has been read in between', () => {
    const asked = fc.tuple(
      fc.constantFrom(...names),
      fc.oneof(fc.constantFrom(...texts), fc.string({ maxLength: 14 })),
    );
    fc.assert(
      fc.property(fc.array(asked, { minLength: 1, maxLength: 40 }), (all) => {
        for (const [name, text] of all) assert.deepEqual(parsedScalar(name, text), scalarParsers[name](text));
      }),
    );
  });

  it('is read again after more texts than are kept', () => {
    for (let days = 0; days < 5000; days++) {
      const text = `${String(days)}d`;
      assert.deepEqual(parsedScalar('duration', text), scalarParsers.duration(text));
    }
    assert.deepEqual(parsedScalar('duration', '5d'), scalarParsers.duration('5d'));
  });
});
