import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { DiagnosticOptions } from '../../core/features/diagnostics';
import type { PlanService } from '../../core/service';

/** What the answers of a group are made from. */
export interface FeatureContext {
  readonly connection: Connection;
  readonly service: PlanService;
  readonly capabilities: ClientCapabilities;
  readonly options: () => DiagnosticOptions;
}

/** Language features that belong together: what the server says of them, and who answers their requests. */
export interface FeatureGroup {
  readonly capabilities: ServerCapabilities;
  serve(context: FeatureContext): void;
}
