import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { EntryPath } from '../core/views/model';
import { Intents } from './intents';

interface LinkActionProps {
  /** What is linked to a goal, or the goal that nothing serves. */
  readonly entry: EntryPath;
  /** What is asked for, in words: `Link “API” to a goal`. */
  readonly name: string;
  /** A tab stop of its own; in rows it is reached by a key instead. */
  readonly isStop?: boolean;
}

const actionClass = 'link-action';

/** Stands where a line to a goal is broken, and offers to mend it; nothing in a page that was exported. */
export function LinkAction({ entry, name, isStop = false }: LinkActionProps): JSX.Element | null {
  const { link } = useContext(Intents);
  if (!link) return null;
  return (
    <button
      type="button"
      class={`link ${actionClass}`}
      title={name}
      {...(isStop ? { 'aria-label': name } : { tabIndex: -1, 'aria-hidden': true })}
      onClick={(event) => {
        // It is no wish to see the source, nor is a second click.
        event.stopPropagation();
        link(entry);
      }}
      onDblClick={(event) => {
        event.stopPropagation();
      }}
    >
      Link
    </button>
  );
}

/** What a row with such an offer says of its key. */
export function useLinkKey(isOffered: boolean): { readonly 'aria-keyshortcuts'?: 'L' } {
  const { link } = useContext(Intents);
  return link && isOffered ? { 'aria-keyshortcuts': 'L' } : {};
}

/** Takes the offer of the row that a key is pressed in. @returns whether there is one */
export function takeLinkKey({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'l' || ctrlKey || metaKey || altKey || !(target instanceof Element)) return false;
  const action = target.closest('[data-stop]')?.querySelector<HTMLElement>(`.${actionClass}`);
  action?.click();
  return action !== null && action !== undefined;
}
