import assert from 'node:assert/strict';
import { PlanForecast } from '../../../../src/core/analysis/forecast/planForecast';
import { topItems } from '../../../../src/core/analysis/lineage';
import type { PlanAnalysis } from '../../../../src/core/analysis/planAnalysis';
import type { ProjectFile } from '../../../../src/core/plan/planFile';
import { analysisOf, monday } from '../schedule/scheduleFrom';

const estimate = 'estimate: { optimistic: 2d, likely: 4d, pessimistic: 9d }';
const runs = 1000;

/** Two projects that wait for nothing of each other, the first of two items with a deadline and a milestone. */
function plan(): PlanAnalysis {
  const first = `milestones: { m: { title: M, date: 2026-05-20 } }
items:
  a: { title: A, ${estimate}, deadline: 2026-05-08 }
  b: { title: B, ${estimate}, depends_on: a, milestone: m }
`;
  return analysisOf(
    {
      'p.project.yaml': `project: P\nstart: 2026-05-04\n${first}`,
      'q.project.yaml': `project: Q\nstart: 2026-05-04\nitems: { c: { title: C, ${estimate} } }\n`,
    },
    monday,
  );
}

function projectsOf({ plan: { projects } }: PlanAnalysis): readonly [ProjectFile, ProjectFile] {
  const [first, second] = projects;
  assert.ok(first && second);
  return [first, second];
}

describe('a forecast that is made step by step', () => {
  it('is that which is made at once', () => {
    const analysis = plan();
    const [file] = projectsOf(analysis);
    const stepped = new PlanForecast(analysis, { runs });
    for (const done of stepped.steps(file)) assert.ok(done > 0);
    assert.deepEqual(stepped.known(file), new PlanForecast(analysis, { runs }).project(file));
  });

  it('is known only when all steps are made, and then for all that is connected', () => {
    const analysis = plan();
    const [file, other] = projectsOf(analysis);
    const [item] = topItems(file);
    assert.ok(item);
    const forecast = new PlanForecast(analysis, { runs });
    const steps = forecast.steps(file)[Symbol.iterator]();
    for (let step = steps.next(); step.done !== true; step = steps.next())
      assert.equal(forecast.known(file), undefined);
    assert.ok(forecast.known(file));
    assert.ok(forecast.known(item));
    assert.equal(forecast.known(other), undefined);
  });

  it('can be finished by another who asks for it, once or at the same time', () => {
    const analysis = plan();
    const [file] = projectsOf(analysis);
    const expected = new PlanForecast(analysis, { runs }).project(file);
    const forecast = new PlanForecast(analysis, { runs });
    const [one, other] = [forecast.steps(file), forecast.steps(file)].map((steps) => steps[Symbol.iterator]());
    for (let step = 0; step < 5; step++) assert.equal(one?.next().done ?? other?.next().done, false);
    assert.deepEqual(forecast.project(file), expected);
    assert.equal(one?.next().done, true);
    assert.deepEqual(forecast.known(file), expected);
  });

  it('says how much there is to do, which its steps then do', () => {
    const analysis = plan();
    const [file, other] = projectsOf(analysis);
    const forecast = new PlanForecast(analysis, { runs });
    assert.equal(forecast.size, 4);
    assert.equal(forecast.activityRuns(file), 3 * runs, 'two items and a milestone');
    let done = 0;
    for (const step of forecast.steps(file)) done += step;
    assert.ok(done > 2.5 * runs && done < 3.5 * runs, String(done));
    assert.equal(forecast.activityRuns(file), 0);
    assert.ok(forecast.activityRuns(other) > 0);
    const [item] = topItems(file);
    assert.ok(item);
    assert.equal(forecast.activityRuns(item), 0);
  });

  it('has no steps for what has no forecast', () => {
    const analysis = plan();
    const [, other] = projectsOf(analysis);
    const [item] = topItems(other);
    assert.ok(item, 'which has no deadline');
    const forecast = new PlanForecast(analysis, { runs });
    assert.deepEqual([...forecast.steps(item)], []);
    assert.equal(forecast.activityRuns(item), 0);
    assert.equal(forecast.known(item), undefined);
  });
});
