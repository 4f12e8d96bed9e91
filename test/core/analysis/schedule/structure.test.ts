import { assert } from 'chai';
import { describe, it } from 'mocha';
import { analysisOf, drivers, feasible, floats, monday, projectOf, scheduled } from './scheduleFrom';

describe('dependencies', () => {
  it('of all four types hold with their lags in working time', () => {
    const analysis = projectOf(`
items:
  a: { title: A, estimate: 5d }
  fs: { title: FS, estimate: 1d, depends_on: a +1d }
  ss: { title: SS, estimate: 1d, depends_on: a SS+2d }
  ff: { title: FF, estimate: 2d, depends_on: a FF+1d }
  sf: { title: SF, estimate: 2d, depends_on: a SF+4d }
  lead: { title: Lead, estimate: 1d, depends_on: a FS-2d }
  calendar: { title: Calendar, estimate: 1d, depends_on: a +2ed }`);
    assert.deepEqual(feasible(analysis), {
      a: '05-04..05-08',
      fs: '05-12',
      ss: '05-06',
      ff: '05-08..05-11',
      sf: '05-06..05-07',
      lead: '05-07',
      calendar: '05-11',
    });
  });

  it('hold between projects', () => {
    const analysis = analysisOf(
      {
        'p.project.yaml': 'project: P\nstart: 2026-05-04\nitems: { a: { title: A, estimate: 5d } }',
        'q.project.yaml': 'project: Q\nstart: 2026-05-04\nitems: { b: { title: B, estimate: 1d, depends_on: p/a } }',
      },
      monday,
    );
    assert.deepEqual(feasible(analysis), { a: '05-04..05-08', 'q/b': '05-11' });
    assert.equal(drivers(analysis)['q/b'], 'dependency a');
  });

  it('in a ring take the ring out of the schedule, and what waits for it, and nothing else', () => {
    const analysis = projectOf(`
items:
  a: { title: A, estimate: 1d, depends_on: b }
  b: { title: B, estimate: 1d, depends_on: a }
  c: { title: C, estimate: 1d, depends_on: b }
  d: { title: D, estimate: 1d }`);
    assert.deepEqual(feasible(analysis), { a: 'cycle', b: 'cycle', c: 'waits-for-unknown', d: '05-04' });
  });

  it('on what nobody defines are left to the rule that says so', () => {
    assert.deepEqual(feasible(projectOf('items: { a: { title: A, estimate: 1d, depends_on: nobody } }')), {
      a: '05-04',
    });
  });
});

describe('children', () => {
  it('make up their parent', () => {
    const analysis = projectOf(`
items:
  p: { title: P, items: { a: { title: A, estimate: 2d }, b: { title: B, estimate: 1d, depends_on: a } } }
  c: { title: C, estimate: 1d, depends_on: p }`);
    assert.deepEqual(feasible(analysis), { p: '05-04..05-06', a: '05-04..05-05', b: '05-06', c: '05-07' });
    assert.deepEqual(drivers(analysis), { p: 'child a', a: 'project-start', b: 'dependency a', c: 'dependency p' });
  });

  it('wait for what their parent waits for, and for the start that it states', () => {
    const analysis = projectOf(`
items:
  a: { title: A, estimate: 3d }
  p: { title: P, depends_on: a, items: { b: { title: B, estimate: 1d } } }
  q: { title: Q, start: 2026-05-12, items: { c: { title: C, estimate: 1d } } }`);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-06', p: '05-07', b: '05-07', q: '05-12', c: '05-12' });
    assert.equal(scheduled(analysis, 'b').driver?.through?.id, 'p');
    assert.deepEqual(drivers(analysis), {
      a: 'project-start',
      p: 'child b',
      b: 'dependency a',
      q: 'child c',
      c: 'parent q',
    });
  });

  it('are not held by the end of their parent', () => {
    const analysis = projectOf('items: { p: { title: P, end: 2026-05-05, items: { a: { title: A, estimate: 5d } } } }');
    assert.deepEqual(feasible(analysis), { p: '05-04..05-08', a: '05-04..05-08' });
  });

  it('finish no earlier than their parent may', () => {
    const analysis = projectOf(`
items:
  a: { title: A, estimate: 5d }
  p: { title: P, depends_on: a FF, items: { b: { title: B, estimate: 1d }, q: { title: Q, items: { c: { title: C, estimate: 2d } } } } }`);
    assert.deepEqual(feasible(analysis), {
      a: '05-04..05-08',
      p: '05-07..05-08',
      b: '05-08',
      q: '05-07..05-08',
      c: '05-07..05-08',
    });
  });

  it('let go on what waits for the start of their parent with the first of them', () => {
    const analysis = projectOf(`
items:
  p:
    title: P
    items:
      a: { title: A, estimate: 1d, not_before: 2026-05-07 }
      q: { title: Q, items: { b: { title: B, estimate: 1d, not_before: 2026-05-06 } } }
  c: { title: C, estimate: 1d, depends_on: p SS+1d }`);
    assert.deepEqual(feasible(analysis), { p: '05-06..05-07', a: '05-07', q: '05-06', b: '05-06', c: '05-07' });
  });

  it('of a sequential parent follow one another, dropped ones left out', () => {
    const analysis = projectOf(`
items:
  p:
    title: P
    sequential: true
    items:
      a: { title: A, estimate: 2d }
      x: { title: X, estimate: 9d, status: dropped }
      q: { title: Q, items: { b: { title: B, estimate: 1d } } }
      c: { title: C, estimate: 1d }`);
    const days = feasible(analysis);
    assert.deepEqual([days['a'], days['b'], days['c']], ['05-04..05-05', '05-06', '05-07']);
    assert.equal(drivers(analysis)['b'], 'sequence a');
  });

  it('without any length leave their parent its own estimate', () => {
    const analysis = projectOf(`
items:
  p: { title: P, estimate: 4d, items: { a: A, b: { title: B, status: done } } }
  c: { title: C, estimate: 1d, depends_on: p }`);
    // One of two is done, so that half of the estimate is left.
    assert.deepEqual(feasible(analysis), { p: '05-04..05-05', a: 'no-length', b: '05-04', c: '05-06' });
  });

  it('that are unknown make their parent unknown, and what waits for it', () => {
    const analysis = projectOf(`
items:
  p: { title: P, items: { a: A, b: { title: B, estimate: 1d } } }
  c: { title: C, estimate: 1d, depends_on: p }`);
    assert.deepEqual(feasible(analysis), {
      p: 'waits-for-unknown',
      a: 'no-length',
      b: '05-04',
      c: 'waits-for-unknown',
    });
    assert.equal(scheduled(analysis, 'p').unknown?.work?.id, 'a');
  });
});

describe('milestones', () => {
  it('take place when all is done that names them, and never before their date', () => {
    const analysis = projectOf(`
milestones:
  late: { title: Late, date: 2026-05-05 }
  early: { title: Early, date: 2026-05-12 }
  none: { title: None }
  adrift: { title: Adrift }
items:
  a: { title: A, estimate: 3d, milestone: late }
  b: { title: B, estimate: 1d, milestone: early }
  c: { title: C, estimate: 2d, milestone: none }
  d: { title: D, estimate: 1d, depends_on: early }`);
    const days = feasible(analysis);
    assert.deepEqual(
      [days['late'], days['early'], days['none'], days['adrift']],
      ['05-06', '05-12', '05-05', 'no-length'],
    );
    assert.equal(days['d'], '05-13');
    assert.equal(drivers(analysis)['late'], 'dependency a');
    assert.equal(drivers(analysis)['early'], 'date');
  });

  it('were on the day on which they were reached', () => {
    const analysis = projectOf(
      'milestones: { m: { title: M, date: 2026-05-12, reached: 2026-05-07 } }\nitems: { a: { title: A, estimate: 9d, milestone: m } }',
      '2026-05-08',
    );
    assert.equal(feasible(analysis)['m'], '05-07');
  });

  it('that are still open are not before today', () => {
    const analysis = projectOf('milestones: { m: { title: M, date: 2026-05-05 } }', '2026-05-07');
    assert.equal(feasible(analysis)['m'], '05-07');
  });

  it('of a program wait for work of its projects', () => {
    const analysis = analysisOf(
      {
        '.throughline.yaml':
          'programs: { season: { title: Season, milestones: { open: { title: Open, depends_on: p/a } } } }',
        'p.project.yaml': 'project: P\nstart: 2026-05-04\nprogram: season\nitems: { a: { title: A, estimate: 2d } }',
      },
      monday,
    );
    assert.equal(feasible(analysis)['season/open'], '05-05');
  });
});

describe('floats', () => {
  it('are those of the network, in working days of the project', () => {
    const analysis = projectOf(`
items:
  a: { title: A, estimate: 2d }
  b: { title: B, estimate: 5d, depends_on: a }
  c: { title: C, estimate: 1d, depends_on: a }
  d: { title: D, estimate: 1d, depends_on: [b, c] }
  e: { title: E, estimate: 1d }`);
    assert.deepEqual(floats(analysis), {
      a: '05-04..05-05 05-04..05-05 0 0 critical',
      b: '05-06..05-12 05-06..05-12 0 0 critical',
      c: '05-06 05-12 4 4',
      d: '05-13 05-13 0 0 critical',
      e: '05-04 05-13 7 7',
    });
  });

  it('are not used up by dates that somebody wrote down', () => {
    const analysis = projectOf(`
items:
  a: { title: A, start: 2026-05-04, end: 2026-05-05 }
  b: { title: B, start: 2026-05-06, end: 2026-05-07, depends_on: a }
  c: { title: C, start: 2026-05-04, end: 2026-05-15 }`);
    assert.deepEqual(floats(analysis), {
      a: '05-04..05-05 05-12..05-13 6 0',
      b: '05-06..05-07 05-14..05-15 6 6',
      c: '05-04..05-15 05-04..05-15 0 0 critical',
    });
  });
});
