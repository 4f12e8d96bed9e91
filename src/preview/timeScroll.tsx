import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DateRange, IsoDate } from '../core/views/model';
import type { Zoom } from '../core/views/viewSettings';
import { usePrinting } from './printing';
import { type TimeAxis, dayAt, timeAxis } from './timeAxis';

/** A time axis that can be scrolled where it is zoomed. */
export interface ScrolledAxis {
  readonly axis: TimeAxis | undefined;
  /** Moves the view by so many pixels, to the right where they are more than 0. */
  readonly panBy: (pixels: number) => void;
  /** Moves the view to where a place of the axis is in its middle: pixels from the left edge. */
  readonly showAt: (x: number) => void;
}

/** The axis of a chart, with the same day in its middle whatever is zoomed or typed. */
export function useScrolledAxis(
  window: DateRange | undefined,
  today: IsoDate,
  width: number,
  zoom: Zoom | undefined,
): ScrolledAxis {
  const [middle, setMiddle] = useState<Date>();
  // Paper cannot be scrolled: all of the axis has to be on it.
  const isPrinting = usePrinting();
  const axis = useMemo(
    () => timeAxis(window, today, width, isPrinting ? { zoom: undefined } : { zoom, middle }),
    [window, today, width, zoom, middle, isPrinting],
  );
  const showAt = (x: number): void => {
    if (!axis) return;
    // What is beyond an end of the chart is not shown, and is not remembered: the way back would begin there.
    const half = width / 2;
    setMiddle(dayAt(axis, Math.max(half - axis.left, Math.min(x, axis.wholeWidth - axis.left - half))));
  };
  return {
    axis,
    showAt,
    panBy: (pixels) => {
      showAt(width / 2 + pixels);
    },
  };
}

interface TimeScrollProps extends Pick<ScrolledAxis, 'showAt'> {
  readonly axis: TimeAxis;
  /** The id of the element that it scrolls. */
  readonly controls: string;
}

/** The scroll bar of a chart, at the foot of the window as long as its rows go on below. */
export function TimeScroll({ axis, showAt, controls }: TimeScrollProps): JSX.Element | null {
  const strip = useRef<HTMLDivElement>(null);
  const { left, width, wholeWidth } = axis;
  useLayoutEffect(() => {
    if (strip.current && Math.round(strip.current.scrollLeft) !== left) strip.current.scrollLeft = left;
  });
  if (wholeWidth <= width) return null;
  return (
    <div
      class="time-scroll"
      ref={strip}
      role="scrollbar"
      tabIndex={0}
      aria-label="Days in view"
      aria-controls={controls}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={wholeWidth - width}
      aria-valuenow={left}
      onScroll={({ currentTarget: { scrollLeft } }) => {
        const moved = Math.round(scrollLeft) - left;
        if (moved !== 0) showAt(width / 2 + moved);
      }}
    >
      <svg width={wholeWidth} height="1" aria-hidden="true" focusable="false" />
    </div>
  );
}

/** By how many pixels a turn of the wheel scrolls sideways; 0 where it scrolls the page. */
export function sidewaysTurn({ deltaX, deltaY, deltaMode, shiftKey, ctrlKey }: WheelEvent): number {
  if (ctrlKey) return 0;
  const turn = shiftKey && deltaX === 0 ? deltaY : Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : 0;
  // Some count in lines.
  return deltaMode === WheelEvent.DOM_DELTA_LINE ? turn * 24 : turn;
}
