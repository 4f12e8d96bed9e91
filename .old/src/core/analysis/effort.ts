import type { Item, ThreePoint } from '../plan/generated/entities';
import type { ProjectFile } from '../plan/planFile';
import type { Duration, Size } from '../plan/scalars';
import type { WorkingCalendar } from './calendar';

/** How much effort each T-shirt size stands for in a project. */
export type SizeScale = Readonly<Record<Size, Duration>>;

const days = (amount: number): Duration => ({ amount, unit: 'd', elapsed: false });
const standardSizes: SizeScale = { XS: days(1), S: days(2), M: days(5), L: days(10), XL: days(20) };

/** The sizes of a project: its own, and the format's for those that it does not name. */
export function sizeScale(file: ProjectFile): SizeScale {
  const scale = { ...standardSizes };
  for (const { key, value } of file.root?.fields.sizes?.value ?? []) if (value) scale[key.value] = value;
  return scale;
}

/**
 * The effort that an item states for itself: its `estimate`, of three points their PERT mean, else its `size`.
 *
 * @returns person-minutes of working time; undefined where the item states none
 */
export function statedEffort({ fields }: Item, scale: SizeScale, calendar: WorkingCalendar): number | undefined {
  const estimate = fields.estimate?.value;
  if (estimate) return 'kind' in estimate ? pertMean(estimate, calendar) : calendar.minutes(estimate);
  const size = fields.size?.value;
  return size && calendar.minutes(scale[size]);
}

/**
 * The mean of the beta distribution that PERT takes for three points, (o + 4m + p) / 6 (Malcolm et al., "Application
 * of a Technique for Research and Development Program Evaluation", Operations Research 7, 1959).
 *
 * @returns working minutes; the likely point where one of the others is missing; undefined without it
 */
function pertMean(
  { fields: { optimistic, likely, pessimistic } }: ThreePoint,
  calendar: WorkingCalendar,
): number | undefined {
  if (!likely) return undefined;
  const middle = calendar.minutes(likely.value);
  if (!optimistic || !pessimistic) return middle;
  return (calendar.minutes(optimistic.value) + 4 * middle + calendar.minutes(pessimistic.value)) / 6;
}
