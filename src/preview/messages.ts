import { type BrokenSource, type EntryPath, readViewSettings, type ToPreview, type ViewResult } from '../protocol';
import { isDrawable } from './drawnViews';

/**
 * Reads what came over the message channel. Anything may post to a window, so what is not a message of the protocol
 * gives undefined. The inside of the view data is checked as far as its lists: the rest is text, which is escaped.
 */
export function readMessage(value: unknown): ToPreview | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'view':
      return isText(value['uri']) && isViewResult(value['result']) && typeof value['locked'] === 'boolean'
        ? {
            type: 'view',
            uri: value['uri'],
            result: value['result'],
            settings: readViewSettings(value['settings']),
            locked: value['locked'],
          }
        : undefined;
    case 'cursor': {
      const entry = value['entry'];
      return entry === null || isEntryPath(entry) ? { type: 'cursor', entry } : undefined;
    }
    case 'gone':
      return isText(value['uri']) ? { type: 'gone', uri: value['uri'] } : undefined;
    case 'card': {
      const { entry, text } = value;
      return isEntryPath(entry) && (text === null || isText(text)) ? { type: 'card', entry, text } : undefined;
    }
    case 'refused':
      return isText(value['text']) ? { type: 'refused', text: value['text'] } : undefined;
    case 'draw':
      return isText(value['svg']) ? { type: 'draw', svg: value['svg'] } : undefined;
    default:
      return undefined;
  }
}

function isViewResult(value: unknown): value is ViewResult {
  if (!isRecord(value) || !isRecord(value['data'])) return false;
  const { data, broken } = value;
  return (broken === undefined || isBrokenSource(broken)) && isEntryPath(data['entry']) && isDrawable(data);
}

function isBrokenSource(value: unknown): value is BrokenSource {
  return isRecord(value) && Number.isInteger(value['line']) && isText(value['message']);
}

function isEntryPath(value: unknown): value is EntryPath {
  return isRecord(value) && isText(value['uri']) && Array.isArray(value['path']) && value['path'].every(isText);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
