import type { CapacityRow, CapacityView } from '../../../src/core/views/capacityModel';
import type { BoardView, GoalCard } from '../../../src/core/views/model';
import type { ItemCard, ProjectBoardView } from '../../../src/core/views/projectBoardModel';
import type { RoadmapRow, RoadmapTimelineView } from '../../../src/core/views/roadmapTimelineModel';
import { lanternBoard, projectUri, roadmapUri } from './lantern';
import { lanternCapacity } from './lanternCapacity';
import { lanternProjectBoard } from './lanternProjectBoard';
import { lanternRoadmap } from './lanternRoadmap';

function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function day(number: number): string {
  return new Date(Date.UTC(2026, 0, 5) + number * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** A roadmap's board with so many goals in each column, in so many lanes where there are any. */
export function largeBoard(inColumn: number, lanes = 0): BoardView {
  const [model] = lanternBoard.columns[0]?.goals ?? [];
  const goal = (id: string): GoalCard => ({
    ...model!,
    entry: { uri: roadmapUri, path: ['goals', id] },
    title: `Goal ${id}`,
  });
  const columns = (lane: string): BoardView['columns'] =>
    lanternBoard.columns.map(({ goals: _goals, ...column }) => ({
      ...column,
      goals: many(inColumn, (index) => goal(`${lane}${column.kind}-${String(index)}`)),
    }));
  const unlinked = {
    summary: 'many',
    entries: many(300, (index) => ({
      ...lanternBoard.unlinked!.entries[0]!,
      entry: { uri: roadmapUri, path: ['features', String(index)] },
    })),
  };
  if (lanes === 0) return { ...lanternBoard, unlinked, columns: columns('') };
  const all = many(lanes, (index) => ({
    id: String(index),
    title: `Lane ${String(index)}`,
    columns: columns(`${String(index)}-`),
  }));
  return {
    ...lanternBoard,
    unlinked,
    lanes: all,
    columns: lanternBoard.columns.map((column, at) => ({
      ...column,
      goals: all.flatMap((lane) => lane.columns[at]?.goals ?? []),
    })),
  };
}

/** A project's board, likewise. */
export function largeProjectBoard(inColumn: number, lanes = 0): ProjectBoardView {
  const model = lanternProjectBoard.columns.flatMap(({ items }) => items);
  const item = (id: string, index: number): ItemCard => ({
    ...model[index % model.length]!,
    entry: { uri: projectUri, path: ['items', id] },
  });
  const columns = (lane: string): ProjectBoardView['columns'] =>
    lanternProjectBoard.columns.map(({ items: _items, ...column }) => ({
      ...column,
      items: many(inColumn, (index) => item(`${lane}${column.kind}-${String(index)}`, index)),
    }));
  if (lanes === 0) return { ...lanternProjectBoard, columns: columns('') };
  const all = many(lanes, (index) => ({
    id: String(index),
    title: `Lane ${String(index)}`,
    columns: columns(`${String(index)}-`),
  }));
  return {
    ...lanternProjectBoard,
    lanes: all,
    columns: lanternProjectBoard.columns.map((column, at) => ({
      ...column,
      items: all.flatMap((lane) => lane.columns[at]?.items ?? []),
    })),
  };
}

/** The capacity of so many people over a year of weeks. */
export function largeCapacity(people: number): CapacityView {
  const weeks = 53;
  const model = lanternCapacity.people[0]!;
  const row = (index: number): CapacityRow => ({
    ...model,
    id: `person-${String(index)}`,
    entry: { uri: projectUri, path: ['people', `person-${String(index)}`] },
    name: `Person ${String(index)}`,
    shortName: `P ${String(index)}`,
    cells: many(weeks, (week) => model.cells[week % model.cells.length]!),
  });
  return {
    ...lanternCapacity,
    columns: many(weeks, (week) => ({ label: String(week + 1), name: `week ${String(week + 1)}` })),
    groups: [{ title: '2026', columns: weeks }],
    people: many(people, row),
  };
}

/** The timeline of so many goals, each with two projects, and of a release for every second of them. */
export function largeRoadmap(goals: number): RoadmapTimelineView {
  const release = (index: number): RoadmapRow => ({
    id: `release-${String(index)}`,
    entry: { uri: roadmapUri, path: ['releases', String(index)] },
    kind: 'release',
    depth: 2,
    title: `Release ${String(index)}`,
    state: { kind: 'todo', text: 'Planned' },
    end: day(index * 7),
  });
  const goal = (index: number): readonly RoadmapRow[] => [
    {
      id: `goal-${String(index)}`,
      entry: { uri: roadmapUri, path: ['goals', String(index)] },
      kind: 'goal',
      depth: 1,
      title: `Goal ${String(index)}`,
      progress: 0.4,
      start: day(index),
      end: day(index + 90),
      label: '40 %',
    },
    ...many(2, (at): RoadmapRow => ({
      id: `project-${String(index)}-${String(at)}`,
      entry: { uri: `file:///plan/p${String(index)}-${String(at)}.project.yaml`, path: [] },
      kind: 'project',
      depth: 2,
      title: `Project ${String(index)} ${String(at)}`,
      state: { kind: 'on-track', text: 'On track' },
      progress: 0.4,
      start: day(index),
      end: day(index + 40),
      deadline: day(index + 45),
      baseline: { start: day(index), end: day(index + 38) },
      label: '9 Oct',
    })),
  ];
  const releases = many(Math.floor(goals / 2), release);
  const links = many(goals - 1, (index) => ({
    from: `project-${String(index)}-0`,
    to: `project-${String(index + 1)}-1`,
    leaves: day(index + 40),
    arrives: day(index + 41),
  }));
  return {
    ...lanternRoadmap,
    rows: [{ id: 'releases', kind: 'releases', depth: 1, title: 'Releases' }, ...releases, ...many(goals, goal).flat()],
    links,
    window: { start: day(0), end: day(Math.max(goals + 90, releases.length * 7)) },
    today: day(20),
    options: { zooms: true },
  };
}
