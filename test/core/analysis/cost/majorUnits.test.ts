import assert from 'node:assert/strict';
import fc from 'fast-check';
import { majorUnits } from '../../../../src/core/analysis/cost/majorUnits';
import { minorDigits } from '../../../../src/core/plan/scalars/currency';
import { readMoney } from '../../../../src/core/plan/scalars/money';

describe('an amount in major units', () => {
  it('has the digits of its currency', () => {
    assert.equal(majorUnits(120_050, 'EUR'), 1_200.5);
    assert.equal(majorUnits(1_200, 'JPY'), 1_200);
    assert.equal(majorUnits(-1_234, 'KWD'), -1.234);
    assert.equal(majorUnits(12_345, 'CLF'), 1.2345);
    assert.equal(majorUnits(0, 'EUR'), 0);
  });

  it('is written as what it was read from, to 15 digits', () => {
    const amounts = fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 });
    fc.assert(
      fc.property(amounts, fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'), (minor, currency) => {
        const text = majorUnits(minor, currency).toFixed(minorDigits(currency));
        assert.equal(readMoney(`${text} ${currency}`)?.minor, minor);
        const shortest = JSON.stringify(majorUnits(minor, currency));
        assert.equal(Number(shortest).toFixed(minorDigits(currency)), text);
        assert.ok(/^-?\d+(\.\d{1,4})?$/.test(shortest), shortest);
      }),
    );
  });
});
