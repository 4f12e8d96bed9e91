import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FromPreview } from '../protocol';
import { LockIcon, MoreIcon, SourceIcon } from './icons';

interface TitleBarProps {
  /** The view's name: `'Board'` */
  readonly name: string;
  readonly locked: boolean;
  readonly post: (message: FromPreview) => void;
}

/** The bar above the view: one tab stop, arrow keys between its buttons. */
export function TitleBar({ name, locked, post }: TitleBarProps): JSX.Element {
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState('lock');
  const stop = (id: string): { tabIndex: number; onFocus: () => void } => ({
    tabIndex: id === current ? 0 : -1,
    onFocus: () => {
      setCurrent(id);
    },
  });
  const lockLabel = locked ? 'Locked to this file: follow the active editor' : 'Lock to this file';
  return (
    <header class="title-bar">
      <div
        class="tools"
        role="toolbar"
        aria-label="Preview"
        ref={bar}
        onKeyDown={(event) => {
          if (bar.current)
            moveAlong(event, [...bar.current.querySelectorAll<HTMLElement>('[data-tool]')], 'horizontal');
        }}
      >
        <span class="view-name">{name}</span>
        <span class="spring" />
        <button
          type="button"
          class="tool"
          data-tool
          {...stop('lock')}
          aria-pressed={locked}
          aria-label="Lock to this file"
          title={lockLabel}
          onClick={() => {
            post({ type: 'lock', locked: !locked });
          }}
        >
          <LockIcon locked={locked} />
        </button>
        <button
          type="button"
          class="tool only-wide"
          data-tool
          {...stop('source')}
          aria-label="Show source"
          title="Show source"
          onClick={() => {
            post({ type: 'show-source' });
          }}
        >
          <SourceIcon />
        </button>
        <MoreMenu stop={stop('more')} post={post} />
      </div>
    </header>
  );
}

interface MoreMenuProps {
  readonly stop: { readonly tabIndex: number; readonly onFocus: () => void };
  readonly post: (message: FromPreview) => void;
}

function MoreMenu({ stop, post }: MoreMenuProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (open && menu.current) visibleItems(menu.current)[0]?.focus();
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onMenuKey = (event: KeyboardEvent): void => {
    // The keys of an open menu are its own: the bar below would move, too.
    event.stopPropagation();
    if (event.key === 'Escape') {
      close();
    } else if (event.key === 'Tab') {
      setOpen(false);
    } else if (menu.current) {
      moveAlong(event, visibleItems(menu.current), 'vertical');
    }
  };
  const item = (label: string, message: FromPreview, name = ''): JSX.Element => (
    <button
      type="button"
      class={`menu-item ${name}`}
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        close();
        post(message);
      }}
    >
      {label}
    </button>
  );
  return (
    <span
      class="menu-anchor"
      onFocusOut={(event) => {
        const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!inside) setOpen(false);
      }}
    >
      <button
        type="button"
        class="tool"
        data-tool
        {...stop}
        ref={button}
        aria-label="More"
        title="More"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <MoreIcon />
      </button>
      {open && (
        <div class="menu" role="menu" aria-label="More" ref={menu} onKeyDown={onMenuKey}>
          {item('Show source', { type: 'show-source' }, 'only-narrow')}
          {item('Refresh', { type: 'refresh' })}
        </div>
      )}
    </span>
  );
}

function visibleItems(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')].filter((item) => item.offsetParent !== null);
}

/** Moves the focus among `stops` with the arrow keys of a direction, Home and End; it goes around at the ends. */
function moveAlong(event: KeyboardEvent, stops: readonly HTMLElement[], direction: 'horizontal' | 'vertical'): void {
  const shown = stops.filter((stop) => stop.offsetParent !== null);
  const index = shown.indexOf(document.activeElement as HTMLElement);
  const [back, forward] = direction === 'horizontal' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  const targets: Readonly<Record<string, number>> = {
    [back]: index - 1,
    [forward]: index + 1,
    Home: 0,
    End: shown.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  shown.at(target % shown.length)?.focus();
}
