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
  if (/^[[{]/.test(written)) {
    const closed = closedBrackets(part, start, written);
    if (closed || !endsEarly(written)) return closed;
  }
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
    return { message: cannotStart(reserved), style: 'plain', quotable: true };
  }
  // "[WIP] Payment" and "*new* Payment" are texts to everybody but YAML.
  const marked = /^(?:[[{]|\*\S+\s+(?=[^\s#:]))/.exec(written)?.[0];
  if (marked) return { message: cannotStart(marked.charAt(0)), style: 'plain', quotable: true };
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

/** What is said of a text whose first character means something else to YAML. */
export function cannotStart(char: string): string {
  return `A text cannot start with ${char === '`' ? 'a backtick' : `\`${char}\``}: put it in quotes.`;
}

/** Whether the brackets that a text begins with close before its end, and other text follows. */
function endsEarly(written: string): boolean {
  const { open, rest } = brackets(written);
  return open.length === 0 && rest !== '' && !/^\s*(?:#|$|[,:\]}])/.test(rest);
}

function quoteReason(written: string, quote: string, below: boolean): Reason | undefined {
  const style = quote === '"' ? 'double' : 'single';
  const body = written.slice(1);
  const closing = quote === '"' ? /(?<!\\)(?:\\\\)*"/ : /(?<!')'(?:'')*(?!')/;
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

/**
 * A flow collection with a bracket that stays open on its line and below it: read as if it closed at the line's end, or
 * as if it were not there where another one closes around it.
 */
function closedBrackets(part: Part, start: number, written: string): MendedLine | undefined {
  const { open, crossed } = brackets(written);
  if (crossed === undefined && (open.length === 0 || /[\]}]/.test(part.text.slice(start + written.length)))) {
    return undefined;
  }
  const closers = open
    .map(({ closer }) => closer)
    .reverse()
    .join('');
  const text =
    crossed === undefined ? written + closers : `${written.slice(0, crossed.at)} ${written.slice(crossed.at + 1)}`;
  const base = part.base + start;
  const { at, closer } = crossed ?? { at: 0, closer: closers };
  try {
    const { root } = treeFromEvents({ ...part, text, base }, maxNesting);
    if (!root) return undefined;
    const whole = { piece: part.piece, start: base, end: base + written.length };
    const message = `\`${written.charAt(at)}\` is not closed: add \`${closer}\`.`;
    const bracket = { ...whole, start: base + at, end: base + at + 1 };
    return { value: { ...root, end: whole.end }, problem: { at: bracket, message, plain: true, clouds: whole } };
  } catch {
    return undefined;
  }
}

interface OpenBracket {
  readonly at: number;
  readonly closer: string;
}

interface Brackets {
  /** Those that are not closed, from the outside. */
  readonly open: readonly OpenBracket[];
  /** The first that another one closes around. */
  readonly crossed?: OpenBracket;
  /** What follows after the bracket that closes the first one. */
  readonly rest: string;
}

function brackets(written: string): Brackets {
  const open: OpenBracket[] = [];
  let crossed: OpenBracket | undefined;
  for (const { 0: mark, index } of written.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{}]/g)) {
    if (mark === '[' || mark === '{') open.push({ at: index, closer: mark === '[' ? ']' : '}' });
    else if ((mark === ']' || mark === '}') && open.length > 0) {
      if (open.at(-1)?.closer !== mark && open.some(({ closer }) => closer === mark)) {
        crossed ??= open.at(-1);
        while (open.at(-1)?.closer !== mark) open.pop();
      }
      if (open.at(-1)?.closer === mark) open.pop();
      if (open.length === 0) return { open, ...(crossed ? { crossed } : {}), rest: written.slice(index + 1) };
    }
  }
  return { open, ...(crossed ? { crossed } : {}), rest: '' };
}

/** Where a comment starts on the line, or the line's end. */
function commentStart(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (text[at] === '#' && at > from && /\s/.test(text[at - 1] ?? '')) return at;
  }
  return end;
}
