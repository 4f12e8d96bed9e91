import type { JSX } from 'preact';
import type { ItemCard } from '../core/views/projectBoardModel';
import { cardStop } from './boardStops';
import { type MarkedEntry, entryAttributes } from './entryAttributes';
import { BrokenLinkIcon, CalendarIcon, CriticalIcon, PersonIcon, StateIcon } from './icons';
import { ProgressTrack } from './progressTrack';
import type { Roving } from './roving';
import { percentOf } from './timelineRows';

interface ItemCardProps {
  readonly item: ItemCard;
  readonly marked: MarkedEntry;
  readonly roving: Roving;
}

/** An item as a card: what it is a part of, who and when, how far, and what stands in its way. */
export function ItemCardArticle({ item, marked, roving }: ItemCardProps): JSX.Element {
  const { title, within, state, progress, waits } = item;
  const percent = progress === undefined ? '' : `${String(percentOf(progress))} %`;
  const shape = [item.critical && 'critical', item.unlinked && 'no-goal'].filter(Boolean).join(' ');
  return (
    <article
      class={`card item-card ${shape}`}
      aria-label={`${title}, ${state.text}`}
      {...entryAttributes(item.entry, marked)}
      {...roving.stop(cardStop(item))}
    >
      {within && (
        <p class="within cut" title={within}>
          {within}
        </p>
      )}
      <h3 class="item-title">
        <StateIcon kind={state.kind} />
        <span>{title}</span>
      </h3>
      {progress !== undefined && (
        <p class="scale item-progress">
          <ProgressTrack name={`Progress of ${title}`} valueText={percent} progress={progress} />
          <span class="percent">{percent}</span>
        </p>
      )}
      <CardMeta item={item} />
      {waits && (
        <p class="waits" title={waits}>
          {waits}
        </p>
      )}
      <Marks item={item} />
    </article>
  );
}

function CardMeta({ item: { owner, when, effort } }: Pick<ItemCardProps, 'item'>): JSX.Element | null {
  if (!owner && !when && !effort) return null;
  return (
    <p class="meta">
      {owner && (
        <span class="meta-entry who" title={owner}>
          <PersonIcon />
          <span class="cut">{owner}</span>
        </span>
      )}
      {when && (
        <span class="meta-entry">
          <CalendarIcon />
          {when}
        </span>
      )}
      {effort && (
        <span class="meta-entry effort-entry" title={`Effort: ${effort}`}>
          <span class="for-reader">Effort: </span>
          {effort}
        </span>
      )}
    </p>
  );
}

/** What speaks against it, each with its shape and its word. */
function Marks({ item: { late, critical, unlinked } }: Pick<ItemCardProps, 'item'>): JSX.Element | null {
  if (!late && !critical && !unlinked) return null;
  return (
    <p class="meta marks">
      {late && (
        <span class="meta-entry">
          <StateIcon kind="off-track" />
          {late}
        </span>
      )}
      {critical && (
        <span class="meta-entry">
          <CriticalIcon />
          critical
        </span>
      )}
      {unlinked && (
        <span class="meta-entry">
          <BrokenLinkIcon />
          no goal
        </span>
      )}
    </p>
  );
}
