import type { JSX } from 'preact';
import { Shape } from './icons';

/** The shapes of the tools above a view. */
function Line({ d }: { readonly d: string }): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="line" d={d} />
    </Shape>
  );
}

export function FilterIcon(): JSX.Element {
  return <Line d="M2 4.4h12M4.4 8h7.2M6.6 11.6h2.8" />;
}

export function CrossIcon(): JSX.Element {
  return <Line d="M4.4 4.4l7.2 7.2M11.6 4.4l-7.2 7.2" />;
}

export function TickIcon(): JSX.Element {
  return <Line d="M3.4 8.4 6.6 11.6 12.8 4.6" />;
}

export function MinusIcon(): JSX.Element {
  return <Line d="M3 8h10" />;
}

export function PlusIcon(): JSX.Element {
  return <Line d="M3 8h10M8 3v10" />;
}
