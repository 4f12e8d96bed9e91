import type { JSX } from 'preact';
import { type Zoom, zooms } from '../core/views/viewSettings';
import { MinusIcon, PlusIcon } from './toolIcons';

interface ZoomProps {
  /** Absent: as much as fits. */
  readonly zoom: Zoom | undefined;
  readonly change: (zoom: Zoom | undefined) => void;
  readonly stop: (id: string) => { readonly tabIndex: number; readonly onFocus: () => void };
}

const names: Readonly<Record<Zoom, string>> = { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' };

/** From the widest to the closest: everything that there is, then years down to weeks. */
const steps: readonly (Zoom | undefined)[] = [undefined, ...[...zooms].reverse()];

/** The name of a zoom; that of none is that everything fits. */
export function zoomName(zoom: Zoom | undefined): string {
  return zoom === undefined ? 'Fit' : names[zoom];
}

/** The next zoom in a direction: 1 is closer, −1 further away; the same at the end. */
export function zoomAfter(zoom: Zoom | undefined, direction: 1 | -1): Zoom | undefined {
  const index = steps.indexOf(zoom);
  return steps[Math.min(Math.max(0, index + direction), steps.length - 1)];
}

export function ZoomControl({ zoom, change, stop }: ZoomProps): JSX.Element {
  const button = (id: string, label: string, direction: 1 | -1, icon: JSX.Element): JSX.Element => (
    <button
      type="button"
      class="tool"
      data-tool
      {...stop(id)}
      aria-label={label}
      title={label}
      aria-disabled={zoomAfter(zoom, direction) === zoom}
      onClick={() => {
        change(zoomAfter(zoom, direction));
      }}
    >
      {icon}
    </button>
  );
  return (
    <span class="zoom only-wide" role="group" aria-label="Zoom">
      {button('zoom-out', 'Zoom out', -1, <MinusIcon />)}
      <span class="zoom-name" role="status">
        {zoomName(zoom)}
      </span>
      {button('zoom-in', 'Zoom in', 1, <PlusIcon />)}
    </span>
  );
}
