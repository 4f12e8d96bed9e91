import type { PlanNode, PlanNodeKind, StateKind } from '../../protocol';

/** A codicon, and the theme colour that it is drawn in. */
export interface NodeIcon {
  readonly icon: string;
  readonly color?: string;
}

const kindIcons: Readonly<Record<PlanNodeKind, string>> = {
  plan: 'root-folder',
  unlinked: 'debug-disconnect',
  product: 'map',
  goal: 'target',
  feature: 'package',
  project: 'project',
  item: 'circle-large',
  unread: 'file',
};

/** The shapes of the preview, as far as there are codicons like them. */
const itemIcons: Partial<Record<StateKind, string>> = {
  'in-progress': 'color-mode',
  blocked: 'warning',
  done: 'pass',
  paused: 'debug-pause',
};

const stateColors: Readonly<Record<StateKind, string | undefined>> = {
  'on-track': 'charts.green',
  'at-risk': 'charts.yellow',
  'off-track': 'charts.red',
  paused: 'disabledForeground',
  todo: undefined,
  'in-progress': 'charts.blue',
  blocked: 'charts.yellow',
  done: 'charts.green',
  dropped: 'disabledForeground',
};

/**
 * What a node is drawn as: the shape of its kind in the colour of its state, of an item the shape of its state as well.
 * The word of the state stands in the node's description, so that neither shape nor colour is the only sign.
 */
export function nodeIcon({ kind, state }: Pick<PlanNode, 'kind' | 'state'>): NodeIcon {
  const icon = (kind === 'item' ? state && itemIcons[state] : undefined) ?? kindIcons[kind];
  const color = kind === 'unlinked' ? 'charts.yellow' : state && stateColors[state];
  return color === undefined ? { icon } : { icon, color };
}

/** Words that the `when` clauses of the manifest look for in `viewItem`. */
export function contextValue({ kind, entry, reference, adds }: PlanNode): string {
  return [
    kind,
    ...(entry && kind !== 'plan' ? ['has-source'] : []),
    ...(reference === undefined ? [] : ['has-id']),
    ...adds.map((added) => `adds-${added}`),
  ].join(' ');
}

const kindWords: Readonly<Record<PlanNodeKind, string>> = {
  plan: 'Plan',
  unlinked: '',
  product: 'Product',
  goal: 'Goal',
  feature: 'Feature',
  project: 'Project',
  item: 'Item',
  unread: 'File',
};

/** What a screen reader says: the kind, which others see by the icon, the title, and how it stands. */
export function accessibleLabel({ kind, title, detail }: PlanNode): string {
  const name = kindWords[kind] === '' ? title : `${kindWords[kind]} ${title}`;
  return detail === undefined ? name : `${name}, ${detail.replaceAll(' · ', ', ')}`;
}
