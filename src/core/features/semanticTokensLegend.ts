import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver-types';

/** Standard types, so that every colour theme has a colour for them. */
export const tokenTypes = [
  SemanticTokenTypes.class,
  SemanticTokenTypes.function,
  SemanticTokenTypes.variable,
  SemanticTokenTypes.type,
  SemanticTokenTypes.namespace,
  SemanticTokenTypes.property,
  SemanticTokenTypes.enumMember,
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** What the numbers of the tokens stand for, as the server announces it. */
export const semanticTokensLegend = {
  tokenTypes: [...tokenTypes] as string[],
  tokenModifiers: [SemanticTokenModifiers.declaration] as string[],
};
