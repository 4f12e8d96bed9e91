import type { JSX } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { columnMove, type Move } from '../protocol';
import { cardsBeside, DropLine, isAtPlace, type PlaceBeside, placeAt, placeUnder } from './cardOrder';
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
  /** Where in its own column it would be put. */
  readonly beside?: PlaceBeside | undefined;
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

/** Moves cards to other columns, and to other places of their own: by dragging them, or with `M`, arrow keys and Enter. */
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
    const wanted = kind && moving && wantedMove(kind, moving);
    if (!entry || !wanted) return;
    if (!moving.pointer) keepFocus(moving.stop, moving.beside ?? moving.to ?? '');
    move?.(entry, wanted);
  };
  const drag = useDrag<MovedCard>(moving !== undefined, {
    from: ({ target }) => cardAt(target),
    over: (card, { clientX: x, clientY: y }) => {
      const to = columnOf(document.elementFromPoint(x, y));
      const isTarget = to === card.from || targets.some((column) => column.kind === to);
      const own = stopElement(container.current, card.stop);
      const beside = to === card.from && own ? placeUnder(own, { x, y }) : undefined;
      setMoving({ ...card, to: isTarget ? to : undefined, beside, pointer: { x, y } });
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
    else if (key === 'arrowright') setMoving({ ...moving, beside: undefined, to: columnBeside(targets, moving.to, 1) });
    else if (key === 'arrowleft') setMoving({ ...moving, beside: undefined, to: columnBeside(targets, moving.to, -1) });
    else if (key === 'arrowdown') setMoving(movedAlong(container.current, moving, 1));
    else if (key === 'arrowup') setMoving(movedAlong(container.current, moving, -1));
    else if (key === 'enter' || key === ' ' || key === 'm') drop();
    return true;
  };
  const place = moving && placeText(moving, columns);
  const other = moving?.beside && stopElement(container.current, moving.beside.stop);
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
            {moving && !moving.pointer && `${moving.title}: ${place ?? 'where it is'}. Enter puts it there.`}
          </p>
          {moving?.beside && other && <DropLine other={other} side={moving.beside.side} />}
          {moving && <CardGhost moving={moving} place={place} beside={other} />}
        </>
      ) : null,
  };
}

/** The move that putting down what is moved asks for; undefined where it stays where it is. */
function wantedMove(kind: ColumnKind, { to, from, beside }: Moving): Move | undefined {
  if (to !== undefined && to !== from) return columnMove(kind, to);
  const neighbour = beside && entryOfKey(beside.entry);
  return neighbour && { kind: 'order', neighbour, side: beside.side };
}

/** Where a card would come, in words; undefined where it stays where it is. */
function placeText(
  { to, from, beside }: Moving,
  columns: readonly { readonly kind: string; readonly title: string }[],
): string | undefined {
  if (beside) return `${beside.side} “${beside.title}”`;
  return to === from ? undefined : columns.find((column) => column.kind === to)?.title;
}

/** A card that is moved by keys, one place further up or down in its own column. */
function movedAlong(container: HTMLElement | null, moving: Moving, step: 1 | -1): Moving {
  const card = stopElement(container, moving.stop);
  if (!card || moving.to !== moving.from) return moving;
  const cards = cardsBeside(card);
  const at = cards.findIndex(({ dataset }) => dataset['stop'] === (moving.beside?.stop ?? moving.stop));
  const next = Math.min(Math.max(0, at + step), cards.length - 1);
  cards[next]?.scrollIntoView({ block: 'nearest' });
  return { ...moving, beside: placeAt(cards, card, next) };
}

interface GhostProps {
  readonly moving: Moving;
  /** Where it would come, in words. */
  readonly place: string | undefined;
  /** The card beside which it would come. */
  readonly beside: HTMLElement | undefined;
}

/** What is moved and where to: beside the pointer, at its place in the column, or at the head of the column. */
function CardGhost({ moving, place, beside }: GhostProps): JSX.Element {
  const ghost = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = ghost;
    if (!current) return;
    const board = current.closest('.board');
    const column = [...(board?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].find(
      ({ dataset }) => dataset['column'] === moving.to,
    );
    const head = column?.getBoundingClientRect();
    const neighbour = beside?.getBoundingClientRect();
    const top = neighbour && (moving.beside?.side === 'after' ? neighbour.bottom + 8 : neighbour.top + 4);
    const wanted = moving.pointer
      ? { left: moving.pointer.x + 12, top: moving.pointer.y + 12 }
      : { left: head?.left ?? 0, top: Math.max(44, top ?? (head?.top ?? 0) + 30) };
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
      <span class="detail">{place === undefined ? 'stays' : moving.beside ? place : `→ ${place}`}</span>
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

function columnBeside(
  targets: readonly { readonly kind: string }[],
  from: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = targets.findIndex(({ kind }) => kind === from);
  if (at < 0) return targets.at(step > 0 ? 0 : -1)?.kind;
  return targets[Math.min(Math.max(0, at + step), targets.length - 1)]?.kind;
}

/** Gives the focus to a card that has come to another column, where it is another element, or to another place in it. */
function useMovedFocus(container: {
  readonly current: HTMLElement | null;
}): (stop: string, place: string | PlaceBeside) => void {
  const wanted = useRef<{ readonly stop: string; readonly place: string | PlaceBeside; readonly until: number }>(
    undefined,
  );
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const { stop, place, until } = wanted.current;
    const element = stopElement(container.current, stop);
    const isThere = element && (typeof place === 'string' ? columnOf(element) === place : isAtPlace(element, place));
    if (performance.now() > until) wanted.current = undefined;
    else if (isThere) {
      wanted.current = undefined;
      element.focus();
    }
  });
  return (stop, place) => {
    wanted.current = { stop, place, until: performance.now() + focusTime };
  };
}
