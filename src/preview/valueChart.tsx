import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { ValueChart as ValueChartData, ValuePoint } from '../core/views/budgetModel';
import type { IsoDate } from '../core/views/model';
import { startOfDay } from './dateText';
import { spreadLabels } from './spreadLabels';
import { type TimeAxis, timeAxis, xAfter } from './timeAxis';
import { AxisLabels } from './timelineChart';
import { useWidth } from './useWidth';

const height = 260;
const top = 14;
const labelStep = 15;

interface ValueChartProps {
  readonly chart: ValueChartData;
}

/** Planned value, earned value and actual cost over time. Hidden from assistive technology: the figures say all of it. */
export function ValueChart({ chart }: ValueChartProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const axis = useMemo(() => timeAxis(chart.window, chart.today, width), [chart, width]);
  const y = useMemo(() => scaleLinear([0, greatestOf(chart)], [height, top]).nice(5), [chart]);
  const ticks = y.ticks(5);
  return (
    <div class="value-frame">
      <div class="value-chart" aria-hidden="true">
        <svg class="value-axis" width="56" height={height + 1} focusable="false">
          {ticks.map((tick) => (
            <text key={tick} class="tick" x="48" y={y(tick)} text-anchor="end" dominant-baseline="middle">
              {tick === 0 ? chart.currency : y.tickFormat(5, 's')(tick)}
            </text>
          ))}
        </svg>
        <div class="value-plot" ref={frame}>
          {axis && <AxisLabels axis={axis} />}
          {axis && <Plot chart={chart} axis={axis} y={y} ticks={ticks} />}
        </div>
      </div>
      <ValueLegend chart={chart} />
    </div>
  );
}

type Scale = ScaleLinear<number, number>;

interface PlotProps extends ValueChartProps {
  readonly axis: TimeAxis;
  readonly y: Scale;
  readonly ticks: readonly number[];
}

function Plot({ chart, axis, y, ticks }: PlotProps): JSX.Element {
  const { planned, budget, today } = chart;
  const curve = line<ValuePoint>(
    ({ date }) => xAtEnd(axis, date),
    ({ value }) => y(value),
  )([...planned]);
  const first = planned[0];
  const todayX = axis.today?.x;
  return (
    <svg class="chart" width={axis.width} height={height + 1} focusable="false">
      {ticks.map((tick) => (
        <line key={tick} class="grid-line" x1="0" x2={axis.width} y1={y(tick)} y2={y(tick)} />
      ))}
      {axis.upper.map(({ x }) => (
        <line key={x} class="upper-line" x1={x} x2={x} y1="0" y2={height} />
      ))}
      {budget && (
        <>
          <line class="value-budget" x1="0" x2={axis.width} y1={y(budget.value)} y2={y(budget.value)} />
          <text class="label" x="8" y={y(budget.value) - 5}>
            {`Budget ${budget.text}`}
          </text>
        </>
      )}
      <path class="value-line planned" d={curve ?? ''} />
      {first && <KnownToday chart={chart} axis={axis} y={y} from={first.date} />}
      {todayX !== undefined && <line class="today-line" x1={todayX} x2={todayX} y1="0" y2={height} />}
      <Labels chart={chart} axis={axis} y={y} today={today} />
    </svg>
  );
}

/** The straight lines between what is known: nothing at the start, what is earned and spent today, and the estimate. */
function KnownToday({
  chart,
  axis,
  y,
  from,
}: ValueChartProps & Omit<PlotProps, 'ticks'> & { from: IsoDate }): JSX.Element {
  const { earned, actual, estimate, today } = chart;
  const [start, now] = [xAtEnd(axis, from), xAtEnd(axis, today)];
  return (
    <>
      {actual && (
        <>
          <line class="value-line actual" x1={start} y1={y(0)} x2={now} y2={y(actual.value)} />
          {estimate && (
            <line
              class="value-line estimate"
              x1={now}
              y1={y(actual.value)}
              x2={xAtEnd(axis, estimate.date)}
              y2={y(estimate.value)}
            />
          )}
          <rect class="value-point actual" x={now - 4} y={y(actual.value) - 4} width="8" height="8" />
        </>
      )}
      {earned && (
        <>
          <line class="value-line earned" x1={start} y1={y(0)} x2={now} y2={y(earned.value)} />
          <circle class="value-point earned" cx={now} cy={y(earned.value)} r="4.5" />
        </>
      )}
      {estimate && (
        <rect
          class="value-point estimate"
          x={xAtEnd(axis, estimate.date) - 4}
          y={y(estimate.value) - 4}
          width="8"
          height="8"
        />
      )}
    </>
  );
}

/** The words beside the points, apart from each other. */
function Labels({
  chart,
  axis,
  y,
  today,
}: ValueChartProps & Omit<PlotProps, 'ticks'> & { today: IsoDate }): JSX.Element {
  const { earned, actual, estimate } = chart;
  const x = xAtEnd(axis, today) + 10;
  const ofToday = [
    earned && { text: `EV ${earned.text}`, at: y(earned.value) },
    actual && { text: `AC ${actual.text}`, at: y(actual.value) },
  ].filter((label) => label !== undefined);
  return (
    <>
      {spreadLabels(ofToday, labelStep, top, height - 4).map(({ text, at }) => (
        <text key={text} class="label" x={x} y={at} dominant-baseline="middle">
          {text}
        </text>
      ))}
      {estimate && (
        <text
          class="label"
          x={Math.min(xAtEnd(axis, estimate.date), axis.width - 2)}
          y={y(estimate.value) - (y(estimate.value) > top + 16 ? 11 : -20)}
          text-anchor={xAtEnd(axis, estimate.date) > axis.width - 60 ? 'end' : 'middle'}
        >
          {`EAC ${estimate.text}`}
        </text>
      )}
    </>
  );
}

const samples = {
  planned: 'planned value (PV)',
  earned: 'earned value (EV)',
  actual: 'actual cost (AC)',
  estimate: 'estimate at completion (EAC)',
} as const;

function ValueLegend({ chart }: ValueChartProps): JSX.Element {
  const shown = (Object.keys(samples) as (keyof typeof samples)[]).filter((name) => chart[name] !== undefined);
  return (
    <>
      <ul class="legend" aria-label="Legend">
        {shown.map((name) => (
          <li key={name}>
            <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true" focusable="false">
              <line class={`value-line ${name}`} x1="1" x2="25" y1="8" y2="8" />
              {name === 'earned' && <circle class="value-point earned" cx="13" cy="8" r="4" />}
              {(name === 'actual' || name === 'estimate') && (
                <rect class={`value-point ${name}`} x="9" y="4" width="8" height="8" />
              )}
            </svg>
            {samples[name]}
          </li>
        ))}
      </ul>
      {(chart.earned ?? chart.actual) && (
        <p class="hint">What is earned and spent is known of today alone: the lines to it are straight.</p>
      )}
    </>
  );
}

/** Values hold at the end of their day. */
function xAtEnd(axis: TimeAxis, date: IsoDate): number {
  const day = startOfDay(date);
  return day ? xAfter(axis, day) : 0;
}

function greatestOf({ planned, earned, actual, budget, estimate }: ValueChartData): number {
  const values = [...planned.map(({ value }) => value), earned?.value, actual?.value, budget?.value, estimate?.value];
  const most = values.reduce<number>((one, other) => Math.max(one, other ?? 0), 0);
  return most > 0 && Number.isFinite(most) ? most : 1;
}
