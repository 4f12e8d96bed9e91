import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../../core/features/diagnostics';
import type { PlanService } from '../../core/service';
import type { InitializationOptions } from '../../protocol';

/** What the answers of a group are made from. */
export interface FeatureContext {
  readonly connection: Connection;
  readonly service: PlanService;
  readonly capabilities: ClientCapabilities;
  /** What the client said of itself when it started, beside its capabilities. */
  readonly initialization: InitializationOptions;
  readonly options: () => DiagnosticOptions;
}

/** Language features that belong together: what the server says of them, and who answers their requests. */
export interface FeatureGroup {
  readonly capabilities: ServerCapabilities;
  serve(context: FeatureContext): void;
}
