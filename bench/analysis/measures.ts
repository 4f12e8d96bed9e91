import type { Measure } from '../measure';
import { capacityMeasure } from './capacity';
import { criticalPathMeasure } from './criticalPath';
import { forecastMeasure } from './forecast';
import { scheduleMeasure } from './schedule';
import { separateTeamsMeasure, sharedPeopleMeasure } from './scheduleEdits';
import { planForecastMeasure } from './planForecast';

/** The measures of the planning engine, by the names of their files. */
export const analysis: Readonly<Record<string, () => Measure | Promise<Measure>>> = {
  capacity: capacityMeasure,
  criticalPath: criticalPathMeasure,
  forecast: forecastMeasure,
  schedule: scheduleMeasure,
  separateTeams: separateTeamsMeasure,
  sharedPeople: sharedPeopleMeasure,
  planForecast: planForecastMeasure,
};
