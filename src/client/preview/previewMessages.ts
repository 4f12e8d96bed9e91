import {
  type EntryPath,
  type FromPreview,
  isViewName,
  type PreviewState,
  readMove,
  readStarterKind,
  readViewSettings,
} from '../../protocol';

/** A message of the webview if it is one of those that the protocol has, else undefined. Its data is not trusted. */
export function previewMessage(value: unknown): FromPreview | undefined {
  if (!isRecord(value)) return undefined;
  switch (value.type) {
    case 'ready':
    case 'show-source':
    case 'refresh':
    case 'export':
      return { type: value.type };
    case 'select':
    case 'open':
    case 'card-wanted':
    case 'link':
      return isEntryPath(value.entry) ? { type: value.type, entry: value.entry } : undefined;
    case 'move': {
      const move = readMove(value.move);
      return move && isEntryPath(value.entry) ? { type: 'move', entry: value.entry, move } : undefined;
    }
    case 'insert': {
      const kind = readStarterKind(value.kind);
      return kind && { type: 'insert', kind };
    }
    case 'show-line': {
      const line = value.line;
      return Number.isSafeInteger(line) && Number(line) >= 0 ? { type: 'show-line', line: Number(line) } : undefined;
    }
    case 'lock':
      return typeof value.locked === 'boolean' ? { type: 'lock', locked: value.locked } : undefined;
    case 'view':
      return isViewName(value.view) ? { type: 'view', view: value.view } : undefined;
    case 'picture':
      return value.png === null || typeof value.png === 'string' ? { type: 'picture', png: value.png } : undefined;
    case 'settings':
      return isRecord(value.settings) ? { type: 'settings', settings: readViewSettings(value.settings) } : undefined;
    default:
      return undefined;
  }
}

/** What a webview kept over a reload, if it can be used; an unknown view is left out. */
export function previewState(value: unknown): PreviewState | undefined {
  if (!isRecord(value) || typeof value.uri !== 'string') return undefined;
  const state = { uri: value.uri, locked: value.locked === true };
  return isViewName(value.view) ? { ...state, view: value.view } : state;
}

/** Whether data that is not trusted names an entry. */
export function isEntryPath(value: unknown): value is EntryPath {
  return (
    isRecord(value) &&
    typeof value.uri === 'string' &&
    Array.isArray(value.path) &&
    value.path.every((key) => typeof key === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
