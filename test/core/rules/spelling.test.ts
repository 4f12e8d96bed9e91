import assert from 'node:assert/strict';
import { isSameButSpelling } from '../../../src/core/rules/structure/spelling';

describe('two spellings', () => {
  for (const [one, other] of [
    ['dependsOn', 'depends_on'],
    ['Depends on', 'depends_on'],
    ['IN_PROGRESS', 'in-progress'],
    ['1000 eur', '1000 EUR'],
    ['2026-q3', '2026-Q3'],
  ] as const) {
    it(`of the same: ${one} and ${other}`, () => {
      assert.ok(isSameButSpelling(one, other));
    });
  }

  for (const [one, other] of [
    ['taget', 'target'],
    ['wip', 'in-progress'],
    ['-5%', '5%'],
    ['2026-1-12', '2026-11-2'],
    ['12 d', '12d'],
  ] as const) {
    it(`of different things: ${one} and ${other}`, () => {
      assert.ok(!isSameButSpelling(one, other));
    });
  }
});
