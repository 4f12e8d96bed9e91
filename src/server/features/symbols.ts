import { locationForClient } from '../clientPlaces';
import { fileUri } from '../fileUri';
import type { FeatureGroup } from './featureGroup';

/** What there is in a file and in all plans. */
export const symbolFeatures: FeatureGroup = {
  capabilities: {
    documentSymbolProvider: { label: 'Throughline' },
    workspaceSymbolProvider: true,
  },

  serve({ connection, service, capabilities, uris }) {
    const isNested = capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
    connection.onDocumentSymbol(({ textDocument }) => {
      const uri = fileUri(textDocument.uri);
      if (isNested) {
        const symbols = service.documentSymbols(uri);
        return symbols && [...symbols];
      }
      return service
        .symbolInformation(uri)
        ?.map((symbol) => ({ ...symbol, location: locationForClient(symbol.location, uris) }));
    });
    connection.onWorkspaceSymbol(({ query }) =>
      service
        .workspaceSymbols(query)
        .map((symbol) => ({ ...symbol, location: locationForClient(symbol.location, uris) })),
    );
  },
};
