import assert from 'node:assert/strict';
import { formatPercent, formatQuantity, probabilityLevels } from '../../../../src/core/plan/scalars/index';
import { parseBoolean } from '../../../../src/core/plan/scalars/boolean';
import { parseNumber } from '../../../../src/core/plan/scalars/number';
import { parsePercent } from '../../../../src/core/plan/scalars/percent';
import { parseProbability } from '../../../../src/core/plan/scalars/probability';
import { parseQuantity } from '../../../../src/core/plan/scalars/quantity';
import { itSuggests, problemOf, valueOf } from './expectations';

describe('a percentage', () => {
  it('is a number from 0 to 100 with the sign', () => {
    assert.deepEqual(
      ['0%', '60%', '12.5%', '100%', '100.0%'].map((text) => valueOf(parsePercent(text))),
      [0, 60, 12.5, 100, 100],
    );
    assert.equal(formatPercent(12.5), '12.5%');
    assert.equal(formatPercent(100), '100%');
  });

  it('says which bound is crossed', () => {
    assert.match(problemOf(parsePercent('110%')).message, /is more than 100%/);
    assert.match(problemOf(parsePercent('100.1%')).message, /is more than 100%/);
    assert.match(problemOf(parsePercent('-5%')).message, /is less than 0%/);
  });

  itSuggests(parsePercent, {
    '60': ['60%'],
    '60 %': ['60%'],
    '60％': ['60%'],
    '60 percent': ['60%'],
    '12,5%': ['12.5%'],
    '.5%': ['0.5%'],
    '0.6': ['60%', '0.6%'],
    '1': ['1%', '100%'],
    '110%': [],
    '110': [],
    '-5': [],
    half: [],
  });
});

describe('a number', () => {
  it('is what YAML 1.2 takes for one', () => {
    assert.deepEqual(
      ['3', '-0.25', '+4', '.5', '5.', '1e3', '0x1F', '0o17'].map((text) => valueOf(parseNumber(text))),
      [3, -0.25, 4, 0.5, 5, 1000, 31, 15],
    );
    assert.ok(Object.is(valueOf(parseNumber('-0')), 0));
  });

  it('is finite', () => {
    for (const text of ['.inf', '.nan', '1e999', '9'.repeat(400)]) assert.equal(parseNumber(text).ok, false);
  });

  itSuggests(parseNumber, {
    '18,000': ['18000', '18.000'],
    '1.5M': ['1500000'],
    '1_000': ['1000'],
    '−3': ['-3'],
    '3 apples': [],
    '0x1G': [],
  });
});

describe('a quantity', () => {
  it('is a number with an optional unit', () => {
    const quantities = {
      '62%': [62, '%'],
      '4.2 s': [4.2, 's'],
      '4.2s': [4.2, 's'],
      '18000 users': [18000, 'users'],
      '-12': [-12, undefined],
      '3': [3, undefined],
      '1e3': [1000, undefined],
      '4.5/5': [4.5, '/5'],
      '20 active  users': [20, 'active users'],
      '5 M': [5, 'M'],
      '30 °C': [30, '°C'],
      '1200 €': [1200, '€'],
    } as const;
    for (const [text, [value, unit]] of Object.entries(quantities)) {
      assert.deepEqual(valueOf(parseQuantity(text)), unit === undefined ? { value } : { value, unit });
    }
  });

  it('is written as it is read', () => {
    for (const text of ['62%', '4.2 s', '18000 users', '-12', '4.5/5'])
      assert.equal(formatQuantity(valueOf(parseQuantity(text))), text);
  });

  it('is not cut out of something that goes on', () => {
    for (const text of ['3-5', '2026-09', '10:30', '18,000', '1.2.3', '0x1G', 'yes', ''])
      assert.equal(parseQuantity(text).ok, false, text);
  });

  itSuggests(parseQuantity, {
    '18k users': ['18000 users', '18 k users'],
    '5M': ['5000000', '5 M'],
    '1.5 million users': ['1500000 users'],
    '18,000 users': ['18000 users', '18.000 users'],
    '18 000 users': ['18000 users'],
    '4,2 s': ['4.2 s'],
    '< 200 ms': ['200 ms'],
    'at least 60%': ['60%'],
    $500: ['500 USD'],
    '€1.2M': ['1200000 EUR'],
    '.5 s': ['0.5 s'],
    many: [],
  });
});

describe('a probability', () => {
  it('is a percentage or a word for one', () => {
    assert.deepEqual(valueOf(parseProbability('35%')), { percent: 35 });
    assert.deepEqual(valueOf(parseProbability('high')), { percent: probabilityLevels.high, level: 'high' });
  });

  itSuggests(parseProbability, { '35': ['35%'], High: ['high'], likely: ['high'], certain: [], '150%': [] });
});

describe('yes or no', () => {
  it('is true or false', () => {
    assert.deepEqual(
      ['true', 'True', 'false'].map((text) => valueOf(parseBoolean(text))),
      [true, true, false],
    );
  });

  itSuggests(parseBoolean, { yes: ['true'], No: ['false'], on: ['true'], maybe: [] });
});
