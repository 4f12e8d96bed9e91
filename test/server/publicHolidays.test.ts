import assert from 'node:assert/strict';
import { publicHolidays } from '../../src/server/publicHolidays';

function days(year: number, country: string, region?: string): readonly string[] {
  return publicHolidays(country, region, year)
    .map((date) => date.toString())
    .sort();
}

describe('public holidays', () => {
  it('are those of the law: Germany, nine in all states', () => {
    assert.deepEqual(days(2026, 'DE'), [
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('are more in a region: Epiphany, Corpus Christi and All Saints in Bavaria', () => {
    const more = days(2026, 'DE', 'BY').filter((text) => !days(2026, 'DE').includes(text));
    assert.deepEqual(more, ['2026-01-06', '2026-06-04', '2026-11-01']);
  });

  it('know how people write a region', () => {
    for (const region of ['by', 'DE-BY', ' de-by ']) assert.deepEqual(days(2026, 'DE', region), days(2026, 'DE', 'BY'));
    // The Peace Festival of Augsburg, and Assumption.
    assert.ok(days(2026, 'DE', 'BY-A').includes('2026-08-08'));
  });

  it('are observed on another day in the United States and the United Kingdom', () => {
    // 4 July 2026 is a Saturday: the Friday before is free. Thanksgiving is the fourth Thursday of November.
    assert.ok(days(2026, 'US').includes('2026-07-03'));
    assert.ok(days(2026, 'US').includes('2026-11-26'));
    // Boxing Day 2026 is a Saturday: the Monday after is free. Easter Monday is not free in Scotland.
    assert.ok(days(2026, 'GB', 'ENG').includes('2026-12-28'));
    assert.ok(days(2026, 'GB', 'ENG').includes('2026-04-06'));
    assert.equal(days(2026, 'GB', 'SCT').includes('2026-04-06'), false);
  });

  it('may last several days, over the turn of a year too', () => {
    // Incwala in Eswatini, six days from 28 December.
    assert.ok(['2029-12-30', '2029-12-31'].every((text) => days(2029, 'SZ').includes(text)));
    assert.ok(days(2030, 'SZ').includes('2030-01-02'));
  });

  it('are whole days: a Christmas Eve that is free from noon is worked', () => {
    assert.equal(days(2029, 'IS').includes('2029-12-24'), false);
    assert.ok(days(2029, 'IS').includes('2029-12-25'));
  });

  it('follow the calendars of the moon to the day that people keep', () => {
    // The Day of Atonement, 21 September 2026; it begins on the evening before.
    assert.ok(days(2026, 'IL').includes('2026-09-21'));
    assert.equal(days(2026, 'IL').includes('2026-09-20'), false);
  });

  it('are those of the country where the region is not known, and none where the country is not', () => {
    for (const region of ['ZZ', '', 'constructor', '__proto__']) {
      assert.deepEqual(days(2026, 'DE', region), days(2026, 'DE'));
    }
    for (const country of ['ZZ', '', 'de', '__proto__', 'D.']) assert.deepEqual(days(2026, country, 'BY'), []);
  });

  it('are not made up for years that the data do not know', () => {
    for (const year of [1900, 1969, 2100, 2199, NaN, Infinity, 2026.5]) assert.deepEqual(days(year, 'DE'), []);
  });
});
