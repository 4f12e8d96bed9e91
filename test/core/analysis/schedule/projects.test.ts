import { assert } from 'chai';
import { describe, it } from 'mocha';
import { Temporal } from 'temporal-polyfill';
import type { PublicHolidays } from '../../../../src/core/analysis/calendar';
import { analysisOf, drivers, feasible, floats, monday, projectOf } from './scheduleFrom';

describe('projects that are linked', () => {
  it('wait in the calendar of the one that waits', () => {
    const analysis = analysisOf(
      {
        'p.project.yaml': `project: P
start: 2026-05-04
calendar: { workdays: [mon, tue, wed, thu, fri, sat], hours_per_day: 6 }
items: { a: { title: A, estimate: 6d } }`,
        'q.project.yaml': `project: Q
start: 2026-05-04
calendar: { holidays: 2026-05-11 }
items:
  b: { title: B, estimate: 1d, depends_on: p/a }
  c: { title: C, estimate: 1d, depends_on: p/a SS+5d }
  d: { title: D, estimate: 8h, depends_on: p/a FS+1ed }`,
      },
      monday,
    );
    assert.deepEqual(feasible(analysis), { a: '05-04..05-09', 'q/b': '05-12', 'q/c': '05-12', 'q/d': '05-12' });
  });

  it('have floats to the end of whatever project they delay', () => {
    const analysis = analysisOf(
      {
        'p.project.yaml': `project: P
start: 2026-05-04
items: { a: { title: A, estimate: 1d }, b: { title: B, estimate: 5d } }`,
        'q.project.yaml': 'project: Q\nstart: 2026-05-04\nitems: { c: { title: C, estimate: 2d, depends_on: p/a } }',
      },
      monday,
    );
    assert.deepEqual(floats(analysis), {
      a: '05-04 05-04 0 0 critical',
      b: '05-04..05-08 05-04..05-08 0 0 critical',
      'q/c': '05-05..05-06 05-05..05-06 0 0 critical',
    });
  });
});

describe('where a project begins', () => {
  const items = 'items: { a: { title: A, estimate: 1d, status: done } }';

  it('is its baseline where it has no start', () => {
    const yaml = `project: P\nbaseline: { start: 2026-05-11 }\n${items}`;
    assert.deepEqual(feasible(analysisOf({ 'p.project.yaml': yaml }, '2026-05-13')), { a: '05-11' });
  });

  it('is the first date of its items where it has neither, and not after today', () => {
    const dated = `project: P\n${items.replace('} }', '}, b: { title: B, finished: 2026-05-06 } }')}`;
    assert.deepEqual(feasible(analysisOf({ 'p.project.yaml': dated }, '2026-05-13')), { a: '05-06', b: '05-06' });
    const none = `project: P\n${items}`;
    assert.deepEqual(feasible(analysisOf({ 'p.project.yaml': none }, '2026-05-13')), { a: '05-13' });
  });

  it('makes no difference to one that is closed, or empty', () => {
    const analysis = projectOf('phase: closed\nitems: { a: { title: A, estimate: 1d } }');
    assert.deepEqual(feasible(analysis), { a: '05-04' });
    assert.isUndefined(projectOf('phase: closed').schedule.span([...projectOf('').plan.projects][0] ?? assert.fail()));
  });
});

describe('holidays', () => {
  it('leave a stated start where it is, and make its work longer', () => {
    const analysis = projectOf(`
calendar: { holidays: 2026-05-05 }
items:
  a: { title: A, estimate: 2d, start: 2026-05-05 }
  b: { title: B, estimate: 2d, depends_on: a SS }
  c: { title: C, estimate: 1d, end: 2026-05-05 }`);
    assert.deepEqual(feasible(analysis), { a: '05-05..05-07', b: '05-06..05-07', c: '05-04..05-05' });
  });

  it('of a person are those of their own country', () => {
    const days: Readonly<Record<string, string>> = { DE: '2026-05-05', FR: '2026-05-04' };
    const publicHolidays: PublicHolidays = (country, _region, year) => {
      const day = days[country];
      return day !== undefined && year === 2026 ? [Temporal.PlainDate.from(day)] : [];
    };
    const yaml = `project: P
start: 2026-05-04
calendar: { country: DE }
people: { ana: { name: Ana }, fay: { name: Fay Roux, country: FR } }
items:
  a: { title: A, estimate: 2d, assignees: ana }
  f: { title: F, estimate: 2d, assignees: fay }`;
    const analysis = analysisOf({ 'p.project.yaml': yaml }, monday, publicHolidays);
    assert.deepEqual(feasible(analysis), { a: '05-04..05-06', f: '05-05..05-06' });
    assert.equal(drivers(analysis)['f'], 'calendar');
  });
});

describe('what nobody should write', () => {
  it('leaves everything else its dates', () => {
    const analysis = projectOf(`
calendar: { hours_per_day: 25 }
people: { ana: { name: Ana } }
items:
  twice: { title: Twice, estimate: 1d }
  twice: { title: Again, estimate: 2d }
  base: &base { title: Base, estimate: 2d }
  alias: *base
  merged: { <<: *base, title: Merged }
  child: { title: Child, items: { below: { title: Below, estimate: 1d, depends_on: child } } }
  above: { title: Above, depends_on: inner, items: { inner: { title: Inner, estimate: 1d } } }
  impossible: { title: Impossible, estimate: 10000mo, start: 9999-12-31, depends_on: [impossible, nowhere, ''] }
  sound: { title: Sound, estimate: 3d, assignees: ana }`);
    const days = feasible(analysis);
    assert.equal(days['base'], '05-04..05-05');
    assert.equal(days['sound'], '05-04..05-06');
    assert.deepEqual([days['child'], days['below']], ['cycle', 'cycle']);
    assert.deepEqual([days['above'], days['inner']], ['waits-for-unknown', 'cycle']);
    assert.equal(days['impossible'], 'cycle');
  });

  it('may be a lag of a hundred years in a calendar of minutes', () => {
    const analysis = projectOf(`
calendar: { hours_per_day: 0.1 }
items: { a: { title: A, duration: 1d }, b: { title: B, duration: 1d, depends_on: a FS+200000h } }`);
    assert.deepEqual(feasible(analysis), { a: '05-04', b: 'no-working-time' });
  });
});
