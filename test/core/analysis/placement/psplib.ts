import { linkType } from '../../../../src/core/analysis/network/links';
import type { PlacementProblem } from '../../../../src/core/analysis/placement/placementProblem';
import { linksOf } from '../network/networkTable';

/**
 * Reads an instance in the single-mode format of PSPLIB (`.sm`; Kolisch and Sprecher, "PSPLIB – A project scheduling
 * problem library", 1997). Jobs are numbered from 1 there, and from 0 here; the dummy source and sink are jobs as well.
 *
 * @throws Error where a section is missing or a job is described in only one of them
 */
export function readPsplib(text: string): Omit<PlacementProblem, 'priority'> {
  const successors = rowsBelow(text, 'PRECEDENCE RELATIONS:', 1);
  const requests = rowsBelow(text, 'REQUESTS/DURATIONS:', 2);
  const [capacities] = rowsBelow(text, 'RESOURCEAVAILABILITIES:', 1);
  if (!capacities || successors.length !== requests.length) throw new Error('This is no instance of PSPLIB.');
  const links = successors.flatMap(([job = 0, , count = 0, ...next]) =>
    next.slice(0, count).map((successor) => ({ from: job - 1, to: successor - 1, type: linkType.FS, lag: 0 })),
  );
  const width = capacities.length;
  return {
    count: requests.length,
    duration: Float64Array.from(requests, ([, , duration = NaN]) => duration),
    links: linksOf(links),
    origin: 0,
    demands: {
      first: Int32Array.from({ length: requests.length + 1 }, (_, job) => job * width),
      resource: Int32Array.from({ length: requests.length * width }, (_, at) => at % width),
      amount: Float64Array.from(requests.flatMap((row) => row.slice(3, 3 + width))),
    },
    resources: capacities.map((amount) => ({ from: Float64Array.of(0), amount: Float64Array.of(amount) })),
  };
}

/** The lines of numbers of a section, without its headings. */
function rowsBelow(text: string, title: string, headings: number): number[][] {
  const lines = text.split(/\r?\n/);
  const begin = lines.findIndex((line) => line.startsWith(title));
  if (begin < 0) return [];
  const body = lines.slice(begin + 1 + headings);
  const end = body.findIndex((line) => line.startsWith('*'));
  return (end < 0 ? body : body.slice(0, end))
    .filter((line) => /\d/.test(line))
    .map((line) => line.trim().split(/\s+/).map(Number));
}
