import { assert } from 'chai';
import { describe, it } from 'mocha';
import { analysisOf } from './schedule/scheduleFrom';

describe('the analysis of a plan', () => {
  it('judges the health of a project by its money as well as by its dates', () => {
    const analysis = analysisOf(
      {
        'p.project.yaml': `
project: P
start: 2026-05-04
end: 2026-06-26
budget: { total: 100000 EUR, lines: { all: { planned: 100000 EUR, spent: 65000 EUR } } }
items:
  done: { title: Done, status: done, estimate: 10d, start: 2026-05-04, finished: 2026-05-15 }
  open: { title: Open, estimate: 10d, start: 2026-05-18, end: 2026-05-29 }
`,
      },
      '2026-05-18',
    );
    const [file] = analysis.plan.projects;
    assert.isDefined(file);
    // Half is done for 65,000, so that all of it would cost 130,000: a quarter over the budget, and more.
    assert.equal(analysis.cost(file).earnedValue.eac, 130_000_00);
    const { health } = analysis.rollUps.project(file);
    assert.equal(health.computed, 'off-track');
    assert.deepEqual(
      health.reasons.map(({ kind }) => kind),
      ['cost'],
    );
  });
});
