import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FromPreview } from '../protocol';
import { entryKey, entryOfKey } from './entries';
import { HoverCard, hoverCardId } from './hoverCard';
import type { Session } from './session';

/** Beside what a card stands: an entry's element, and where the pointer rests; undefined for the keyboard's. */
export interface CardPlace {
  readonly anchor: HTMLElement;
  readonly pointer?: { readonly x: number; readonly y: number } | undefined;
}

/** How long the pointer rests on an entry before its card comes, in milliseconds. */
const restTime = 400;

/** How long it may take from the entry to its card. */
const wayTime = 300;

interface Asked extends CardPlace {
  readonly key: string;
}

export interface HoverCards {
  /** The listeners of what holds the entries. */
  readonly listeners: {
    readonly onPointerOver: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onFocusOut: () => void;
    readonly onKeyDownCapture: (event: KeyboardEvent) => void;
  };
  /** The card, where there is one to show. */
  readonly element: JSX.Element;
  readonly close: () => void;
}

/**
 * Shows the card of an entry that the pointer rests on, or that has the focus when `i` is pressed. The pointer may go
 * over it; Escape closes it, and so does scrolling away (WCAG 2.2, 1.4.13).
 */
export function useHoverCard({ card, data, exported }: Session, post: (message: FromPreview) => void): HoverCards {
  const [asked, setAsked] = useState<Asked>();
  const timers = useMemo(() => new CardTimers(), []);
  const pending = useRef<Asked>(undefined);
  const show = (next: Asked): void => {
    const entry = entryOfKey(next.key);
    if (!entry || !next.anchor.isConnected) return;
    setAsked(next);
    post({ type: 'card-wanted', entry });
  };
  const close = (): void => {
    timers.clear();
    setAsked(undefined);
  };
  useEffect(() => () => timers.clear(), [timers]);
  useEffect(() => {
    // What it says may have changed with the plan; what it stands beside may be gone.
    if (asked?.anchor.isConnected && asked.anchor.dataset['entry'] === asked.key) show(asked);
    else if (asked) close();
  }, [data]);
  const shown = asked && card && entryKey(card.entry) === asked.key ? card.text : undefined;
  useClosing(asked, close);
  useDescription(asked, shown);

  const restOn = (event: PointerEvent): void => {
    const at = entryElement(event.target);
    timers.stop('open');
    if (!at || exported || event.pointerType === 'touch' || event.buttons !== 0) return;
    pending.current = { ...at, pointer: { x: event.clientX, y: event.clientY } };
    timers.start('open', restTime, () => {
      timers.stop('close');
      if (pending.current) show(pending.current);
    });
  };
  // Another entry may be rested on meanwhile, and its card comes then.
  const closeSoon = (): void => {
    timers.start('close', wayTime, () => {
      setAsked(undefined);
    });
  };
  const leave = (): void => {
    timers.stop('open');
    closeSoon();
  };
  return {
    listeners: {
      onPointerOver: (event) => {
        const at = entryElement(event.target);
        const isAtCard = isInCard(event.target) || (at !== undefined && at.anchor === asked?.anchor);
        if (isAtCard) timers.clear();
        else {
          if (asked) closeSoon();
          restOn(event);
        }
      },
      // To rest is to stand still.
      onPointerMove: (event) => {
        if (timers.runs('open')) restOn(event);
      },
      onPointerLeave: leave,
      onPointerDown: ({ target }) => {
        if (!isInCard(target)) close();
      },
      onFocusOut: () => {
        if (asked && !asked.pointer) close();
      },
      onKeyDownCapture: (event) => {
        if (event.key !== 'i' || event.ctrlKey || event.metaKey || event.altKey || exported) return;
        const at = event.target instanceof HTMLInputElement ? undefined : entryElement(event.target);
        if (!at) return;
        event.preventDefault();
        timers.clear();
        if (asked?.key === at.key) close();
        else show(at);
      },
    },
    close,
    element: (
      <div class="hover-card-place" aria-live={asked && !asked.pointer ? 'polite' : 'off'}>
        {asked && shown !== undefined && shown !== null && <HoverCard markdown={shown} place={asked} />}
      </div>
    ),
  };
}

function entryElement(target: EventTarget | null): Asked | undefined {
  const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-entry]') : null;
  const key = anchor?.dataset['entry'];
  return anchor && key !== undefined ? { anchor, key } : undefined;
}

function isInCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`#${hoverCardId}`) !== null;
}

/** Closes an open card with Escape, and when what it stands beside is scrolled away. */
function useClosing(asked: Asked | undefined, close: () => void): void {
  useEffect(() => {
    if (!asked) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // Once for the card, and not at once for whatever else it closes.
      event.stopPropagation();
      event.preventDefault();
      close();
    };
    const onScroll = ({ target }: Event): void => {
      if (!isInCard(target)) close();
    };
    addEventListener('keydown', onKey, true);
    addEventListener('scroll', onScroll, true);
    return () => {
      removeEventListener('keydown', onKey, true);
      removeEventListener('scroll', onScroll, true);
    };
  }, [asked]);
}

/** Has a screen reader say the card as the description of its entry, as long as it is shown. */
function useDescription(asked: Asked | undefined, shown: string | null | undefined): void {
  useEffect(() => {
    if (!asked || shown === undefined || shown === null) return undefined;
    const { anchor } = asked;
    anchor.setAttribute('aria-describedby', hoverCardId);
    return () => {
      anchor.removeAttribute('aria-describedby');
    };
  }, [asked, shown]);
}

type TimerName = 'open' | 'close';

/** At most one timer of each name. */
class CardTimers {
  readonly #running = new Map<TimerName, ReturnType<typeof setTimeout>>();

  start(name: TimerName, time: number, run: () => void): void {
    this.stop(name);
    const timer = setTimeout(() => {
      this.#running.delete(name);
      run();
    }, time);
    this.#running.set(name, timer);
  }

  runs(name: TimerName): boolean {
    return this.#running.has(name);
  }

  stop(name: TimerName): void {
    clearTimeout(this.#running.get(name));
    this.#running.delete(name);
  }

  clear(): void {
    this.stop('open');
    this.stop('close');
  }
}
