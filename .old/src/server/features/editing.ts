import type { ClientCapabilities } from 'vscode-languageserver';
import type { EditTarget } from '../../core/features/workspaceEdits';

/** What edits a client can take. */
export function editingOf({ workspace }: ClientCapabilities): Omit<EditTarget, 'version'> {
  return {
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
  };
}
