import type { TimelineLink, TimelineRow, TimelineView } from '../../../src/core/views/model';
import { lanternTimeline, projectUri } from './lantern';

const firstDay = Date.UTC(2026, 0, 5);

function day(number: number): string {
  return new Date(firstDay + number * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** How many items each group has. */
const inGroup = 9;

/**
 * The timeline of a project of `count` rows: groups of nine items, each item after the one before it, all with what a
 * row can show.
 */
export function longTimeline(count: number): TimelineView {
  const rows: TimelineRow[] = [];
  const links: TimelineLink[] = [];
  for (let index = 0; rows.length < count; index++) {
    const place = index % (inGroup + 1);
    const group = `group-${String(Math.floor(index / (inGroup + 1)))}`;
    const start = Math.floor(index / 4);
    if (place === 0) {
      const entry = { uri: projectUri, path: ['items', group] };
      rows.push({
        entry,
        id: group,
        kind: 'group',
        depth: 1,
        title: `Group ${group}`,
        start: day(start),
        end: day(start + 9),
      });
      continue;
    }
    const id = `item-${String(index)}`;
    rows.push({
      entry: { uri: projectUri, path: ['items', group, 'items', id] },
      id,
      kind: 'item',
      depth: 2,
      title: `Item ${String(index)}`,
      state: { kind: 'in-progress', text: 'In progress' },
      owner: 'Dana Weiss',
      ownerShort: 'Dana',
      progress: 0.4,
      start: day(start),
      end: day(start + 6),
      floatEnd: day(start + 12),
      baseline: { start: day(start - 1), end: day(start + 4) },
      label: '6 d float',
    });
    if (place > 1) links.push({ from: `item-${String(index - 1)}`, to: id, type: 'FS' });
  }
  const window = { start: day(0), end: day(Math.floor(count / 4) + 14) };
  return { ...lanternTimeline, facts: [], rows, links, window, today: day(20), options: { zooms: true } };
}
