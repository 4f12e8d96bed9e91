import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  Location,
  LocationLink,
  Position,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../features/callHierarchy';
import { definition } from '../../features/definition';
import { documentHighlights } from '../../features/documentHighlights';
import { implementation } from '../../features/implementation';
import { references } from '../../features/references';
import { prepareRename, rename } from '../../features/rename';
import { Refusal } from '../../features/rename/refusal';
import type { EditTarget } from '../../features/workspaceEdits';
import type { EntryPath } from '../../plan/entryPath';
import type { Asked } from './asked';

/**
 * Answers on what the name at a place stands for, and where else it is named.
 *
 * @param version the version that the client gave an open document
 */
export function navigationAnswers(asked: Asked, version: EditTarget['version']) {
  return {
    definition(uri: string, position: Position): readonly LocationLink[] | undefined {
      return asked(uri, (state, source) => definition(state, uri, source.offsetAt(position)));
    },

    references(uri: string, position: Position, includeDeclaration: boolean): readonly Location[] | undefined {
      return asked(uri, (state, source) => references(state, uri, source.offsetAt(position), { includeDeclaration }));
    },

    documentHighlights(uri: string, position: Position): readonly DocumentHighlight[] | undefined {
      return asked(uri, (state, source) => documentHighlights(state, uri, source.offsetAt(position)));
    },

    implementation(uri: string, position: Position): readonly LocationLink[] | undefined {
      return asked(uri, (state, source) => implementation(state, uri, source.offsetAt(position)));
    },

    /** What a rename would replace, or why there is nothing to rename. */
    prepareRename(uri: string, position: Position): { readonly range: Range; readonly placeholder: string } | Refusal {
      return asked(uri, (state, source) => prepareRename(state, uri, source.offsetAt(position))) ?? noPlan;
    },

    rename(
      uri: string,
      position: Position,
      newName: string,
      editing: Omit<EditTarget, 'version'>,
    ): WorkspaceEdit | Refusal {
      const target = { ...editing, version };
      return asked(uri, (state, source) => rename(state, uri, source.offsetAt(position), newName, target)) ?? noPlan;
    },

    prepareCallHierarchy(uri: string, position: Position): readonly CallHierarchyItem[] | undefined {
      return asked(uri, (state, source) => prepareCallHierarchy(state, uri, source.offsetAt(position)));
    },

    /** What waits for an entry. */
    incomingCalls(entry: EntryPath): readonly CallHierarchyIncomingCall[] | undefined {
      return asked(entry.uri, (state) => incomingCalls(state, entry));
    },

    /** What an entry waits for. */
    outgoingCalls(entry: EntryPath): readonly CallHierarchyOutgoingCall[] | undefined {
      return asked(entry.uri, (state) => outgoingCalls(state, entry));
    },
  };
}

const noPlan = new Refusal('This file belongs to no plan.');
