import type { GoalsView } from '../views/goalsModel';
import type { NetworkView } from '../views/networkModel';
import type { RoadmapTimelineView } from '../views/roadmapTimelineModel';
import type { BoardView, TimelineView, ViewData } from '../views/model';
import type { DiagramView } from './formats';
import { flowchartOf, type FlowLink, type FlowNode } from './mermaidFlowchart';
import { ganttOf, roadmapGanttOf } from './mermaidGantt';

/** A view as a diagram of Mermaid; undefined for one that is neither a time axis nor a graph. */
export function mermaidOf(data: ViewData): string | undefined {
  const key = `${data.file}/${data.view}`;
  return Object.hasOwn(diagrams, key) ? diagrams[key as DiagramView](data) : undefined;
}

/** Each is only called with the data of its own view. */
const diagrams: Readonly<Record<DiagramView, (data: ViewData) => string>> = {
  'project/timeline': (data) => ganttOf(data as TimelineView),
  'roadmap/board': (data) => goalChart(data as BoardView),
  'roadmap/timeline': (data) => roadmapGanttOf(data as RoadmapTimelineView),
  'roadmap/goals': (data) => goalTree(data as GoalsView),
  'project/network': (data) => networkChart(data as NetworkView),
};

/** The tree of goals, from the work up to them. */
function goalTree({ rows }: GoalsView): string {
  const above: string[] = [];
  const links: FlowLink[] = [];
  for (const { id, depth } of rows) {
    above[depth] = id;
    const parent = above[depth - 1];
    if (depth > 1 && parent !== undefined) links.push({ from: id, to: parent });
  }
  const nodes = rows.map(({ id, title, kind, state, note }): FlowNode => ({
    id,
    title,
    note: [state?.text, note].filter((part) => part !== undefined).join(', '),
    shape: kind === 'goal' ? 'round' : kind === 'measure' ? 'diamond' : 'box',
  }));
  return flowchartOf(nodes, links);
}

/** What waits for what, from left to right. */
function networkChart({ nodes, links }: NetworkView): string {
  return flowchartOf(
    nodes.map(({ id, title, kind, when, critical }) => ({
      id,
      title,
      note: when,
      shape: kind === 'milestone' ? 'diamond' : 'box',
      critical,
    })),
    links.map(({ from, to, type, lag, critical }) => ({
      from,
      to,
      label: [type === 'FS' ? undefined : type, lag].filter((part) => part !== undefined).join(' '),
      critical,
    })),
  );
}

/** Which projects serve which goals. */
function goalChart({ title, columns }: BoardView): string {
  const nodes = new Map<string, FlowNode>([['product', { id: 'product', title, shape: 'round' }]]);
  const links: FlowLink[] = [];
  for (const { title: horizon, goals } of columns) {
    for (const { entry, title: goal, projects } of goals) {
      const id = idOf(entry);
      nodes.set(id, { id, title: goal, note: horizon, shape: 'round' });
      links.push({ from: id, to: 'product' });
      for (const project of projects) {
        const from = idOf(project.entry);
        nodes.set(from, { id: from, title: project.title, note: project.state.text, shape: 'box' });
        links.push({ from, to: id });
      }
    }
  }
  return flowchartOf([...nodes.values()], links);
}

function idOf({ uri, path }: { readonly uri: string; readonly path: readonly (string | number)[] }): string {
  return JSON.stringify([uri, ...path]);
}
