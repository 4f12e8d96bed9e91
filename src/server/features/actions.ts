import {
  type ClientCapabilities,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import { fixAllKind } from '../../core/features/codeActions';
import { refactoringKinds } from '../../core/features/refactorings/refactorActions';
import {
  type AddDependencyParams,
  addDependencyRequest,
  type DependencyCandidatesParams,
  dependencyCandidatesRequest,
  type DependencyCandidatesResult,
  type MoveParams,
  moveRequest,
  type MoveResult,
} from '../../protocol';
import { fileUri } from '../fileUri';
import { editingOf } from './editing';
import type { FeatureGroup } from './featureGroup';

/** What can be done at a place of a file. */
export const actionFeatures: FeatureGroup = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, ...refactoringKinds],
      resolveProvider: true,
    },
  },

  serve({ connection, service, capabilities, options, runsCommands }) {
    const editing = editingOf(capabilities);
    const client = {
      ...editing,
      resolvesEdits: resolvesEdits(capabilities),
      runsCommands,
    };
    connection.onCodeAction(({ textDocument, range, context }: CodeActionParams) => {
      const { only, diagnostics, triggerKind } = context;
      const isAutomatic = triggerKind === CodeActionTriggerKind.Automatic;
      const request = { ...options(), ...client, only, diagnostics, isAutomatic };
      return [...service.codeActions(fileUri(textDocument.uri), range, request)];
    });
    connection.onCodeActionResolve((action) =>
      service.resolveCodeAction(action, { ...options(), ...client, diagnostics: [] }),
    );

    connection.onRequest(
      dependencyCandidatesRequest,
      ({ entry: { uri, path }, query }: DependencyCandidatesParams): DependencyCandidatesResult =>
        service.dependencyCandidates({ uri: fileUri(uri), path }, query) ?? null,
    );
    connection.onRequest(
      addDependencyRequest,
      ({ entry: { uri, path }, reference }: AddDependencyParams) =>
        service.addDependency({ uri: fileUri(uri), path }, reference, editing) ?? null,
    );
    connection.onRequest<MoveResult | null, undefined>(
      moveRequest,
      ({ entry: { uri, path }, move }: MoveParams): MoveResult | null =>
        service.move({ uri: fileUri(uri), path }, move, editing) ?? null,
    );
  },
};

/** Whether a client gives an action back to have its edit made, with what was put down in it to find it again. */
function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}
