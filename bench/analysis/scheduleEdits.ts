import { Temporal } from 'temporal-polyfill';
import { noPublicHolidays } from '../../src/core/analysis/calendar';
import { PlanAnalysis } from '../../src/core/analysis/planAnalysis';
import type { Measure } from '../measure';
import type { PlanSize } from '../plans';
import { datesRead } from './datesRead';
import { planOf, withLongerItem } from './editedPlan';

const today = new Temporal.PlainDate(2026, 6, 1);
const size = { projects: 1000, items: 100_000, dependencies: 200_000 };
const editedProject = 500;

/** Edits of an organisation whose projects have nothing to do with each other. */
export function separateTeamsMeasure(): Measure {
  return editMeasure('1,000 projects of 100 items, each with people of its own', {
    ...size,
    people: 8000,
    isLinked: false,
  });
}

/** Edits of one in which projects wait for each other, and everybody works in eight of them: all are one part. */
export function sharedPeopleMeasure(): Measure {
  return editMeasure('1,000 projects of 100 items, linked, 1,001 people who share their time', {
    ...size,
    people: 1001,
  });
}

function editMeasure(title: string, planSize: PlanSize): Measure {
  const plan = planOf(planSize);
  const edited = withLongerItem(plan, editedProject);
  const versions = (): ((read: (analysis: PlanAnalysis) => number) => number) => {
    let last = new PlanAnalysis(plan, today);
    datesRead(last);
    return (read) => {
      last = new PlanAnalysis(last.plan === plan ? edited : plan, today, noPublicHolidays, last);
      return read(last);
    };
  };
  const [whole, ofProject] = [versions(), versions()];
  return {
    title,
    rounds: 7,
    cases: [
      { name: 'the schedule from nothing, dates read', run: () => datesRead(new PlanAnalysis(plan, today)) },
      { name: 'an edit of one item, dates read', run: () => whole(datesRead) },
      {
        name: 'an edit of one item, those of its project',
        run: () => ofProject((after) => datesRead(after, editedProject)),
      },
    ],
  };
}
