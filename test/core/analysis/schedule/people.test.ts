import { assert } from 'chai';
import { describe, it } from 'mocha';
import { instantsPerDay } from '../../../../src/core/analysis/calendar';
import { analysisOf, drivers, feasible, monday, projectOf, scheduled } from './scheduleFrom';

describe('feasible dates', () => {
  it('give a person one thing at a time, by least late finish and then by id', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana Ng } }
items:
  b: { title: B, estimate: 2d, assignees: ana }
  a: { title: A, estimate: 2d, assignees: ana }
  urgent: { title: Urgent, estimate: 1d, assignees: ana }
  long: { title: Long, estimate: 5d, depends_on: urgent }`);
    assert.deepEqual(feasible(analysis), {
      b: '05-07..05-08',
      a: '05-05..05-06',
      urgent: '05-04',
      long: '05-05..05-11',
    });
    assert.deepEqual(drivers(analysis), {
      b: 'person a',
      a: 'person urgent',
      urgent: 'project-start',
      long: 'dependency urgent',
    });
    assert.equal(scheduled(analysis, 'b').driver?.why, 'waits for Ana Ng, who is on A until 6 May 2026');
    assert.deepEqual(
      analysis.schedule.chain(scheduled(analysis, 'b').work).map(({ scheduled: { work } }) => work.id),
      ['urgent', 'a', 'b'],
    );
  });

  it('let two things of half a person go on together', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana } }
items:
  a: { title: A, estimate: 1d, assignees: { ana: 50% } }
  b: { title: B, estimate: 1d, assignees: { ana: 50% } }
  c: { title: C, estimate: 1d, assignees: { ana: 60% } }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-05', b: '05-04..05-05', c: '05-06..05-07' });
  });

  it('leave out days off and the window of somebody in the team', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana Ng, away: 2026-05-05..2026-05-06 }, ben: { name: Ben Ito } }
team: { ana: {}, ben: { from: 2026-05-11, to: 2026-05-12 } }
items:
  a: { title: A, estimate: 2d, assignees: ana }
  b: { title: B, estimate: 2d, assignees: ben }
  c: { title: C, estimate: 1d, assignees: ben }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-07', b: '05-11..05-12', c: 'nobody-free' });
    assert.equal(drivers(analysis)['b'], 'calendar');
    assert.equal(scheduled(analysis, 'b').driver?.why, 'waits for Ben Ito, who is not there before 11 May 2026');
    assert.equal(scheduled(analysis, 'c').unknown?.why, 'is left to Ben Ito, who has no time for it any more');
  });

  it('add up windows that overlap, up to all that somebody has, and take the percent of an item once', () => {
    const team = (allocation: number): string => `
people: { ana: { name: Ana } }
team: { ana: [{ allocation: 40%, to: 2026-05-05 }, { allocation: ${allocation}%, from: 2026-05-05 }] }`;
    const shares = (yaml: string): unknown =>
      projectOf(yaml).schedule.bookings.map(({ from, until, share }) => [(until - from) / instantsPerDay, share]);
    const stated = 'title: A, start: 2026-05-04, end: 2026-05-06';
    assert.deepEqual(shares(`${team(50)}\nitems: { a: { ${stated}, assignees: ana } }`), [
      [1, 0.4],
      [1, 0.9],
      [1, 0.5],
    ]);
    assert.deepEqual(shares(`${team(80)}\nitems: { a: { ${stated}, assignees: ana } }`), [
      [1, 0.4],
      [1, 1],
      [1, 0.8],
    ]);
    assert.deepEqual(shares(`${team(80)}\nitems: { a: { ${stated}, assignees: { ana: 30% } } }`), [
      [1, 0.3],
      [1, 0.3],
      [1, 0.3],
    ]);
  });

  it('never ask somebody for more than they have in windows that overlap', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana } }
team: { ana: [{ allocation: 50% }, { allocation: 50%, from: 2026-05-01 }] }
items:
  a: { title: A, estimate: 1d, assignees: { ana: 20% } }
  b: { title: B, estimate: 1d, assignees: ana }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-08', b: '05-11' });
  });

  it('go on with whoever of several is there', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana, away: 2026-05-05..2026-05-08 }, ben: { name: Ben } }
items: { a: { title: A, estimate: 4d, assignees: [ana, ben] } }`);
    // Two days' work on Monday, then one a day.
    assert.deepEqual(feasible(analysis), { a: '05-04..05-06' });
  });

  it('leave stated work where it is, and place the rest around it', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana } }
items:
  a: { title: A, estimate: 2d, start: 2026-05-05, assignees: ana }
  b: { title: B, estimate: 1d, assignees: ana }
  c: { title: C, estimate: 2d, assignees: ana }`);
    assert.deepEqual(feasible(analysis), { a: '05-05..05-06', b: '05-04', c: '05-07..05-08' });
  });

  it('count somebody once in all projects', () => {
    const item = (name: string): string =>
      `project: ${name}\nstart: 2026-05-04\nitems: { a: { title: A, estimate: 2d, assignees: ana } }`;
    const analysis = analysisOf({ 'p.project.yaml': item('P'), 'q.project.yaml': item('Q') }, monday);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-05', 'q/a': '05-06..05-07' });
  });

  it('spread the effort between two stated dates', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana } }
items:
  a: { title: A, estimate: 1d, start: 2026-05-04, end: 2026-05-05, assignees: ana }
  b: { title: B, estimate: 1d, assignees: { ana: 50% } }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-05', b: '05-04..05-05' });
    const shares = analysis.schedule.bookings.map(({ item, share, basis }) => [item.id, share, basis]);
    assert.deepEqual(shares, [
      ['a', 0.5, 'stated'],
      ['b', 0.5, 'computed'],
    ]);
  });

  it('tell of work with a stated end what lies behind, and what is left', () => {
    const analysis = projectOf(
      `
people: { ana: { name: Ana } }
items:
  a: { title: A, estimate: 8d, progress: 25%, started: 2026-05-04, end: 2026-05-15, assignees: ana }`,
      '2026-05-11',
    );
    // Two days in the five of last week, six in the five of this one.
    const shares = analysis.schedule.bookings.map(({ basis, share }) => [basis, share]);
    assert.deepEqual(shares, [
      ['actual', 0.4],
      ['stated', 1.2],
    ]);
  });
});
