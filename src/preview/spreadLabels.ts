/** A word at a height, in pixels. */
export interface PlacedLabel {
  readonly text: string;
  readonly at: number;
}

/**
 * Labels moved apart so that no two are nearer than `step`, within `top` and `bottom` as far as there is room. Their
 * order by height stays.
 */
export function spreadLabels(
  labels: readonly PlacedLabel[],
  step: number,
  top: number,
  bottom: number,
): readonly PlacedLabel[] {
  const sorted = [...labels].sort((one, other) => one.at - other.at);
  const placed: { text: string; at: number }[] = [];
  for (const { text, at } of sorted) {
    const above = placed.at(-1);
    placed.push({ text, at: Math.max(at, top, above ? above.at + step : -Infinity) });
  }
  // What went out at the bottom pushes what is above it back up.
  let limit = bottom;
  for (const label of [...placed].reverse()) {
    label.at = Math.min(label.at, limit);
    limit = label.at - step;
  }
  return placed;
}
