import type { Hover, Position, Range, SemanticTokens } from 'vscode-languageserver-types';
import { entryAt, locateEntry, type EntryRanges } from '../../features/entries';
import { hover } from '../../features/hover';
import { semanticTokens } from '../../features/semanticTokens';
import type { EntryPath } from '../../plan/entryPath';
import { spanIn, type Asked } from './asked';

/** Answers on what stands at a place of a file, for those who read it. */
export function readingAnswers(asked: Asked) {
  return {
    hover(uri: string, position: Position): Hover | undefined {
      return asked(uri, (state, source) => hover(state, uri, source.offsetAt(position)));
    },

    /** Of the whole file where no range is given; what the numbers stand for is `semanticTokensLegend`. */
    semanticTokens(uri: string, range?: Range): SemanticTokens | undefined {
      return asked(uri, (state, source) => semanticTokens(state, uri, range && spanIn(source, range)));
    },

    /** The innermost entry that holds a position. */
    entryAt(uri: string, position: Position): EntryPath | undefined {
      return asked(uri, (state, source) => entryAt(state, uri, source.offsetAt(position)));
    },

    /** Where an entry stands now; undefined where it is gone. */
    locateEntry(entry: EntryPath): EntryRanges | undefined {
      return asked(entry.uri, (state) => locateEntry(state, entry));
    },
  };
}
