import type { DocumentLink, FoldingRange, Position, SelectionRange, TextEdit } from 'vscode-languageserver-types';
import { documentLinks, type DocumentLinkRequest } from '../../features/documentLinks';
import { foldingRanges, type FoldingRequest } from '../../features/foldingRanges';
import { onTypeFormatting } from '../../features/onTypeFormatting';
import { selectionRanges } from '../../features/selectionRanges';
import type { Asked } from './asked';

/**
 * Answers on how a file is built: what folds, what is selected together, where its links lead, how a new line begins.
 *
 * @param folders those of the workspace
 */
export function structureAnswers(asked: Asked, folders: () => readonly string[]) {
  return {
    foldingRanges(uri: string, request?: FoldingRequest): readonly FoldingRange[] | undefined {
      return asked(uri, (state) => foldingRanges(state, uri, request));
    },

    /** One for each position. */
    selectionRanges(uri: string, positions: readonly Position[]): readonly SelectionRange[] | undefined {
      return asked(uri, (state, source) =>
        selectionRanges(
          state,
          uri,
          positions.map((position) => source.offsetAt(position)),
        ),
      );
    },

    documentLinks(
      uri: string,
      request: Omit<DocumentLinkRequest, 'folders'> = {},
    ): readonly DocumentLink[] | undefined {
      return asked(uri, (state) => documentLinks(state, uri, { ...request, folders: folders() }));
    },

    /** What has to change behind a character that has just been typed, at the position after it. */
    onTypeFormatting(uri: string, position: Position, typed: string): readonly TextEdit[] | undefined {
      return asked(uri, (state, source) => onTypeFormatting(state, uri, source.offsetAt(position), typed));
    },
  };
}
