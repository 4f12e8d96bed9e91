/** A stretch of a line: a text, or marked stretches within each other. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] };

/** An entry of a list, with the entries below it. */
export interface ListEntry {
  readonly parts: readonly Inline[];
  readonly below: readonly ListEntry[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'list'; readonly entries: readonly ListEntry[] };

/**
 * Reads the Markdown of a card: paragraphs, lists and lists in them, strong, emphasised and code text, escapes. That is
 * all that the server writes; whatever else is in a text (a link, HTML) stays the text that it is.
 */
export function readCard(markdown: string): readonly Block[] {
  return markdown
    .split(/\n[ \t]*\n/)
    .flatMap((paragraph) => blocksOf(paragraph.split('\n').filter((line) => line.trim() !== '')));
}

const listLine = /^( *)- +(.*)$/;

function blocksOf(lines: readonly string[]): readonly Block[] {
  const start = lines.findIndex((line) => listLine.test(line));
  const textLines = start < 0 ? lines : lines.slice(0, start);
  const listLines = start < 0 ? [] : lines.slice(start);
  return [
    ...(textLines.length > 0
      ? [{ kind: 'paragraph' as const, parts: readInline(textLines.map((line) => line.trim()).join(' ')) }]
      : []),
    ...(listLines.length > 0 ? [{ kind: 'list' as const, entries: entriesOf(listLines) }] : []),
  ];
}

function entriesOf(lines: readonly string[]): readonly ListEntry[] {
  const entries: { text: string; below: string[] }[] = [];
  for (const line of lines) {
    const [, indent = '', text] = listLine.exec(line) ?? [];
    const last = entries.at(-1);
    // A line that begins no entry goes on with the one above.
    if (text === undefined && last) last.text += ` ${line.trim()}`;
    else if (indent.length >= 2 && last) last.below.push(text ?? line);
    else entries.push({ text: text ?? line.trim(), below: [] });
  }
  return entries.map(({ text, below }) => ({
    parts: readInline(text),
    below: below.map((each) => ({ parts: readInline(each), below: [] })),
  }));
}

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'mark'; readonly mark: Mark };
type Mark = '**' | '*';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** An escape, a character's name, code, a mark, or a stretch without any of them; else one character as it is. */
const tokens = /\\([!-/:-@[-`{-~])|&(amp|lt|gt|quot);|`([^`]+)`|(\*\*|\*)|[^\\&`*]+|[^]/g;

function readInline(text: string): readonly Inline[] {
  const found = [...text.matchAll(tokens)].map(([whole, escaped, entity, code, mark]): Token => {
    if (mark === '**' || mark === '*') return { kind: 'mark', mark };
    if (code !== undefined) return { kind: 'code', text: code };
    return { kind: 'text', text: escaped ?? (entity === undefined ? whole : (entities[entity] ?? whole)) };
  });
  return nested(found);
}

function nested(found: readonly Token[]): readonly Inline[] {
  const parts: Inline[] = [];
  const addText = (text: string): void => {
    const last = parts.at(-1);
    if (last?.kind === 'text') parts.splice(-1, 1, { kind: 'text', text: last.text + text });
    else parts.push({ kind: 'text', text });
  };
  for (let at = 0; at < found.length; at++) {
    const token = found[at];
    if (token?.kind === 'text') addText(token.text);
    else if (token?.kind === 'code') parts.push(token);
    else if (token) {
      const end = found.findIndex((other, index) => index > at && other.kind === 'mark' && other.mark === token.mark);
      if (end > at + 1) {
        const inside = nested(found.slice(at + 1, end));
        parts.push({ kind: token.mark === '**' ? 'strong' : 'emphasis', parts: inside });
        at = end;
      } else addText(token.mark);
    }
  }
  return parts;
}
