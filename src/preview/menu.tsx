import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { moveAlong } from './moveAlong';
import { TickIcon } from './toolIcons';

/** A line of a menu: something to do, one of several values, something that is on or off, or what parts the lines. */
export type MenuLine =
  | {
      readonly kind: 'action' | 'radio' | 'check';
      readonly label: string;
      readonly checked?: boolean;
      /** The key that does the same: `'1'`. */
      readonly shortcut?: string;
      readonly run: () => void;
      /** Stands in the menu only where there is no room for a button of its own. */
      readonly narrow?: boolean;
    }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'separator' };

interface MenuButtonProps {
  /** What the button and its menu are called. */
  readonly label: string;
  readonly lines: readonly MenuLine[];
  /** The button's place among the stops of its bar. */
  readonly stop: { readonly tabIndex: number; readonly onFocus: () => void };
  readonly class?: string;
  /** Which edge of the button the menu keeps to. */
  readonly side?: 'start' | 'end';
  readonly children: ComponentChildren;
}

const roles = { action: 'menuitem', radio: 'menuitemradio', check: 'menuitemcheckbox' } as const;

/** A button that opens a menu; the menu takes the focus and gives it back. */
export function MenuButton({
  label,
  lines,
  stop,
  class: name = 'tool',
  side = 'end',
  children,
}: MenuButtonProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!open || !menu.current) return;
    const items = visibleItems(menu.current);
    (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onMenuKey = (event: KeyboardEvent): void => {
    // The keys of an open menu are its own: the bar below would move, too.
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (menu.current) moveAlong(event, visibleItems(menu.current), 'vertical');
  };
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
        class={name}
        data-tool
        {...stop}
        ref={button}
        aria-label={label}
        title={label}
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
        {children}
      </button>
      {open && (
        <div class={`menu menu-${side}`} role="menu" aria-label={label} ref={menu} onKeyDown={onMenuKey}>
          {lines.map((line, index) => (
            <Line key={index} line={line} close={close} />
          ))}
        </div>
      )}
    </span>
  );
}

function Line({ line, close }: { readonly line: MenuLine; readonly close: () => void }): JSX.Element {
  if (line.kind === 'separator') return <div class="menu-separator" role="separator" />;
  if (line.kind === 'heading') return <div class="menu-heading">{line.label}</div>;
  const checkable = line.kind !== 'action';
  return (
    <button
      type="button"
      class={`menu-item ${line.narrow ? 'only-narrow' : ''}`}
      role={roles[line.kind]}
      tabIndex={-1}
      {...(checkable ? { 'aria-checked': line.checked === true } : {})}
      {...(line.shortcut === undefined ? {} : { 'aria-keyshortcuts': line.shortcut })}
      onClick={() => {
        close();
        line.run();
      }}
    >
      <span class="menu-mark">{line.kind !== 'action' && line.checked && <TickIcon />}</span>
      <span class="menu-label">{line.label}</span>
      {line.shortcut !== undefined && (
        <span class="menu-shortcut" aria-hidden="true">
          {line.shortcut}
        </span>
      )}
    </button>
  );
}

function visibleItems(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')].filter((item) => item.offsetParent !== null);
}
