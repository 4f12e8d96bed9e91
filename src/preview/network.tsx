import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import type { NetworkNode, NetworkView } from '../core/views/networkModel';
import { EmptyState, NoItems } from './emptyState';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { Facts } from './header';
import { MilestoneIcon, StateIcon } from './icons';
import { NetworkChart } from './networkChart';
import { networkStopAfter, looseStop, nodeStop } from './networkKeys';
import { fittingLayout } from './networkLayout';
import { ProjectHeader } from './projectHeader';
import { type Roving, stopAt, useRoving } from './roving';
import { useWidth } from './useWidth';

interface NetworkProps {
  readonly view: NetworkView;
  readonly marked: MarkedEntry;
}

/** Below this width the graph always goes down. */
const narrow = 620;
/** The graph has so much more room than the text above it: its own margins. */
const margin = 8;

/** What waits for what in a project, and what has no dependency. */
export function Network({ view, marked }: NetworkProps): JSX.Element {
  const isEmpty = view.nodes.length === 0 && view.loose.length === 0;
  return (
    <>
      <ProjectHeader view={view} />
      <Facts facts={view.facts} />
      {!isEmpty && <NetworkParts view={view} marked={marked} />}
      {isEmpty && !view.shown && <NoItems />}
    </>
  );
}

function NetworkParts({ view, marked }: NetworkProps): JSX.Element {
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(container, 788);
  const { layout, direction } = useMemo(() => fittingLayout(view, width + margin, narrow), [view, width]);
  const ids = useMemo(
    () => [...view.nodes.map(({ id }) => nodeStop(id)), ...view.loose.map(({ id }) => looseStop(id))],
    [view],
  );
  const roving = useRoving(container, ids);
  return (
    <div
      class="network"
      ref={container}
      onFocusIn={roving.onFocusIn}
      onKeyDown={(event) => {
        const from = stopAt(event.target);
        if (from === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        const loose = view.loose.map(({ id }) => id);
        const target = networkStopAfter({ nodes: layout.nodes, links: view.links, loose }, from, event.key);
        if (target === undefined) return;
        event.preventDefault();
        roving.focus(target);
      }}
    >
      {view.left !== undefined && <p class="hint">{`${String(view.left)} more are not drawn: filter to see them.`}</p>}
      {view.nodes.length > 0 && (
        <NetworkChart view={view} layout={layout} direction={direction} marked={marked} roving={roving} />
      )}
      {view.nodes.length > 0 && <NetworkLegend view={view} />}
      {view.nodes.length === 0 && !view.shown && <NoDependencies />}
      {view.loose.length > 0 && <Loose nodes={view.loose} marked={marked} roving={roving} />}
    </div>
  );
}

interface LooseProps {
  readonly nodes: readonly NetworkNode[];
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

/** What nothing waits for, and what waits for nothing. */
function Loose({ nodes, marked, roving }: LooseProps): JSX.Element {
  return (
    <section class="loose" aria-label="Without dependencies">
      <h2 class="part-title">
        Without dependencies <span class="summary">{nodes.length}</span>
      </h2>
      {nodes.map((node) => (
        <div
          key={node.id}
          class="line"
          role="link"
          {...entryAttributes(node.entry, marked)}
          {...roving.stop(looseStop(node.id))}
        >
          {node.kind === 'milestone' ? <MilestoneIcon /> : <StateIcon kind={node.state.kind} />}
          <span class="for-reader">{node.state.text}</span>
          <span class="line-title" title={node.title}>
            {node.title}
          </span>
          <span class="milestone-day">
            {[node.when, node.critical ? 'critical' : node.float].filter((part) => part !== undefined).join(', ')}
          </span>
        </div>
      ))}
    </section>
  );
}

function NetworkLegend({ view: { nodes, links } }: Pick<NetworkProps, 'view'>): JSX.Element | null {
  const hasCritical = nodes.some(({ critical }) => critical);
  const hasOthers = nodes.some(({ project }) => project !== undefined);
  if (!hasCritical && !hasOthers) return null;
  return (
    <ul class="legend" aria-label="Legend">
      {hasCritical && (
        <li>
          <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true" focusable="false">
            <rect class="node-box critical" x="1" y="2" width="24" height="12" rx="3" />
          </svg>
          critical: no float
        </li>
      )}
      {links.some(({ critical }) => critical) && (
        <li>
          <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true" focusable="false">
            <line class="network-link critical" x1="1" y1="8" x2="25" y2="8" />
          </svg>
          sets the start of what follows
        </li>
      )}
      {hasOthers && (
        <li>
          <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true" focusable="false">
            <rect class="node-box elsewhere" x="1" y="2" width="24" height="12" rx="3" />
          </svg>
          in another project
        </li>
      )}
    </ul>
  );
}

function NoDependencies(): JSX.Element {
  return (
    <EmptyState
      title="No dependencies yet"
      text="A dependency says what has to be finished before something can begin. Write this in an item of the project:"
      yaml={`items:
  stock-rules: { title: Stock rules for each lift type, estimate: 8d }
  forecast:
    title: Forecast from fault history
    estimate: 12d
    depends_on: stock-rules`}
    />
  );
}

/** All work of the graph, and what has no dependency. */
export function networkEntries({ nodes, loose }: NetworkView): readonly EntryPath[] {
  return [...nodes, ...loose].map(({ entry }) => entry);
}
