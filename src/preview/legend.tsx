import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { TimelineRow, TimelineView } from '../core/views/model';
import { nail } from './timelineChart';

interface LegendEntry {
  readonly name: string;
  readonly occurs: (row: TimelineRow) => boolean;
  readonly explainsBars?: true;
  readonly sample: () => JSX.Element;
}

const hasBar = ({ kind, start, end }: TimelineRow): boolean =>
  kind === 'item' && start !== undefined && end !== undefined && start <= end;

const entries: readonly LegendEntry[] = [
  {
    name: 'critical, filled to its progress',
    occurs: (row) => hasBar(row) && row.critical === true,
    explainsBars: true,
    sample: () => <BarSample hue="purple" outline="bar critical" />,
  },
  {
    name: 'item, filled to its progress',
    occurs: (row) => hasBar(row) && !row.unlinked,
    explainsBars: true,
    sample: () => <BarSample hue="blue" outline="bar" />,
  },
  {
    name: 'float',
    occurs: ({ floatEnd }) => floatEnd !== undefined,
    sample: () => (
      <g class="hue-blue">
        <rect class="bar-ground" x="0" y="3" width="12" height="10" rx="2" />
        <rect class="bar" x="0.5" y="3.5" width="11" height="9" rx="2" />
        <g class="float">
          <line class="along" x1="14" x2="25" y1="8" y2="8" />
          <line class="stop" x1="25" x2="25" y1="4" y2="12" />
        </g>
      </g>
    ),
  },
  {
    name: 'baseline',
    occurs: ({ baseline }) => baseline !== undefined,
    sample: () => <rect class="baseline" x="0" y="6.5" width="26" height="3" rx="1" />,
  },
  {
    name: 'P80',
    occurs: ({ p80 }) => p80 !== undefined,
    sample: () => (
      <g class="p80">
        <line class="along" x1="2" x2="24" y1="8" y2="8" />
        <line class="stop" x1="24" x2="24" y1="4" y2="12" />
      </g>
    ),
  },
  {
    name: 'deadline',
    occurs: ({ deadline }) => deadline !== undefined,
    sample: () => <path class="deadline" d={nail(13, 1, 7)} />,
  },
  {
    name: 'milestone',
    occurs: ({ kind, start, end }) => kind === 'milestone' && (start ?? end) !== undefined,
    sample: () => <path class="diamond hue-foreground" d="M13 2l6 6-6 6-6-6Z" />,
  },
  {
    name: 'no goal',
    occurs: ({ unlinked }) => unlinked === true,
    sample: () => (
      <g class="hue-yellow">
        <rect class="bar no-goal" x="0.5" y="3.5" width="25" height="9" rx="2" />
      </g>
    ),
  },
];

function BarSample({ hue, outline }: { readonly hue: string; readonly outline: string }): JSX.Element {
  return (
    <g class={`hue-${hue}`}>
      <rect class="bar-ground" x="0" y="3" width="26" height="10" rx="2" />
      <rect class="bar-done" x="0" y="3" width="13" height="10" rx="2" />
      <rect class={outline} x="0.5" y="3.5" width="25" height="9" rx="2" />
    </g>
  );
}

/** Bars are explained once: where there are critical ones, by those. */
function isFirstOfItsShape({ explainsBars }: LegendEntry, index: number, occurring: readonly LegendEntry[]): boolean {
  return !explainsBars || occurring.findIndex((entry) => entry.explainsBars) === index;
}

/** What the shapes of a chart mean: only those that occur in it. */
export function Legend({ view: { rows } }: { readonly view: TimelineView }): JSX.Element | null {
  const occurring = useMemo(() => entries.filter(({ occurs }) => rows.some(occurs)).filter(isFirstOfItsShape), [rows]);
  if (occurring.length === 0) return null;
  return (
    <ul class="legend" aria-label="Legend">
      {occurring.map(({ name, sample }) => (
        <li key={name}>
          <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true" focusable="false">
            {sample()}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
