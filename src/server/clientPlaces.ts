import type { CallHierarchyItem, Location, LocationLink, WorkspaceEdit } from 'vscode-languageserver';
import type { ClientUris } from './fileUri';

/** A location with its URI as the client spells it. */
export function locationForClient(location: Location, uris: ClientUris): Location {
  return { ...location, uri: uris.toClient(location.uri) };
}

/** Links with their URIs as the client spells them, for a client that takes links; else as locations. */
export function linksForClient(
  links: readonly LocationLink[] | undefined,
  uris: ClientUris,
  linkSupport: boolean | undefined,
): LocationLink[] | Location[] | undefined {
  if (linkSupport === true) return links?.map((link) => ({ ...link, targetUri: uris.toClient(link.targetUri) }));
  return links?.map(({ targetUri: uri, targetSelectionRange: range }) => locationForClient({ uri, range }, uris));
}

export function itemForClient(item: CallHierarchyItem, uris: ClientUris): CallHierarchyItem {
  return { ...item, uri: uris.toClient(item.uri) };
}

/** An edit with its URIs as the client spells them. */
export function editForClient({ changes, documentChanges, ...edit }: WorkspaceEdit, uris: ClientUris): WorkspaceEdit {
  const spelt = Object.entries(changes ?? {}).map(([uri, edits]) => [uris.toClient(uri), edits] as const);
  return {
    ...edit,
    ...(changes ? { changes: Object.fromEntries(spelt) } : {}),
    ...(documentChanges
      ? {
          documentChanges: documentChanges.map((change) =>
            'textDocument' in change
              ? { ...change, textDocument: { ...change.textDocument, uri: uris.toClient(change.textDocument.uri) } }
              : change,
          ),
        }
      : {}),
  };
}
