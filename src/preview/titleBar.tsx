import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ViewData } from '../core/views/model';
import { viewsOf, viewTitle } from '../core/views/viewNames';
import type { ViewSettings } from '../core/views/viewSettings';
import type { FromPreview } from '../protocol';
import { FilterBox } from './filterBox';
import { ChevronIcon, LockIcon, MoreIcon, SourceIcon } from './icons';
import { MenuButton, type MenuLine } from './menu';
import { moveAlong } from './moveAlong';
import { groupLabel, groupLines, groupTitle, moreLines, withZoom } from './titleBarMenus';
import { ZoomControl } from './zoomControl';

interface TitleBarProps {
  /** Absent while there is nothing to show. */
  readonly data: ViewData | undefined;
  readonly settings: ViewSettings;
  readonly locked: boolean;
  /** From a file: without what asks the editor. */
  readonly exported: boolean;
  readonly showKeys: () => void;
  readonly post: (message: FromPreview) => void;
}

/** The bar above the view: one tab stop, arrow keys between its tools. */
export function TitleBar({ data, settings, locked, exported, showKeys, post }: TitleBarProps): JSX.Element {
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>();
  const first = data || exported ? 'view' : 'lock';
  const stop = (id: string): { tabIndex: number; onFocus: () => void } => ({
    tabIndex: id === (current ?? first) ? 0 : -1,
    onFocus: () => {
      setCurrent(id);
    },
  });
  const change = (next: ViewSettings): void => {
    post({ type: 'settings', settings: next });
  };
  const options = data?.options ?? {};
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
        {data && <ViewPicker data={data} stop={stop('view')} post={post} />}
        {options.filters && <FilterBox options={options} settings={settings} change={change} stop={stop} />}
        {options.groups && (
          <MenuButton
            label={`${groupLabel(options)}: ${groupTitle(options, settings)}`}
            class="tool text-tool only-wide"
            side="start"
            stop={stop('groups')}
            lines={groupLines(options, settings, change)}
          >
            <span class="quiet">{groupLabel(options)}:</span> {groupTitle(options, settings)}
          </MenuButton>
        )}
        {options.zooms && (
          <ZoomControl
            zoom={settings.zoom}
            stop={stop}
            change={(zoom) => {
              change(withZoom(settings, zoom));
            }}
          />
        )}
        <span class="spring" />
        {!exported && <LockButton locked={locked} stop={stop('lock')} post={post} />}
        {!exported && <SourceButton stop={stop('source')} post={post} />}
        <MenuButton
          label="More"
          stop={stop('more')}
          lines={moreLines({ data, settings, exported, change, showKeys, post })}
        >
          <MoreIcon />
        </MenuButton>
      </div>
    </header>
  );
}

interface PickerProps {
  readonly data: ViewData;
  readonly stop: { readonly tabIndex: number; readonly onFocus: () => void };
  readonly post: (message: FromPreview) => void;
}

const fileKinds = { roadmap: 'Roadmap', project: 'Project' } as const;

function ViewPicker({ data, stop, post }: PickerProps): JSX.Element {
  const views = viewsOf(data.file);
  const lines = views.map(({ name, title }, index): MenuLine => ({
    kind: 'radio',
    label: title,
    checked: name === data.view,
    ...(index < 9 ? { shortcut: String(index + 1) } : {}),
    run: () => {
      post({ type: 'view', view: name });
    },
  }));
  const title = viewTitle(data.view);
  return (
    <MenuButton
      label={`View: ${title}`}
      class="tool text-tool view-picker"
      side="start"
      stop={stop}
      lines={[{ kind: 'heading', label: fileKinds[data.file] }, ...lines]}
    >
      <span class="view-name">{title}</span>
      <ChevronIcon />
    </MenuButton>
  );
}

function LockButton({ locked, stop, post }: Pick<PickerProps, 'stop' | 'post'> & { locked: boolean }): JSX.Element {
  return (
    <button
      type="button"
      class="tool"
      data-tool
      {...stop}
      aria-pressed={locked}
      aria-label="Lock to this file"
      title={locked ? 'Locked to this file: follow the active editor' : 'Lock to this file'}
      onClick={() => {
        post({ type: 'lock', locked: !locked });
      }}
    >
      <LockIcon locked={locked} />
    </button>
  );
}

function SourceButton({ stop, post }: Pick<PickerProps, 'stop' | 'post'>): JSX.Element {
  return (
    <button
      type="button"
      class="tool only-wide"
      data-tool
      {...stop}
      aria-label="Show source"
      title="Show source"
      onClick={() => {
        post({ type: 'show-source' });
      }}
    >
      <SourceIcon />
    </button>
  );
}
