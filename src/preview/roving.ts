import { useCallback, useState } from 'preact/hooks';

/** One tab stop for a whole view: the stop that had the focus last, the first one before that. */
export interface Roving {
  /** The `tabIndex` and `data-stop` of a stop. */
  readonly stop: (id: string) => { readonly tabIndex: number; readonly 'data-stop': string };
  /** To be called when something in the view gets the focus. */
  readonly onFocusIn: (event: FocusEvent) => void;
  /** Moves the focus to a stop. */
  readonly focus: (id: string | undefined) => void;
  /** The tab stop; undefined where there is none. */
  readonly current: string | undefined;
  /** Makes a stop the tab stop, without the focus. */
  readonly select: (id: string) => void;
}

/** Roving focus over the stops of `container`; `ids` are all stops, in reading order, each once. */
export function useRoving(container: { readonly current: HTMLElement | null }, ids: readonly string[]): Roving {
  const [last, setLast] = useState<string>();
  const current = last !== undefined && ids.includes(last) ? last : ids[0];
  const onFocusIn = useCallback((event: FocusEvent) => {
    const id = stopAt(event.target);
    if (id !== undefined) setLast(id);
  }, []);
  return {
    stop: (id) => ({ tabIndex: id === current ? 0 : -1, 'data-stop': id }),
    onFocusIn,
    current,
    select: setLast,
    focus: (id) => {
      if (id !== undefined) stopElement(container.current, id)?.focus();
    },
  };
}

/** The id of the stop that an event's target is in. */
export function stopAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-stop]')?.dataset['stop'] : undefined;
}

/** The element of a stop. Ids hold arbitrary text, so they are compared and not put into a selector. */
export function stopElement(container: HTMLElement | null, id: string): HTMLElement | undefined {
  const stops = container?.querySelectorAll<HTMLElement>('[data-stop]') ?? [];
  return [...stops].find((stop) => stop.dataset['stop'] === id);
}
