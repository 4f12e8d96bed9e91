import { legible } from '../plan/scalars/parsed';

/**
 * A text of the plan as a part of a label that an editor shows beside the source: on one line, cut where it is long,
 * and without what VS Code takes for one of its icons.
 */
export function labelText(text: string, longest = 40): string {
  const line = legible(text.slice(0, longest * 4))
    .trim()
    .replaceAll('$(', '$ (');
  const points = Array.from(line);
  return points.length > longest ? `${points.slice(0, longest).join('').trimEnd()}…` : line;
}
