import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../../core/features/diagnostics';
import type { PlanService } from '../../core/service';
import type { ClientUris } from '../fileUri';

/** What the answers of a group are made from. */
export interface FeatureContext {
  readonly connection: Connection;
  readonly service: PlanService;
  readonly capabilities: ClientCapabilities;
  readonly options: () => DiagnosticOptions;
  /** How the client spells the URIs of what it has open. */
  readonly uris: ClientUris;
}

/** Language features that belong together: what the server says of them, and who answers their requests. */
export interface FeatureGroup {
  /** Where it depends on what the client can do, a function of that. */
  readonly capabilities: ServerCapabilities | ((client: ClientCapabilities) => ServerCapabilities);
  serve(context: FeatureContext): void;
}
