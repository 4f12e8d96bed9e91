import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** Gives text a style, where results are drawn in colour. */
export type Paint = (style: Style, text: string) => string;

export function painter({ colour }: { readonly colour: boolean }): Paint {
  return (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
}
