import { pertFigures, sizeScale } from '../../analysis/effort';
import type { PlanAnalysis } from '../../analysis/planAnalysis';
import type { Item, ThreePoint } from '../../plan/generated/entities';
import type { ProjectFile } from '../../plan/planFile';
import { formatDuration } from '../../plan/scalars';
import { workingTimeText } from './workingTime';

/** The effort that an item states: `5 days`, `size M, 5 days`, or what PERT makes of three points. */
export function effortText(analysis: PlanAnalysis, file: ProjectFile, item: Item): string | undefined {
  const { size } = item.fields;
  const estimate = item.fields.estimate?.value;
  if (estimate) return 'kind' in estimate ? threePointText(analysis, file, estimate) : formatDuration(estimate);
  return size && `size ${size.value}, ${formatDuration(sizeScale(file)[size.value])}`;
}

/** `5 days, between 3 days and 12 days; PERT mean 5.83 days, standard deviation 1.5 days`. */
function threePointText(analysis: PlanAnalysis, file: ProjectFile, points: ThreePoint): string | undefined {
  const { optimistic, likely, pessimistic } = points.fields;
  const range =
    optimistic && pessimistic
      ? `between ${formatDuration(optimistic.value)} and ${formatDuration(pessimistic.value)}`
      : undefined;
  const stated = [likely && formatDuration(likely.value), range].filter((part) => part !== undefined).join(', ');
  const pert = pertText(analysis, file, points);
  return pert === undefined ? stated : `${stated}; ${pert}`;
}

/** Undefined while a point is missing. */
export function pertText(analysis: PlanAnalysis, file: ProjectFile, points: ThreePoint): string | undefined {
  const { calendar } = analysis.progress(file);
  const { mean, deviation } = pertFigures(points, calendar) ?? {};
  if (mean === undefined || deviation === undefined) return undefined;
  const [middle, spread] = [mean, deviation].map((minutes) => workingTimeText(minutes, calendar));
  return `PERT mean ${String(middle)}, standard deviation ${String(spread)}`;
}
