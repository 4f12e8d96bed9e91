import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import { completedItem, completion, type CompletionRequest } from '../../features/completion';
import type { Asked } from './asked';

/** Answers on what may be written at a place of a file. */
export function completingAnswers(asked: Asked) {
  return {
    completion(uri: string, position: Position, request: CompletionRequest): CompletionList | undefined {
      return asked(uri, (state, source) => completion(state, uri, source.offsetAt(position), request));
    },

    /** An item with the documentation that is made only when somebody looks at it. */
    completedItem(uri: string, item: CompletionItem, markdown: boolean): CompletionItem {
      return asked(uri, (state) => completedItem(state, item, markdown)) ?? item;
    },
  };
}
