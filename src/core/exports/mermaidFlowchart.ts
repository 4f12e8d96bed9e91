import { mermaidText } from './mermaidText';

/** Something that has a box of its own. */
export interface FlowNode {
  readonly id: string;
  readonly title: string;
  /** What stands below the title. */
  readonly note?: string | undefined;
  readonly shape: 'box' | 'round' | 'diamond';
  /** Drawn with a thick edge. */
  readonly critical?: boolean | undefined;
}

export interface FlowLink {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly label?: string | undefined;
  readonly critical?: boolean | undefined;
}

const shapes: Readonly<Record<FlowNode['shape'], readonly [string, string]>> = {
  box: ['["', '"]'],
  round: ['(["', '"])'],
  diamond: ['{{"', '"}}'],
};

/** A graph as a flowchart of Mermaid, from left to right. Ids of the plan never get in: nodes are numbered. */
export function flowchartOf(nodes: readonly FlowNode[], links: readonly FlowLink[]): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${String(index)}`]));
  const nodeLines = nodes.map(({ id, title, note, shape, critical }) => {
    const [open, close] = shapes[shape];
    const text = [title === '' ? '–' : title, ...(note === undefined || note === '' ? [] : [note])].map(mermaidText);
    return `  ${names.get(id) ?? ''}${open}${text.join('<br>')}${close}${critical === true ? ':::critical' : ''}`;
  });
  const linkLines = links.flatMap(({ from, to, label, critical }) => {
    const [start, end] = [names.get(from), names.get(to)];
    if (start === undefined || end === undefined) return [];
    const text = label === undefined || label === '' ? '' : `|"${mermaidText(label)}"|`;
    return [`  ${start} ${critical === true ? '==>' : '-->'}${text} ${end}`];
  });
  const classes = nodes.some(({ critical }) => critical) ? ['  classDef critical stroke-width:3px'] : [];
  return ['flowchart LR', ...nodeLines, ...linkLines, ...classes, ''].join('\n');
}
