import type { CodeAction, Range } from 'vscode-languageserver-types';
import { codeActions, type CodeActionRequest } from '../../features/codeActions';
import { spanIn, type Asked } from './asked';

/**
 * Answers on what can be done at a place of a file.
 *
 * @param version the version that the client gave an open document
 */
export function actionAnswers(asked: Asked, version: (uri: string) => number | undefined) {
  return {
    codeActions(uri: string, range: Range, request: Omit<CodeActionRequest, 'version'>): readonly CodeAction[] {
      return (
        asked(uri, (state, source) => codeActions(state, uri, spanIn(source, range), { ...request, version })) ?? []
      );
    },
  };
}
