import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import { fixAllKind } from '../../core/features/actionKinds';
import { refactoringKinds } from '../../core/features/refactorings/refactoring';
import {
  type AddDependencyParams,
  addDependencyRequest,
  type DependencyCandidatesParams,
  dependencyCandidatesRequest,
  type DependencyCandidatesResult,
  linkChoicesRequest,
  type EntryPath,
  type LinkChoice,
  type MoveParams,
  moveRequest,
  type MoveResult,
} from '../../protocol';
import { editForClient } from '../clientPlaces';
import { fileUri } from '../fileUri';
import { preparedFor } from '../prepared';
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

  serve({ connection, service, capabilities, options, uris, runsCommands }) {
    const editing = editingOf(capabilities);
    const forClient = (action: CodeAction): CodeAction =>
      action.edit ? { ...action, edit: editForClient(action.edit, uris) } : action;
    const client = {
      ...editing,
      resolvesEdits: resolvesEdits(capabilities),
      runsCommands,
    };
    connection.onCodeAction(async ({ textDocument, range, context }: CodeActionParams, token) => {
      const uri = fileUri(textDocument.uri);
      await preparedFor(service, uri, service.prepareDiagnostics, token);
      const { only, diagnostics, triggerKind } = context;
      const isAutomatic = triggerKind === CodeActionTriggerKind.Automatic;
      const request = { ...options(), ...client, only, diagnostics, isAutomatic };
      return service.codeActions(uri, range, request).map(forClient);
    });
    connection.onCodeActionResolve((action) =>
      forClient(service.resolveCodeAction(action, { ...options(), ...client, diagnostics: [] })),
    );

    connection.onRequest(
      dependencyCandidatesRequest,
      ({ entry: { uri, path }, query }: DependencyCandidatesParams): DependencyCandidatesResult =>
        service.dependencyCandidates({ uri: fileUri(uri), path }, query) ?? null,
    );
    connection.onRequest(addDependencyRequest, ({ entry: { uri, path }, reference }: AddDependencyParams) => {
      const edit = service.addDependency({ uri: fileUri(uri), path }, reference, editing);
      return edit ? editForClient(edit, uris) : null;
    });
    connection.onRequest(linkChoicesRequest, ({ uri, path }: EntryPath): readonly LinkChoice[] =>
      service
        .linkChoices({ uri: fileUri(uri), path }, editing)
        .map(({ title, edit }) => ({ title, edit: editForClient(edit, uris) })),
    );
    connection.onRequest<MoveResult | null, undefined>(
      moveRequest,
      ({ entry: { uri, path }, move }: MoveParams): MoveResult | null => {
        const result = service.move({ uri: fileUri(uri), path }, knownMove(move), editing);
        return result && 'edit' in result ? { ...result, edit: editForClient(result.edit, uris) } : (result ?? null);
      },
    );
  },
};

/** A move that names other entries by the URIs of the server. */
function knownMove(move: MoveParams['move']): MoveParams['move'] {
  if (move.kind !== 'order') return move;
  return { ...move, neighbour: { ...move.neighbour, uri: fileUri(move.neighbour.uri) } };
}

/** Whether a client gives an action back to have its edit made, with what was put down in it to find it again. */
function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}
