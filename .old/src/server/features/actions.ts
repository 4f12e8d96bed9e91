import { CodeActionKind } from 'vscode-languageserver';
import { fixAllKind } from '../../core/features/codeActions';
import { fileUri } from '../fileUri';
import { editingOf } from './editing';
import type { FeatureGroup } from './featureGroup';

/** What can be done at a place of a file. */
export const actionFeatures: FeatureGroup = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  },

  serve({ connection, service, capabilities, options }) {
    const editing = editingOf(capabilities);
    connection.onCodeAction(({ textDocument, range, context: { only, diagnostics } }) => [
      ...service.codeActions(fileUri(textDocument.uri), range, { ...options(), only, diagnostics, ...editing }),
    ]);
  },
};
