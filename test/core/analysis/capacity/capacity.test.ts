import assert from 'node:assert/strict';
import { day, date } from '../calendar/days';
import { analysisOf, monday, projectOf } from '../schedule/scheduleFrom';
import { cellsOf, loadOf, table, weeksOf } from './loads';

describe('the capacity of people', () => {
  /*
   * Worked by hand; days of 8 hours, 480 minutes.
   *
   * Ana has five days a week, 2400 minutes.
   *   W19, 4 to 8 May: of Design Wednesday to Friday at the 60 % of her window: 3 × 0.6 × 480 = 864.
   *   W20, 11 to 15 May: of Design Monday and Tuesday, 2 × 0.6 × 480 = 576; of Build two days' work at 50 %, that is
   *     Monday to Thursday, 4 × 0.5 × 480 = 960. Together 1536.
   *   W21: Review takes the whole of Monday, 480.
   * Ben has half of each day that he is there. In W20 he is away on Wednesday and Thursday: he has 3 × 0.5 × 480 = 720,
   *   and gives Docs all of that.
   * Kit is a team, and has no capacity: 2 × 480 = 960 are asked of it.
   */
  const example = {
    '.throughline.yaml': `
people:
  ben: { name: Ben, capacity: 50%, away: 2026-05-13..2026-05-14 }
  ana: { name: Ana }
  kit: { name: Kit, kind: team }`,
    'p.project.yaml': `
project: P
start: 2026-05-04
team: { ana: { allocation: 60% } }
items:
  design: { title: Design, start: 2026-05-06, end: 2026-05-12, assignees: ana }
  docs: { title: Docs, start: 2026-05-11, end: 2026-05-15, assignees: ben }
  chores: { title: Chores, start: 2026-05-04, end: 2026-05-05, assignees: kit }`,
    'q.project.yaml': `
project: Q
start: 2026-05-04
items:
  build: { title: Build, estimate: 2d, start: 2026-05-11, assignees: { ana: 50% } }
  review: { title: Review, estimate: 1d, not_before: 2026-05-18, assignees: ana }`,
  };

  it('is held against what is asked of them in each week, over all projects', () => {
    const analysis = analysisOf(example, monday);
    assert.deepEqual(
      analysis.capacity.people.map(({ id }) => id),
      ['ana', 'ben', 'kit'],
    );
    assert.deepEqual(weeksOf(analysis, 'ana'), {
      '2026-W19': '864/2400',
      '2026-W20': '1536/2400',
      '2026-W21': '480/2400',
    });
    assert.deepEqual(weeksOf(analysis, 'ben'), { '2026-W20': '720/720' });
    assert.deepEqual(weeksOf(analysis, 'kit'), { '2026-W19': '960/-' });
  });

  it('shows what is behind each week', () => {
    const [first, second, third] = loadOf(analysisOf(example, monday), 'ana').weeks;
    assert.deepEqual(cellsOf(first), ['p/design 864 stated']);
    assert.deepEqual(cellsOf(second), ['p/design 576 stated', 'q/build 960 stated']);
    assert.deepEqual(cellsOf(third), ['q/review 480 computed']);
    assert.equal(second?.ratio, 0.64);
    assert.deepEqual([second.stated, third?.stated], [1536, 0]);
    assert.equal(second.monday, day('2026-05-11'));
  });

  it('leaves a team without a capacity, and so without a ratio', () => {
    const kit = loadOf(analysisOf(example, monday), 'kit');
    assert.equal(kit.isLimited, false);
    assert.equal(kit.weeks[0]?.ratio, undefined);
  });

  it('gives all weeks of a range that is asked for', () => {
    const analysis = analysisOf(example, monday);
    const between = (first: string, last: string): unknown =>
      table(loadOf(analysis, 'ben').weeksBetween(day(first), day(last)));
    assert.deepEqual(between('2026-05-08', '2026-05-18'), {
      '2026-W19': '0/1200',
      '2026-W20': '720/720',
      '2026-W21': '0/1200',
    });
    assert.deepEqual(between('2026-05-18', '2026-05-08'), {});
    assert.deepEqual(loadOf(analysis, 'ben').weeksBetween(NaN, NaN), []);
    assert.equal(loadOf(analysis, 'ben').week(Infinity), undefined);
    assert.equal(loadOf(analysis, 'ben').weeksBetween(-Infinity, Infinity).length, 15_654);
  });

  it('has the Saturday of a project with six days, and of no other one', () => {
    const analysis = analysisOf(
      {
        '.throughline.yaml': 'people: { ana: { name: Ana } }',
        'six.project.yaml': `
project: Six
calendar: { workdays: [mon, tue, wed, thu, fri, sat] }
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-09, assignees: ana }
  b: { title: B, start: 2026-05-25, end: 2026-05-30, assignees: { ana: 50% } }`,
        'five.project.yaml': `
project: Five
items:
  c: { title: C, start: 2026-05-11, end: 2026-05-15, assignees: ana }
  d: { title: D, start: 2026-05-25, end: 2026-05-29, assignees: { ana: 50% } }`,
      },
      monday,
    );
    assert.deepEqual(weeksOf(analysis, 'ana'), {
      '2026-W19': '2880/2880',
      '2026-W20': '2400/2400',
      // Half of six days and half of five, in a week in which there is work on six.
      '2026-W22': '2640/2880',
    });
  });

  it('names the weeks at the turn of a year by the year that they belong to', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana } }
items: { a: { title: A, start: 2026-12-30, end: 2027-01-05, assignees: ana } }`);
    // Wednesday to Friday, which is New Year; Monday and Tuesday.
    assert.deepEqual(weeksOf(analysis, 'ana'), { '2026-W53': '1440/2400', '2027-W01': '960/2400' });
  });

  it('adds up days, and not hours, of projects whose days differ', () => {
    const project = (name: string, hours: number, who: string): string => `
project: ${name}
calendar: { hours_per_day: ${hours} }
items: { a: { title: A, start: 2026-05-04, end: 2026-05-08, assignees: { ${who} } } }`;
    const analysis = analysisOf(
      {
        '.throughline.yaml': 'people: { ana: { name: Ana }, ben: { name: Ben } }',
        'long.project.yaml': project('Long', 10, 'ana: 50%'),
        'short.project.yaml': project('Short', 4, 'ana: 50%, ben: 100%'),
      },
      monday,
    );
    // Half of each day for either project: a full week, in the 8 hours of the calendar that both share.
    assert.deepEqual(weeksOf(analysis, 'ana'), { '2026-W19': '2400/2400' });
    assert.deepEqual(cellsOf(loadOf(analysis, 'ana').weeks[0]), ['long/a 1200 stated', 'short/a 1200 stated']);
    // Who works on nothing else has days of four hours.
    assert.deepEqual(weeksOf(analysis, 'ben'), { '2026-W19': '1200/1200' });
  });

  it('adds up the windows of somebody in a team', () => {
    const analysis = projectOf(`
people: { ana: { name: Ana } }
team: { ana: [{ allocation: 50%, to: 2026-05-06 }, { allocation: 80%, from: 2026-05-07 }] }
items: { a: { title: A, start: 2026-05-04, end: 2026-05-08, assignees: ana } }`);
    // Three days at a half and two at four fifths.
    assert.deepEqual(weeksOf(analysis, 'ana'), { '2026-W19': '1488/2400' });
    assert.deepEqual(cellsOf(loadOf(analysis, 'ana').weeks[0]), ['p/a 720 stated', 'p/a 768 stated']);
  });

  it('has the work that is done and that of what is left', () => {
    const analysis = projectOf(
      `
people: { ana: { name: Ana } }
items:
  a: { title: A, estimate: 4d, progress: 50%, started: 2026-05-05, assignees: ana }`,
      '2026-05-07',
    );
    // Two of four days are done on Tuesday and Wednesday, the others are left for Thursday and Friday.
    assert.deepEqual(weeksOf(analysis, 'ana'), { '2026-W19': '1920/2400' });
    assert.deepEqual(cellsOf(loadOf(analysis, 'ana').weeks[0]), ['p/a 960 actual', 'p/a 960 stated']);
  });

  it('goes by the public holidays of the country that a person lives in', () => {
    const holidays = (country: string): ReturnType<typeof date>[] => (country === 'FR' ? [date('2026-05-08')] : []);
    const analysis = analysisOf(
      {
        'p.project.yaml': `
project: P
people: { ana: { name: Ana, country: FR } }
items: { a: { title: A, start: 2026-05-04, end: 2026-05-08, assignees: ana } }`,
      },
      monday,
      holidays,
    );
    assert.deepEqual(weeksOf(analysis, 'ana'), { '2026-W19': '1920/1920' });
  });

  it('has no weeks where nothing is booked', () => {
    const analysis = analysisOf(
      {
        '.throughline.yaml': `
calendar: { hours_per_day: 6 }
people: { ana: { name: Ana, away: 2026-05-08 } }`,
      },
      monday,
    );
    assert.deepEqual(weeksOf(analysis, 'ana'), {});
    const week = loadOf(analysis, 'ana').week(day(monday));
    // Four days of six hours.
    assert.deepEqual([week?.demand, week?.capacity, week?.ratio], [0, 1440, 0]);
    assert.deepEqual(week?.bookings, []);
    assert.deepEqual(analysis.capacity.overAllocations(), []);
    assert.deepEqual(analysis.capacity.timeAway, []);
    assert.equal(analysis.capacity.of('nobody'), undefined);
  });

  it('is nothing for somebody with no time at all, and there is no ratio to that', () => {
    const analysis = projectOf(`
people: { zoe: { name: Zoe, capacity: 0% } }
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-08, assignees: zoe }
  b: { title: B, estimate: 3d, assignees: zoe }`);
    assert.deepEqual(weeksOf(analysis, 'zoe'), {});
    const week = loadOf(analysis, 'zoe').week(day(monday));
    assert.deepEqual([week?.demand, week?.capacity, week?.ratio], [0, 0, undefined]);
    assert.deepEqual(analysis.capacity.overAllocations(), []);
  });

  it('knows people whom only the items name', () => {
    const analysis = projectOf('items: { a: { title: A, estimate: 2d, assignees: Ana Ng } }');
    assert.deepEqual(weeksOf(analysis, 'Ana Ng'), { '2026-W19': '960/2400' });
  });

  it('is nothing in a calendar without a working day', () => {
    const analysis = projectOf(`
calendar: { workdays: [] }
people: { ana: { name: Ana } }
items: { a: { title: A, start: 2026-05-04, end: 2026-05-08, assignees: ana } }`);
    assert.deepEqual(weeksOf(analysis, 'ana'), {});
    assert.deepEqual(analysis.capacity.overAllocations(), []);
  });
});
