import type { ActivityNetwork } from '../../src/core/analysis/network/activityNetwork';
import { entersFinish, leavesStart } from '../../src/core/analysis/network/links';

/**
 * The end of the longest path, by one topological sort and one pass over typed arrays, and nothing else: no calendar, no
 * late dates, no reasons, no cycles. What a schedule is compared with.
 */
export function longestPath({ count, origin, duration, links }: ActivityNetwork): number {
  const { from, to, type, lag } = links;
  const first = new Int32Array(count + 1);
  const waiting = new Int32Array(count);
  for (let link = 0; link < from.length; link++) {
    const source = from[link] ?? 0;
    const target = to[link] ?? 0;
    first[source + 1] = (first[source + 1] ?? 0) + 1;
    waiting[target] = (waiting[target] ?? 0) + 1;
  }
  for (let activity = 0; activity < count; activity++) {
    first[activity + 1] = (first[activity + 1] ?? 0) + (first[activity] ?? 0);
  }
  const next = first.slice(0, count);
  const targets = new Int32Array(from.length);
  const weights = new Int32Array(from.length);
  for (let link = 0; link < from.length; link++) {
    const source = from[link] ?? 0;
    const target = to[link] ?? 0;
    const at = next[source] ?? 0;
    next[source] = at + 1;
    targets[at] = target;
    const before = leavesStart(type[link] ?? 0) ? 0 : (duration[source] ?? 0);
    const within = entersFinish(type[link] ?? 0) ? (duration[target] ?? 0) : 0;
    weights[at] = (lag[link] ?? 0) + before - within;
  }
  const order = new Int32Array(count);
  let placed = 0;
  for (let activity = 0; activity < count; activity++) if (waiting[activity] === 0) order[placed++] = activity;
  const starts = new Float64Array(count).fill(origin);
  let end = origin;
  for (let passed = 0; passed < placed; passed++) {
    const activity = order[passed] ?? 0;
    const start = starts[activity] ?? 0;
    end = Math.max(end, start + (duration[activity] ?? 0));
    const last = first[activity + 1] ?? 0;
    for (let at = first[activity] ?? 0; at < last; at++) {
      const target = targets[at] ?? 0;
      const earliest = start + (weights[at] ?? 0);
      if (earliest > (starts[target] ?? 0)) starts[target] = earliest;
      const left = (waiting[target] ?? 0) - 1;
      waiting[target] = left;
      if (left === 0) order[placed++] = target;
    }
  }
  return end;
}
