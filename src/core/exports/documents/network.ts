import type { NetworkNode, NetworkView } from '../../views/networkModel';
import { stateCell } from '../cells';
import { cell, factsBlock, purposeOf, type Block, type ViewDocument } from '../viewDocument';

/** What waits for what: each piece of work with what it waits for. */
export function networkDocument(view: NetworkView): Omit<ViewDocument, 'view'> {
  const titles = new Map(view.nodes.map(({ id, title }) => [id, title]));
  const waitsFor = new Map<string, string[]>();
  for (const { from, to, type, lag } of view.links) {
    const how = [type === 'FS' ? undefined : type, lag].filter((part) => part !== undefined).join(' ');
    const text = `${titles.get(from) ?? from}${how === '' ? '' : ` (${how})`}`;
    waitsFor.set(to, [...(waitsFor.get(to) ?? []), text]);
  }
  const more = view.left ?? 0;
  return {
    title: view.title,
    purpose: purposeOf(view),
    blocks: [
      ...factsBlock(view.facts),
      nodeTable([...view.nodes, ...view.loose], waitsFor),
      ...(more > 0 ? [{ kind: 'text' as const, text: `${String(more)} more are left out.` }] : []),
    ],
  };
}

function nodeTable(nodes: readonly NetworkNode[], waitsFor: ReadonlyMap<string, readonly string[]>): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Title', weight: 3 },
      { title: 'Kind' },
      { title: 'Project' },
      { title: 'State' },
      { title: 'When' },
      { title: 'Float' },
      { title: 'Waits for', weight: 4 },
    ],
    rows: nodes.map(({ id, title, kind, project, state, when, float, critical }) => ({
      cells: [
        cell(title),
        cell(kind),
        cell(project),
        stateCell(state),
        cell(when),
        critical ? cell('critical', 'critical') : cell(float),
        cell(waitsFor.get(id)?.join('; ')),
      ],
    })),
  };
}
