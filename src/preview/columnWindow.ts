import { useLayoutEffect, useState } from 'preact/hooks';
import { usePrinting } from './printing';

/** As many cells are all in the document. */
const mostCells = 600;

/** How far beside the view columns are ready, in pixels. */
const spareWidth = 80;

/** How many columns there are before anything has been measured. */
const firstColumns = 24;

/**
 * Which columns of a wide table are to be in the document: all of a small one, else those that are scrolled into view.
 *
 * @param scrolled the element that scrolls the table sideways
 * @param heads finds the heads of the columns in it, which are all there
 * @returns indices in order
 */
export function useColumnWindow(
  scrolled: { readonly current: HTMLElement | null },
  heads: string,
  columns: number,
  rows: number,
): readonly number[] {
  const isPrinting = usePrinting();
  const isWindowed = rows * columns > mostCells && !isPrinting;
  const [range, setRange] = useState({ from: 0, to: firstColumns });
  useLayoutEffect(() => {
    const { current } = scrolled;
    if (!current || !isWindowed) return undefined;
    const measure = (): void => {
      const view = current.getBoundingClientRect();
      const places = [...current.querySelectorAll(heads)].map((head) => head.getBoundingClientRect());
      const from = places.findIndex(({ right }) => right >= view.left - spareWidth);
      const to = places.findLastIndex(({ left }) => left <= view.right + spareWidth) + 1;
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    measure();
    current.addEventListener('scroll', measure);
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      current.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scrolled, heads, isWindowed, columns]);
  const { from, to } = isWindowed ? range : { from: 0, to: columns };
  return Array.from({ length: Math.max(0, Math.min(to, columns) - from) }, (_, index) => from + index);
}
