import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FromPreview } from '../protocol';
import type { ViewData } from '../core/views/model';
import type { ViewSettings } from '../core/views/viewSettings';
import { viewsOf } from '../core/views/viewNames';
import type { Drawing } from './drawnViews';
import { entryHolding, entryKey, entryOfKey } from './entries';
import type { MarkedEntry } from './entryAttributes';
import { KeyList } from './keyList';
import { Intents, intentsOf } from './intents';
import { takeLinkKey } from './linkAction';
import { Notices } from './notices';
import type { Session } from './session';
import { TitleBar } from './titleBar';
import { useHoverCard } from './useHoverCard';

interface AppProps {
  readonly session: Session;
  /** What draws the data of the session; undefined where it has none. */
  readonly drawing: Drawing | undefined;
  readonly post: (message: FromPreview) => void;
}

/** How long a `select` of ours may take to come back as the editor's cursor. */
const echoTime = 1000;

/** What a click in the preview selected last, and when. */
interface OwnSelection {
  readonly key: string;
  readonly time: number;
}

/** The whole preview: the bar, what is wrong, and the view. */
export function App({ session, drawing, post }: AppProps): JSX.Element {
  const { data, cursor, exported } = session;
  const intents = useMemo(() => (exported ? {} : intentsOf(post)), [exported, post]);
  const content = useRef<HTMLElement>(null);
  const marked = useMemo(() => markedEntry(data, drawing, cursor), [data, drawing, cursor]);
  const ownSelection = useRef<OwnSelection | undefined>(undefined);
  useReveal(content, marked, cursor, ownSelection);

  // Another file starts at its top; the same file stays where it is scrolled to.
  const shownFile = `${data?.view ?? ''} ${session.uri ?? ''}`;
  useLayoutEffect(() => {
    scrollTo(0, 0);
  }, [shownFile]);

  const hoverCard = useHoverCard(session, post);
  const [keysShown, setKeysShown] = useState(false);
  const showKeys = (): void => {
    // It would take the first Escape, from behind the list.
    hoverCard.close();
    setKeysShown(true);
  };
  useViewKeys(data, post, showKeys);

  const entryAt = (event: Event): { readonly key: string; readonly opens: boolean } | undefined => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entry]') : null;
    const key = element?.dataset['entry'];
    return element && key !== undefined ? { key, opens: element.dataset['opens'] !== undefined } : undefined;
  };
  const send = (type: 'select' | 'open', key: string): void => {
    const entry = entryOfKey(key);
    if (!entry) return;
    ownSelection.current = { key, time: performance.now() };
    post({ type, entry });
  };
  return (
    <>
      <TitleBar
        data={data}
        settings={session.settings}
        locked={session.locked}
        exported={session.exported}
        showKeys={showKeys}
        post={post}
      />
      {keysShown && (
        <KeyList
          close={() => {
            setKeysShown(false);
          }}
        />
      )}
      <main
        ref={content}
        {...hoverCard.listeners}
        onClick={(event) => {
          const at = entryAt(event);
          // A click that ends the selection of text is no wish to go elsewhere.
          if (!at || !getSelection()?.isCollapsed) return;
          send(at.opens ? 'open' : 'select', at.key);
        }}
        onDblClick={(event) => {
          const at = entryAt(event);
          if (!at) return;
          getSelection()?.removeAllRanges();
          send('open', at.key);
        }}
        onKeyDown={(event) => {
          if (takeLinkKey(event)) event.preventDefault();
          if (event.key !== 'Enter' && event.key !== ' ') return;
          const at = event.target instanceof HTMLButtonElement ? undefined : entryAt(event);
          if (!at) return;
          event.preventDefault();
          send(event.key === 'Enter' ? 'open' : 'select', at.key);
        }}
      >
        <Notices session={session} post={post} />
        {data?.shown && <ShownCount shown={data.shown} session={session} post={post} />}
        <Intents.Provider value={intents}>
          {data && drawing && (
            <View key={shownFile} data={data} drawing={drawing} marked={marked} settings={session.settings} />
          )}
        </Intents.Provider>
        {!data && !session.gone && <p class="waiting">Reading the plan…</p>}
        {hoverCard.element}
      </main>
    </>
  );
}

interface ViewProps {
  readonly data: ViewData;
  readonly drawing: Drawing;
  readonly marked: MarkedEntry;
  readonly settings: ViewSettings;
}

/** The drawing of a view's data. */
function View({ data, drawing, marked, settings }: ViewProps): JSX.Element {
  return drawing.draw(data, marked, settings);
}

function markedEntry(data: ViewData | undefined, drawing: Drawing | undefined, cursor: Session['cursor']): MarkedEntry {
  const entry = data && drawing && cursor && entryHolding(cursor, drawing.entries(data));
  return entry && entryKey(entry);
}

/**
 * Brings the cursor's entry into view when the cursor moves: without taking the focus, and not for the cursor that a
 * click in the preview has just set, under which the view would move away.
 */
function useReveal(
  content: { readonly current: HTMLElement | null },
  marked: MarkedEntry,
  cursor: Session['cursor'],
  ownSelection: { readonly current: OwnSelection | undefined },
): void {
  useEffect(() => {
    const own = ownSelection.current;
    const isEcho = own !== undefined && performance.now() - own.time < echoTime && own.key === marked;
    if (marked === undefined || isEcho) return;
    content.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Not when the data changes: while typing, nothing may move.
  }, [marked, cursor]);
}

interface ShownCountProps {
  readonly shown: NonNullable<ViewData['shown']>;
  readonly session: Pick<Session, 'settings' | 'exported'>;
  readonly post: (message: FromPreview) => void;
}

/** How much of the view the filter leaves, and the way back: none in a page that was exported with it. */
function ShownCount({ shown: { count, total }, session, post }: ShownCountProps): JSX.Element {
  return (
    <p class="shown-count" role="status">
      {`${String(count)} of ${String(total)} entries shown. `}
      {!session.exported && (
        <button
          type="button"
          class="link"
          onClick={() => {
            const { filter: _filter, hidesDone: _hidesDone, ...others } = session.settings;
            post({ type: 'settings', settings: others });
          }}
        >
          Clear the filter
        </button>
      )}
    </p>
  );
}

/** The keys of the whole preview, unless they are typed into a field or belong to a menu or dialog. */
function useViewKeys(data: ViewData | undefined, post: (message: FromPreview) => void, showKeys: () => void): void {
  // As soon as the view is drawn, and not a frame later: a key may be pressed at once.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !data || !isForView(event.target)) return;
      const view = /^[1-9]$/.test(event.key) ? viewsOf(data.file)[Number(event.key) - 1] : undefined;
      if (view) post({ type: 'view', view: view.name });
      else if (event.key === '?') showKeys();
      else if (event.key === '/') document.querySelector<HTMLElement>('.filter-field')?.focus();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, [data, post, showKeys]);
}

function isForView(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  return !(target instanceof HTMLInputElement) && target.closest('[role=menu], dialog') === null;
}
