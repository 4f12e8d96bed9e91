import { CodeActionKind } from 'vscode-languageserver-types';

/** Applies every certain fix of a file. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.throughline`;

/** Whether a client asks for actions of a kind: by it, by a kind above it, or for whatever there is. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only?.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
}
