import assert from 'node:assert/strict';
import { finishDate, instantsPerDay, startDate } from '../../../../src/core/analysis/calendar';
import type { ActivityNetwork, NetworkDates } from '../../../../src/core/analysis/network/activityNetwork';
import { calendarTime } from '../../../../src/core/analysis/network/calendarTime';
import { criticalPath } from '../../../../src/core/analysis/network/criticalPath';
import { at, calendar } from '../calendar/days';
import { networkOf, type Table } from './networkTable';

/** Monday to Friday. */
const time = calendarTime([calendar()]);

/** The network of a table whose durations and lags are days. */
function inDays(table: Table, start: string): ActivityNetwork {
  const network = networkOf(table, { origin: at(start), time });
  const { links, duration } = network;
  return {
    ...network,
    duration: duration.map((days) => days * instantsPerDay),
    links: { ...links, lag: links.lag.map((days) => days * instantsPerDay) },
  };
}

/** First and last day, early and late, and total and free float in days, each row a line. */
function linesOf(table: Table, dates: NetworkDates): string[] {
  const { earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat } = dates;
  return Object.keys(table).map((name, row) => {
    const days = [startDate(earlyStart[row]!), finishDate(earlyFinish[row]!)].join(' ');
    const lateDays = [startDate(lateStart[row]!), finishDate(lateFinish[row]!)].join(' ');
    return `${name}: ${days}, ${lateDays}, ${totalFloat[row]! / instantsPerDay} ${freeFloat[row]! / instantsPerDay}`;
  });
}

describe('criticalPath with dates', () => {
  it('gives the dates and floats of the widget project of the SAS/OR User’s Guide on weekdays', () => {
    // SAS/OR User's Guide: Project Management, The CPM Procedure, Example "Changing Duration Units", its output for
    // INTERVAL=WEEKDAY from 1 December 2003, for the first ten activities; the guide's text has the end on 8 March 2004.
    const table: Table = {
      approvePlan: { takes: 5 },
      drawings: { takes: 10, after: ['approvePlan'] },
      studyMarket: { takes: 5, after: ['approvePlan'] },
      writeSpecs: { takes: 5, after: ['approvePlan'] },
      prototype: { takes: 15, after: ['drawings', 'writeSpecs'] },
      marketStrategy: { takes: 10, after: ['studyMarket'] },
      materials: { takes: 10, after: ['prototype'] },
      facility: { takes: 10, after: ['prototype'] },
      initialProduction: { takes: 10, after: ['materials', 'facility'] },
      evaluate: { takes: 10, after: ['initialProduction'] },
      testMarket: { takes: 15, after: ['marketStrategy', 'initialProduction'] },
      changes: { takes: 5, after: ['evaluate', 'testMarket'] },
      production: { takes: 0, after: ['changes'] },
      marketing: { takes: 0, after: ['marketStrategy', 'initialProduction'] },
    };
    const dates = criticalPath(inDays(table, '2003-12-01'));
    assert.deepEqual(linesOf(table, dates).slice(0, 10), [
      'approvePlan: 2003-12-01 2003-12-05, 2003-12-01 2003-12-05, 0 0',
      'drawings: 2003-12-08 2003-12-19, 2003-12-08 2003-12-19, 0 0',
      'studyMarket: 2003-12-08 2003-12-12, 2004-01-19 2004-01-23, 30 0',
      'writeSpecs: 2003-12-08 2003-12-12, 2003-12-15 2003-12-19, 5 5',
      'prototype: 2003-12-22 2004-01-09, 2003-12-22 2004-01-09, 0 0',
      'marketStrategy: 2003-12-15 2003-12-26, 2004-01-26 2004-02-06, 30 30',
      'materials: 2004-01-12 2004-01-23, 2004-01-12 2004-01-23, 0 0',
      'facility: 2004-01-12 2004-01-23, 2004-01-12 2004-01-23, 0 0',
      'initialProduction: 2004-01-26 2004-02-06, 2004-01-26 2004-02-06, 0 0',
      'evaluate: 2004-02-09 2004-02-20, 2004-02-16 2004-02-27, 5 5',
    ]);
    // There a point in time falls on the working day that it precedes.
    assert.equal(String(startDate(time.nextStart(0, dates.groupEnd[0]!))), '2004-03-08');
  });

  it('follows all four types of links with lags and leads over weekends', () => {
    // Worked by hand; the weekends are 9 and 10, and 16 and 17 May 2026.
    // Forward: A Mon 4 – Thu 7. B starts two days after A: Wed 6 – Fri 8. C starts three days after A is done, that is,
    // after Fri 8, Mon 11 and Tue 12: Wed 13 – Thu 14. D is done two days after B, on Tue 12: Mon 11 – Tue 12. E is done
    // one day after C starts, on Wed 13: Mon 11 – Wed 13. F follows D and E, and C but for one day: Thu 14. G starts three
    // elapsed days after A is done, Fri 8 to Sun 10: Mon 11.
    // Back from Thu 14: F Thu 14. E by Wed 13. D by Wed 13, one day later. C by Thu 14, and by E's Wed 13 not to start
    // after Wed 13. B two days before D's Wed 13, by Mon 11. A three days before C's Wed 13, by Thu 7. G by Thu 14.
    const table: Table = {
      A: { takes: 4 },
      B: { takes: 3, after: ['A SS+2'] },
      C: { takes: 2, after: ['A FS+3'] },
      D: { takes: 2, after: ['B FF+2'] },
      E: { takes: 3, after: ['C SF+1'] },
      F: { takes: 1, after: ['D', 'E', 'C FS-1'] },
      G: { takes: 1, after: ['A FS+3'] },
    };
    const lagCalendar = Int32Array.from([0, 0, 0, 0, 0, 0, 0, time.elapsed]);
    const dates = criticalPath({ ...inDays(table, '2026-05-04'), lagCalendar });
    assert.deepEqual(linesOf(table, dates), [
      'A: 2026-05-04 2026-05-07, 2026-05-04 2026-05-07, 0 0',
      'B: 2026-05-06 2026-05-08, 2026-05-07 2026-05-11, 1 0',
      'C: 2026-05-13 2026-05-14, 2026-05-13 2026-05-14, 0 0',
      'D: 2026-05-11 2026-05-12, 2026-05-12 2026-05-13, 1 1',
      'E: 2026-05-11 2026-05-13, 2026-05-11 2026-05-13, 0 0',
      'F: 2026-05-14 2026-05-14, 2026-05-14 2026-05-14, 0 0',
      'G: 2026-05-11 2026-05-11, 2026-05-14 2026-05-14, 3 3',
    ]);
  });
});
