import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { fixAllKind } from '../core/features/codeActions';
import type { DiagnosticOptions } from '../core/features/diagnostics';
import { semanticTokensLegend } from '../core/features/semanticTokens';
import type { PlanService } from '../core/service';
import { fileUri } from './fileUri';

/** What the server says that it can do, of what `serveLanguageFeatures` answers. */
export const languageFeatures: ServerCapabilities = {
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
};

/** Answers the requests of the protocol that are about one document. The answers are the service's. */
export function serveLanguageFeatures(
  connection: Connection,
  service: PlanService,
  { workspace }: ClientCapabilities,
  options: () => DiagnosticOptions,
): void {
  const editing = {
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
  };

  connection.onHover(({ textDocument, position }) => service.hover(fileUri(textDocument.uri), position));

  connection.onCodeAction(({ textDocument, range, context: { only, diagnostics } }) => [
    ...service.codeActions(fileUri(textDocument.uri), range, {
      ...options(),
      only,
      diagnostics,
      ...editing,
    }),
  ]);

  const { semanticTokens } = connection.languages;
  semanticTokens.on(({ textDocument }) => service.semanticTokens(fileUri(textDocument.uri)) ?? { data: [] });
  semanticTokens.onRange(
    ({ textDocument, range }) => service.semanticTokens(fileUri(textDocument.uri), range) ?? { data: [] },
  );
}
