import { useState } from 'preact/hooks';
import { usePrinting } from './printing';

/** How many cards a board has at first, and how many more come each time: nobody reads hundreds of them. */
export interface CardLimits {
  /** In a column, where there are no lanes. */
  readonly inColumn: number;
  /** In a column of a lane. */
  readonly inLane: number;
  /** In all lanes together: those that would have more are not shown yet. */
  readonly inLanes: number;
}

/** What of a board is shown. */
export interface CardLimit {
  /** How many cards of a column. */
  readonly inColumn: number;
  readonly inLane: number;
  readonly inLanes: number;
  readonly showMore: () => void;
}

/** The limits of a board, which its reader raises step by step; none on paper. */
export function useCardLimit({ inColumn, inLane, inLanes }: CardLimits): CardLimit {
  const [steps, setSteps] = useState(1);
  const isPrinting = usePrinting();
  const times = isPrinting ? Infinity : steps;
  return {
    inColumn: inColumn * times,
    inLane: inLane * times,
    inLanes: inLanes * times,
    showMore: () => {
      setSteps(steps + 1);
    },
  };
}

/**
 * The first cards of a list, and that of the cursor wherever it stands.
 *
 * @param isMarked whether the cursor is in a card
 */
export function firstCards<C>(cards: readonly C[], most: number, isMarked: (card: C) => boolean): readonly C[] {
  if (cards.length <= most) return cards;
  const own = cards.slice(most).find(isMarked);
  return own ? [...cards.slice(0, most), own] : cards.slice(0, most);
}

/** The first lanes, as far as there are no more than so many cards in them, and the first that has the cursor's. */
export function firstLanes<L, C>(
  lanes: readonly L[],
  cardsOf: (lane: L) => readonly C[],
  most: number,
  isMarked: (card: C) => boolean,
): readonly L[] {
  let count = 0;
  const shown = new Set<L>();
  for (const lane of lanes) {
    // A lane itself takes as much as a card.
    count += cardsOf(lane).length + 1;
    if (shown.size > 0 && count > most) break;
    shown.add(lane);
  }
  const holds = (lane: L): boolean => cardsOf(lane).some(isMarked);
  const own = [...shown].some(holds) ? undefined : lanes.find(holds);
  return lanes.filter((lane) => shown.has(lane) || lane === own);
}
