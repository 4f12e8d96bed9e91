import type { Goal, KeyResult } from '../plan/generated/entities';

/**
 * How far a key result is on its way from `baseline` to `target`, (current − baseline) / (target − baseline), so that
 * falling measures work too. Below 0 where it has got worse, above 1 where the target is passed.
 *
 * @returns undefined where it cannot be told: a value is missing, the units differ, or there is no way to go
 */
export function keyResultProgress({ fields }: KeyResult): number | undefined {
  const { baseline, target, current } = fields;
  if (!baseline || !target || !current) return undefined;
  const { unit } = baseline.value;
  if (target.value.unit !== unit || current.value.unit !== unit) return undefined;
  const way = target.value.value - baseline.value.value;
  const progress = (current.value.value - baseline.value.value) / way;
  if (way === 0 || !Number.isFinite(progress)) return undefined;
  // Nothing done of a falling measure would be minus naught.
  return progress === 0 ? 0 : progress;
}

/**
 * How far a goal is by its key results: their mean, each from 0 to 1, so that no result makes up for another.
 *
 * @returns undefined where none of them is measured
 */
export function goalProgress(goal: Goal): number | undefined {
  const measured = (goal.fields.key_results?.value ?? [])
    .map(keyResultProgress)
    .filter((progress) => progress !== undefined);
  if (measured.length === 0) return undefined;
  const inBounds = measured.map((progress) => Math.min(1, Math.max(0, progress)));
  return inBounds.reduce((total, progress) => total + progress, 0) / measured.length;
}
