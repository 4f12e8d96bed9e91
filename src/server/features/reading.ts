import { semanticTokensLegend } from '../../core/features/semanticTokensLegend';
import { fileUri } from '../fileUri';
import { preparedFor } from '../prepared';
import type { FeatureGroup } from './featureGroup';

/** What readers of a file are shown in it. */
export const readingFeatures: FeatureGroup = {
  capabilities: {
    hoverProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
  },

  serve({ connection, service }) {
    connection.onHover(async ({ textDocument, position }, token) => {
      const uri = fileUri(textDocument.uri);
      await preparedFor(service, uri, service.prepareSchedule, token);
      return service.hover(uri, position);
    });

    const { semanticTokens } = connection.languages;
    semanticTokens.on(({ textDocument }) => service.semanticTokens(fileUri(textDocument.uri)) ?? { data: [] });
    semanticTokens.onRange(
      ({ textDocument, range }) => service.semanticTokens(fileUri(textDocument.uri), range) ?? { data: [] },
    );
  },
};
