import type { ViewData, ViewOptions } from '../core/views/model';
import { type ViewSettings, zooms } from '../core/views/viewSettings';
import type { FromPreview } from '../protocol';
import type { MenuLine } from './menu';
import { zoomName } from './zoomControl';

/** What stands before the choice of lanes or groups. */
export function groupLabel({ groupLabel: label = 'Lanes' }: ViewOptions): string {
  return label;
}

/** What lanes are made by now, in words. */
export function groupTitle({ groups = [] }: ViewOptions, { groupBy }: ViewSettings): string {
  return (groups.find(({ value }) => value === groupBy) ?? groups[0])?.title ?? '';
}

/** What lanes can be made by; `narrow` for where they have no button of their own. */
export function groupLines(
  { groups = [] }: ViewOptions,
  settings: ViewSettings,
  change: (settings: ViewSettings) => void,
  narrow = false,
): readonly MenuLine[] {
  const chosen = groups.find(({ value }) => value === settings.groupBy) ?? groups[0];
  return groups.map((group): MenuLine => ({
    kind: 'radio',
    label: group.title,
    checked: group === chosen,
    narrow,
    run: () => {
      change({ ...settings, groupBy: group.value });
    },
  }));
}

export function withZoom(settings: ViewSettings, zoom: ViewSettings['zoom']): ViewSettings {
  const { zoom: _before, ...others } = settings;
  return zoom === undefined ? others : { ...others, zoom };
}

interface MoreProps {
  readonly data: ViewData | undefined;
  readonly settings: ViewSettings;
  readonly exported: boolean;
  readonly change: (settings: ViewSettings) => void;
  readonly showKeys: () => void;
  readonly post: (message: FromPreview) => void;
}

/** What has no button of its own, and in a narrow preview what has no room for one. */
export function moreLines({ data, settings, exported, change, showKeys, post }: MoreProps): readonly MenuLine[] {
  const options = data?.options ?? {};
  const zoomLines = [undefined, ...zooms].map((zoom): MenuLine => ({
    kind: 'radio',
    label: `Zoom: ${zoomName(zoom).toLowerCase()}`,
    checked: settings.zoom === zoom,
    narrow: true,
    run: () => {
      change(withZoom(settings, zoom));
    },
  }));
  const groups = groupLines(options, settings, change, true).map((line) =>
    'label' in line ? { ...line, label: `${groupLabel(options)}: ${line.label}` } : line,
  );
  const ask = (label: string, type: 'show-source' | 'export' | 'refresh', narrow = false): MenuLine => ({
    kind: 'action',
    label,
    narrow,
    run: () => {
      post({ type });
    },
  });
  return [
    ...(exported ? [] : [ask('Show source', 'show-source', true)]),
    ...groups,
    ...(options.zooms ? zoomLines : []),
    ...(exported ? [] : [ask('Export…', 'export'), ask('Refresh', 'refresh')]),
    { kind: 'action', label: 'Keyboard', shortcut: '?', run: showKeys },
  ];
}
