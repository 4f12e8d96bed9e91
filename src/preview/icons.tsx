import type { ComponentChildren, JSX } from 'preact';
import type { StateKind, UnlinkedEntry } from '../core/views/model';

/**
 * The shapes of the preview. All are drawn in a 16 px square and hidden from assistive technology: what they mean
 * always stands beside them, or in the name of the element that holds them.
 */
interface ShapeProps {
  readonly class: string;
  readonly children: ComponentChildren;
}

export function Shape({ class: name, children }: ShapeProps): JSX.Element {
  return (
    <svg class={`shape ${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** `solid` paths are filled with the hue, `cut` ones with the background, so that they read as holes in a solid one. */
const stateShapes: Readonly<Record<StateKind, () => JSX.Element>> = {
  'on-track': RoundTick,
  done: RoundTick,
  'at-risk': Triangle,
  blocked: Triangle,
  'off-track': Octagon,
  paused: RoundPause,
  dropped: RoundDash,
  todo: Ring,
  'in-progress': HalfRing,
};

/** The shape of a state. Its word has to stand beside it or in the name of what holds it. */
export function StateIcon({ kind }: { readonly kind: StateKind }): JSX.Element {
  const StateShape = stateShapes[kind];
  return <StateShape />;
}

function RoundTick(): JSX.Element {
  return (
    <Shape class="hue-green">
      <circle class="solid" cx="8" cy="8" r="6.5" />
      <path class="cut-line" d="M5.2 8.2 7.2 10.2 10.9 6" />
    </Shape>
  );
}

export function Triangle(): JSX.Element {
  return (
    <Shape class="hue-yellow">
      <path class="solid rounded" d="M8 2.2 14.3 13.4H1.7Z" />
      <path class="cut-line" d="M8 6.2V9.4M8 11.4v.1" />
    </Shape>
  );
}

function Octagon(): JSX.Element {
  return (
    <Shape class="hue-red">
      <path class="solid rounded" d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4Z" />
      <path class="cut-line" d="M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2" />
    </Shape>
  );
}

function RoundPause(): JSX.Element {
  return (
    <Shape class="hue-grey">
      <circle class="solid" cx="8" cy="8" r="6.5" />
      <path class="cut-line" d="M6.4 5.6v4.8M9.6 5.6v4.8" />
    </Shape>
  );
}

function RoundDash(): JSX.Element {
  return (
    <Shape class="hue-grey">
      <circle class="line" cx="8" cy="8" r="5.8" />
      <path class="line" d="M5.2 8h5.6" />
    </Shape>
  );
}

function Ring(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <circle class="line" cx="8" cy="8" r="5.8" />
    </Shape>
  );
}

function HalfRing(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <circle class="line" cx="8" cy="8" r="5.8" />
      <path class="solid" d="M8 2.2a5.8 5.8 0 0 1 0 11.6Z" />
    </Shape>
  );
}

export function GoalIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <circle class="line" cx="8" cy="8" r="5.8" />
      <circle class="solid" cx="8" cy="8" r="2.6" />
    </Shape>
  );
}

export function ProjectIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="thick-line" d="M2 4h6.5M4.5 8H12M7.5 12H14" />
    </Shape>
  );
}

export function FeatureIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="line" d="M8 2 13.4 4.9v6.2L8 14 2.6 11.1V4.9ZM2.6 4.9 8 7.9l5.4-3M8 7.9V14" />
    </Shape>
  );
}

export function ReleaseIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="line" d="M3.4 14.4V2.4h9.2l-2.2 3.1 2.2 3.1H3.4" />
    </Shape>
  );
}

export function MeasureIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="line" d="M1.8 14h12.4" />
      <path class="thick-line" d="M4.5 13.4V9.5M8 13.4V6.4M11.5 13.4V2.8" />
    </Shape>
  );
}

export function IdeaIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="line" d="M5.8 11.2a4.4 4.4 0 1 1 4.4 0v1.4H5.8ZM6.4 14.4h3.2" />
    </Shape>
  );
}

export function MilestoneIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="solid" d="M8 2 14 8 8 14 2 8Z" />
    </Shape>
  );
}

/** A chain of bars without a gap: no float. */
export function CriticalIcon(): JSX.Element {
  return (
    <Shape class="hue-purple">
      <path class="thick-line" d="M2 4.5h5v7h7" />
      <path class="solid" d="M11 8.5 15 11.5 11 14.5Z" />
    </Shape>
  );
}

export function BrokenLinkIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path
        class="line"
        d="M6.2 11.6 5 12.8a2.3 2.3 0 0 1-3.2-3.2l1.6-1.6M9.8 4.4 11 3.2a2.3 2.3 0 0 1 3.2 3.2L12.6 8M5.6 2v2M2 5.6h2M10.4 12v2M12 10.4h2"
      />
    </Shape>
  );
}

export function PersonIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <circle class="line" cx="8" cy="5.2" r="2.6" />
      <path class="line" d="M3.4 13.6v-.8a3 3 0 0 1 3-3h3.2a3 3 0 0 1 3 3v.8" />
    </Shape>
  );
}

export function CalendarIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="line" d="M2.8 4h10.4v9.4H2.8ZM2.8 7h10.4M5.6 2.2V4M10.4 2.2V4" />
    </Shape>
  );
}

export function ChevronIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground chevron">
      <path class="line" d="M4 6.2 8 10.2 12 6.2" />
    </Shape>
  );
}

export function LockIcon({ locked }: { readonly locked: boolean }): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="line" d={locked ? 'M5 7V5a3 3 0 0 1 6 0v2' : 'M5 7V4.6a3 3 0 0 1 5.9-.7'} />
      <path class="line" d="M3.4 7h9.2v6.6H3.4ZM8 9.6v1.6" />
    </Shape>
  );
}

export function SourceIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="line" d="M3.4 1.8h5.8l3.4 3.4v9H3.4ZM9 1.8v3.6h3.6M5.6 8.2h4.8M5.6 11h4.8" />
    </Shape>
  );
}

export function MoreIcon(): JSX.Element {
  return (
    <Shape class="hue-foreground">
      <path class="dots" d="M3 8h.01M8 8h.01M13 8h.01" />
    </Shape>
  );
}

/** The shape of what kind of work an unlinked entry is; an item is drawn as its state. */
export function WorkIcon({ work }: { readonly work: Pick<UnlinkedEntry, 'kind' | 'state'> }): JSX.Element {
  if (work.kind === 'project') return <ProjectIcon />;
  if (work.kind === 'feature') return <FeatureIcon />;
  return <StateIcon kind={work.state?.kind ?? 'todo'} />;
}
