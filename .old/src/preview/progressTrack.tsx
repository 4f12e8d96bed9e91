import type { JSX } from 'preact';
import type { Share } from '../core/views/model';

interface ProgressTrackProps {
  /** The accessible name: what is measured, from where to where. */
  readonly name: string;
  /** What the bar's length says in words: `'now 71 %'`. */
  readonly valueText: string;
  /** Left out: not measured, an empty dashed track. */
  readonly progress: Share | undefined;
}

/** A thin bar that is filled to its progress. */
export function ProgressTrack({ name, valueText, progress }: ProgressTrackProps): JSX.Element {
  if (progress === undefined) {
    return <span class="track unmeasured" role="progressbar" aria-label={name} aria-valuetext={valueText} />;
  }
  const percent = Math.round(Math.min(1, Math.max(0, progress)) * 100);
  return (
    <span
      class={percent === 100 ? 'track full' : 'track'}
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={valueText}
    >
      {/* An SVG length instead of a style attribute: a strict content security policy forbids those. */}
      <svg class="track-fill" width="100%" height="100%" aria-hidden="true" focusable="false">
        <rect width={`${String(percent)}%`} height="100%" rx="3" />
      </svg>
    </span>
  );
}
