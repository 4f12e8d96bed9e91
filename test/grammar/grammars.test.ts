import assert from 'node:assert/strict';
import { isCurrency } from '../../src/core/plan/scalars/currency';
import values from '../../syntaxes/throughline.injection.tmLanguage.json';
import flowValues from '../../syntaxes/throughline.flow.injection.tmLanguage.json';

/** The codes of the alternation in the rule for money. */
function currenciesOf(match: string): string[] {
  return /\(\(\?:([A-Z|]+)\)/.exec(match)?.[1]?.split('|') ?? [];
}

describe('the grammars', () => {
  it('know the currencies that the parser knows', () => {
    const codes = currenciesOf(values.repository.money.match);
    assert.ok(codes.length > 150);
    assert.deepEqual(codes.filter((code) => !isCurrency(code)), []);
    const known = Intl.supportedValuesOf('currency').filter(isCurrency);
    assert.deepEqual(known.filter((code) => !codes.includes(code)), []);
  });

  it('take the same values in flow collections as in block style', () => {
    const names = ['period', 'duration', 'percent', 'money'] as const;
    for (const name of names) {
      // A rule is what may come before, the value in the first group, and what may come after.
      const value = (match: string): string => match.slice(match.search(/\((?!\?)/), match.lastIndexOf('(?='));
      assert.equal(value(flowValues.repository[name].match), value(values.repository[name].match));
      assert.ok(value(values.repository[name].match).length > 10);
    }
  });
});
