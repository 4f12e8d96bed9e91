/** A place in a snippet that is filled in next. */
export interface Stop {
  /** From 1, in the order in which they are filled in; two of the same number are filled in together. */
  readonly stop: number;
  /** What stands there until it is. */
  readonly text?: string;
  /** What there is to choose from; the first stands there until then. */
  readonly choices?: readonly string[];
}

/** A text to be inserted. Lines end in `\n`, and all but the first are indented as they stand in the file. */
export type Snippet = readonly (string | Stop)[];

export interface SnippetForm {
  /** Whether the client fills in stops; where it does not, their texts stay as they are. */
  readonly snippets: boolean;
  readonly eol: string;
  /** How many blanks the client adds to each line but the first. */
  readonly indented: number;
}

export interface RenderedSnippet {
  readonly text: string;
  readonly isSnippet: boolean;
}

/** The snippet as a client takes it. Whatever the plan says is escaped, so that none of it is a stop or a variable. */
export function renderSnippet(snippet: Snippet, { snippets, eol, indented }: SnippetForm): RenderedSnippet {
  const asText = (text: string): string => lines(text, eol, indented);
  const stops = snippet.filter((part) => typeof part !== 'string');
  // One stop without a text, at the end, is where the cursor is anyway.
  const isPlain = !snippets || stops.every((stop) => stop === snippet.at(-1) && defaultText(stop) === '');
  if (isPlain) {
    const parts = snippet.map((part) => asText(typeof part === 'string' ? part : defaultText(part)));
    return { text: parts.join(''), isSnippet: false };
  }
  const parts = snippet.map((part, index) => {
    if (typeof part === 'string') return escaped(asText(part));
    const next = snippet[index + 1];
    return stopText(part, typeof next === 'string' && /^\d/.test(next));
  });
  return { text: parts.join(''), isSnippet: true };
}

/** The text of a snippet with what stands in its stops at first. */
export function plainText(snippet: Snippet): string {
  return snippet.map((part) => (typeof part === 'string' ? part : defaultText(part))).join('');
}

/** The same snippet with other numbers for its stops, so that it may stand behind others. */
export function withStopsFrom(first: number, snippet: Snippet): Snippet {
  return snippet.map((part) => (typeof part === 'string' ? part : { ...part, stop: part.stop + first - 1 }));
}

function defaultText({ text, choices }: Stop): string {
  return choices?.[0] ?? text ?? '';
}

/** @param beforeDigit whether what follows would be read as a part of its number */
function stopText({ stop, text, choices }: Stop, beforeDigit: boolean): string {
  const number = String(stop);
  if (choices && choices.length > 1) return `\${${number}|${choices.map(escapedChoice).join(',')}|}`;
  const shown = choices?.[0] ?? text ?? '';
  if (shown === '') return beforeDigit ? `\${${number}}` : `$${number}`;
  return `\${${number}:${escaped(shown)}}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Within a choice commas and bars mean something, and dollars and braces nothing. */
function escapedChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}

function lines(text: string, eol: string, indented: number): string {
  return text
    .split('\n')
    .map((line, index) => (index > 0 && indented > 0 ? line.replace(/^ */, (blanks) => blanks.slice(indented)) : line))
    .join(eol);
}
