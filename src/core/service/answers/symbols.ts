import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import { documentSymbols, flatSymbols } from '../../features/documentSymbols';
import type { PlanState } from '../../features/planState';
import { workspaceSymbols } from '../../features/workspaceSymbols';
import type { Asked } from './asked';

/**
 * Answers on what there is, in a file and in all plans.
 *
 * @param states every plan
 */
export function symbolAnswers(asked: Asked, states: () => readonly PlanState[]) {
  return {
    /** The outline of a file, nested as it is written. */
    documentSymbols(uri: string): readonly DocumentSymbol[] | undefined {
      return asked(uri, (state) => documentSymbols(state, uri));
    },

    /** The same without nesting. */
    symbolInformation(uri: string): readonly SymbolInformation[] | undefined {
      return asked(uri, (state) => {
        const symbols = documentSymbols(state, uri);
        return symbols && flatSymbols(symbols, uri);
      });
    },

    workspaceSymbols(query: string): readonly SymbolInformation[] {
      return workspaceSymbols(states(), query);
    },
  };
}
