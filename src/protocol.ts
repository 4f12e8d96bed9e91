/**
 * Everything that crosses a process or frame boundary, declared once: the requests and notifications that
 * Throughline adds to the Language Server Protocol, and the messages between the preview panel and its webview.
 *
 * Positions are LSP positions (lines and UTF-16 columns from 0). Files are URIs as strings.
 */
import type { Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextFormat } from './core/exports/formats';
import type { StarterKind } from './core/features/additions/starterKinds';
import type { Move } from './core/features/moves/model';
import type { DependencyCandidates } from './core/features/refactorings/dependencyCandidates';
import type { EntryPath } from './core/plan/entryPath';
import type { ViewData, ViewName } from './core/views/model';
import type { PlanFilter, PlanNode } from './core/views/planTree/model';
import type { ViewSettings } from './core/views/viewSettings';

export { exportedPage, exportedViewsId } from './core/exports/exportedPage';
export { type ExportFormat, exportFormats, formatsOf, type TextFormat } from './core/exports/formats';
export type {
  GoalChoice,
  ItemHome,
  NewEntryRequest,
  NewPlanFileChoices,
  NewPlanFileRequest,
  PersonChoice,
  PlannedChange,
  ServedGoal,
} from './core/features/additions/model';
export { readStarterKind, type StarterKind } from './core/features/additions/starterKinds';
export { columnMove, type Move, readMove } from './core/features/moves/model';
export { addDependencyCommand } from './core/features/refactorings/commands';
export type { DependencyCandidate, DependencyCandidates } from './core/features/refactorings/dependencyCandidates';
export type { EntryPath } from './core/plan/entryPath';
export type { ComingRelease, PlanSummary, StateKind } from './core/views/model';
export type { AddedKind, PlanFilter, PlanNode, PlanNodeKind } from './core/views/planTree/model';
export { isCommitName } from './core/analysis/changes/since';
export { isViewName, viewsOf, viewTitle, type ViewName } from './core/views/viewNames';
export { readViewSettings, type ViewSettings } from './core/views/viewSettings';

// ---------------------------------------------------------------------------------------------------------------------
// Language client to language server

/** The data of one view of one file. */
export const viewRequest = 'throughline/view';
export interface ViewParams {
  readonly uri: string;
  /** The view to compute; absent: the first view of the file's kind. */
  readonly view?: ViewName;
  readonly settings?: ViewSettings;
  /** Wait for the earlier version of the plan that the view compares it with; else that comes with a later view. */
  readonly whole?: boolean;
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

/** A view of a file as text: null where there is none, or where the format cannot hold it. */
export const exportRequest = 'throughline/export';
export interface ExportParams extends ViewParams {
  readonly format: TextFormat;
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

/**
 * Levels of the tree of all plans: a `PlanTreeLevel` for each that is asked for, null where its node is not shown any
 * more. Answered when all files have been read.
 */
export const planTreeRequest = 'throughline/planTree';
export interface PlanTreeParams {
  readonly filter: PlanFilter;
  readonly levels: readonly { readonly id: string | null; readonly stamp?: string }[];
}
export interface PlanTreeLevel {
  /** The same as long as the nodes are. */
  readonly stamp: string;
  /** Left out where the client says that it has them, by their stamp. */
  readonly nodes?: readonly PlanNode[];
}
export type PlanTreeResult = readonly (PlanTreeLevel | null)[];

/** The nodes from the top of the tree to what holds a position of a file: `PlanNode[]`, empty where nothing does. */
export const planTreeWayRequest = 'throughline/planTreeWay';
export interface PlanTreeWayParams extends EntryAtParams {
  readonly filter: PlanFilter;
}

/** The plan of a file in a few words: a `PlanSummary`, null for a file of no plan. */
export const planSummaryRequest = 'throughline/planSummary';
export interface PlanSummaryParams {
  readonly uri: string;
}

/** What there is to know of an entry, as Markdown without links: a text, or null. Asked with an `EntryPath`. */
export const entryCardRequest = 'throughline/entryCard';

/** A new entry below a thing of the plan: takes a `NewEntryRequest`, gives a `PlannedChange` or null. */
export const newEntryRequest = 'throughline/newEntry';

/** A first entry of a kind for a file that has none: takes `StarterParams`, gives a `PlannedChange` or null. */
export const starterRequest = 'throughline/starter';
export interface StarterParams {
  readonly uri: string;
  readonly kind: StarterKind;
}

/** The projects that may take an item of a feature: takes its `EntryPath`, gives `ItemHome[]`. */
export const itemHomesRequest = 'throughline/itemHomes';

/** The people of all plans: `PersonChoice[]`. */
export const peopleRequest = 'throughline/people';

/** A new roadmap or project file: takes a `NewPlanFileRequest`, gives a `PlannedChange` or null. */
export const newPlanFileRequest = 'throughline/newPlanFile';

/** Whom and what a new file may name: a `NewPlanFileChoices`. */
export const newPlanFileChoicesRequest = 'throughline/newPlanFileChoices';
export interface NewPlanFileChoicesParams {
  readonly kind: 'roadmap' | 'project';
  readonly folder: string;
  readonly title: string;
}

/** What the item, milestone or feature at (or above) an entry may wait for, or null where nothing there can wait. */
export const dependencyCandidatesRequest = 'throughline/dependencyCandidates';
export interface DependencyCandidatesParams {
  readonly entry: EntryPath;
  /** Words of titles or ids, where not all candidates fit into one answer. */
  readonly query?: string;
}
export type DependencyCandidatesResult = DependencyCandidates | null;

/** The edit (a `WorkspaceEdit`) that has an entry wait for one of its candidates, or null where it may not any more. */
export const addDependencyRequest = 'throughline/addDependency';
export interface AddDependencyParams {
  readonly entry: EntryPath;
  /** That of the candidate. */
  readonly reference: string;
}

/** Moves an entry to where somebody puts it in a view: takes `MoveParams`, gives a `MoveResult` or null. */
export const moveRequest = 'throughline/move';
export interface MoveParams {
  readonly entry: EntryPath;
  readonly move: Move;
}
/** The edit that makes the move, or a text that says why it is not made. */
export type MoveResult = { readonly edit: WorkspaceEdit } | { readonly refused: string };

/**
 * What links an entry to a goal, or gives a goal work: takes an `EntryPath`, gives `LinkChoice[]`. They are the quick
 * fixes of the rules of lineage.
 */
export const linkChoicesRequest = 'throughline/linkChoices';
export interface LinkChoice {
  readonly title: string;
  readonly edit: WorkspaceEdit;
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

/** Server to client: the texts that the files of a plan had. */
export const earlierFilesRequest = 'throughline/earlierFiles';
export interface EarlierFilesParams {
  /** The folder that bounds the plan. */
  readonly root: string;
  /** The files that the plan has now. */
  readonly uris: readonly string[];
  /** A calendar day (`2026-11-22`), at the end of which the plan was as it is wanted, or what Git calls a commit. */
  readonly since: { readonly day: string } | { readonly commit: string };
}
export type EarlierFilesResult =
  | {
      readonly files: readonly { readonly uri: string; readonly text: string }[];
      /** The day that was asked for, or that of the commit. */
      readonly day: string;
      /** The history does not reach as far: this is where it begins. */
      readonly isFirst: boolean;
    }
  /** Why there are none: see `NoEarlierPlan`. */
  | { readonly none: 'no-history' | 'not-committed' | 'no-such-point' };

/** Client to server: there is another commit, or another repository; what was answered on the past may not hold. */
export const historyChangedNotification = 'throughline/historyChanged';

/** Client to server, at initialization. */
export interface InitializationOptions {
  /** URI of the folder with the bundled rule pages, for the links of diagnostic codes. */
  readonly rulePages?: string;
  /** URL of the bundle of public holidays, for a server in a web worker: it cannot tell where its own file stands. */
  readonly holidays?: string;
  /** True where the client answers `listFilesRequest` and `readFilesRequest`. */
  readonly readsFiles?: boolean;
  /** True where the client answers `earlierFilesRequest`. */
  readonly readsHistory?: boolean;
  /** True where the client has the commands of Throughline: those below, and `addDependencyCommand`. */
  readonly runsCommands?: boolean;
  /** True where the client keeps what several providers of diagnostics say of a document apart, once they are registered. */
  readonly keepsProviders?: boolean;
  /** The client's command that asks for completion: a key that is accepted runs it, so that its value is chosen next. */
  readonly completionCommand?: string;
  /** The settings, for a client that cannot be asked for its configuration. */
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly ruleOptions?: Readonly<Record<string, unknown>>;
  readonly codeLens?: Readonly<Record<string, unknown>>;
  readonly inlayHints?: Readonly<Record<string, unknown>>;
  readonly preview?: Readonly<Record<string, unknown>>;
}

/** Commands of the client: opens the preview of a file beside it, with an entry in view. Its argument is an `EntryPath`. */
export const openPreviewCommand = 'throughline.openPreviewToSide';
/** Shows places in a peek. */
export const peekCommand = 'throughline.peek';
/** The one argument of `peekCommand`. */
export interface PeekParams {
  readonly uri: string;
  readonly position: Position;
  readonly locations: readonly Location[];
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
  | {
      readonly type: 'view';
      readonly uri: string;
      readonly result: ViewResult;
      /** The settings that the view was made with. */
      readonly settings: ViewSettings;
      readonly locked: boolean;
    }
  | { readonly type: 'cursor'; readonly entry: EntryPath | null }
  | { readonly type: 'gone'; readonly uri: string }
  /** What there is to know of an entry, as Markdown without links; null where that is nothing. */
  | { readonly type: 'card'; readonly entry: EntryPath; readonly text: string | null }
  /** What was to be moved or linked stays as it is; why, and what to do. */
  | { readonly type: 'refused'; readonly text: string }
  /** Draw a picture of an SVG, as `picture` gives it back. */
  | { readonly type: 'draw'; readonly svg: string };

/** Messages from the webview. They are intents: the webview never edits text. */
export type FromPreview =
  | { readonly type: 'ready' }
  /** Select the entry in its source and keep the focus in the preview. */
  | { readonly type: 'select'; readonly entry: EntryPath }
  /** Open the entry's source and move the focus there. */
  | { readonly type: 'open'; readonly entry: EntryPath }
  /** Send the entry's card. */
  | { readonly type: 'card-wanted'; readonly entry: EntryPath }
  /** Put the entry somewhere else, in its source. */
  | { readonly type: 'move'; readonly entry: EntryPath; readonly move: Move }
  /** Ask what links the entry to a goal, or gives the goal work, and write that into the source. */
  | { readonly type: 'link'; readonly entry: EntryPath }
  /** Write a first entry of a kind into the file that is shown. */
  | { readonly type: 'insert'; readonly kind: StarterKind }
  | { readonly type: 'show-source' }
  | { readonly type: 'show-line'; readonly line: number }
  | { readonly type: 'refresh' }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'view'; readonly view: ViewName }
  /** Write what is shown into a file. */
  | { readonly type: 'export' }
  /** What was to be drawn, as the Base64 text of a PNG; null where the webview cannot. */
  | { readonly type: 'picture'; readonly png: string | null }
  /** Show the view by other settings, and keep them for the file. */
  | { readonly type: 'settings'; readonly settings: ViewSettings };

/** What the webview keeps over reloads (`setState`), and the panel serializer gets back. */
export interface PreviewState {
  readonly uri: string;
  readonly view?: ViewName;
  readonly locked: boolean;
}
