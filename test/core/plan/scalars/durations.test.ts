import assert from 'node:assert/strict';
import { parseDuration } from '../../../../src/core/plan/scalars/duration';
import { parseEstimate } from '../../../../src/core/plan/scalars/estimate';
import { formatDuration, writeDuration } from '../../../../src/core/plan/scalars/index';
import { parseSize } from '../../../../src/core/plan/scalars/size';
import { itSuggests, problemOf, suggestionsOf, valueOf } from './expectations';

describe('a duration', () => {
  const durations: Readonly<Record<string, readonly [number, string, boolean, string]>> = {
    '6h': [6, 'h', false, '6 hours'],
    '1d': [1, 'd', false, '1 day'],
    '2w': [2, 'w', false, '2 weeks'],
    '1.5mo': [1.5, 'mo', false, '1.5 months'],
    '6ed': [6, 'd', true, '6 elapsed days'],
    '1ew': [1, 'w', true, '1 elapsed week'],
    '0d': [0, 'd', false, '0 days'],
  };
  for (const [text, [amount, unit, elapsed, words]] of Object.entries(durations)) {
    it(`reads ${text}`, () => {
      const duration = valueOf(parseDuration(text));
      assert.deepEqual(duration, { amount, unit, elapsed });
      assert.equal(formatDuration(duration), words);
      assert.equal(writeDuration(duration), text);
    });
  }

  it('writes no exponents and no rounding errors', () => {
    assert.equal(writeDuration({ amount: 0.1 + 0.2, unit: 'd', elapsed: false }), '0.3d');
    assert.equal(writeDuration({ amount: 1e-9, unit: 'd', elapsed: false }), '0d');
    assert.equal(writeDuration({ amount: 100, unit: 'd', elapsed: false }), '100d');
  });

  it('needs its unit, and does not guess it', () => {
    assert.match(
      problemOf(parseDuration('5')).message,
      /lacks its unit\. Write 5h for hours, 5d for days, 5w for weeks or 5mo/,
    );
    assert.deepEqual(suggestionsOf(parseDuration('5')), []);
  });

  it('is neither negative nor longer than a hundred years', () => {
    assert.match(problemOf(parseDuration('-3d')).message, /is negative/);
    assert.match(problemOf(parseDuration('1000000mo')).message, /longer than a hundred years/);
    assert.match(problemOf(parseDuration(`${'9'.repeat(100)}d`)).message, /longer than a hundred years/);
    assert.equal(parseDuration('1200mo').ok, true);
  });

  it('has one unit', () => {
    for (const text of ['1w 2d', '1w2d', '2d 4h'])
      assert.match(problemOf(parseDuration(text)).message, /several units/);
  });

  it('says that m is months or minutes', () => {
    assert.match(problemOf(parseDuration('30m')).message, /may be months or minutes/);
  });

  itSuggests(parseDuration, {
    '5 d': ['5d'],
    '5 days': ['5d'],
    '5D': ['5d'],
    '1 day': ['1d'],
    '2 weeks': ['2w'],
    '2wks': ['2w'],
    '3 hrs': ['3h'],
    '1 month': ['1mo'],
    '1 year': ['12mo'],
    '1,5d': ['1.5d'],
    '.5d': ['0.5d'],
    '1,000h': ['1000h', '1h'],
    '2m': ['2mo'],
    '30m': ['0.5h', '30mo'],
    '90 minutes': ['1.5h'],
    '20 min': [],
    '5 working days': ['5d'],
    '5 person-days': ['5d'],
    '5 calendar days': ['5ed'],
    '5 elapsed days': ['5ed'],
    '5ED': ['5ed'],
    P5D: ['5d'],
    PT90M: ['1.5h'],
    P2M: ['2mo'],
    ' 5d': ['5d'],
    '1e3d': [],
    'five days': [],
    '5 d d': [],
  });
});

describe('an estimate', () => {
  it('is a duration', () => {
    assert.deepEqual(valueOf(parseEstimate('5d')), { amount: 5, unit: 'd', elapsed: false });
  });

  it('says where a size belongs', () => {
    assert.match(problemOf(parseEstimate('M')).message, /is a size\. Write it under the key `size` \(size: M\)/);
  });

  it('says what points lack, and how a range is written', () => {
    assert.match(problemOf(parseEstimate('5 story points')).message, /say nothing about time/);
    for (const text of ['3d-5d', '3-5d', '3d to 5d', '3d..5d']) {
      assert.match(problemOf(parseEstimate(text)).message, /optimistic: 3d, likely: 5d, pessimistic: 12d/);
    }
  });

  itSuggests(parseEstimate, { '5 days': ['5d'], '8': [], '5 points': [] });
});

describe('a size', () => {
  it('is one of five', () => {
    assert.deepEqual(
      ['XS', 'S', 'M', 'L', 'XL'].map((text) => valueOf(parseSize(text))),
      ['XS', 'S', 'M', 'L', 'XL'],
    );
    assert.match(problemOf(parseSize('Q')).message, /The sizes are XS, S, M, L, XL/);
  });

  itSuggests(parseSize, {
    xs: ['XS'],
    medium: ['M'],
    'Extra Large': ['XL'],
    'x-large': ['XL'],
    XXL: ['XL'],
    '7': [],
    constructor: [],
  });
});
