import type { JSX } from 'preact';
import type { RoadmapTimelineView } from '../core/views/roadmapTimelineModel';
import { nail } from './timelineChart';

interface LegendEntry {
  readonly name: string;
  readonly occurs: (view: RoadmapTimelineView) => boolean;
  readonly sample: () => JSX.Element;
}

const entries: readonly LegendEntry[] = [
  {
    name: 'goal, with its progress',
    occurs: ({ rows }) => rows.some(({ kind, end }) => kind === 'goal' && end !== undefined),
    sample: () => (
      <g class="goal-band hue-blue">
        <rect class="band" x="0" y="2" width="26" height="12" rx="2" />
        <rect class="band-done" x="0" y="11" width="12" height="3" />
        <circle class="ring" cx="19" cy="7" r="3.2" />
      </g>
    ),
  },
  {
    name: 'project, filled to its progress',
    occurs: ({ rows }) => rows.some(({ kind, end, unlinked }) => kind === 'project' && end !== undefined && !unlinked),
    sample: () => (
      <g class="hue-green">
        <rect class="bar-ground" x="0" y="3" width="26" height="10" rx="2" />
        <rect class="bar-done" x="0" y="3" width="13" height="10" rx="2" />
        <rect class="bar" x="0.5" y="3.5" width="25" height="9" rx="2" />
      </g>
    ),
  },
  {
    name: 'committed finish',
    occurs: ({ rows }) => rows.some(({ deadline }) => deadline !== undefined),
    sample: () => <path class="deadline" d={nail(13, 1, 7)} />,
  },
  {
    name: 'plan when approved',
    occurs: ({ rows }) => rows.some(({ baseline }) => baseline !== undefined),
    sample: () => <rect class="baseline" x="0" y="6.5" width="26" height="3" rx="1" />,
  },
  {
    name: 'dependency',
    occurs: ({ links }) => links.some(({ pushes }) => !pushes),
    sample: () => (
      <g class="link-line">
        <path class="line" d="M0 8H20" />
        <path class="head" d="M20 5L26 8L20 11Z" />
      </g>
    ),
  },
  {
    name: 'dependency that pushes',
    occurs: ({ links }) => links.some(({ pushes }) => pushes),
    sample: () => (
      <g class="link-line pushes">
        <path class="line" d="M0 8H20" />
        <path class="head" d="M20 5L26 8L20 11Z" />
      </g>
    ),
  },
  {
    name: 'no goal or no work',
    occurs: ({ rows }) => rows.some(({ unlinked }) => unlinked),
    sample: () => (
      <g class="hue-yellow">
        <rect class="bar no-goal" x="0.5" y="3.5" width="25" height="9" rx="2" />
      </g>
    ),
  },
];

/** What the shapes of the chart mean: only those that occur in it. */
export function RoadmapLegend({ view }: { readonly view: RoadmapTimelineView }): JSX.Element | null {
  const occurring = entries.filter(({ occurs }) => occurs(view));
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
