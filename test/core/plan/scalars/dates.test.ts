import assert from 'node:assert/strict';
import {
  formatDate,
  formatDateRange,
  formatPeriod,
  writeDate,
  writeDateRange,
} from '../../../../src/core/plan/scalars/index';
import { parseDate } from '../../../../src/core/plan/scalars/date';
import { parseDateRange } from '../../../../src/core/plan/scalars/date-range';
import { parsePeriod } from '../../../../src/core/plan/scalars/period';
import { blamed, itSuggests, problemOf, suggestionsOf, valueOf } from './expectations';

describe('a date', () => {
  it('is a day of the calendar', () => {
    const date = valueOf(parseDate('2026-09-30'));
    assert.deepEqual([date.year, date.month, date.day], [2026, 9, 30]);
    assert.equal(writeDate(date), '2026-09-30');
    assert.equal(formatDate(date), '30 September 2026');
    assert.equal(formatDate(valueOf(parseDate('2026-05-04'))), '4 May 2026');
  });

  it('knows leap years', () => {
    assert.equal(valueOf(parseDate('2028-02-29')).day, 29);
    assert.equal(problemOf(parseDate('2026-02-29')).message, '`2026-02-29` is not a day: February 2026 has 28 days.');
    assert.equal(parseDate('2100-02-29').ok, false);
    assert.equal(parseDate('2000-02-29').ok, true);
  });

  it('says which month there is not', () => {
    assert.match(problemOf(parseDate('2026-13-01')).message, /there is no month 13/);
    assert.match(problemOf(parseDate('2026-00-10')).message, /there is no month 00/);
    assert.deepEqual(suggestionsOf(parseDate('2026-04-00')), []);
  });

  it('gives the form with the date that is meant', () => {
    assert.equal(
      problemOf(parseDate('30/09/2026')).message,
      '`30/09/2026` is not a date. Write it as year-month-day: 2026-09-30.',
    );
  });

  for (const [text, unit] of Object.entries({
    '2026-03': 'month',
    '2026-Q3': 'quarter',
    '2026-W36': 'week',
    '2026-H1': 'half',
    '2026': 'year',
  })) {
    it(`asks for a day where a ${unit} is given, without choosing one`, () => {
      assert.match(
        problemOf(parseDate(text)).message,
        new RegExp(`is a whole ${unit}, and a day is needed here, such as 2026-`),
      );
      assert.deepEqual(suggestionsOf(parseDate(text)), []);
    });
  }

  it('stays within the years that a plan can hold', () => {
    for (const text of ['0000-01-01', '0206-09-30', '1899-12-31', '2200-01-01', '9999-12-31']) {
      assert.match(problemOf(parseDate(text)).message, /outside the years that a plan can hold, 1900 to 2199/);
    }
    assert.equal(parseDate('1900-01-01').ok, true);
    assert.equal(parseDate('2199-12-31').ok, true);
  });

  it('takes a word that says "not known yet" for what it is', () => {
    assert.match(problemOf(parseDate('TBD')).message, /leave the key without a value while it is not known/);
    assert.match(problemOf(parseDate('')).message, /^Empty text is not a date/);
  });

  itSuggests(parseDate, {
    '2026-9-3': ['2026-09-03'],
    '2026/09/03': ['2026-09-03'],
    '20260903': ['2026-09-03'],
    '30/09/2026': ['2026-09-30'],
    '09/30/2026': ['2026-09-30'],
    '03/04/2026': ['2026-04-03', '2026-03-04'],
    '30.9.2026': ['2026-09-30'],
    '30 Sep 2026': ['2026-09-30'],
    'Wed, 30 Sept. 2026': ['2026-09-30'],
    'September 30th, 2026': ['2026-09-30'],
    '2026-Sep-30': ['2026-09-30'],
    '2026-09-30T10:00:00Z': ['2026-09-30'],
    '2026-09-30 10:00': ['2026-09-30'],
    '2026-W36-1': ['2026-08-31'],
    '2025-W53-1': [],
    '2026-30-09': ['2026-09-30'],
    '2026-09-31': ['2026-09-30'],
    '2026-09-45': [],
    '31/02/2026': [],
    ' 2026-09-30 ': ['2026-09-30'],
    '２０２６-09-30': ['2026-09-30'],
    '26-09-30': [],
    'next week': [],
  });
});

describe('a period', () => {
  const stretches: Readonly<Record<string, readonly [string, string, string, string]>> = {
    '2026-09-30': ['2026-09-30', '2026-09-30', 'day', '30 September 2026'],
    '2026-09': ['2026-09-01', '2026-09-30', 'month', 'September 2026'],
    '2028-02': ['2028-02-01', '2028-02-29', 'month', 'February 2028'],
    '2026-W36': ['2026-08-31', '2026-09-06', 'week', 'week 36 of 2026'],
    '2026-W01': ['2025-12-29', '2026-01-04', 'week', 'week 1 of 2026'],
    '2026-W53': ['2026-12-28', '2027-01-03', 'week', 'week 53 of 2026'],
    '2027-W01': ['2027-01-04', '2027-01-10', 'week', 'week 1 of 2027'],
    '2026-Q1': ['2026-01-01', '2026-03-31', 'quarter', 'Q1 2026'],
    '2026-Q3': ['2026-07-01', '2026-09-30', 'quarter', 'Q3 2026'],
    '2026-Q4': ['2026-10-01', '2026-12-31', 'quarter', 'Q4 2026'],
    '2026-H1': ['2026-01-01', '2026-06-30', 'half', 'H1 2026'],
    '2026-H2': ['2026-07-01', '2026-12-31', 'half', 'H2 2026'],
    '2026': ['2026-01-01', '2026-12-31', 'year', '2026'],
  };
  for (const [text, [first, last, unit, words]] of Object.entries(stretches)) {
    it(`reads ${text} as ${first} to ${last}`, () => {
      const period = valueOf(parsePeriod(text));
      assert.deepEqual(
        [writeDate(period.first), writeDate(period.last), period.unit, period.text],
        [first, last, unit, text],
      );
      assert.equal(formatPeriod(period), words);
    });
  }

  it('says how many weeks, quarters, halves and months there are', () => {
    assert.equal(
      problemOf(parsePeriod('2025-W53')).message,
      '`2025-W53` is not a week: 2025 has 52 ISO weeks, 2025-W01 to 2025-W52.',
    );
    assert.match(problemOf(parsePeriod('2026-W54')).message, /2026 has 53 ISO weeks/);
    assert.match(problemOf(parsePeriod('2026-W00')).message, /is not a week/);
    assert.match(problemOf(parsePeriod('2026-Q5')).message, /is not a quarter: a year has four/);
    assert.match(problemOf(parsePeriod('2026-Q0')).message, /is not a quarter/);
    assert.match(problemOf(parsePeriod('2026-H3')).message, /is not half a year/);
    assert.match(problemOf(parsePeriod('2026-13')).message, /months go from 01 to 12/);
    assert.match(problemOf(parsePeriod('2026-02-30')).message, /February 2026 has 28 days/);
    assert.match(problemOf(parsePeriod('0026-Q3')).message, /outside the years/);
  });

  it('asks for the year where it is missing', () => {
    for (const text of ['Q3', 'H2', 'W36', 'September', 'Sep']) {
      assert.match(problemOf(parsePeriod(text)).message, /lacks its year/);
      assert.deepEqual(suggestionsOf(parsePeriod(text)), []);
    }
  });

  itSuggests(parsePeriod, {
    'Q3 2026': ['2026-Q3'],
    '2026 Q3': ['2026-Q3'],
    '2026Q3': ['2026-Q3'],
    '3Q2026': ['2026-Q3'],
    '2026-q3': ['2026-Q3'],
    'Q3/2026': ['2026-Q3'],
    'Q5 2026': [],
    'H2 2026': ['2026-H2'],
    '2026-W6': ['2026-W06'],
    '2026W36': ['2026-W36'],
    'KW 36/2026': ['2026-W36'],
    'Week 36 of 2026': ['2026-W36'],
    '2026-9': ['2026-09'],
    '09/2026': ['2026-09'],
    'Sep 2026': ['2026-09'],
    'September, 2026': ['2026-09'],
    '2026 September': ['2026-09'],
    '30/09/2026': ['2026-09-30'],
    someday: [],
  });
});

describe('a range of dates', () => {
  it('is two days, both included', () => {
    const range = valueOf(parseDateRange('2026-08-03..2026-08-14'));
    assert.deepEqual([writeDate(range.first), writeDate(range.last)], ['2026-08-03', '2026-08-14']);
    assert.deepEqual(
      [range.firstSpan, range.lastSpan],
      [
        { start: 0, end: 10 },
        { start: 12, end: 22 },
      ],
    );
    assert.equal(formatDateRange(range), '3 August 2026 to 14 August 2026');
    assert.equal(writeDateRange(range.first, range.last), '2026-08-03..2026-08-14');
  });

  it('is one day', () => {
    const range = valueOf(parseDateRange('2026-12-24'));
    assert.ok(range.first.equals(range.last));
    assert.deepEqual(range.lastSpan, { start: 0, end: 10 });
    assert.equal(formatDateRange(range), '24 December 2026');
    assert.equal(writeDateRange(range.first, range.last), '2026-12-24');
  });

  it('allows blanks around the points, and knows where the end stands then', () => {
    const text = '2026-08-03 ..  2026-08-14';
    const { lastSpan } = valueOf(parseDateRange(text));
    assert.equal(text.slice(lastSpan.start, lastSpan.end), '2026-08-14');
  });

  it('leaves an end before the start to the rule', () => {
    const range = valueOf(parseDateRange('2026-08-14..2026-08-03'));
    assert.deepEqual([writeDate(range.first), writeDate(range.last)], ['2026-08-14', '2026-08-03']);
  });

  it('points at the day that is wrong', () => {
    const text = '2026-02-01..2026-02-30';
    assert.equal(blamed(text, parseDateRange(text)), '2026-02-30');
    assert.match(problemOf(parseDateRange(text)).message, /February 2026 has 28 days/);
    assert.equal(blamed('2026-02..2026-03-01', parseDateRange('2026-02..2026-03-01')), '2026-02');
  });

  itSuggests(parseDateRange, {
    '2026-08-03 - 2026-08-14': ['2026-08-03..2026-08-14'],
    '2026-08-03 to 2026-08-14': ['2026-08-03..2026-08-14'],
    '2026-08-03–2026-08-14': ['2026-08-03..2026-08-14'],
    '2026-08-03/2026-08-14': ['2026-08-03..2026-08-14'],
    '2026-08-03...2026-08-14': ['2026-08-03..2026-08-14'],
    '2026-08-03..14': ['2026-08-03..2026-08-14'],
    '2026-08-03..09-14': ['2026-08-03..2026-09-14'],
    '3.8.2026 - 14.8.2026': ['2026-08-03..2026-08-14'],
    '2026-8-3': ['2026-08-03'],
    '2026-08': ['2026-08-01..2026-08-31'],
    '2026-W32': ['2026-08-03..2026-08-09'],
    summer: [],
    '2026-08-03..': [],
    '..2026-08-03': [],
  });
});
