import type { Measure } from '../measure';
import { criticalPathMeasure } from './criticalPath';
import { forecastMeasure } from './forecast';

/** The measures of the planning engine, by the names of their files. */
export const analysis: Readonly<Record<string, () => Measure | Promise<Measure>>> = {
  criticalPath: criticalPathMeasure,
  forecast: forecastMeasure,
};
