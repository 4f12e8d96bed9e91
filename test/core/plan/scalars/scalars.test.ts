import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isScalarName,
  scalarParsers,
  writeDate,
  writeDateRange,
  writeDependency,
  writeDuration,
  writeMoney,
  writeRate,
  type ScalarName,
  type Parsed,
} from '../../../../src/core/plan/scalars/index';
import { dayOf, lastYear, firstYear } from '../../../../src/core/plan/scalars/calendar';
import { minorDigits } from '../../../../src/core/plan/scalars/currency';
import { valueOf } from './expectations';

const parsers = Object.entries(scalarParsers) as [ScalarName, (text: string) => Parsed<unknown>][];

/** Texts that come near to the forms of the scalars: their pieces, in any order. */
const nearText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '2026',
          '09',
          '30',
          '-',
          '/',
          '.',
          '..',
          ',',
          ' ',
          '+',
          'W',
          'Q',
          'H',
          'd',
          'w',
          'mo',
          'ed',
          'e',
          'h',
          '%',
          '€',
          '$',
          'EUR',
          'USD',
          'JPY',
          'k',
          'M',
        ],
        ...[
          'SS',
          'ss',
          'FS',
          'api',
          'launch',
          'Sep',
          'days',
          'per',
          'T10:00',
          '(',
          ')',
          '−',
          '９',
          '😀',
          '\n',
          '\u0000',
          'to',
          '_',
          "'",
        ],
      ),
      fc.integer({ min: 0, max: 99_999 }).map(String),
    ),
    { maxLength: 9 },
  )
  .map((pieces) => pieces.join(''));
const anyText = fc.oneof(
  nearText,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ maxLength: 400 }),
);

describe('every scalar', () => {
  for (const [name, parse] of parsers) {
    it(`${name}: answers any text, with a span inside it and suggestions that parse`, () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const result = parse(text);
          if (result.ok) return;
          const { message, span, suggestions } = result.problem;
          assert.match(message, /^\S[^\n]*[.\])}]$/);
          assert.ok(message.length < 500, message);
          if (span) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
          if (suggestions) assert.ok(suggestions.length > 0 && new Set(suggestions).size === suggestions.length);
          for (const suggestion of suggestions ?? []) {
            assert.notEqual(suggestion, text);
            assert.ok(parse(suggestion).ok, `${JSON.stringify(text)} suggests ${JSON.stringify(suggestion)}`);
          }
        }),
        { numRuns: 400 },
      );
    });

    it(`${name}: answers long texts at once`, () => {
      const started = performance.now();
      for (const piece of ['9', ' ', 'a', '-', '1,', "1'", 'SS ', '. ', 'a.', '2026-', 'a ', '+1'])
        parse(piece.repeat(100_000));
      for (const piece of ['9', ' ', 'a', '-', '1,', "1'", 'SS ', '. ', 'a.', '2026-', 'a ', '+1'])
        parse(`x ${piece.repeat(50).slice(0, 110)}!`);
      assert.ok(performance.now() - started < 1500);
    });
  }

  it('is known by its name', () => {
    assert.ok(isScalarName('date-range'));
    assert.ok(!isScalarName('constructor'));
    assert.ok(!isScalarName('__proto__'));
  });

  it('takes any text and any link as it is', () => {
    assert.equal(valueOf(scalarParsers.text('')), '');
    assert.equal(valueOf(scalarParsers.link('../docs/a b.md')), '../docs/a b.md');
  });
});

describe('what a formatter writes, the parser reads', () => {
  const day = fc
    .tuple(
      fc.integer({ min: firstYear, max: lastYear }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, date]) => {
      const result = dayOf(year, month, date);
      assert.ok(result);
      return result;
    });
  const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'BHD', 'CLF', 'HUF');
  const minor = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  const unit = fc.constantFrom('h', 'd', 'w', 'mo');
  const duration = fc.record(
    {
      amount: fc.integer({ min: 0, max: 1_200_000 }).map((thousandths) => thousandths / 1000),
      unit,
      elapsed: fc.boolean(),
    },
    { noNullPrototype: true },
  );

  it('dates and ranges', () => {
    fc.assert(
      fc.property(day, day, (one, two) => {
        assert.ok(valueOf(scalarParsers.date(writeDate(one))).equals(one));
        const range = valueOf(scalarParsers['date-range'](writeDateRange(one, two)));
        assert.ok(range.first.equals(one) && range.last.equals(two));
      }),
    );
  });

  it('ISO weeks: each day is in the week that the calendar gives it', () => {
    fc.assert(
      fc.property(day, (date) => {
        const { weekOfYear = 0, yearOfWeek = 0 } = date;
        fc.pre(yearOfWeek >= firstYear && yearOfWeek <= lastYear);
        const week = valueOf(scalarParsers.period(`${String(yearOfWeek)}-W${String(weekOfYear).padStart(2, '0')}`));
        assert.ok(week.first.until(date).days >= 0 && date.until(week.last).days >= 0);
        assert.equal(week.first.until(week.last).days, 6);
        assert.equal(week.first.dayOfWeek, 1);
      }),
    );
  });

  it('money and rates', () => {
    fc.assert(
      fc.property(minor, currency, unit, (amount, code, per) => {
        const money = valueOf(scalarParsers.money(writeMoney({ minor: amount, currency: code })));
        assert.equal(money.minor, amount === 0 ? 0 : amount);
        assert.equal(money.currency, code);
        const positive = { ...money, minor: Math.abs(money.minor) };
        const rate = valueOf(scalarParsers.rate(writeRate({ money: positive, per })));
        assert.deepEqual([rate.money.minor, rate.per], [positive.minor, per]);
        assert.ok(minorDigits(code) <= 4);
      }),
    );
  });

  it('durations and dependencies', () => {
    fc.assert(
      fc.property(duration, fc.boolean(), fc.constantFrom('FS', 'SS', 'FF', 'SF'), (length, isLead, type) => {
        assert.deepEqual(valueOf(scalarParsers.duration(writeDuration(length))), length);
        const negative = isLead && length.amount > 0;
        const lag = { ...length, amount: negative ? -length.amount : length.amount, negative };
        const dependency = valueOf(scalarParsers.dependency(writeDependency({ reference: 'a/b-1', type, lag })));
        assert.deepEqual([dependency.reference, dependency.type], ['a/b-1', type]);
        assert.deepEqual(dependency.lag, length.amount === 0 ? undefined : lag);
      }),
    );
  });
});
