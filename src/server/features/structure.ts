import { onTypeTriggers } from '../../core/features/triggers';
import { fileUri } from '../fileUri';
import type { FeatureGroup } from './featureGroup';

const [firstTriggerCharacter, ...moreTriggerCharacter] = onTypeTriggers;

/** What follows from how a file is built, for those who write it. */
export const structureFeatures: FeatureGroup = {
  capabilities: {
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    documentOnTypeFormattingProvider: { firstTriggerCharacter, moreTriggerCharacter },
  },

  serve({ connection, service, capabilities, options }) {
    const folding = capabilities.textDocument?.foldingRange;
    connection.onFoldingRanges(({ textDocument }) => {
      const ranges = service.foldingRanges(fileUri(textDocument.uri), folding);
      return ranges && [...ranges];
    });
    connection.onSelectionRanges(({ textDocument, positions }) => {
      const ranges = service.selectionRanges(fileUri(textDocument.uri), positions);
      return ranges && [...ranges];
    });
    connection.onDocumentLinks(({ textDocument }) => {
      const links = service.documentLinks(fileUri(textDocument.uri), options());
      return links && [...links];
    });
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) => {
      const edits = service.onTypeFormatting(fileUri(textDocument.uri), position, ch);
      return edits && [...edits];
    });
  },
};
