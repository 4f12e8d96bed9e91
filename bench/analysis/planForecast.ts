import { Temporal } from 'temporal-polyfill';
import { PlanForecast } from '../../src/core/analysis/forecast/planForecast';
import { PlanAnalysis } from '../../src/core/analysis/planAnalysis';
import { PlanSet } from '../../src/core/plan/planSet';
import type { Measure } from '../measure';
import { planTexts } from '../plans';

const folder = 'file:///plan';
const today = Temporal.PlainDate.from('2026-05-04');

/** From a plan that has been read, and its schedule, to the percentiles and probabilities of a project. */
export function planForecastMeasure(): Measure {
  const analysis = analysisOf(1, 1000, 2000);
  return {
    title: '1 project of 1,000 items and 2,000 dependencies: 10,000 runs',
    rounds: 7,
    cases: [
      {
        name: 'forecast of the project',
        run: () => {
          const [project] = analysis.plan.projects;
          // The schedule has been worked out when a forecast is asked for, and has a measure of its own.
          const forecast = project && new PlanForecast(analysis).project(project);
          if (forecast?.p95 === undefined) throw new Error('The project has no forecast.');
          return forecast;
        },
        goal: { milliseconds: 2000 },
      },
    ],
  };
}

function analysisOf(projects: number, items: number, dependencies: number): PlanAnalysis {
  const set = new PlanSet();
  set.setFolders([folder]);
  for (const [name, text] of planTexts({ projects, items, dependencies, people: 40 }))
    set.setText(`${folder}/${name}`, text);
  const [plan] = set.plans;
  if (!plan) throw new Error('There is no plan.');
  const analysis = new PlanAnalysis(plan, today);
  if (analysis.schedule.bookings.length === 0) throw new Error('Nobody works.');
  return analysis;
}
