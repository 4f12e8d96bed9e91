import { lineEnd, nextLineStart } from '../text/lines';
import { contentStart, isIndicator } from './lineShape';

/** How many levels of nesting a plan file may have. */
export const maxNesting = 100;

/**
 * An upper bound of how deep a text nests, counted without parsing: brackets that are open, compact list and key
 * indicators (`- - - x`), and lines that are deeper than the line before. Parsers that recurse are asked to read only
 * what this bound allows.
 */
export function nestingBound(text: string): number {
  const indents: number[] = [];
  let brackets = 0;
  let deepest = 0;
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    let content = contentStart(text, at, end);
    if (content < end) {
      while ((indents.at(-1) ?? -1) >= content - at) indents.pop();
      indents.push(content - at);
      let compact = 0;
      while (content < end && '-?:'.includes(text[content] ?? '') && isIndicator(text, content, end)) {
        compact++;
        content = contentStart(text, content + 1, end);
      }
      for (let inner = content; inner < end; inner++) {
        const char = text[inner];
        if (char === '[' || char === '{') brackets++;
        else if ((char === ']' || char === '}') && brackets > 0) brackets--;
        deepest = Math.max(deepest, brackets + indents.length + compact);
      }
      deepest = Math.max(deepest, brackets + indents.length + compact);
    }
    at = nextLineStart(text, end);
  }
  return deepest;
}
