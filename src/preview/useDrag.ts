import { useEffect, useRef } from 'preact/hooks';

/** How far the pointer goes before it drags and does not click, in pixels. */
const threshold = 5;

export interface Drag<T> {
  /** What is dragged from where the pointer is pressed; undefined where nothing is. */
  readonly from: (event: PointerEvent) => T | undefined;
  readonly over: (dragged: T, event: PointerEvent, moved: { readonly x: number; readonly y: number }) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
}

interface Press<T> {
  readonly dragged: T;
  readonly x: number;
  readonly y: number;
}

export interface DragListeners {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/**
 * Dragging with a mouse or pen, which Escape ends without an effect. A finger scrolls.
 *
 * @param isActive whether something is moved at present, with the pointer or by keys: Escape ends both
 */
export function useDrag<T>(isActive: boolean, { from, over, drop, cancel }: Drag<T>): DragListeners {
  const press = useRef<Press<T>>(undefined);
  const isDragging = useRef(false);
  const end = (finish: () => void): void => {
    if (isDragging.current) withoutClick();
    press.current = undefined;
    isDragging.current = false;
    finish();
  };
  useEffect(() => {
    if (!isActive) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(cancel);
    };
    addEventListener('keydown', onKey, true);
    return () => {
      removeEventListener('keydown', onKey, true);
    };
  }, [isActive]);
  return {
    onPointerDown: (event) => {
      press.current = undefined;
      if (event.button !== 0 || event.pointerType === 'touch') return;
      const dragged = from(event);
      if (dragged !== undefined) press.current = { dragged, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event) => {
      const { current } = press;
      if (!current) return;
      const moved = { x: event.clientX - current.x, y: event.clientY - current.y };
      if (!isDragging.current) {
        if (Math.hypot(moved.x, moved.y) < threshold) return;
        isDragging.current = true;
        if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
      }
      getSelection()?.removeAllRanges();
      over(current.dragged, event, moved);
    },
    onPointerUp: () => {
      if (isDragging.current) end(drop);
      else press.current = undefined;
    },
    onPointerCancel: () => {
      end(cancel);
    },
  };
}

/** The click that ends a drag is none on what lies there. One that begins with another press is. */
function withoutClick(): void {
  const stop = (event: Event): void => {
    event.stopPropagation();
  };
  const goOn = (): void => {
    removeEventListener('click', stop, true);
    removeEventListener('pointerdown', goOn, true);
  };
  addEventListener('click', stop, true);
  addEventListener('pointerdown', goOn, true);
  setTimeout(goOn);
}
