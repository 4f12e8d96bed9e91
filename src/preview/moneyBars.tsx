import { type ScaleBand, type ScaleLinear, scaleBand, scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Amounts, MoneyPeriod, MoneyView } from '../core/views/moneyModel';
import { entryKey } from './entries';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { useWidth } from './useWidth';

const height = 220;
const margin = { top: 10, right: 8, bottom: 44, left: 56 };

/** The widest that a bar becomes, in pixels. */
const widestBar = 40;

interface BarsProps {
  readonly view: MoneyView;
  readonly marked: MarkedEntry;
}

/**
 * Revenue beside cost for each period: filled as it came, an outline as it is expected; below them the profit. Hidden
 * from assistive technology: the statement says all of it.
 */
export function MoneyBars({ view: { periods, currency }, marked }: BarsProps): JSX.Element | null {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const amounts = periods.flatMap(({ actual, forecast }) => [actual, forecast]).flatMap(figuresOf);
  const most = Math.max(0, ...amounts);
  if (!(most > 0)) return null;
  const y = scaleLinear([Math.min(0, ...amounts), most], [height - margin.bottom, margin.top]).nice(4);
  const x = scaleBand(
    periods.map((_, index) => String(index)),
    [margin.left, width - margin.right],
  ).paddingInner(0.3);
  return (
    <>
      <div class="money-bars" ref={frame} aria-hidden="true">
        <svg width={width} height={height} focusable="false">
          {y.ticks(4).map((tick) => (
            <g key={tick}>
              <line
                class={tick === 0 ? 'axis-line' : 'grid-line'}
                x1={margin.left}
                x2={width - margin.right}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text class="tick" x={margin.left - 8} y={y(tick)} text-anchor="end" dominant-baseline="middle">
                {tick === 0 ? '0' : y.tickFormat(4, 's')(tick).replace('-', '−')}
              </text>
            </g>
          ))}
          {periods.map((period, index) => (
            <Period key={entryKey(period.entry)} {...{ period, index, x, y, marked }} />
          ))}
        </svg>
      </div>
      <ul class="legend" aria-label="Legend">
        <Sample name={`revenue${currency === undefined ? '' : `, ${currency}`}`} shape="revenue" />
        <Sample name="cost" shape="cost" />
        <Sample name="expected" shape="cost expected" />
      </ul>
    </>
  );
}

function figuresOf(amounts: Amounts | undefined): readonly number[] {
  return [amounts?.revenue, amounts?.cost].filter((figure) => figure !== undefined);
}

interface PeriodProps {
  readonly period: MoneyPeriod;
  readonly index: number;
  readonly x: ScaleBand<string>;
  readonly y: ScaleLinear<number, number>;
  readonly marked: MarkedEntry;
}

function Period({ period, index, x, y, marked }: PeriodProps): JSX.Element {
  const { entry, title, isNow, actual, forecast } = period;
  const left = x(String(index)) ?? margin.left;
  const band = x.bandwidth();
  const bar = Math.min(widestBar, band / 2 - 2);
  const middle = left + band / 2;
  const profit = actual?.profit ?? forecast?.profit;
  return (
    <g class="period" {...entryAttributes(entry, marked)}>
      <title>{title}</title>
      <rect class="target" x={left - band * 0.15} y="0" width={band * 1.3} height={height} />
      {(['revenue', 'cost'] as const).map((kind, place) => (
        <Bar
          key={kind}
          kind={kind}
          x={place === 0 ? middle - bar - 2 : middle + 2}
          width={bar}
          actual={actual?.[kind]}
          forecast={forecast?.[kind]}
          y={y}
        />
      ))}
      <text class={isNow ? 'tick now' : 'tick'} x={middle} y={height - margin.bottom + 16} text-anchor="middle">
        {title}
      </text>
      {profit !== undefined && (
        <text
          class={actual?.profit === undefined ? 'profit expected' : 'profit'}
          x={middle}
          y={height - margin.bottom + 33}
          text-anchor="middle"
        >
          {signed(profit, y)}
        </text>
      )}
    </g>
  );
}

interface BarProps {
  readonly kind: 'revenue' | 'cost';
  readonly x: number;
  readonly width: number;
  readonly actual: number | undefined;
  readonly forecast: number | undefined;
  readonly y: ScaleLinear<number, number>;
}

function Bar({ kind, x, width, actual, forecast, y }: BarProps): JSX.Element {
  const rect = (value: number, name: string, inset: number): JSX.Element => {
    const [top, bottom] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
    return (
      <rect
        class={name}
        x={x + inset}
        y={top + inset}
        width={Math.max(1, width - 2 * inset)}
        height={Math.max(1, bottom - top - inset)}
        rx="1"
      />
    );
  };
  return (
    <>
      {actual !== undefined && rect(actual, `money-bar ${kind}`, 0)}
      {forecast !== undefined && rect(forecast, `money-bar ${kind} expected`, 0.5)}
    </>
  );
}

/** A profit as a short text with its sign: `+57k`, `−1.2M`. */
function signed(profit: number, y: ScaleLinear<number, number>): string {
  const text = y.tickFormat(4, '.2~s')(Math.abs(profit));
  return profit === 0 ? '0' : `${profit > 0 ? '+' : '−'}${text}`;
}

function Sample({ name, shape }: { readonly name: string; readonly shape: string }): JSX.Element {
  return (
    <li>
      <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true" focusable="false">
        <rect class={`money-bar ${shape}`} x="1.5" y="2.5" width="11" height="11" rx="1" />
      </svg>
      {name}
    </li>
  );
}
