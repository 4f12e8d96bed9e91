import type { JSX } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { columnMove } from '../protocol';
import { entryOfKey } from './entries';
import { Intents } from './intents';
import { stopElement } from './roving';
import { type DragListeners, useDrag } from './useDrag';

/** What the columns of a board are: that is what a card gets when it is put into one. */
export type ColumnKind = 'horizon' | 'status';

interface MovedCard {
  /** Its entry, as a key. */
  readonly entry: string;
  readonly stop: string;
  readonly title: string;
  /** The kind of the column that it stands in. */
  readonly from: string;
}

interface Moving extends MovedCard {
  /** The kind of the column that it would be put into. */
  readonly to?: string | undefined;
  /** Where the pointer is; undefined where it is moved by keys. */
  readonly pointer?: { readonly x: number; readonly y: number } | undefined;
}

interface CardMove {
  readonly listeners: DragListeners | object;
  /** Takes a key where it is one of a move. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly cancelKeys: () => void;
  /** The column that a card would be put into. */
  readonly target: string | undefined;
  readonly isMoving: boolean;
  readonly element: JSX.Element | null;
}

/** How long a card that was moved by keys takes the focus along, in milliseconds. */
const focusTime = 3000;

/** Moves cards to other columns: by dragging them, or with `M`, arrow keys and Enter. */
export function useCardMove(
  container: { readonly current: HTMLElement | null },
  kind: ColumnKind | undefined,
  columns: readonly { readonly kind: string; readonly title: string }[],
): CardMove {
  const { move } = useContext(Intents);
  const [moving, setMoving] = useState<Moving>();
  const keepFocus = useMovedFocus(container);
  const targets = kind && move ? columns.filter((column) => columnMove(kind, column.kind)) : [];
  const cancel = (): void => {
    setMoving(undefined);
  };
  const drop = (): void => {
    setMoving(undefined);
    const entry = moving && entryOfKey(moving.entry);
    const wanted = kind && moving?.to !== undefined && moving.to !== moving.from && columnMove(kind, moving.to);
    if (!entry || !wanted) return;
    if (!moving.pointer) keepFocus(moving.stop, moving.to ?? '');
    move?.(entry, wanted);
  };
  const drag = useDrag<MovedCard>(moving !== undefined, {
    from: ({ target }) => cardAt(target),
    over: (card, { clientX: x, clientY: y }) => {
      const to = columnOf(document.elementFromPoint(x, y));
      setMoving({ ...card, to: targets.some((column) => column.kind === to) ? to : undefined, pointer: { x, y } });
    },
    drop,
    cancel,
  });
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey || targets.length === 0) return false;
    const key = event.key.toLowerCase();
    const card = moving ?? (key === 'm' ? cardAt(event.target) : undefined);
    if (!card) return false;
    event.preventDefault();
    event.stopPropagation();
    if (!moving) setMoving({ ...card, to: card.from });
    else if (key === 'arrowright' || key === 'arrowdown') setMoving({ ...moving, to: beside(targets, moving.to, 1) });
    else if (key === 'arrowleft' || key === 'arrowup') setMoving({ ...moving, to: beside(targets, moving.to, -1) });
    else if (key === 'enter' || key === ' ' || key === 'm') drop();
    return true;
  };
  const toTitle = columns.find((column) => column.kind === moving?.to)?.title;
  const listeners = targets.length > 0 ? drag : {};
  return {
    listeners,
    onKey,
    cancelKeys: () => {
      if (moving && !moving.pointer) cancel();
    },
    target: moving && moving.to !== moving.from ? moving.to : undefined,
    isMoving: moving !== undefined,
    element:
      targets.length > 0 ? (
        <>
          <p class="for-reader" aria-live="polite">
            {moving && !moving.pointer && `${moving.title}: ${toTitle ?? 'no column'}. Enter puts it there.`}
          </p>
          {moving && <CardGhost moving={moving} to={toTitle} />}
        </>
      ) : null,
  };
}

/** What is moved and where to, beside the pointer or at the head of the column. */
function CardGhost({ moving, to }: { readonly moving: Moving; readonly to: string | undefined }): JSX.Element {
  const ghost = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = ghost;
    if (!current) return;
    const board = current.closest('.board');
    const column = [...(board?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].find(
      ({ dataset }) => dataset['column'] === moving.to,
    );
    const head = column?.getBoundingClientRect();
    const wanted = moving.pointer
      ? { left: moving.pointer.x + 12, top: moving.pointer.y + 12 }
      : { left: head?.left ?? 0, top: Math.max(44, (head?.top ?? 0) + 30) };
    current.style.setProperty('left', '0');
    current.style.setProperty('top', '0');
    // Older browsers count from the container.
    const origin = current.getBoundingClientRect();
    const mostLeft = document.documentElement.clientWidth - origin.width - 8;
    current.style.setProperty('left', `${String(Math.max(8, Math.min(wanted.left, mostLeft)) - origin.left)}px`);
    current.style.setProperty('top', `${String(wanted.top - origin.top)}px`);
  }, [moving]);
  return (
    <div class="card-ghost" ref={ghost} aria-hidden="true">
      <span class="line-title">{moving.title}</span>
      <span class="detail">{to === undefined || moving.to === moving.from ? 'stays' : `→ ${to}`}</span>
    </div>
  );
}

function cardAt(target: EventTarget | null): MovedCard | undefined {
  if (!(target instanceof Element) || target.closest('button, input, a')) return undefined;
  const card = target.closest<HTMLElement>('article[data-entry][data-stop]');
  const { entry, stop } = card?.dataset ?? {};
  const from = columnOf(card);
  if (!card || entry === undefined || stop === undefined || from === undefined) return undefined;
  return { entry, stop, title: card.querySelector('h3')?.textContent ?? '', from };
}

function columnOf(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>('[data-column]')?.dataset['column'];
}

function beside(
  targets: readonly { readonly kind: string }[],
  from: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = targets.findIndex(({ kind }) => kind === from);
  if (at < 0) return targets.at(step > 0 ? 0 : -1)?.kind;
  return targets[Math.min(Math.max(0, at + step), targets.length - 1)]?.kind;
}

/** Gives the focus to a card that has come to another column, where it is another element. */
function useMovedFocus(container: { readonly current: HTMLElement | null }): (stop: string, column: string) => void {
  const wanted = useRef<{ readonly stop: string; readonly column: string; readonly until: number }>(undefined);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const { stop, column, until } = wanted.current;
    const element = stopElement(container.current, stop);
    if (performance.now() > until) wanted.current = undefined;
    else if (element && columnOf(element) === column) {
      wanted.current = undefined;
      element.focus();
    }
  });
  return (stop, column) => {
    wanted.current = { stop, column, until: performance.now() + focusTime };
  };
}
