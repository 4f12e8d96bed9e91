import assert from 'node:assert/strict';
import { parseAreaChange } from '../../../../src/core/plan/scalars/area-change';
import { parseEmail } from '../../../../src/core/plan/scalars/contact';
import { parseCountry } from '../../../../src/core/plan/scalars/country';
import { parseDependency } from '../../../../src/core/plan/scalars/dependency';
import { formatLag, idFrom, writeDependency } from '../../../../src/core/plan/scalars/index';
import { parseId } from '../../../../src/core/plan/scalars/id';
import { blamed, itSuggests, problemOf, valueOf } from './expectations';

describe('a dependency', () => {
  it('is finish to start without a lag where nothing is said', () => {
    assert.deepEqual(valueOf(parseDependency('spike')), {
      reference: 'spike',
      referenceSpan: { start: 0, end: 5 },
      type: 'FS',
    });
  });

  const dependencies: Readonly<Record<string, readonly [string, string, string, number | undefined]>> = {
    'api SS+2d': ['api', 'SS', '+2d', 2],
    'launch-site/cutover FF': ['launch-site/cutover', 'FF', '', undefined],
    'review +1w': ['review', 'FS', '+1w', 1],
    'build FS-1d': ['build', 'FS', '-1d', -1],
    'api SF + 1.5d': ['api', 'SF', '+ 1.5d', 1.5],
    'api SS +2ed': ['api', 'SS', '+2ed', 2],
    'api - 2d': ['api', 'FS', '- 2d', -2],
    'PAY-123 FF-6h': ['PAY-123', 'FF', '-6h', -6],
    '1.4 SS': ['1.4', 'SS', '', undefined],
    'FS SS': ['FS', 'SS', '', undefined],
    '3FS-2d': ['3FS-2d', 'FS', '', undefined],
    'api-2d': ['api-2d', 'FS', '', undefined],
  };
  for (const [text, [reference, type, lag, amount]] of Object.entries(dependencies)) {
    it(`reads ${text}`, () => {
      const dependency = valueOf(parseDependency(text));
      assert.equal(dependency.reference, reference);
      assert.equal(text.slice(dependency.referenceSpan.start, dependency.referenceSpan.end), reference);
      assert.equal(dependency.type, type);
      if (dependency.typeSpan) assert.equal(text.slice(dependency.typeSpan.start, dependency.typeSpan.end), type);
      assert.equal(dependency.lagSpan ? text.slice(dependency.lagSpan.start, dependency.lagSpan.end) : '', lag);
      assert.equal(dependency.lag?.amount, amount);
      if (amount !== undefined) assert.equal(dependency.lag?.negative, amount < 0);
    });
  }

  it('is written without what goes without saying', () => {
    const written = [
      'spike FS',
      'api SS + 2d',
      'build FS-1d',
      'launch-site/cutover FF',
      'review FS+0d',
      'a SS+6ed',
    ].map((text) => writeDependency(valueOf(parseDependency(text))));
    assert.deepEqual(written, ['spike', 'api SS+2d', 'build -1d', 'launch-site/cutover FF', 'review', 'a SS+6ed']);
  });

  it('tells a lag in words', () => {
    const lagOf = (text: string): string => {
      const { lag } = valueOf(parseDependency(text));
      assert.ok(lag);
      return formatLag(lag);
    };
    assert.deepEqual(
      [lagOf('a +2d'), lagOf('a SS-1w'), lagOf('a +3ed')],
      ['2 days after', '1 week before', '3 elapsed days after'],
    );
  });

  it('points at the type or the lag that is wrong', () => {
    assert.equal(blamed('api ss+2d', parseDependency('api ss+2d')), 'ss');
    assert.match(problemOf(parseDependency('api SX')).message, /`SX` is not a type of dependency/);
    assert.equal(blamed('api SS+50%', parseDependency('api SS+50%')), '+50%');
    assert.match(problemOf(parseDependency('api SS+50%')).message, /a duration and not a share/);
    assert.equal(blamed('api +2 days', parseDependency('api +2 days')), '+2 days');
    assert.equal(blamed('api SS+', parseDependency('api SS+')), '+');
  });

  it('asks for a list where there are several', () => {
    assert.match(problemOf(parseDependency('spike, api SS+2d')).message, /Write a list: \[spike, api SS\+2d\]/);
    assert.match(problemOf(parseDependency('spike and api')).message, /Write a list/);
  });

  itSuggests(parseDependency, {
    'api ss': ['api SS'],
    'api Start-to-Start': ['api SS'],
    'api finish to finish +1d': ['api FF+1d'],
    'api (SS)': ['api SS'],
    'api+2d': ['api +2d'],
    'apiSS+2d': ['api SS+2d'],
    '3FS+2d': ['3 FS+2d'],
    'api SS 2d': ['api SS+2d'],
    'api SS+2 days': ['api SS+2d'],
    'api −1d': ['api -1d'],
    'api sS + 2 weeks': ['api SS+2w'],
    'a/b/c': [],
    'Payment API': [],
    'api SX': [],
    ' spike ': ['spike'],
    '?': [],
    '': [],
  });
});

describe('an id', () => {
  it('has letters, digits and single marks between them', () => {
    for (const text of ['launch-site', 'PAY-123', '1.4', 'a_b', '2026', 'x'])
      assert.equal(valueOf(parseId(text)), text);
  });

  it('says what is wrong, where', () => {
    const faults = {
      'my item': [' ', 'has a blank in it'],
      Größe: ['ö', 'has `ö` in it'],
      'a--b': ['--', 'where one of them is enough'],
      '-a': ['-', 'begins with'],
      'a.': ['.', 'ends with'],
      '🚀x': ['🚀', 'has `🚀` in it'],
      'a-🚀': ['🚀', 'has `🚀`'],
    } as const;
    for (const [text, [part, words]] of Object.entries(faults)) {
      assert.equal(blamed(text, parseId(text)), part);
      assert.ok(problemOf(parseId(text)).message.includes(words), problemOf(parseId(text)).message);
    }
  });

  it('can be made from a title', () => {
    assert.deepEqual(
      ['Payment API', "Today's funnel", 'Größe', 'a / b', '  x  ', 'v1.4', 'Œuvre complète'].map(idFrom),
      ['Payment-API', 'Todays-funnel', 'Grosse', 'a-b', 'x', 'v1.4', 'OEuvre-complete'],
    );
    assert.equal(idFrom('東京'), undefined);
    assert.equal(idFrom(''), undefined);
  });

  itSuggests(parseId, { 'my item': ['my-item'], 'a/b': ['a-b'], 'a--b': ['a-b'], 'a.': ['a'], 東京: [], '': [] });
});

describe('a change of areas', () => {
  it('has a sign, or none', () => {
    assert.deepEqual(valueOf(parseAreaChange('+pricing')), {
      area: 'pricing',
      areaSpan: { start: 1, end: 8 },
      change: 'add',
    });
    assert.deepEqual(valueOf(parseAreaChange('-risks')), {
      area: 'risks',
      areaSpan: { start: 1, end: 6 },
      change: 'remove',
    });
    assert.deepEqual(valueOf(parseAreaChange('budget')), { area: 'budget', areaSpan: { start: 0, end: 6 } });
  });

  itSuggests(parseAreaChange, { '+ pricing': ['+pricing'], 'Go to Market': ['go-to-market'], '+': [], '': [] });
});

describe('a country and an address', () => {
  it('are a code and something with an @', () => {
    assert.equal(valueOf(parseCountry('DE')), 'DE');
    assert.equal(valueOf(parseEmail('alice@example.com')), 'alice@example.com');
    assert.match(problemOf(parseCountry('ZZ')).message, /not the code of a country/);
    assert.match(problemOf(parseEmail('alice')).message, /not an email address/);
  });

  itSuggests(parseCountry, { de: ['DE'], UK: ['GB'], Germany: ['DE'], ZZ: [] });
  itSuggests(parseEmail, { 'mailto:a@b.c': ['a@b.c'], 'Alice <a@b.c>': ['a@b.c'], 'a at b': [] });
});
