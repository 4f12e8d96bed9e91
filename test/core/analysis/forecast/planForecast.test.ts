import { assert } from 'chai';
import { describe, it } from 'mocha';
import { assertClose, datesOf, daysFromMonday, forecastOfProject, forecasts } from './planForecastFrom';

/** Three points that leave nothing open. */
const exactly = (days: number): string => `estimate: { optimistic: ${days}d, likely: ${days}d, pessimistic: ${days}d }`;

describe('the forecast of a project', () => {
  const one = 'end: 2026-05-08\nitems: { a: { title: A, estimate: { optimistic: 2d, likely: 4d, pessimistic: 8d } } }';

  it('is the distribution of its one item', () => {
    // Triangular over 2, 4 and 8 days: 8 − √((1 − p) × 6 × 4) from its mode on, and up to 5 days 1 − 3² / 24.
    const { project } = forecastOfProject(one, { distribution: 'triangular' });
    assertClose(daysFromMonday(project), [4.536, 5.809, 6.905], 0.06);
    assert.deepEqual(datesOf(project), ['2026-05-08', '2026-05-11', '2026-05-12']);
    assert.closeTo(project?.meets ?? NaN, 0.625, 0.015);
    assert.include(project, { runs: 10_000, leftOut: 0 });
  });

  it('is that of PERT where nothing else is asked for', () => {
    // Over 2, 4 and 6 days a beta distribution of shapes 3 and 3: x³ (10 − 15 x + 6 x²) = 0.8 for 0.6734, 0.95 for 0.8107.
    const { project } = forecastOfProject(
      'items: { a: { title: A, estimate: { optimistic: 2d, likely: 4d, pessimistic: 6d } } }',
      {},
    );
    assertClose(daysFromMonday(project), [4, 4.694, 5.243], 0.04);
  });

  it('scales three points by the share of time that people give', () => {
    const { project } = forecastOfProject(
      `
people: { ana: { name: Ana, capacity: 50% } }
items: { a: { title: A, assignees: ana, estimate: { optimistic: 1d, likely: 2d, pessimistic: 4d } } }`,
      { distribution: 'triangular' },
    );
    assertClose(daysFromMonday(project), [4.536, 5.809, 6.905], 0.06);
  });

  it('is of what is left to do', () => {
    const { project } = forecastOfProject(
      `
items:
  a: { title: A, started: 2026-04-27, progress: 50%, estimate: { optimistic: 4d, likely: 8d, pessimistic: 16d } }`,
      { distribution: 'triangular' },
    );
    assertClose(daysFromMonday(project), [4.536, 5.809, 6.905], 0.06);
  });

  it('is certain to meet an end that is late enough, and to miss one that is too early', () => {
    const meets = (end: string): number | undefined => forecastOfProject(one.replace('2026-05-08', end)).project?.meets;
    assert.equal(meets('2026-05-13'), 1);
    assert.equal(meets('2026-05-05'), 0);
  });

  it('says nothing of an end that is not stated', () => {
    assert.notProperty(forecastOfProject(one.replace(/^end.*\n/, '')).project, 'meets');
  });

  it('leaves out what is unknown and what waits for it, and counts it', () => {
    const { project } = forecastOfProject(`
items:
  a: { title: A, ${exactly(2)} }
  b: { title: B }
  c: { title: C, ${exactly(9)}, depends_on: b }`);
    assert.deepEqual(datesOf(project), ['2026-05-05', '2026-05-05', '2026-05-05']);
    assert.equal(project?.leftOut, 2);
  });

  it('counts lags in the time that they are written in', () => {
    const after = (lag: string): string | undefined =>
      datesOf(
        forecastOfProject(`
items:
  a: { title: A, ${exactly(5)} }
  b: { title: B, ${exactly(1)}, depends_on: a +${lag} }`).project,
      )[0];
    assert.equal(after('3d'), '2026-05-14');
    assert.equal(after('3ed'), '2026-05-12');
  });

  it('is undefined where nothing is known', () => {
    const { project, criticality } = forecastOfProject('items: { a: { title: A } }');
    assert.isUndefined(project);
    assert.isUndefined(criticality('a'));
    assert.isUndefined(forecastOfProject('').project);
  });

  it('takes no notice of what is dropped', () => {
    const { project, criticality } = forecastOfProject(`
items:
  a: { title: A, ${exactly(2)} }
  b: { title: B, status: dropped, ${exactly(9)} }`);
    assert.deepEqual(datesOf(project), ['2026-05-05', '2026-05-05', '2026-05-05']);
    assert.equal(project?.leftOut, 0);
    assert.isUndefined(criticality('b'));
  });

  it('is its finish where all is done', () => {
    const yaml = `items: { a: { title: A, started: 2026-05-04, finished: 2026-05-06, estimate: 2d } }`;
    const { project, criticality } = forecastOfProject(`end: 2026-05-06\n${yaml}`, {}, '2026-06-01');
    assert.deepEqual(datesOf(project), ['2026-05-06', '2026-05-06', '2026-05-06']);
    assert.equal(project?.meets, 1);
    assert.equal(criticality('a'), 0);
    assert.equal(forecastOfProject(`end: 2026-05-05\n${yaml}`, {}, '2026-06-01').project?.meets, 0);
  });

  it('is never before today while anything is open', () => {
    const { project, milestone } = forecastOfProject(
      'end: 2026-05-31\nmilestones: { m: { title: M, date: 2026-05-20 } }\nitems: { a: { title: A, estimate: 2d, progress: 100% } }',
      { runs: 50 },
      '2026-06-01',
    );
    assert.deepEqual(datesOf(project), ['2026-06-01', '2026-06-01', '2026-06-01']);
    assert.equal(project?.meets, 0);
    assert.equal(milestone('m')?.meets, 0);
  });

  it('takes a parent with the only estimate as one piece', () => {
    const { project, criticality } = forecastOfProject(`
items:
  whole: { title: Whole, ${exactly(3)}, items: { a: { title: A }, b: { title: B } } }`);
    assert.deepEqual(datesOf(project), ['2026-05-06', '2026-05-06', '2026-05-06']);
    assert.equal(project?.leftOut, 0);
    assert.equal(criticality('whole'), 1);
    assert.isUndefined(criticality('a'));
  });
});

describe('the criticality of an item', () => {
  it('is the share of the runs in which it decides when the project finishes', () => {
    // Of two with the same distribution each is the longer one in half of the runs; short finishes long before.
    const points = 'estimate: { optimistic: 2d, likely: 4d, pessimistic: 8d }';
    const { criticality } = forecastOfProject(
      `
items:
  first: { title: First, ${points} }
  second: { title: Second, ${points} }
  short: { title: Short, ${exactly(1)} }
  parent: { title: Parent, items: { end: { title: End, ${exactly(1)}, depends_on: [first, second, short] } } }`,
      {},
    );
    assert.closeTo(criticality('first') ?? NaN, 0.5, 0.02);
    assert.closeTo(criticality('second') ?? NaN, 0.5, 0.02);
    assert.equal(criticality('short'), 0);
    assert.equal(criticality('end'), 1);
    assert.equal(criticality('parent'), 1);
  });
});

describe('what has one estimate', () => {
  const estimated = (record: string): string => `
items:
  next: { title: Next, estimate: 10d }
${record}`;
  const done = (count: number, spent: string): string =>
    Array.from(
      { length: count },
      (_, at) =>
        `  d${at}: { title: D, status: done, started: 2026-04-06, finished: 2026-04-30, estimate: 2d, spent: ${spent} }`,
    ).join('\n');

  it('varies as the done items of its project did, once there are five', () => {
    const { project } = forecastOfProject(estimated(done(5, '3d')).replace('items:', 'end: 2026-05-22\nitems:'));
    assertClose(daysFromMonday(project), [15, 15, 15], 0);
    assert.equal(project?.meets, 1);
  });

  it('varies by the default spread with four', () => {
    // PERT over 7.5, 10 and 20 days: not less, not more.
    const four = daysFromMonday(forecastOfProject(estimated(done(4, '3d')), {}).project);
    assert.deepEqual(four, daysFromMonday(forecastOfProject(estimated(''), {}).project));
    const [p50 = 0, , p95 = 0] = four;
    assert.closeTo(p50, 10.98, 0.1);
    assert.isBelow(p95, 20);
    assert.isAbove(p95, 14);
  });

  it('does not vary by the record of another project', () => {
    const files = {
      'p.project.yaml': `project: P\nstart: 2026-05-04\n${estimated('')}`,
      'q.project.yaml': `project: Q\nstart: 2026-04-01\nitems:\n${done(5, '3d')}\n`,
    };
    assert.deepEqual(forecasts(files).project, forecastOfProject(estimated('')).project);
  });

  it('counts once what a parent and its children both say', () => {
    const parent = `
  d: { title: D, status: done, estimate: 2d, spent: 6d, items: {
    e: { title: E, status: done, finished: 2026-04-30, estimate: 2d, spent: 3d } } }`;
    const { project } = forecastOfProject(estimated(`${done(4, '3d')}${parent}`));
    assertClose(daysFromMonday(project), [15, 15, 15], 0);
  });

  it('varies by the default spread where it is a duration, whatever the record says', () => {
    const of = (record: string): readonly number[] =>
      daysFromMonday(forecastOfProject(estimated(record).replace('estimate: 10d', 'duration: 10d')).project);
    assert.deepEqual(of(done(5, '3d')), of(''));
    assert.isAbove(of('')[1] ?? 0, of('')[0] ?? 0);
  });
});

describe('stated dates in a forecast', () => {
  it('have the length between them: half of the runs finish close to the stated end', () => {
    const { project } = forecastOfProject(`
items:
  a: { title: A, start: 2026-05-11, end: 2026-05-29, estimate: { optimistic: 1d, likely: 2d, pessimistic: 3d } }`);
    // 15 working days, by three points half as many and half as many again: P50 is the stated end.
    const [p50 = 0, , p95 = 0] = daysFromMonday(project);
    assert.closeTo(p50, 20, 0.3);
    assert.isAbove(p95, 22);
  });

  it('come later together, as the default spread has it', () => {
    const { project } = forecastOfProject(`
end: 2026-06-12
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-15 }
  b: { title: B, start: 2026-05-18, end: 2026-05-29, depends_on: a }
  c: { title: C, start: 2026-06-01, end: 2026-06-12, depends_on: b }`);
    const [p50 = 0] = daysFromMonday(project);
    assert.isAbove(p50, 30);
    assert.isBelow(p50, 35);
    assert.isAbove(project?.meets ?? 0, 0);
    assert.isBelow(project?.meets ?? 1, 0.3);
  });

  it('never let work begin before its stated start', () => {
    const { project } = forecastOfProject(`items: { a: { title: A, start: 2026-05-11, ${exactly(2)} } }`);
    assert.deepEqual(datesOf(project), ['2026-05-12', '2026-05-12', '2026-05-12']);
  });

  it('leave what is overdue with its effort from today', () => {
    const yaml = `items: { a: { title: A, start: 2026-05-04, end: 2026-05-08, ${exactly(3)} } }`;
    assert.deepEqual(datesOf(forecastOfProject(yaml, { runs: 50 }, '2026-06-01').project), [
      '2026-06-03',
      '2026-06-03',
      '2026-06-03',
    ]);
  });

  it('keep work with nothing but an end there, or later if that is past', () => {
    const yaml = 'items: { a: { title: A, end: 2026-05-20 } }';
    assert.equal(datesOf(forecastOfProject(yaml, { runs: 50 }).project)[0], '2026-05-20');
    assert.equal(datesOf(forecastOfProject(yaml, { runs: 50 }, '2026-06-01').project)[0], '2026-06-01');
  });

  it('keep what waits for something unknown in the forecast', () => {
    const { project } = forecastOfProject(`
items:
  a: { title: A }
  b: { title: B, start: 2026-05-11, end: 2026-05-15, depends_on: a }`);
    assert.equal(project?.leftOut, 1);
    assert.isAbove(daysFromMonday(project)[0] ?? 0, 8);
  });
});

describe('people in a forecast', () => {
  it('do one thing after the other', () => {
    const two = (second: string): string => `
people: { ana: { name: Ana }, ben: { name: Ben } }
items:
  a: { title: A, ${exactly(2)}, assignees: ana }
  b: { title: B, ${exactly(2)}, assignees: ${second} }`;
    assert.equal(datesOf(forecastOfProject(two('ana')).project)[0], '2026-05-07');
    assert.equal(datesOf(forecastOfProject(two('ben')).project)[0], '2026-05-05');
  });

  it('do side by side what they have time for', () => {
    const half = (share: string): string => `
people: { ana: { name: Ana } }
items:
  a: { title: A, ${exactly(2)}, assignees: { ana: 50% } }
  b: { title: B, ${exactly(1)}, assignees: { ana: ${share} } }`;
    assert.equal(datesOf(forecastOfProject(half('50%')).project)[0], '2026-05-07');
    assert.equal(datesOf(forecastOfProject(half('100%')).project)[0], '2026-05-08');
  });

  it('finish what takes longer than in the schedule before they go on', () => {
    // In the schedule Ana is done with A on 8 May, and free for C when B is done a week later.
    const yaml = `
people: { ana: { name: Ana }, ben: { name: Ben }, eve: { name: Eve } }
items:
  a: { title: A, assignees: ana, estimate: { optimistic: 4d, likely: 5d, pessimistic: 30d } }
  b: { title: B, assignees: ben, ${exactly(10)} }
  c: { title: C, assignees: ana, ${exactly(5)}, depends_on: b }`;
    const chained = forecastOfProject(yaml, {});
    const free = forecastOfProject(yaml.replace('assignees: ana, estimate', 'assignees: eve, estimate'), {});
    assert.isAbove(daysFromMonday(chained.project)[2] ?? 0, (daysFromMonday(free.project)[2] ?? 0) + 4);
    const share = chained.criticality('a') ?? NaN;
    assert.closeTo((chained.criticality('b') ?? NaN) + share, 1, 0.01);
    assert.isAbove(share, 0.1);
  });

  it('work by the days off that a late run meets', () => {
    const { project } = forecastOfProject(`
people: { ana: { name: Ana, away: [2026-05-11..2026-05-15] } }
items: { a: { title: A, assignees: ana, estimate: { optimistic: 4d, likely: 4d, pessimistic: 9d } } }`);
    const [p50, , p95] = datesOf(project);
    assert.equal(p50, '2026-05-08');
    assert.isAtLeast(Date.parse(p95 ?? ''), Date.parse('2026-05-18'));
  });

  it('begin when they come to the project', () => {
    const { project } = forecastOfProject(`
people: { ana: { name: Ana } }
team: { ana: { from: 2026-05-18, allocation: 50% } }
items: { a: { title: A, assignees: ana, ${exactly(2)} } }`);
    assert.equal(datesOf(project)[0], '2026-05-21');
  });

  it('leave out what nobody is there to finish', () => {
    const { project } = forecastOfProject(`
people: { ana: { name: Ana } }
team: { ana: { from: 2026-05-04, to: 2026-05-06 } }
items: { a: { title: A, assignees: ana, ${exactly(9)} }, b: { title: B, ${exactly(1)} } }`);
    assert.equal(project?.leftOut, 1);
    assert.equal(datesOf(project)[0], '2026-05-04');
  });

  it('keep their order where stated dates go against what waits for what', () => {
    // By their dates Ana does A first, by their dependency B: the forecast keeps the dependency.
    const { project } = forecastOfProject(`
people: { ana: { name: Ana } }
items:
  a: { title: A, assignees: ana, start: 2026-05-04, end: 2026-05-08, depends_on: b }
  b: { title: B, assignees: ana, start: 2026-05-11, end: 2026-05-15 }`);
    assert.equal(project?.leftOut, 0);
    assert.isAtLeast(daysFromMonday(project)[0] ?? 0, 13);
  });

  it('wait for all of the things that they are to do at once by stated dates', () => {
    const { project, criticality } = forecastOfProject(
      `
people: { ana: { name: Ana } }
items:
  a: { title: A, assignees: ana, start: 2026-05-04, end: 2026-05-08, estimate: { optimistic: 3d, likely: 4d, pessimistic: 11d } }
  b: { title: B, assignees: ana, start: 2026-05-06, end: 2026-05-12, estimate: { optimistic: 3d, likely: 4d, pessimistic: 11d } }
  c: { title: C, assignees: ana, ${exactly(1)} }
  d: { title: D, assignees: ana, ${exactly(1)} }`,
      {},
    );
    // Each takes all of her time. C and D come after both, so that what finishes last of the two is critical.
    assert.isAbove(criticality('a') ?? 0, 0.05);
    assert.isAbove(criticality('b') ?? 0, 0.05);
    assert.closeTo((criticality('a') ?? 0) + (criticality('b') ?? 0), 1, 0.01);
    assert.equal(criticality('c'), 1);
    assert.equal(criticality('d'), 1);
    assert.isAbove(daysFromMonday(project)[0] ?? 0, 8);
  });

  it('who are suppliers do any number of things at once', () => {
    const { project } = forecastOfProject(`
people: { acme: { name: Acme, kind: supplier } }
items:
  a: { title: A, ${exactly(2)}, assignees: acme }
  b: { title: B, ${exactly(2)}, assignees: acme }`);
    assert.equal(datesOf(project)[0], '2026-05-05');
  });
});
