import {
  type ClientCapabilities,
  CompletionTriggerKind,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
} from 'vscode-languageserver';
import { itemUri, type CompletionRequest } from '../../core/features/completion';
import { completionTriggers } from '../../core/features/triggers';
import { fileUri } from '../fileUri';
import type { FeatureGroup } from './featureGroup';

/** What may be written at the cursor. */
export const completionFeatures: FeatureGroup = {
  capabilities: {
    completionProvider: {
      triggerCharacters: [...completionTriggers],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  },

  serve({ connection, service, capabilities, askAgain }) {
    const form = { ...formOf(capabilities), askAgain };
    connection.onCompletion(({ textDocument, position, context }) => {
      const byCharacter = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      const trigger = byCharacter ? context.triggerCharacter : undefined;
      return service.completion(fileUri(textDocument.uri), position, { ...form, trigger });
    });
    connection.onCompletionResolve((item): CompletionItem => {
      const uri = itemUri(item);
      return uri === undefined ? item : service.completedItem(uri, item, form.markdown);
    });
  },
};

function formOf({ textDocument }: ClientCapabilities): Omit<CompletionRequest, 'askAgain' | 'trigger'> {
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    keepsIndentation: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    labelDetails: item?.labelDetailsSupport === true,
    markdown: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
  };
}
