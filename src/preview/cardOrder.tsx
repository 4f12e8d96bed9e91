import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** The place of a card before or after another one of its column. */
export interface PlaceBeside {
  /** The entry of the other card, as a key. */
  readonly entry: string;
  readonly stop: string;
  readonly title: string;
  readonly side: 'before' | 'after';
}

/** The cards of the column that a card stands in, from top to bottom; the card itself is among them. */
export function cardsBeside(card: Element): readonly HTMLElement[] {
  return [...(card.closest('[data-column]')?.querySelectorAll<HTMLElement>('article[data-entry][data-stop]') ?? [])];
}

/** The place that the pointer shows for a card: that of the card under it, or an end of its own column. */
export function placeUnder(
  card: HTMLElement,
  pointer: { readonly x: number; readonly y: number },
): PlaceBeside | undefined {
  const under = document.elementFromPoint(pointer.x, pointer.y);
  if (under?.closest('[data-column]') !== card.closest('[data-column]')) return undefined;
  const cards = cardsBeside(card);
  const over = under.closest<HTMLElement>('article');
  if (over) return placeAt(cards, card, cards.indexOf(over));
  const [first, last] = [cards[0]?.getBoundingClientRect(), cards.at(-1)?.getBoundingClientRect()];
  if (first && pointer.y < first.top) return placeAt(cards, card, 0);
  return last && pointer.y > last.bottom ? placeAt(cards, card, cards.length - 1) : undefined;
}

/** The place of a card that is to be the one of this index; undefined where it is that already. */
export function placeAt(cards: readonly HTMLElement[], card: HTMLElement, index: number): PlaceBeside | undefined {
  const from = cards.indexOf(card);
  const other = cards[Math.min(Math.max(0, index), cards.length - 1)];
  const { entry, stop } = other?.dataset ?? {};
  if (!other || other === card || entry === undefined || stop === undefined) return undefined;
  const side = index > from ? 'after' : 'before';
  return { entry, stop, title: other.querySelector('h3')?.textContent ?? '', side };
}

/** Whether a card stands in a place. */
export function isAtPlace(card: HTMLElement, { stop, side }: PlaceBeside): boolean {
  const cards = cardsBeside(card);
  const other = cards.findIndex(({ dataset }) => dataset['stop'] === stop);
  return other >= 0 && cards.indexOf(card) === other + (side === 'after' ? 1 : -1);
}

/** A line where a card would be put. */
export function DropLine({ other, side }: { readonly other: HTMLElement } & Pick<PlaceBeside, 'side'>): JSX.Element {
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = line;
    if (!current) return;
    const board = current.parentElement?.getBoundingClientRect();
    const { left, top, bottom, width } = other.getBoundingClientRect();
    current.style.setProperty('left', `${String(left - (board?.left ?? 0))}px`);
    current.style.setProperty('top', `${String((side === 'before' ? top - gap : bottom + gap) - (board?.top ?? 0))}px`);
    current.style.setProperty('width', `${String(width)}px`);
  });
  return <div class="drop-line" ref={line} aria-hidden="true" />;
}

/** Half the distance between two cards, in pixels. */
const gap = 4;
