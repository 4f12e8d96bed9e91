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

/** How far the key results of a goal are, and of the goals that are parts of it. */
export interface KeyResultsRollUp {
  /** Their mean, each from 0 to 1, so that no result makes up for another. Undefined where none is measured. */
  readonly progress: number | undefined;
  /** How many have reached their target. */
  readonly reached: number;
  /** How many can be told: baseline, current value and target are there and fit each other. */
  readonly measured: number;
  readonly total: number;
}

/** The key results of some goals as one. */
export function keyResultsOf(goals: Iterable<Goal>): KeyResultsRollUp {
  const all = [...goals].flatMap(({ fields }) => fields.key_results?.value ?? []);
  const measured = all.map(keyResultProgress).filter((progress) => progress !== undefined);
  const inBounds = measured.map((progress) => Math.min(1, Math.max(0, progress)));
  const reached = inBounds.filter((progress) => progress === 1).length;
  const sum = inBounds.reduce((total, progress) => total + progress, 0);
  const mean = reached === measured.length ? 1 : sum / measured.length;
  return { progress: measured.length === 0 ? undefined : mean, reached, measured: measured.length, total: all.length };
}
