import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { daysText, shortDaysText } from '../../../src/core/plan/texts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const today = day('2026-05-04');

describe('days as people write them', () => {
  const short = (first: string, last: string): string => shortDaysText({ first: day(first), last: day(last) }, today);
  const long = (first: string, last: string): string => daysText({ first: day(first), last: day(last) });

  it('say once what they have in common', () => {
    assert.equal(short('2026-05-04', '2026-05-04'), '4 May');
    assert.equal(short('2026-05-04', '2026-05-08'), '4–8 May');
    assert.equal(short('2026-04-28', '2026-05-08'), '28 Apr – 8 May');
    assert.equal(long('2026-05-04', '2026-05-04'), '4 May 2026');
    assert.equal(long('2026-05-04', '2026-05-08'), '4 to 8 May 2026');
    assert.equal(long('2026-04-28', '2026-05-08'), '28 April to 8 May 2026');
    assert.equal(long('2026-12-28', '2027-01-08'), '28 December 2026 to 8 January 2027');
  });

  it('have their year where it is not plain from today', () => {
    assert.equal(short('2026-12-28', '2027-01-08'), '28 Dec – 8 Jan');
    assert.equal(short('2028-05-04', '2028-05-08'), '4–8 May 2028');
    assert.equal(short('2028-04-28', '2028-05-08'), '28 Apr – 8 May 2028');
    assert.equal(short('2027-12-28', '2028-01-08'), '28 Dec 2027 – 8 Jan 2028');
    assert.equal(short('2026-05-04', '2028-01-08'), '4 May – 8 Jan 2028');
    assert.equal(short('2024-12-28', '2026-05-04'), '28 Dec 2024 – 4 May');
  });
});
