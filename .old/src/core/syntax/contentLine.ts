import { lineEnd, nextLineStart } from '../text/lines';
import { contentStart } from './lineShape';

/** A line with content: where it starts, where its content starts after the indentation, and where it ends. */
export interface ContentLine {
  readonly at: number;
  readonly content: number;
  readonly end: number;
}

/** The first line from `from` on that is neither blank nor a comment. */
export function firstContent(text: string, from = 0): ContentLine | undefined {
  for (let at = from; at < text.length;) {
    const end = lineEnd(text, at);
    const content = contentStart(text, at, end);
    if (content < end && text[content] !== '#') return { at, content, end };
    at = nextLineStart(text, end);
  }
  return undefined;
}
