import { useLayoutEffect, useState } from 'preact/hooks';

/** The width of an element in whole pixels; `initial` until it is measured (and where nothing measures). */
export function useWidth(element: { readonly current: HTMLElement | null }, initial: number): number {
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = (): void => {
      const measured = Math.floor(current.getBoundingClientRect().width);
      if (measured > 0) setWidth(measured);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
}
