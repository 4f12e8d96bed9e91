import { scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { PriorityChart } from '../core/views/prioritiesModel';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { useWidth } from './useWidth';

const height = 260;
const margin = { top: 12, right: 24, bottom: 40, left: 56 };

interface ScatterProps {
  readonly chart: PriorityChart;
  readonly marked: MarkedEntry;
}

/** Value against effort, each point named by its rank. Hidden from assistive technology: the table says all of it. */
export function PriorityScatter({ chart, marked }: ScatterProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const x = scaleLinear([0, greatest(chart.points.map(({ effort }) => effort))], [margin.left, width - margin.right]);
  const y = scaleLinear([0, greatest(chart.points.map(({ value }) => value))], [height - margin.bottom, margin.top]);
  x.nice(6);
  y.nice(5);
  const [left, right] = [margin.left, width - margin.right];
  const bottom = height - margin.bottom;
  return (
    <div class="scatter" ref={frame} aria-hidden="true">
      <svg width={width} height={height} focusable="false">
        {y.ticks(5).map((tick) => (
          <g key={tick}>
            <line class="grid-line" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
            <text class="tick" x={left - 8} y={y(tick)} text-anchor="end" dominant-baseline="middle">
              {tick === 0 ? '0' : y.tickFormat(5, 's')(tick)}
            </text>
          </g>
        ))}
        {x.ticks(6).map((tick) => (
          <text key={tick} class="tick" x={x(tick)} y={bottom + 16} text-anchor="middle">
            {x.tickFormat(6)(tick)}
          </text>
        ))}
        <line class="axis-line" x1={left} x2={right} y1={bottom} y2={bottom} />
        <text class="axis-title" x={right} y={height - 6} text-anchor="end">
          {chart.across}
        </text>
        <text class="axis-title" x={left + 6} y={margin.top}>
          {chart.up}
        </text>
        {chart.points.map((point) => (
          <g key={entryKey(point.entry)} class="point" {...entryAttributes(point.entry, marked)}>
            <title>{`${String(point.rank)}. ${point.title}`}</title>
            <circle cx={x(point.effort)} cy={y(point.value)} r="11" />
            <text x={x(point.effort)} y={y(point.value)} text-anchor="middle" dominant-baseline="central">
              {point.rank}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

/** The end of an axis; 1 where everything is 0. */
function greatest(values: readonly number[]): number {
  const most = values.reduce((one, other) => Math.max(one, other), 0);
  return most > 0 && Number.isFinite(most) ? most : 1;
}
