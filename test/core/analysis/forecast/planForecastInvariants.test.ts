import assert from 'node:assert/strict';
import fc from 'fast-check';
import { startOf } from '../../../../src/core/analysis/calendar';
import { forecasts } from './planForecastFrom';

const people = 'people: { ana: { name: Ana }, ben: { name: Ben, capacity: 50%, away: [2026-05-11..2026-05-22] } }';
const runs = 40;
const most = 7;

/** What an item may say, by a number each. */
const certain = fc.record({
  days: fc.integer({ min: 1, max: 6 }),
  who: fc.constantFrom('', 'assignees: ana', 'assignees: { ana: 50% }', 'assignees: ben', 'owner: ben'),
  waitsFor: fc.array(fc.tuple(fc.nat(most), fc.constantFrom('', '', ' +1d', ' +3ed', ' SS+1d')), { maxLength: 2 }),
});

const anything = fc.record({
  length: fc.constantFrom(
    'estimate: 3d',
    'estimate: { optimistic: 1d, likely: 3d, pessimistic: 12d }',
    'size: L',
    'duration: 4d',
    'duration: 3ed',
    'estimate: 0d',
    '',
  ),
  dates: fc.constantFrom(
    '',
    '',
    'start: 2026-05-12',
    'end: 2026-05-20',
    'start: 2026-04-20, end: 2026-05-15',
    'start: 2026-04-01, end: 2026-04-10',
    'started: 2026-04-27, progress: 40%',
    'status: in-progress',
    'status: done',
    'status: dropped',
    'started: 2026-04-06, finished: 2026-04-17, spent: 5d',
    'not_before: 2026-06-01',
    'deadline: 2026-05-08',
  ),
  who: fc.constantFrom('', 'assignees: ana', 'assignees: [ana, ben]', 'assignees: { ana: 50% }', 'owner: ben'),
  waitsFor: fc.array(fc.tuple(fc.nat(most), fc.constantFrom('', ' SS+1d', ' FF', ' SF-2d', ' -5d')), { maxLength: 2 }),
});

function projectText(lines: readonly string[]): string {
  return `project: P\nstart: 2026-05-04\n${people}\nitems:\n${lines.join('\n')}\n`;
}

function itemText(at: number, ...parts: readonly string[]): string {
  return `  i${at}: { ${[`title: I${at}`, ...parts].filter((part) => part !== '').join(', ')} }`;
}

describe('the forecast of any plan', () => {
  it('finishes with the feasible schedule where all lengths are certain', () => {
    fc.assert(
      fc.property(fc.array(certain, { minLength: 1, maxLength: most + 1 }), (items) => {
        const lines = items.map(({ days, who, waitsFor }, at) => {
          const before = waitsFor.filter(([other]) => other < at).map(([other, how]) => `i${other}${how}`);
          const estimate = `estimate: { optimistic: ${days}d, likely: ${days}d, pessimistic: ${days}d }`;
          return itemText(at, estimate, who, `depends_on: [${before.join(', ')}]`);
        });
        const { project, analysis } = forecasts({ 'p.project.yaml': projectText(lines) }, { runs: 2 });
        const [file] = analysis.plan.projects;
        assert.ok(file);
        assert.equal(project?.p50, analysis.schedule.span(file)?.finish);
        assert.equal(project?.p95, project?.p50);
      }),
      { numRuns: 200 },
    );
  });

  it('has its percentiles in order, none of open work before today, and shares from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: most + 1 }), (items) => {
        const lines = items.map(({ length, dates, who, waitsFor }, at) =>
          itemText(at, length, dates, who, `depends_on: [${waitsFor.map(([to, how]) => `i${to}${how}`).join(', ')}]`),
        );
        const made = forecasts({ 'p.project.yaml': projectText(lines) }, { runs });
        const { analysis } = made;
        const today = startOf(analysis.today) ?? NaN;
        const [file] = analysis.plan.projects;
        const works = file ? analysis.schedule.in(file) : [];
        const isOver = (id: string): boolean => /finished:|status: done/.test(lines[Number(id.slice(1))] ?? '');
        const isOpen = works.some(({ work, dropped }) => !dropped && !isOver(work.id));
        const { project } = made;
        if (project) {
          const { p50, p80 = Infinity, p95 = Infinity, leftOut } = project;
          assert.ok(p50 <= p80 && p80 <= p95);
          assert.ok(Number.isInteger(p50));
          assert.ok(!isOpen || p50 > today);
          assert.equal(leftOut, works.filter(({ unknown, finish }) => unknown && finish === undefined).length);
        }
        for (const { work } of works) {
          if (work.kind !== 'item') continue;
          const share = made.criticality(work.id) ?? 0;
          assert.ok(share >= 0 && share <= 1);
          const { meets = 0 } = made.item(work.id) ?? {};
          assert.ok(meets >= 0 && meets <= 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same in whatever order the plan is written', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 2, maxLength: most + 1 }), (items) => {
        const lines = items.map(({ length, dates, who, waitsFor }, at) =>
          itemText(at, length, dates, who, `depends_on: [${waitsFor.map(([to, how]) => `i${to}${how}`).join(', ')}]`),
        );
        const one = forecasts({ 'p.project.yaml': projectText(lines) }, { runs });
        const other = forecasts({ 'p.project.yaml': projectText([...lines].reverse()) }, { runs });
        assert.deepEqual(one.project, other.project);
        items.forEach((_, at) => assert.equal(one.criticality(`i${at}`), other.criticality(`i${at}`)));
      }),
      { numRuns: 150 },
    );
  });
});
