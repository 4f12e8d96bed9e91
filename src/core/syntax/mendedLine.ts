import { treeFromEvents, type Part } from './fromEvents';
import { maxNesting } from './nesting';
import { colonInText, type SyntaxProblem } from './problem';
import type { ContentLine } from './contentLine';
import type { Node, ScalarStyle } from './tree';

/** A value as it was most likely meant, and what is wrong with the way it is written. */
export interface MendedLine {
  readonly value: Node;
  readonly problem: SyntaxProblem;
}

/**
 * Reads the value of a line that the parser rejects as what its author most likely meant: texts with a colon, with a
 * quote that is not closed or closed too early, with a first character that YAML reserves; brackets that stay open.
 *
 * @param from where the value starts on the line, blanks included
 * @param below whether lines that belong to the value follow
 * @returns undefined where the mistake is of another kind
 */
export function mendedLine(part: Part, line: ContentLine, from: number, below: boolean): MendedLine | undefined {
  let start = from;
  while (start < line.end && (part.text[start] === ' ' || part.text[start] === '\t')) start++;
  const comment = commentStart(part.text, start, line.end);
  const written = part.text.slice(start, comment).trimEnd();
  if (written === '') return undefined;
  if (/^[[{]/.test(written)) return closedBrackets(part, start, written);
  const reason = reasonOf(written, below);
  if (!reason) return undefined;
  const at = { piece: part.piece, start: part.base + start, end: part.base + start + written.length };
  const text = reason.style === 'plain' ? written : written.replace(/^["']|["']$/g, '');
  return {
    value: { kind: 'scalar', ...at, text, style: reason.style },
    problem: { at, message: reason.message, plain: true, ...(reason.quotable ? { quote: at } : {}) },
  };
}

interface Reason {
  readonly message: string;
  readonly style: ScalarStyle;
  readonly quotable: boolean;
}

function reasonOf(written: string, below: boolean): Reason | undefined {
  const quote = /^["']/.exec(written)?.[0];
  if (quote) return quoteReason(written, quote, below);
  const reserved = /^[@`%]/.exec(written)?.[0];
  if (reserved) {
    const message = `A text cannot start with \`${reserved}\`: put it in quotes.`;
    return { message, style: 'plain', quotable: true };
  }
  if (/^[[\]{}&*!|>,]/.test(written)) return undefined;
  if (written.startsWith('- ')) {
    const message =
      'A list cannot start on the line of its key: write each entry on a line of its own, or use brackets: `[one, two]`.';
    return { message, style: 'plain', quotable: false };
  }
  if (/:(?:\s|$)/.test(written)) {
    return { message: colonInText, style: 'plain', quotable: true };
  }
  if (below) {
    const message = 'This has a text on its line and more below it: give the text a key of its own, such as `title:`.';
    return { message, style: 'plain', quotable: false };
  }
  return undefined;
}

function quoteReason(written: string, quote: string, below: boolean): Reason | undefined {
  const style = quote === '"' ? 'double' : 'single';
  const body = written.slice(1);
  const closing = quote === '"' ? /(?<!\\)(?:\\\\)*"/ : /'(?:'')*(?!')/;
  const close = closing.exec(body);
  if (!close) {
    // A quote may close on a later line, and the mistake then be another one.
    if (below) return undefined;
    return { message: `This text is not closed: add the missing ${quote} at its end.`, style, quotable: false };
  }
  const after = body.slice(close.index + close[0].length).trim();
  if (after === '' || after.startsWith('#')) return undefined;
  const other =
    quote === '"' ? 'single quotes, or write \\" for the inner ones' : "double quotes, or write '' for the inner ones";
  return { message: `The text goes on after its closing quote: use ${other}.`, style: 'plain', quotable: false };
}

/** A flow collection whose brackets stay open on its line and below it, read as if they closed at the line's end. */
function closedBrackets(part: Part, start: number, written: string): MendedLine | undefined {
  const closers = missingClosers(written);
  if (closers === '' || /[\]}]/.test(part.text.slice(start + written.length))) return undefined;
  const open = { piece: part.piece, start: part.base + start, end: part.base + start + 1 };
  try {
    const { root } = treeFromEvents({ ...part, text: written + closers, base: part.base + start }, maxNesting);
    if (!root) return undefined;
    const end = part.base + start + written.length;
    const message = `\`${written[0] ?? ''}\` is not closed: add \`${closers}\`.`;
    return { value: { ...root, end }, problem: { at: open, message, plain: true } };
  } catch {
    return undefined;
  }
}

function missingClosers(written: string): string {
  let closers = '';
  for (const char of written.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '')) {
    if (char === '[') closers = `]${closers}`;
    else if (char === '{') closers = `}${closers}`;
    else if (closers.startsWith(char)) closers = closers.slice(1);
  }
  return closers;
}

/** Where a comment starts on the line, or the line's end. */
function commentStart(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (text[at] === '#' && at > from && /\s/.test(text[at - 1] ?? '')) return at;
  }
  return end;
}
