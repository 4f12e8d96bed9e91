import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type Inline, type ListEntry, readCard } from './cardMarkdown';
import type { CardPlace } from './useHoverCard';

interface HoverCardProps {
  readonly markdown: string;
  readonly place: CardPlace;
}

export const hoverCardId = 'hover-card';

/** What there is to know of an entry, beside it. */
export function HoverCard({ markdown, place }: HoverCardProps): JSX.Element {
  const card = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => readCard(markdown), [markdown]);
  useLayoutEffect(() => {
    if (card.current) putBeside(card.current, place);
  }, [markdown, place]);
  return (
    <div class="hover-card" id={hoverCardId} role="tooltip" ref={card}>
      {blocks.map((block, index) =>
        block.kind === 'paragraph' ? (
          <p key={index}>
            <Parts parts={block.parts} />
          </p>
        ) : (
          <Entries key={index} entries={block.entries} />
        ),
      )}
    </div>
  );
}

function Entries({ entries }: { readonly entries: readonly ListEntry[] }): JSX.Element {
  return (
    <ul>
      {entries.map(({ parts, below }, index) => (
        <li key={index}>
          <Parts parts={parts} />
          {below.length > 0 && <Entries entries={below} />}
        </li>
      ))}
    </ul>
  );
}

function Parts({ parts }: { readonly parts: readonly Inline[] }): JSX.Element {
  return <>{parts.map((part, index) => partElement(part, index))}</>;
}

function partElement(part: Inline, key: number): JSX.Element | string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code key={key}>{part.text}</code>;
    case 'strong':
      return (
        <strong key={key}>
          <Parts parts={part.parts} />
        </strong>
      );
    case 'emphasis':
      return (
        <em key={key}>
          <Parts parts={part.parts} />
        </em>
      );
  }
}

/** What is left free between the card and its entry, and between it and the edges of the view, in pixels. */
const gap = 4;
const margin = 8;

/** Below this height of an entry, its card does not cover it. */
const coverable = 60;

/** Puts a card below its entry, or above it where there is more room, and wholly into the view. */
function putBeside(card: HTMLElement, { anchor, pointer }: CardPlace): void {
  const entry = anchor.getBoundingClientRect();
  const put = (left: number, top: number): void => {
    card.style.setProperty('left', `${String(left)}px`);
    card.style.setProperty('top', `${String(top)}px`);
  };
  put(0, 0);
  // Where its place is counted from: an older browser counts from the container and not from the view.
  const { left: originLeft, top: originTop, width, height } = card.getBoundingClientRect();
  // An entry as high as a card of a board is not left for the card: it stands beside the pointer.
  const isHigh = pointer && entry.height > coverable;
  const above = isHigh ? pointer.y - margin : entry.top;
  const below = isHigh ? pointer.y + 2 * margin : entry.bottom;
  const fitsBelow = below + gap + height + margin <= innerHeight;
  const top = fitsBelow || above - gap - height < margin ? below + gap : above - gap - height;
  const left = pointer ? pointer.x - margin : entry.left + margin;
  const within = (wanted: number, size: number, room: number): number =>
    Math.max(margin, Math.min(wanted, room - size - margin));
  const { clientWidth } = document.documentElement;
  put(within(left, width, clientWidth) - originLeft, within(top, height, innerHeight) - originTop);
}
