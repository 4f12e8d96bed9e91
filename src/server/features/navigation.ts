import { type CallHierarchyItem, type ClientCapabilities, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Refusal } from '../../core/features/rename/refusal';
import type { EntryPath } from '../../core/plan/entryPath';
import { editForClient, itemForClient, linksForClient, locationForClient } from '../clientPlaces';
import { fileUri } from '../fileUri';
import { editingOf } from './editing';
import type { FeatureGroup } from './featureGroup';

/** Where what is named at a place is defined, named and waited for. */
export const navigationFeatures: FeatureGroup = {
  capabilities: ({ textDocument }: ClientCapabilities) => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    implementationProvider: true,
    renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
    callHierarchyProvider: true,
  }),

  serve({ connection, service, capabilities, uris }) {
    const { definition, implementation } = capabilities.textDocument ?? {};
    const editing = editingOf(capabilities);

    connection.onDefinition(({ textDocument, position }) =>
      linksForClient(service.definition(fileUri(textDocument.uri), position), uris, definition?.linkSupport),
    );
    connection.onImplementation(({ textDocument, position }) =>
      linksForClient(service.implementation(fileUri(textDocument.uri), position), uris, implementation?.linkSupport),
    );
    connection.onReferences(({ textDocument, position, context }) =>
      service
        .references(fileUri(textDocument.uri), position, context.includeDeclaration)
        ?.map((location) => locationForClient(location, uris)),
    );
    connection.onDocumentHighlight(({ textDocument, position }) => {
      const highlights = service.documentHighlights(fileUri(textDocument.uri), position);
      return highlights && [...highlights];
    });

    connection.onPrepareRename(({ textDocument, position }) =>
      orError(service.prepareRename(fileUri(textDocument.uri), position)),
    );
    connection.onRenameRequest(({ textDocument, position, newName }) => {
      const edit = orError(service.rename(fileUri(textDocument.uri), position, newName, editing));
      return edit instanceof ResponseError ? edit : editForClient(edit, uris);
    });

    connection.languages.callHierarchy.onPrepare(({ textDocument, position }) => {
      const items = service.prepareCallHierarchy(fileUri(textDocument.uri), position);
      return items?.map((item) => itemForClient(item, uris)) ?? null;
    });
    connection.languages.callHierarchy.onIncomingCalls(({ item }) => {
      const entry = entryOf(item);
      const calls = entry && service.incomingCalls(entry);
      return calls?.map((call) => ({ ...call, from: itemForClient(call.from, uris) })) ?? null;
    });
    connection.languages.callHierarchy.onOutgoingCalls(({ item }) => {
      const entry = entryOf(item);
      const calls = entry && service.outgoingCalls(entry);
      return calls?.map((call) => ({ ...call, to: itemForClient(call.to, uris) })) ?? null;
    });
  },
};

/** A refusal as an error whose message the client shows. */
function orError<T>(answer: T | Refusal): T | ResponseError {
  return answer instanceof Refusal ? new ResponseError(LSPErrorCodes.RequestFailed, answer.reason) : answer;
}

/** The entry of an item that the client got from us; undefined for one that it did not. */
function entryOf({ data }: CallHierarchyItem): EntryPath | undefined {
  const { uri, path } = (data ?? {}) as Partial<Record<keyof EntryPath, unknown>>;
  const isPath = Array.isArray(path) && path.every((segment) => typeof segment === 'string');
  return typeof uri === 'string' && isPath ? { uri, path } : undefined;
}
