import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../../core/features/diagnostics';
import type { PlanService } from '../../core/service';
import type { ClientUris } from '../fileUri';
import type { EditorSettings } from '../settings';

/** What the answers of a group are made from. */
export interface FeatureContext {
  readonly connection: Connection;
  readonly service: PlanService;
  readonly capabilities: ClientCapabilities;
  readonly options: () => DiagnosticOptions;
  /** How the client spells the URIs of what it has open. */
  readonly uris: ClientUris;
  /** Resolves when all files have been read for the first time. */
  readonly loaded: Promise<void>;
  /** What the client's settings say now. */
  readonly settings: () => EditorSettings;
  /** Whether the client has the commands of the protocol. */
  readonly runsCommands: boolean;
  /** The command by which the client asks for completion again; undefined for one that has none. */
  readonly askAgain: string | undefined;
}

/** Language features that belong together: what the server says of them, and who answers their requests. */
export interface FeatureGroup {
  /** Where it depends on what the client can do, a function of that. */
  readonly capabilities: ServerCapabilities | ((client: ClientCapabilities) => ServerCapabilities);
  serve(context: FeatureContext): void;
}
