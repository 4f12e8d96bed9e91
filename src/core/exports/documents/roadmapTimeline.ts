import type { RoadmapRow, RoadmapTimelineView } from '../../views/roadmapTimelineModel';
import { progressCell, stateCell, toneOf } from '../cells';
import { cell, factsBlock, type Bar, type Row, type ViewDocument } from '../viewDocument';

/** Releases, goals and projects, with their bars on a time axis. */
export function roadmapTimelineDocument(view: RoadmapTimelineView): Omit<ViewDocument, 'view'> {
  return {
    title: view.title,
    purpose: view.purpose,
    blocks: [
      ...factsBlock(view.facts),
      {
        kind: 'table',
        columns: [
          { title: 'Title', weight: 3 },
          { title: 'Kind' },
          { title: 'State' },
          { title: 'Owner' },
          { title: 'Start' },
          { title: 'End' },
          { title: 'Progress', numeric: true },
          { title: 'Note', weight: 2 },
        ],
        rows: view.rows.map(rowOf),
        ...(view.window ? { axis: { ...view.window, today: view.today } } : {}),
      },
    ],
  };
}

const namesOfKinds: Readonly<Record<RoadmapRow['kind'], string>> = {
  releases: '',
  release: 'release',
  goal: 'goal',
  project: 'project',
  item: 'item',
  gap: '',
  unlinked: '',
};

function rowOf(row: RoadmapRow): Row {
  const { depth, title, kind, state, owner, start, end, progress, label, unlinked } = row;
  return {
    depth: depth - 1,
    cells: [
      cell(title, unlinked ? 'warning' : undefined),
      cell(namesOfKinds[kind]),
      stateCell(state),
      cell(owner),
      cell(start),
      cell(end),
      progressCell(progress),
      cell(label),
    ],
    ...(start === undefined && end === undefined ? {} : { bar: barOf(row) }),
  };
}

function barOf({ kind, start, end, progress, state, unlinked, deadline, baseline }: RoadmapRow): Bar {
  const shape = kind === 'release' ? 'flag' : kind === 'goal' ? 'bracket' : 'bar';
  return { shape, start, end, progress, tone: unlinked ? 'warning' : toneOf(state), deadline, baseline };
}
