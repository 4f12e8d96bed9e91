import assert from 'node:assert/strict';
import { isCurrency, minorDigits, parseCurrency } from '../../../../src/core/plan/scalars/currency';
import { parseImpact } from '../../../../src/core/plan/scalars/impact';
import { formatImpact, formatMoney, formatRate, writeMoney, writeRate } from '../../../../src/core/plan/scalars/index';
import { parseMoney } from '../../../../src/core/plan/scalars/money';
import { parseRate } from '../../../../src/core/plan/scalars/rate';
import { blamed, itSuggests, problemOf, suggestionsOf, valueOf } from './expectations';

describe('money', () => {
  const amounts: Readonly<Record<string, readonly [number, string, string]>> = {
    '120000 EUR': [12_000_000, 'EUR', '120,000 EUR'],
    '99.5 USD': [9950, 'USD', '99.50 USD'],
    '0.05 EUR': [5, 'EUR', '0.05 EUR'],
    '-500 EUR': [-50_000, 'EUR', '-500 EUR'],
    '-0.05 EUR': [-5, 'EUR', '-0.05 EUR'],
    '1200 JPY': [1200, 'JPY', '1,200 JPY'],
    '1.234 BHD': [1234, 'BHD', '1.234 BHD'],
    '1.5 CLF': [15_000, 'CLF', '1.5000 CLF'],
    '0 EUR': [0, 'EUR', '0 EUR'],
    '-0 EUR': [0, 'EUR', '0 EUR'],
    '1200  EUR': [120_000, 'EUR', '1,200 EUR'],
  };
  for (const [text, [minor, currency, words]] of Object.entries(amounts)) {
    it(`reads ${text} as ${String(minor)} minor units`, () => {
      const money = valueOf(parseMoney(text));
      assert.deepEqual(money, { minor, currency, text });
      assert.ok(!Object.is(money.minor, -0));
      assert.equal(formatMoney(money), words);
    });
  }

  it('writes what it reads', () => {
    for (const text of ['120000 EUR', '99.50 USD', '-0.05 EUR', '1234567 JPY', '1234567.891 BHD']) {
      assert.equal(writeMoney(valueOf(parseMoney(text))), text);
    }
  });

  it('counts exactly, or not at all', () => {
    assert.equal(valueOf(parseMoney('90071992547409.91 EUR')).minor, Number.MAX_SAFE_INTEGER);
    assert.match(problemOf(parseMoney('90071992547409.92 EUR')).message, /more than can be counted exactly/);
  });

  it('points at a currency that does not exist, and names the nearest', () => {
    assert.equal(blamed('1200 EUX', parseMoney('1200 EUX')), 'EUX');
    assert.match(problemOf(parseMoney('1200 EUX')).message, /`EUX` is not a currency of ISO 4217/);
  });

  it('says that a currency no longer exists', () => {
    assert.match(problemOf(parseMoney('1200 DEM')).message, /was the German mark, which no longer exists/);
    assert.deepEqual(suggestionsOf(parseMoney('1200 DEM')), []);
  });

  it('takes no more decimals than the currency has', () => {
    assert.match(problemOf(parseMoney('12.345 EUR')).message, /has more decimals than EUR has, which is at most 2/);
    assert.match(problemOf(parseMoney('12.3 JPY')).message, /which is none/);
    assert.equal(blamed('12.345 EUR', parseMoney('12.345 EUR')), '12.345');
  });

  it('asks for the currency where there is none', () => {
    assert.match(problemOf(parseMoney('1200')).message, /lacks its currency/);
  });

  itSuggests(parseMoney, {
    '€1200': ['1200 EUR'],
    '1200€': ['1200 EUR'],
    'EUR 1200': ['1200 EUR'],
    '1200EUR': ['1200 EUR'],
    '1200 eur': ['1200 EUR'],
    '1200 euros': ['1200 EUR'],
    '1,200 EUR': ['1200 EUR'],
    '1,200.50 EUR': ['1200.50 EUR'],
    '1.200,50 EUR': ['1200.50 EUR'],
    '1.200 EUR': ['1200 EUR', '1.20 EUR'],
    '1 200 EUR': ['1200 EUR'],
    "1'200.50 CHF": ['1200.50 CHF'],
    '1200,- EUR': ['1200 EUR'],
    '12,5 EUR': ['12.5 EUR'],
    '1,234 BHD': ['1234 BHD', '1.234 BHD'],
    '12,00,000 INR': ['1200000 INR'],
    '50k EUR': ['50000 EUR'],
    '€1.5M': ['1500000 EUR'],
    '1.5 million USD': ['1500000 USD'],
    '120 TEUR': ['120000 EUR'],
    $500: ['500 USD'],
    'US$ 5,000': ['5000 USD'],
    '¥500': ['500 JPY', '500 CNY'],
    '100 kr': ['100 SEK', '100 NOK', '100 DKK'],
    '-€500': ['-500 EUR'],
    '1200 EUX': ['1200 EUR'],
    '1200 ERU': ['1200 EUR'],
    '12.345 EUR': ['12345 EUR'],
    '12.500 JPY': ['12500 JPY'],
    '12.0 JPY': ['12 JPY'],
    '5 apples': [],
    '5 constructor': [],
    cheap: [],
  });
});

describe('the currencies', () => {
  it('have the decimals of ISO 4217, whatever the host thinks', () => {
    assert.deepEqual(['EUR', 'HUF', 'IDR', 'JPY', 'BHD', 'CLF'].map(minorDigits), [2, 2, 2, 0, 3, 4]);
  });

  it('include what this host knows to be in use', () => {
    const unknown = Intl.supportedValuesOf('currency').filter((code) => !isCurrency(code));
    // Bond market unit of the ALBA: no plan is in it.
    assert.deepEqual(
      unknown,
      unknown.filter((code) => code === 'XSU'),
    );
  });

  itSuggests(parseCurrency, { eur: ['EUR'], '€': ['EUR'], EUX: ['EUR'], DEM: [], nothing: [] });
});

describe('a rate', () => {
  it('is money for each hour, day, week or month', () => {
    for (const [text, words] of Object.entries({
      '650 EUR/d': '650 EUR a day',
      '80.50 USD/h': '80.50 USD an hour',
      '3000 EUR/w': '3,000 EUR a week',
      '9000 EUR/mo': '9,000 EUR a month',
    })) {
      const rate = valueOf(parseRate(text));
      assert.equal(formatRate(rate), words);
      assert.equal(writeRate(rate), text);
    }
  });

  it('says what is missing', () => {
    assert.match(problemOf(parseRate('650 EUR')).message, /lacks its unit of time/);
    assert.match(problemOf(parseRate('650/d')).message, /lacks its currency/);
    assert.equal(blamed('650/d', parseRate('650/d')), '650');
    assert.match(problemOf(parseRate('-650 EUR/d')).message, /is negative/);
    assert.match(problemOf(parseRate('120000 EUR/year')).message, /is a rate for a year/);
  });

  it('points at the wrong currency', () => {
    assert.equal(blamed('650 EUX/d', parseRate('650 EUX/d')), 'EUX');
  });

  itSuggests(parseRate, {
    '650 EUR/day': ['650 EUR/d'],
    '650 EUR / d': ['650 EUR/d'],
    '650 EUR per day': ['650 EUR/d'],
    '650 EUR a day': ['650 EUR/d'],
    'EUR 650/d': ['650 EUR/d'],
    '€650/day': ['650 EUR/d'],
    '80 USD hourly': ['80 USD/h'],
    '1,200 EUR/d': ['1200 EUR/d'],
    '650 eur/d': ['650 EUR/d'],
    '650 EUX/d': ['650 EUR/d'],
    '650/d': [],
    '650 EUR': [],
  });
});

describe('an impact', () => {
  it('is money or a duration', () => {
    const money = valueOf(parseImpact('20000 EUR'));
    const time = valueOf(parseImpact('2w'));
    assert.deepEqual([money.kind, formatImpact(money)], ['money', '20,000 EUR']);
    assert.deepEqual([time.kind, formatImpact(time)], ['duration', '2 weeks']);
  });

  it('speaks of the one of the two that is meant', () => {
    assert.match(problemOf(parseImpact('20k EUR')).message, /not an amount of money/);
    assert.match(problemOf(parseImpact('2 weeks')).message, /not a duration/);
    assert.match(problemOf(parseImpact('high')).message, /what the risk would cost, in money or in time/);
    assert.equal(blamed('20000 EUX', parseImpact('20000 EUX')), 'EUX');
  });

  itSuggests(parseImpact, { '20k EUR': ['20000 EUR'], '2 weeks': ['2w'], high: [], '20000': [], ' 2w': ['2w'] });
});
