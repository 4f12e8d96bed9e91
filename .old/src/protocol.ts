/**
 * Everything that crosses a process or frame boundary, declared once: the requests and notifications that
 * Throughline adds to the Language Server Protocol, and the messages between the preview panel and its webview.
 *
 * Positions are LSP positions (lines and UTF-16 columns from 0). Files are URIs as strings.
 */
import type { Range } from 'vscode-languageserver-types';
import type { EntryPath } from './core/plan/entryPath';
import type { ViewData, ViewName } from './core/views/model';

export type { EntryPath } from './core/plan/entryPath';

// ---------------------------------------------------------------------------------------------------------------------
// Language client to language server

/** The data of one view of one file. */
export const viewRequest = 'throughline/view';
export interface ViewParams {
  readonly uri: string;
  /** The view to compute; absent: the default view of the file's kind. */
  readonly view?: ViewName;
}
export interface ViewResult {
  /** The document version (or a content stamp for a closed file) that the data was computed from. */
  readonly version: number;
  readonly data: ViewData;
  /** The first place where the source cannot be read; the preview keeps its last good view while this is set. */
  readonly broken?: BrokenSource;
}
export interface BrokenSource {
  /** From 0. */
  readonly line: number;
  readonly message: string;
}

/** The innermost entry that holds a position, or null. */
export const entryAtRequest = 'throughline/entryAt';
export interface EntryAtParams {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** Where an entry stands now: `range` is its whole text, `selection` its key. Null when it is gone. */
export const locateEntryRequest = 'throughline/locateEntry';
export interface EntryLocation {
  readonly uri: string;
  readonly range: Range;
  readonly selection: Range;
}

/** Server to client: something changed that views may show. Sent at most once for each batch of changes. */
export const planChangedNotification = 'throughline/planChanged';

/** Server to client: the plan and settings files below the workspace folders, as URIs. */
export const listFilesRequest = 'throughline/listFiles';
/** Server to client: contents of files that the server cannot read itself; null where one cannot be read. */
export const readFilesRequest = 'throughline/readFiles';
export interface ReadFilesParams {
  readonly uris: readonly string[];
}
export type ReadFilesResult = readonly (string | null)[];

/** Client to server, at initialization. */
export interface InitializationOptions {
  /** URI of the folder with the bundled rule pages, for the links of diagnostic codes. */
  readonly rulePages?: string;
  /** URL of the bundle of public holidays, for a server in a web worker: it cannot tell where its own file stands. */
  readonly holidays?: string;
  /** True where the client answers `listFilesRequest` and `readFilesRequest`. */
  readonly readsFiles?: boolean;
  /** The settings of rules, for a client that cannot be asked for its configuration. */
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly ruleOptions?: Readonly<Record<string, unknown>>;
}

/** Client to server: parse errors are (or are no longer) reported by another YAML extension. */
export const yamlValidationNotification = 'throughline/otherYamlValidation';
export interface YamlValidationParams {
  readonly active: boolean;
}

// ---------------------------------------------------------------------------------------------------------------------
// Preview panel (extension) and webview

/** Messages to the webview. */
export type ToPreview =
  | { readonly type: 'view'; readonly uri: string; readonly result: ViewResult; readonly locked: boolean }
  | { readonly type: 'cursor'; readonly entry: EntryPath | null }
  | { readonly type: 'gone'; readonly uri: string };

/** Messages from the webview. They are intents: the webview never edits text. */
export type FromPreview =
  | { readonly type: 'ready' }
  /** Select the entry in its source and keep the focus in the preview. */
  | { readonly type: 'select'; readonly entry: EntryPath }
  /** Open the entry's source and move the focus there. */
  | { readonly type: 'open'; readonly entry: EntryPath }
  | { readonly type: 'show-source' }
  | { readonly type: 'show-line'; readonly line: number }
  | { readonly type: 'refresh' }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'view'; readonly view: ViewName };

/** What the webview keeps over reloads (`setState`), and the panel serializer gets back. */
export interface PreviewState {
  readonly uri: string;
  readonly view?: ViewName;
  readonly locked: boolean;
}
