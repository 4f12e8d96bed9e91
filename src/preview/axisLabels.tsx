import type { JSX } from 'preact';
import { crisp } from './pixels';
import type { TimeAxis } from './timeAxis';

export const axisHeight = 44;
const upperBaseline = 15;
const lowerBaseline = 36;

/** The two rows of labels above a time chart, and today's date. */
export function AxisLabels({ axis }: { readonly axis: TimeAxis }): JSX.Element {
  const { today, width } = axis;
  return (
    <svg class="axis" width={width} height={axisHeight} aria-hidden="true" focusable="false">
      {axis.upper.map(({ x }) => (
        <line key={x} class="upper-line" x1={crisp(x)} x2={crisp(x)} y1="0" y2={axisHeight} />
      ))}
      {axis.upper.map(({ x, label }) => (
        <text key={x} class="upper-label" x={x + 6} y={upperBaseline}>
          {label}
        </text>
      ))}
      {axis.lower.map(({ x, label }) => (
        <text key={x} class="lower-label" x={x + 3} y={lowerBaseline}>
          {label}
        </text>
      ))}
      {today && (
        <>
          <line class="today-line" x1={crisp(today.x)} x2={crisp(today.x)} y1={lowerBaseline} y2={axisHeight} />
          <rect
            class="today-box"
            x={todayLabelX(today.x, today.labelWidth, width) - today.labelWidth / 2}
            y={lowerBaseline - 13}
            width={today.labelWidth}
            height="17"
            rx="2"
          />
          <text
            class="today-label"
            x={todayLabelX(today.x, today.labelWidth, width)}
            y={lowerBaseline}
            text-anchor="middle"
          >
            {today.label}
          </text>
        </>
      )}
    </svg>
  );
}

/** Keeps the whole label on the chart where today is near its edge. */
function todayLabelX(x: number, labelWidth: number, width: number): number {
  return Math.min(Math.max(x, labelWidth / 2), width - labelWidth / 2);
}
