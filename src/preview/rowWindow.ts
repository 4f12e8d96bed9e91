import { Virtualizer, observeWindowOffset, observeWindowRect, windowScroll } from '@tanstack/virtual-core';
import { useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { usePrinting } from './printing';
import { rowHeight } from './rowShapes';

/** As many rows are all in the document: searching in the page finds them, and nothing has to be kept in step. */
const mostRows = 60;

const spareRows = 8;

/** A list that is longer is not printed to its end: nobody reads so much paper, and no browser lays it out in time. */
export const mostPrinted = 2000;

/** All rows of a list, but on paper no more than there is room for. */
export function usePrintable<T>(rows: readonly T[]): readonly T[] {
  const isCut = usePrinting() && rows.length > mostPrinted;
  return useMemo(() => (isCut ? rows.slice(0, mostPrinted) : rows), [rows, isCut]);
}

/**
 * Which rows of a list are to be in the document: all of a short one, else those in view and some more. They follow the
 * scrolling of the window.
 *
 * @param body the element that holds nothing but the rows
 * @param size the distance from one row to the next, in pixels
 * @param spare how many rows are ready above and below those in view, for the next turn of the wheel
 * @returns indices in order; undefined for all of them
 */
export function useRowWindow(
  body: { readonly current: HTMLElement | null },
  count: number,
  size = rowHeight,
  spare = spareRows,
): readonly number[] | undefined {
  const isPrinting = usePrinting();
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const [top, setTop] = useState(0);
  const virtualizer = useRef<Virtualizer<Window, HTMLElement>>(undefined);
  // Nothing scrolls where a view is drawn into a file.
  const scrolled: Window | null = typeof window === 'undefined' || count <= mostRows || isPrinting ? null : window;
  if (scrolled) {
    const options = {
      count,
      overscan: spare,
      scrollMargin: top,
      estimateSize: () => size,
      getScrollElement: () => scrolled,
      initialRect: { width: scrolled.innerWidth, height: scrolled.innerHeight },
      initialOffset: () => scrolled.scrollY,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
      onChange: () => {
        redraw(undefined);
      },
    };
    if (virtualizer.current) virtualizer.current.setOptions(options);
    else virtualizer.current = new Virtualizer<Window, HTMLElement>(options);
  }
  const isWindowed = scrolled !== null;
  useLayoutEffect(() => (isWindowed ? virtualizer.current?._didMount() : undefined), [isWindowed]);
  useLayoutEffect(() => {
    if (!isWindowed) return;
    virtualizer.current?._willUpdate();
    // What stands above the rows may have become higher.
    const { current } = body;
    if (current) setTop(Math.round(current.getBoundingClientRect().top + window.scrollY));
  });
  return isWindowed ? virtualizer.current?.getVirtualIndexes() : undefined;
}

/** Indices in order, with some more of a list of `count`; those that are none of its are left out. */
export function withPinned(indices: readonly number[], pinned: readonly number[], count: number): readonly number[] {
  const all = new Set([...indices, ...pinned].filter((index) => index >= 0 && index < count));
  return [...all].sort((one, other) => one - other);
}
