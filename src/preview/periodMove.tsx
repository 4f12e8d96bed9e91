import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { RoadmapRow } from '../core/views/roadmapTimelineModel';
import { type AlongAxis, type AxisMove, GhostLabel, signed, useAxisMove } from './axisMove';
import { dayText, startOfDay } from './dateText';
import { entryKey } from './entries';
import { Intents } from './intents';
import { periodDays, periodsText, shiftedPeriod } from './periodText';
import { bandOf } from './roadmapShapes';
import { rightEdge, rowHeight } from './rowShapes';
import { stopAt } from './roving';
import { type TimeAxis, xOf } from './timeAxis';

/** A goal or a release whose period is on the move, by periods of its own kind. */
export type MovedPeriod = AlongAxis<RoadmapRow>;

/** How many of its periods an arrow key goes with the shift key. */
const largeSteps = { day: 7, week: 4, month: 3, quarter: 4, half: 2, year: 5 } as const;

/** Moves the targets of goals and the dates of releases: by dragging bands and flags, or by keys. */
export function usePeriodMove(
  rows: readonly RoadmapRow[],
  axis: TimeAxis | undefined,
  chart: { readonly current: HTMLElement | null },
): AxisMove<RoadmapRow> {
  const { move } = useContext(Intents);
  const ofStop = (id: string | undefined): RoadmapRow | undefined =>
    rows.find(({ id: each, kind }) => each === id && (kind === 'goal' || kind === 'release'));
  const ofFlag = (target: EventTarget | null): RoadmapRow | undefined => {
    const key = target instanceof Element ? target.closest<SVGElement>('.flag')?.dataset['entry'] : undefined;
    return rows.find(({ kind, entry }) => kind === 'release' && entry && entryKey(entry) === key);
  };
  return useAxisMove(
    move &&
      axis && {
        under: (event) => {
          const flag = ofFlag(event.target);
          const row = flag ?? ofStop(stopAt(event.target));
          const left = chart.current?.getBoundingClientRect().left;
          const band = row && bandOf(row, axis);
          const x = event.clientX - (left ?? 0);
          return flag ?? (band && left !== undefined && x >= band.x1 && x <= band.x2 ? row : undefined);
        },
        ofStop,
        steps: ({ period }, pixels) =>
          // Back to the same period is none: 0, not −0.
          Math.round(pixels / axis.pixelsPerDay / periodDays(period?.unit ?? 'day')) || 0,
        largeStep: ({ period }) => largeSteps[period?.unit ?? 'day'],
        text: movedText,
        put: ({ entry }, periods) => {
          if (entry) move(entry, { kind: 'periods', periods });
        },
      },
  );
}

/** What the source will say: `2027-Q1 (+1 quarter)`. */
function movedText({ period }: RoadmapRow, steps: number): string {
  if (!period) return 'cannot be moved';
  const { start, text } = shiftedPeriod(period, steps);
  return `${period.unit === 'day' ? dayText(start) : text} (${periodsText(signed(steps), steps, period.unit)})`;
}

interface GhostProps {
  readonly moving: MovedPeriod;
  readonly axis: TimeAxis;
  /** The top of its row. */
  readonly y: number;
  /** Of the whole chart. */
  readonly height: number;
}

/** The period that the source will name, as a box in its row, with a line at its end: that is when it is due. */
export function PeriodGhost({ moving: { row, steps }, axis, y, height }: GhostProps): JSX.Element | null {
  const { period } = row;
  const shown = period ? shiftedPeriod(period, steps) : { start: row.end, end: row.end };
  const start = startOfDay(shown.start);
  const x2 = rightEdge(shown.end, axis);
  if (!start || x2 === undefined) return null;
  const x1 = xOf(axis, start);
  const middle = y + rowHeight / 2;
  return (
    <svg class="chart date-ghost" width={axis.width} height={height} aria-hidden="true" focusable="false">
      <rect
        class={period ? 'ghost-shape' : 'ghost-shape open'}
        x={x1 + 0.5}
        y={y + 4}
        width={Math.max(3, x2 - x1 - 1)}
        height={rowHeight - 8}
        rx="2"
      />
      <line class="ghost-end" x1={x2 - 1} x2={x2 - 1} y1={y + 2} y2={y + rowHeight - 2} />
      <GhostLabel text={movedText(row, steps)} x1={x1} x2={x2} y={middle} width={axis.width} />
    </svg>
  );
}
